import type { Fingerprint } from './fingerprint';

/** Why a fix didn't come out as it was meant to. */
export interface Failure {
  /**
   * `changed-on-disk`: somebody else wrote the file meanwhile, so it was left alone; `unwritable`, `uncopied`: the system refused;
   * `unsettled`: the fixes still changed the article when the limit of rounds was reached, so it was left as it was.
   */
  readonly kind: 'changed-on-disk' | 'unwritable' | 'uncopied' | 'unsettled';
  /** What the system said; for `unsettled` the rules whose fixes go on. */
  readonly detail: string;
  /** For `unsettled` the 0-based line of the first of these fixes. */
  readonly line?: number;
}

/** What a check tells of an article: plain data, which threads hand over and reporters write. */
export interface CheckedArticle {
  readonly file: string;
  /** JSON text of each `Row`, in reading order. After fixes, of what is left. */
  readonly rows: readonly string[];
  /** Only with `excerpts`: per row the text around it, and what it stands on. */
  readonly excerpts?: readonly { readonly before: string; readonly span: string; readonly after: string }[];
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings whose first fix is safe. */
  readonly fixable: number;
  /** Only with `fix`, where it changed the article: its text. */
  readonly changed?: { readonly before: string; readonly after: string };
  /** Only with `fingerprints`: per row what it is recognised by. */
  readonly fingerprints?: readonly Fingerprint[];
  /** Only with `met`: lines of the decisions that met something; absent where the article couldn't be read and nobody keeps that. */
  readonly met?: readonly number[];
  readonly failure?: Failure;
}
