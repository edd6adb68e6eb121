import type { Fault } from '../text/article';
import { Holds } from './holdings';
import { rule } from './rule';
import page from './unreadable-file.md';

const MESSAGES: Readonly<Record<Fault['kind'], string>> = {
  'windows-1256':
    'The file is not UTF-8: it looks like Windows-1256, the old encoding of Arabic. Convert it, for instance with "iconv -f WINDOWS-1256 -t UTF-8".',
  'utf-16': 'The file is not UTF-8: it looks like {detail}. Convert it to UTF-8, or save it again as UTF-8.',
  binary: 'The file is no text: it looks like {detail}. Take it out of the corpus, or exclude it in corpuslint.jsonc.',
  truncated: 'The file ends in the middle of a character (line {line}, {detail}): its end was cut off. Fetch it again.',
  'lone-surrogate':
    'Line {line} holds half a character ({detail}): a program wrote UTF-16 surrogates as if they were UTF-8. Write the file again from its source.',
  encoding: "The file is not UTF-8: line {line} can't be read ({detail}). Convert it to UTF-8, or fetch it again.",
  unreadable: "The file can't be opened: {detail}. Check that you may read it.",
};

/** Files that couldn't be opened or aren't text in UTF-8. They are never touched. */
export const unreadableFile = rule({
  id: 'unreadable-file',
  group: 'file',
  severity: 'error',
  summary: "A file can't be opened, or isn't text in UTF-8.",
  page,
  messages: MESSAGES,
  options: {},
  needs: Holds.FAULT,

  *check({ fault }) {
    if (!fault) return;
    const { kind, detail, byte, line } = fault;
    const words = byte ? { key: 'byte', slots: { byte: byte.value, offset: byte.offset } } : { key: detail };
    yield { start: 0, end: 0, message: kind, slots: { detail: words, line: line + 1 }, data: { kind, detail, line } };
  },
});
