import { CLASS, Class } from '../../text/characters';
import { isAnnounced } from './contacts';
import type { Unnumbered } from './leftovers';
import type { Shape } from './shape';

/** Counted as in `blocks.ts`. */
const SURE = 0.9;

/** Whether what begins at `at` stands behind a stop, or at the start of the text. */
export function isAfterStop(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (CLASS[text.charCodeAt(before)] === Class.BLANK || CLASS[text.charCodeAt(before)] === Class.QUOTE)) before--;
  return before < 0 || '.!?؟…|:'.includes(text[before]);
}

/** What embedded posts end with: the address of a picture, who wrote them, the account in brackets, and the day. */
const SIGNATURE =
  /(?:pic\.twitter\.com\/\w{6,12}\s+)?—\s[^—\n]{2,60}\(@\w{2,20}\)\s(?:[\p{L}\p{Nd} ,،]{6,24}$|\p{L}{3,12} \p{Nd}{1,2}[,،] \p{Nd}{4}|\p{Nd}{1,2} \p{L}{3,12}[,،]? \p{Nd}{4})/u;
/** What a signature has, and so much may stand before it and behind it. */
export const SIGNED = '(@';
const BEFORE_ACCOUNT = 100;
const AFTER_ACCOUNT = 60;
/** An address of mail at the end is no longer than this. */
const ADDRESS_LENGTH = 120;

/** Posts that are signed in a paragraph, each down to its day. */
export function signaturesWithin(text: string, { start, end }: Shape, spans: Unnumbered[]): void {
  for (let at = text.indexOf(SIGNED, start); at >= 0 && at < end; at = text.indexOf(SIGNED, at + 1)) {
    const from = Math.max(start, at - BEFORE_ACCOUNT, spans.at(-1)?.kind === 'embed' ? spans.at(-1)!.end : start);
    const found = SIGNATURE.exec(text.slice(from, Math.min(end, at + AFTER_ACCOUNT)));
    if (!found || from + found.index === start) continue;
    const [first, last] = [from + found.index, from + found.index + found[0].length];
    if (first < at && last > at) spans.push({ start: first, end: last, kind: 'embed', confidence: SURE, evidence: { signature: true }, note: false });
  }
}

/** An address of mail, and an account, after the end of the last sentence. */
const ADDRESS = /[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}(?:[\s:]*(?:twitter|تويتر)?[\s:]*@\w{3,20})?$/i;

export function addressAfter(text: string, { start, end }: Shape, spans: Unnumbered[]): void {
  const from = Math.max(start, end - ADDRESS_LENGTH);
  const found = ADDRESS.exec(text.slice(from, end));
  if (!found) return;
  const at = from + found.index;
  // No sentence leads to an address without a blank.
  const isGlued = CLASS[text.charCodeAt(at - 1)] === Class.ARABIC && !isAnnounced(text, at);
  if (at === start || !(isGlued || isAfterStop(text, at)) || /[:|]\s*$/.test(text.slice(start, at).slice(-3))) return;
  spans.push({ start: at, end, kind: 'contact', confidence: SURE, evidence: { contact: true }, note: false });
}
