import { markFor } from '../text/pairing';
import { DOUBLE_PRIME, type Mark, Role } from '../text/quotations';
import { Holds } from './holdings';
import { isBalanced, isTurned, replaceMark } from './quotes';
import page from './reversed-quote.md';
import { type Edit, type Problem, rule } from './rule';

/** Quotation marks that face the wrong way, by the order that the article or its source keeps to. */
export const reversedQuote = rule({
  id: 'reversed-quote',
  group: 'quotes',
  severity: 'warning',
  summary: 'A quotation mark faces the wrong way.',
  page,
  messages: {
    opening: '{mark} opens a quotation here; elsewhere it closes them.',
    closing: '{mark} closes a quotation here; elsewhere it opens them.',
    pair: '{mark} belongs to the other end of this quotation.',
    prime: '{mark} is the sign of inches and seconds; here it closes a quotation.',
    open: 'Open with {mark}',
    close: 'Close with {mark}',
    turn: 'Turn both marks around',
  },
  options: {},
  needs: Holds.QUOTE,

  *check(_article, { facts }) {
    const { readings, conventions } = facts.quotations;
    for (const reading of readings) {
      const { marks, roles, partners } = reading;
      const balanced = isBalanced(reading);
      const problems: Problem[] = [];
      for (let first = 0; first < marks.length; first++) {
        const last = partners[first];
        if (last < first) continue;
        const ends = [marks[first], marks[last]];
        const clear = balanced && ends[0].lean >= 0 && ends[1].lean <= 0;
        if (ends[1].glyph === DOUBLE_PRIME) {
          const safe = clear && ends[1].lean < 0;
          problems.push(problem(ends[1], 'prime', 'close', [replaceMark(ends[1], markFor(ends[0].family, Role.CLOSES, conventions))], safe));
          continue;
        }
        const { family } = ends[0];
        if (family !== ends[1].family) continue;
        const turned = ends.filter((mark) => isTurned(mark, roles[mark === ends[0] ? first : last], conventions));
        const { known } = conventions[family];
        const edits = turned.map((mark) => replaceMark(mark, markFor(family, mark === ends[0] ? Role.OPENS : Role.CLOSES, conventions)));
        if (turned.length === 2) {
          // As a pair the two could be the other order, and right.
          const safe = clear && ends.every(({ lean }) => lean !== 0);
          if (known) problems.push(...ends.map((mark) => problem(mark, 'pair', 'turn', edits, safe)));
        } else if (turned.length === 1) {
          const [mark] = turned;
          const opens = mark === ends[0];
          // Within a quotation of another kind it may be that one's close, with a blank on the wrong side.
          const nested = marks.some(({ family: around }, other) => other < first && partners[other] > last && around !== family);
          const safe = known && clear && mark.lean !== 0 && !nested;
          problems.push(problem(mark, opens ? 'opening' : 'closing', opens ? 'open' : 'close', edits, safe));
        }
      }
      yield* problems.sort((a, b) => a.start - b.start);
    }
  },
});

function problem({ offset, glyph }: Mark, kind: string, title: string, edits: readonly Edit[], safe: boolean): Problem {
  return {
    start: offset,
    end: offset + 1,
    message: kind,
    slots: { mark: glyph },
    fixes: [{ title, slots: { mark: edits[0].text }, safe, edits }],
    data: { kind },
  };
}
