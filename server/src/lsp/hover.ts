import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { Finding } from '../engine/finding';
import type { OpenArticle, Terms } from './article';
import type { Manner } from './diagnostics';
import { introduction, pageHref } from './pages';
import { tell } from './words';

/** Says of the findings at a position what they are, why, and what their fixes do. */
export function hoverAt(open: OpenArticle, terms: Terms, position: Position, manner: Manner): Hover | null {
  const offset = open.offset(position);
  const found = open.findings(terms).filter(({ start, end }) => start <= offset && offset <= end);
  if (found.length === 0) return null;
  const markup = manner.markdown ? MARKDOWN : PLAIN_TEXT;
  return {
    contents: { kind: markup.kind, value: found.map((finding) => describe(finding, markup, manner)).join(markup.rule) },
    range: open.range(Math.min(...found.map(({ start }) => start)), Math.max(...found.map(({ end }) => end))),
  };
}

/** How the parts of a hover are written. */
interface Markup {
  readonly kind: MarkupKind;
  /** Between two findings. */
  readonly rule: string;
  /** Text as it is, whatever signs it holds. */
  readonly plain: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly link: (text: string, href: string) => string;
}

const MARKDOWN: Markup = {
  kind: MarkupKind.Markdown,
  rule: '\n\n---\n\n',
  plain: (text) => text.replace(/[\\`*_{}[\]<>()#+!|~-]/g, '\\$&'),
  strong: (text) => `**${text}**`,
  link: (text, href) => `[${text}](${href})`,
};

const PLAIN_TEXT: Markup = {
  kind: MarkupKind.PlainText,
  rule: '\n\n',
  plain: (text) => text,
  strong: (text) => text,
  link: (text, href) => `${text}: ${href}`,
};

function describe(finding: Finding, { plain, strong, link }: Markup, { language, pages }: Manner): string {
  const { rule, message, fixes } = finding;
  const list = (title: 'evidence' | 'fixes', lines: readonly string[]): string[] =>
    lines.length > 0 ? [`${tell(language, title)}\n\n${lines.map((line) => `- ${plain(line)}`).join('\n')}`] : [];
  return [
    strong(plain(message)),
    introduction(rule),
    ...list('evidence', evidenceOf(finding, language)),
    ...list(
      'fixes',
      // A title is words of ours, isolated where that is called for.
      fixes.map(({ title, safe }) => (safe ? title : tell(language, 'suggestion', { title: { key: title } }))),
    ),
    link(rule, pageHref(pages, rule)),
  ].join('\n\n');
}

interface Form {
  readonly form: string;
  readonly count: number;
  readonly articles: number;
}

/** What a finding stands on, in numbers, a line each. */
function evidenceOf({ data }: Finding, language: Manner['language']): string[] {
  const lines: string[] = [];
  for (const { form, count, articles } of (data.forms as readonly Form[] | undefined) ?? []) {
    const slots = { times: { key: 'times', slots: { n: count } }, articles: { key: 'articles', slots: { n: articles } } };
    lines.push(tell(language, 'form', { form, ...slots }));
  }
  for (const [name, value] of Object.entries((data.evidence as object | undefined) ?? {})) {
    if (typeof value === 'number') lines.push(tell(language, 'number', { name: wordsOf(name), value: Number(value.toFixed(2)) }));
    else if (typeof value === 'string') lines.push(tell(language, 'number', { name: wordsOf(name), value }));
  }
  if (typeof data.count === 'number' && data.count > 1) lines.push(tell(language, 'count', { n: data.count }));
  if (typeof data.confidence === 'number' && data.confidence < 1) lines.push(tell(language, 'confidence', { n: Math.floor(100 * data.confidence) }));
  return lines;
}

/** `siteTitle` as `site title`. */
const wordsOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
