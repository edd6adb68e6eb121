// Writes the names of countries and parts of the world that tell places from persons: node test/quality/learn-places.mjs
// They come from the Unicode CLDR (Unicode License V3), as Node carries it.
import { writeFileSync } from 'node:fs';

const names = new Intl.DisplayNames('ar', { type: 'region', fallback: 'none' });
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const codes = letters.flatMap((a) => letters.map((b) => a + b));
const areas = Array.from({ length: 500 }, (_, i) => String(i + 1).padStart(3, '0'));
const found = [...codes, ...areas].flatMap((code) => {
  const name = names.of(code);
  if (!name) return [];
  const words = name
    .normalize('NFC')
    .replace(/\([^)]*\)|[\u064B-\u0652]/g, '')
    .split(/[\s،-]+/);
  // كوريا الجنوبية tells of كوريا, سان مارتن of no place.
  return words.length === 1 || words.slice(1).every((word) => word.startsWith('ال')) ? words.slice(0, 1) : [];
});
const list = [...new Set(found)].filter((word) => /^[ء-ي]{3,}$/.test(word)).sort();
const source = `Unicode CLDR ${process.versions.cldr}, names of regions in Arabic, by test/quality/learn-places.mjs. Unicode License V3.`;
writeFileSync('server/src/corpus/names/places.json', `${JSON.stringify({ source, names: list }, null, 1)}\n`);
console.log(`${list.length} names`);
