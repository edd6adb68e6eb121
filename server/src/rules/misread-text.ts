import type { Article } from '../text/article';
import { ODD, Odd } from '../text/characters';
import { findMisread } from '../text/misread';
import { Holds } from './holdings';
import page from './misread-text.md';
import { recurring } from './recurring';
import { rule } from './rule';

/** Text that was read in a wrong encoding, with what it says. One finding an article. */
export const misreadText = rule({
  id: 'misread-text',
  group: 'characters',
  severity: 'warning',
  summary: 'Text was read in a wrong encoding.',
  page,
  messages: {
    once: '{written} is {meant} read in a wrong encoding.',
    often: {
      by: 'others',
      one: '{written} is {meant} read in a wrong encoding; one more place of the article was read so too.',
      other: '{written} is {meant} read in a wrong encoding; {others} more places of the article were read so too.',
    },
    write: 'Write {meant}',
    writeAll: 'Write what was meant at all {count} places',
  },
  options: {},
  needs: Holds.MISREAD,

  *check(article, { leftovers }) {
    if (!isSuspect(article)) return;
    const found = findMisread(article.text).filter(({ start, end }) => !leftovers.covers(start, end));
    if (found.length === 0) return;
    // One place alone may be what the text speaks of.
    const places = found.map(({ start, end, meant }) => ({ start, end, text: meant, safe: found.length > 1 }));
    const [{ start, end, meant }] = found;
    yield recurring(places, { kind: 'misread-text' }, { written: article.text.slice(start, end), meant });
  },
});

const SECTION = '§';

/** Whether something stands there that misread text is full of, with a neighbour that makes it one. */
function isSuspect({ text, odd }: Article): boolean {
  for (const at of odd) {
    if (ODD[text.charCodeAt(at)] !== Odd.MISREAD) continue;
    if (text[at] === SECTION || text[at] === '€' ? 'طâ'.includes(text[at - 1] ?? ' ') : text.charCodeAt(at + 1) >= 0x80) return true;
  }
  return false;
}
