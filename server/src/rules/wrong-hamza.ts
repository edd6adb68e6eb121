import { rule } from './rule';
import page from './wrong-hamza.md';

const ALEF = 'ا';
const ALEF_WITH_HAMZA = 'إ';

/** Verbal nouns and verbs of the measures VII, VIII and X, and a few nouns, whose alef is silent: no house writes a hamza there. */
export const wrongHamza = rule({
  id: 'wrong-hamza',
  group: 'spelling',
  severity: 'warning',
  summary: 'A hamza is written on an alef that has none.',
  page,
  messages: {
    wasl: '{written} bears a hamza on an alef that has none: {word}.',
    write: 'Write {word}',
  },
  options: {},

  *check({ text }, { facts }) {
    for (const { start, end, misspelling, protection } of facts.misspelt) {
      if (misspelling.kind !== 'hamza') continue;
      const written = text.slice(start, end);
      const at = start + written.indexOf(ALEF_WITH_HAMZA);
      if (at < start) continue;
      const word = written.replace(ALEF_WITH_HAMZA, ALEF);
      const { sure } = misspelling;
      yield {
        start,
        end,
        message: 'wasl',
        slots: { written, word },
        fixes: [{ title: 'write', slots: { word }, safe: sure && !protection, edits: [{ start: at, end: at + 1, text: ALEF }] }],
        // Without the corpus to bear it out, the form alone tells: a name from abroad may look the same.
        severity: sure ? 'warning' : 'info',
        data: { kind: 'hamza', word },
      };
    }
  },
});
