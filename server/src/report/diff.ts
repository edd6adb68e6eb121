import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Reporter } from './reporter';

/** What the fixes change, as one unified diff that `patch -p1` and `git apply` take. */
export const diffReporter = (): Reporter => ({
  article({ file, changed }) {
    if (!changed) return '';
    const name = file.replace(/^(?:\.?\/)+/, '');
    return createTwoFilesPatch(`a/${name}`, `b/${name}`, changed.before, changed.after, '', '', { headerOptions: FILE_HEADERS_ONLY });
  },
  end: () => '',
});
