import type { Article } from '../../../text/article';
import { tongueOf } from '../../../text/language';
import { SCRIPT_BITS, Script } from '../../../text/scan';
import type { NamesJudgement } from '../judgement';
import { cyrillic } from './cyrillic';
import { latin } from './latin';
import { persian } from './persian';
import type { ScriptTable } from './table';

const TABLES: readonly ScriptTable[] = [latin, cyrillic, persian];

/** The table of a script, by its number in `Script`. */
export const tableOf = (script: number): ScriptTable => TABLES.find((table) => table.script === script)!;

/** How the names of an article are read, and with whose they are compared. */
export interface Reading {
  readonly script: number;
  /** The language, or the article itself where its language can't be told: it is compared with no other one. */
  readonly group: string;
}

/** How to read the names of an article; null where it is in Arabic, or where no table speaks of its language. */
export function readingOf(article: Article): Reading | null {
  if (article.language === 'ar') return null;
  const tongue = tongueOf(article);
  if (tongue !== null) {
    const table = TABLES.find(({ tongues }) => tongues.includes(tongue));
    return table ? { script: table.script, group: tongue } : null;
  }
  const group = `/${article.id}`;
  if (article.language === 'fa') return { script: Script.ARABIC, group };
  const counts = new Uint32Array(SCRIPT_BITS + 1);
  for (const kind of article.words.kind) counts[kind & SCRIPT_BITS]++;
  if (counts[Script.OTHER] > counts[Script.LATIN] + counts[Script.CYRILLIC]) return null;
  return { script: counts[Script.CYRILLIC] > counts[Script.LATIN] ? Script.CYRILLIC : Script.LATIN, group };
}

/** What was decided about the names that an article may hold, each with their script. Words of Persian that Arabic names are written like are other words. */
export function judgedNamesOf(
  article: Article,
  { names, scripts }: { readonly names: NamesJudgement; readonly scripts: ReadonlyMap<string, NamesJudgement> },
): (readonly [judged: NamesJudgement, script: number])[] {
  const reading = readingOf(article);
  const own = reading && scripts.get(reading.group);
  return [...(own ? [[own, reading.script] as const] : []), ...(article.language === 'fa' ? [] : [[names, Script.ARABIC] as const])];
}
