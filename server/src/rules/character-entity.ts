import { decodeHTMLStrict } from 'entities/decode';
import { nearestLineEnd } from '../text/article';
import { CLASS, Class, NO_BREAK_SPACE, ODD, Odd } from '../text/characters';
import page from './character-entity.md';
import { Holds } from './holdings';
import { type Place, recurring } from './recurring';
import { rule } from './rule';

/** The longest name of a character in HTML has 31 letters; what was escaped again and again is longer. */
const LONGEST = 48;
/** `&quot;`, `&#34;`, `&#x22;`, and the same with its own ampersand escaped, once or more. */
const REFERENCE = /^&(?:amp;)*(#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,30});/i;

/** Characters by the name or number that they have in the source of a page. One finding for each name and article. */
export const characterEntity = rule({
  id: 'character-entity',
  group: 'characters',
  severity: 'warning',
  summary: 'A character stands here by its name in a page’s source.',
  page,
  messages: {
    once: '{written} is how the source of a page writes {meant}.',
    often: {
      by: 'others',
      one: '{written} is how the source of a page writes {meant}; it stands at one more place of the article.',
      other: '{written} is how the source of a page writes {meant}; it stands at {others} more places of the article.',
    },
    write: 'Write {meant}',
    writeAll: 'Write {meant} at all {count} places',
    blank: 'a blank',
    line: 'the end of a line',
    nothing: 'a character without width',
  },
  options: {},
  needs: Holds.AMPERSAND,

  *check(article, { leftovers }) {
    const { text, odd } = article;
    const found = new Map<string, Place[]>();
    for (const at of odd) {
      if (ODD[text.charCodeAt(at)] !== Odd.AMPERSAND) continue;
      const match = REFERENCE.exec(text.slice(at, at + LONGEST));
      if (!match) continue;
      const meant = decodeHTMLStrict(`&${match[1]};`);
      if (meant.startsWith('&') && meant.length > 1) continue;
      const end = at + match[0].length;
      if (leftovers.covers(at, end)) continue;
      const known = found.get(match[0]) ?? [];
      found.set(match[0], known);
      known.push({ start: at, end, text: plain(meant, nearestLineEnd(article, at)), safe: isSafe(meant) });
    }
    const showsPages = isAboutPages(found);
    for (const [written, all] of found) {
      const places = showsPages ? all.map((place) => ({ ...place, safe: false })) : all;
      yield recurring(places, { kind: 'character-entity', character: places[0].text }, { written, meant: nameOf(places[0].text) });
    }
  },
});

/** Whether a text shows how pages are written: it has references to the brackets of tags, or one of an ampersand and one that was escaped again. */
const isAboutPages = (found: ReadonlyMap<string, unknown>): boolean =>
  found.has('&lt;') || found.has('&gt;') || (found.has('&amp;') && [...found.keys()].some((written) => /^&amp;./.test(written)));

/** A blank that doesn't break is a blank in running text. */
function plain(meant: string, lineEnd: string): string {
  const is = CLASS[meant.charCodeAt(0)];
  if (is === Class.LINE_END) return lineEnd;
  if (is === Class.BLANK) return ' ';
  return is === Class.HIDDEN ? '' : meant;
}

/** Brackets may be those of a tag that the text shows, and what can't be seen may part words. */
function isSafe(meant: string): boolean {
  const code = meant.charCodeAt(0);
  if ('<>'.includes(meant) || CLASS[code] === Class.HIDDEN || CLASS[code] === Class.LINE_END) return false;
  return CLASS[code] !== Class.BLANK || code === NO_BREAK_SPACE || meant === ' ';
}

const nameOf = (meant: string) => {
  const is = CLASS[meant.charCodeAt(0)];
  if (meant === '') return { key: 'nothing' };
  return is === Class.BLANK ? { key: 'blank' } : is === Class.LINE_END ? { key: 'line' } : meant;
};
