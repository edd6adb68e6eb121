/** What a person did or must mend: told in one line, without a trace. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** What the system says, in words. Codes that people meet; anything else speaks for itself. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EISDIR: 'it is a folder',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
  ENOSPC: 'no space left on the disk',
  EROFS: 'the disk is read-only',
  EIO: 'the disk failed',
  EBUSY: 'it is in use',
  ENAMETOOLONG: 'the name is too long',
};

/** Why a call to the system failed, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? message ?? String(error);
}
