import { TIME } from './alone';
import type { Company } from './company';
import { interfaceWords, Lists, outletWords, sectionWords } from './lexicon';
import { byZone, type Signs, TAIL, telling } from './signs';

/** Words of a section's name above the headline. */
const KICKER_WORDS = 4;
const SITE_NAME_WORDS = 6;

/** Words that address a reader as a user of a page, and names of sites and their sections. */
export function readWords(company: Company, b: number, zone: number, signs: Signs): void {
  const { words } = company.shapes[b];
  const { lists } = company.readings[b];
  const asked = lists & Lists.INTERFACE || (lists & Lists.OUTLET && zone === TAIL) || mayBeKicker(company, b);
  if (!asked) return;
  const parts = company.plain(b).split(' ');
  let hits = 0;
  if (lists & Lists.INTERFACE) for (const word of parts) if (interfaceWords.has(word)) hits++;
  if (hits > 0) {
    const sign = INTERFACE[Math.min(hits, 3) - 1][words <= 3 ? 0 : words <= 8 ? 1 : 2] + zone;
    if (zone === TAIL && isInterface(Math.min(hits, 3), words)) signs.tell(sign, 'interface', { words: hits });
    else signs.add(sign);
  }
  if (
    lists & Lists.OUTLET &&
    zone === TAIL &&
    b === company.shapes.length - 1 &&
    words > 1 &&
    words <= SITE_NAME_WORDS &&
    outletWords.has(parts[0]) &&
    !/[.:]$/.test(company.written(b))
  )
    signs.tell(SITE_NAME, 'site-name', { last: true });
  if (!mayBeKicker(company, b)) return;
  const sections = parts.filter((word) => sectionWords.has(word)).length;
  let lines = 0;
  for (let other = 2; other < company.first; other++) if (company.judged[other] === 1 || company.readings[other].signs.includes(TIME)) lines++;
  if (sections * 2 >= parts.length) signs.tell(SECTION_ABOVE, 'category', { sections });
  else if (words <= 2 && lines >= 2) signs.tell(LABEL_ABOVE, 'category', { lines });
}

/** Whether block `b` may be the name of a section above the headline. */
function mayBeKicker(company: Company, b: number): boolean {
  const { words, stopped } = company.shapes[b];
  if (b > 0 || company.shapes.length < 2 || words > KICKER_WORDS || stopped) return false;
  const below = company.shapes[1];
  return below.words >= 5 && below.words >= words * 2 && !below.stopped && company.first >= 2;
}

/** Whether so many words of interfaces, of so many words, make a line under an article a part of its page. */
const isInterface = (hits: number, words: number): boolean => hits >= 3 || (hits === 2 && words <= 8) || words <= 3;

const INTERFACE = ['one', 'two', 'three'].map((many, n) =>
  [3, 8, 14].map((size) => byZone(`${many} of ${size} words of interfaces`, (zone) => zone === 'tail' && isInterface(n + 1, size))),
);
const SITE_NAME = telling('name of the site');
const SECTION_ABOVE = telling('section above the headline');
const LABEL_ABOVE = telling('label above the headline');
