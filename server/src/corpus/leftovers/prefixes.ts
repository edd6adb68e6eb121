import type { Article } from '../../text/article';
import { backOverBlanks } from '../../text/characters';
import { runKey } from '../../text/hash';
import type { Judgement } from '../evidence';
import type { SourceLines } from '../lines';
import { DASH_HABIT, headBlocks, type Prefix, prefixOf } from '../prefixes';
import type { Unnumbered } from './leftovers';
import { outletWords, wholePhrase } from './lexicon';
import { originOf } from './origins';
import { plain } from './plain';
import type { Shape } from './shape';

/** How sure a prefix is what it's called: 85 datelines drawn at random from 17,120 articles all were, of one source; of residue there was none. */
const SURE = { dateline: 0.9, residue: 0.9 } as const;
/** So large a share of a source's articles set words and a dash before the text, and so many articles just these: it's how the paper sets its datelines. */
const HABIT = { share: 0.1, articles: 2 } as const;
/** A phrase of one word, and the name of a site with a bar behind it, stand so in so many articles and such a share; unlisted words in a larger one. */
const RECURRING = { articles: 3, share: 0.01, unlisted: 0.2 } as const;

/**
 * What the first lines and the text begin with. A place or an agency with a dash is how a paper sets its datelines; phrases of
 * interfaces, the site's name, and foreign words that most articles have there are the page's.
 */
export function findPrefixes(article: Article, shapes: readonly Shape[], judgement: Judgement | null, spans: Unnumbered[]): void {
  const lines = judgement?.lines.sources.get(article.source);
  for (const b of headBlocks(article, (block) => shapes[block].paragraph)) {
    const prefix = prefixOf(article, b);
    if (!prefix) continue;
    const start = article.words.start[prefix.from];
    const articles = lines?.prefixes.get(runKey(article.words, prefix.from, prefix.to)) ?? 0;
    const end = backOverBlanks(article.text, prefix.end);
    if (prefix.dash) {
      const told = { zone: 'head', ...(articles > 1 && { articles, of: lines!.articles }) };
      const kind = shapes[b].paragraph ? noteKind(article.text.slice(start, end), articles, lines) : undefined;
      if (kind) spans.push({ start, end, kind, confidence: SURE.dateline, evidence: told, note: true });
      continue;
    }
    const kind = residueKind(article, prefix, articles, lines);
    if (kind) spans.push({ start, end, kind, confidence: SURE.residue, evidence: { zone: 'head', articles, of: lines?.articles ?? 1 }, note: false });
  }
}

/** What words with a dash before the text tell, if it's an agency's name or the source's habit. */
function noteKind(written: string, articles: number, lines: SourceLines | undefined): string | undefined {
  const origin = originOf(written.replace(/[\s–—-]+$/, ''));
  if (origin?.agency) return origin.kind;
  const habit = lines?.prefixes.get(DASH_HABIT) ?? 0;
  return articles >= HABIT.articles && habit >= HABIT.share * lines!.articles ? 'dateline' : undefined;
}

/** What a page put before a line, with a bar or in another script. */
function residueKind({ text, words }: Article, { from, to }: Prefix, articles: number, lines: SourceLines | undefined): string | undefined {
  const label = plain(text, words.start[from], words.end[to - 1]);
  const recurs = lines !== undefined && articles >= RECURRING.articles && articles >= RECURRING.share * lines.articles;
  const phrase = wholePhrase(label);
  if (phrase) return phrase.words > 1 || recurs ? phrase.kind : undefined;
  if (!recurs) return undefined;
  if (outletWords.has(label.split(' ', 1)[0])) return 'repeated';
  return articles >= RECURRING.unlisted * lines.articles && !text.slice(words.end[to - 1], words.start[to]).includes('|') ? 'repeated' : undefined;
}
