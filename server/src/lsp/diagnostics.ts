import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver';
import type { Finding } from '../engine/finding';
import type { Language } from '../engine/message';
import type { Row } from '../engine/row';
import { lineEnd } from '../text/article';
import type { OpenArticle } from './article';
import { pageHref } from './pages';
import { uriOf } from './uri';
import { tell } from './words';

/** How this editor wants to be spoken to. */
export interface Manner {
  /** Edits may name the version of the document that they are for. */
  readonly versioned: boolean;
  /** Hovers may be Markdown. */
  readonly markdown: boolean;
  /** The address of the pages of rules, with its `/`. */
  readonly pages: string;
  readonly language: Language;
}

const SEVERITY = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** What every diagnostic says of a finding. */
function describe({ rule, group, severity, message }: Pick<Row, 'rule' | 'group' | 'severity' | 'message'>, range: Range, pages: string): Diagnostic {
  return {
    range,
    severity: SEVERITY[severity],
    code: rule,
    codeDescription: { href: pageHref(pages, rule) },
    source: 'corpuslint',
    message,
    ...(group === 'boilerplate' && severity !== 'info' && { tags: [DiagnosticTag.Unnecessary] }),
  };
}

/** The diagnostic of a row of a whole corpus. */
export const diagnosticOfRow = (row: Row, pages: string): Diagnostic => describe(row, row.range, pages);

/** The diagnostic of a finding in an open article. */
export function diagnosticOf(open: OpenArticle, finding: Finding, { pages, language }: Manner): Diagnostic {
  const related = relatedPlaces(open, finding, language);
  return { ...describe(finding, open.range(finding.start, finding.end), pages), ...(related.length > 0 && { relatedInformation: related }) };
}

/** Other places that a finding speaks of; of more than these it says how many. */
const SHOWN = 20;

/** What findings of the group `duplicates` name in `others`: passages of the article, or other articles. */
type Other = { readonly start: number; readonly end: number } | { readonly article: string; readonly share: number };

/** Where else one should look. */
function relatedPlaces(open: OpenArticle, { start, end, data }: Finding, language: Language): DiagnosticRelatedInformation[] {
  const at = (from: number, to: number, message: string): DiagnosticRelatedInformation => ({
    location: { uri: open.document.uri, range: open.range(from, to) },
    message,
  });
  if (Array.isArray(data.places)) {
    const others = (data.places as number[]).filter((place) => place !== start);
    return others.slice(0, SHOWN).map((place, i) => {
      const more = i === SHOWN - 1 ? others.length - SHOWN : 0;
      return at(place, place + end - start, more > 0 ? tell(language, 'here-and-more', { n: more }) : tell(language, 'here'));
    });
  }
  if (Array.isArray(data.others)) {
    return (data.others as Other[]).slice(0, SHOWN).map((other) => {
      if ('start' in other) return at(other.start, other.end, tell(language, 'stands-here'));
      const top = { line: 0, character: 0 };
      const location = { uri: uriOf(pathBeside(open.file, other.article)), range: { start: top, end: top } };
      return { location, message: tell(language, 'holds', { percent: Math.round(100 * other.share) }) };
    });
  }
  if (typeof data.preferred === 'string') {
    const place = open.placeOf(data.preferred);
    return place < 0 ? [] : [at(place, place + data.preferred.length, tell(language, 'written', { form: data.preferred }))];
  }
  const line = (data.evidence as { line?: unknown } | undefined)?.line;
  const { article } = open;
  if (typeof line !== 'number' || line < 1 || line > article.lineStarts.length) return [];
  return [at(article.lineStarts[line - 1], lineEnd(article, line - 1), tell(language, 'stands-here'))];
}

/** The path of another article of the corpus: paths end with ids. */
const pathBeside = ({ path, id }: OpenArticle['file'], other: string): string => path.slice(0, -id.length) + other;
