import type { Phrase, Slots } from '../rules/phrase';
import { phrase, say } from './message';
import type { Term, WordKey } from './words.en';

/** What a person did or must mend: told in one line, without a trace. `message` is English, `phrase` for any language. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly phrase: Phrase;
  /** What else is to be told with it, each in its own line. */
  readonly others: readonly UserError[] = [];

  constructor(key: WordKey, slots: Slots = {}) {
    super(say('en', phrase(key, slots)));
    this.phrase = phrase(key, slots);
  }
}

/** What the system says, in words. Codes that people meet; anything else speaks for itself. */
const REASONS: Readonly<Record<string, Term>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EISDIR: 'it is a folder',
  EEXIST: 'it is there already',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
  ENOSPC: 'no space left on the disk',
  EROFS: 'the disk is read-only',
  EIO: 'the disk failed',
  EBUSY: 'it is in use',
  ENAMETOOLONG: 'the name is too long',
};

/** Why a call to the system failed, in English words; as the key of a phrase they are said in any language. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? message ?? String(error);
}
