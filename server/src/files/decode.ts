import type { Fault } from '../text/article';

/** What the bytes of a file say. */
export type Decoded = { readonly text: string; readonly mark: boolean } | { readonly fault: Fault };

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads bytes as UTF-8; `mark` says whether a byte order mark stood before `text`. Other bytes are a fault, never guessed text. */
export function decode(bytes: Uint8Array): Decoded {
  const text = UTF8.decode(bytes);
  return text.startsWith('\uFEFF') ? { text: text.slice(1), mark: true } : { text, mark: false };
}
