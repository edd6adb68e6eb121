import { cell, inLine, type Language, phrase, say, widthOf } from '../engine/message';
import { readStopwatch } from '../engine/stopwatch';
import type { WordKey } from '../engine/words.en';

/**
 * A table of what a timed run spent: milliseconds of processor time, of all threads together, the rules that had something to do by what they took. The parts are
 * timed by the clock. Where that comes to more than the processor's time, other processes had it meanwhile, and all parts are scaled down alike.
 */
export function timingsTable(language: Language): string {
  const { user, system } = process.cpuUsage();
  const processor = (user + system) / 1000;
  const clock = readStopwatch();
  const sum = (rows: typeof clock): number => rows.reduce((total, [, milliseconds]) => total + milliseconds, 0);
  const scale = Math.min(1, processor / sum(clock));
  const parts = clock.map(([part, milliseconds]) => [part, scale * milliseconds] as const);
  const isRule = ([part]: readonly [string, number]): boolean => part.startsWith('rule ');
  const rules = parts.filter((part) => isRule(part) && part[1] > 0).sort((a, b) => b[1] - a[1]);
  const rows = [
    ...parts.filter((part) => !isRule(part)).map(([part, milliseconds]) => [partName(part, language), milliseconds] as const),
    [say(language, phrase('timing-rules')), sum(rules)] as const,
    ...rules.map(([part, milliseconds]) => [part.replace('rule ', '  '), milliseconds] as const),
    [say(language, phrase('timing-else')), processor - scale * sum(clock)] as const,
    [say(language, phrase('timing-processor')), processor] as const,
  ];
  const width = Math.max(...rows.map(([part]) => widthOf(part)));
  const unit = inLine(language, say(language, phrase('timing-ms')));
  return rows
    .map(([part, ms]) => {
      const name = part.startsWith(' ') ? part.padEnd(width) : cell(language, part, width);
      return `${name} ${ms.toFixed(0).padStart(8)} ${unit} ${((100 * ms) / processor).toFixed(1).padStart(6)} %\n`;
    })
    .join('');
}

/** A part of the run: a step, or a step and what it is of. */
function partName(part: string, language: Language): string {
  const [step, facet] = part.split(' of ');
  const key = `timing-${step}${facet ? '-of' : ''}` as WordKey;
  return say(language, phrase(key, facet ? { facet: phrase(`facet-${facet}` as WordKey) } : {}));
}
