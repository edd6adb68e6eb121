import type { Level } from '../../server/src/engine/settings';

/**
 * Reads the pages of rules as tests. A page's sections hold fenced blocks:
 *
 * - `article [NAME] [×N]` an article with ⟦ ⟧ around every expected finding; without marks it must be clean. `×N` stands
 *   for N articles that share its short lines and have other headlines and paragraphs. Several in one section are one corpus. `\u{…}` is the character.
 * - `fixed` what the safe fixes make of the article before it; `suggested` what the first fix of each finding does
 * - `source: NAME` the outlet of the articles that follow in the section (a line of text, or a block of that info string)
 * - `evidence` a corpus given outright: one line each, a text, a tab and how many articles hold it, as blocks of their own
 * - `options` JSON, the rule's options for the section, and its `kinds` set one by one
 * - `bytes` the bytes of a file, hexadecimal escapes `\xNN` in ASCII; must be flagged (marks don't apply)
 *
 * Sections under `## Known misses` must miss: an expected finding there fails.
 */
export interface PageArticle {
  readonly name: string;
  readonly source: string;
  readonly copies: number;
  readonly text: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
  fixed?: string;
  suggested?: string;
}

export interface Section {
  readonly heading: string;
  readonly articles: PageArticle[];
  readonly bytes: string[];
  readonly evidence: { text: string; articles: number; source: string }[];
  /** The rule's options; `kinds` are what its kinds are set to. */
  options: { readonly kinds?: Readonly<Record<string, Level>> };
}

const readEscapes = (text: string): string =>
  text.replace(/\\u\{([0-9A-Fa-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));

function readArticle(info: string, body: string, source: string): PageArticle {
  const [, name = 'article', copies = '1'] = /^article\s*([^\s×]+)?\s*(?:×(\d+))?$/.exec(info) ?? [];
  const marks: [number, number][] = [];
  let text = '';
  let open = -1;
  for (const part of readEscapes(body).split(/([⟦⟧])/)) {
    if (part === '⟦') open = text.length;
    else if (part === '⟧') marks.push([open, text.length]);
    else text += part;
  }
  return { name, source, copies: Number(copies), text, marks };
}

/** The sections of a page that hold blocks. */
export function readPage(page: string): Section[] {
  const sections: Section[] = [];
  for (const part of page.split(/^## /m).slice(1)) {
    const heading = part.slice(0, part.indexOf('\n')).trim();
    const section: Section = { heading, articles: [], bytes: [], evidence: [], options: {} };
    let source = 'outlet';
    const blocks = /^(?:source: (.+)|(`{3,})([^\n`]*)\n([\s\S]*?)\n?^\2)$/gm;
    for (const [, outlet, , info = '', body = ''] of part.matchAll(blocks)) {
      if (outlet) {
        source = outlet.trim();
        continue;
      }
      const last = section.articles.at(-1);
      if (info.startsWith('article')) section.articles.push(readArticle(info, body, source));
      else if (info === 'fixed' && last) last.fixed = readEscapes(body);
      else if (info === 'suggested' && last) last.suggested = readEscapes(body);
      else if (info === 'options') section.options = JSON.parse(body);
      else if (info === 'bytes') section.bytes.push(body);
      else if (info === 'evidence') {
        for (const line of body.split('\n').filter(Boolean)) {
          const [text, articles] = readEscapes(line).split('\t');
          section.evidence.push({ text, articles: Number(articles), source });
        }
      } else if (!['text', 'sh', 'json', 'jsonc'].includes(info)) throw new Error(`unknown block "${info}" under "${heading}"`);
    }
    if (section.articles.length + section.bytes.length > 0) sections.push(section);
  }
  return sections;
}
