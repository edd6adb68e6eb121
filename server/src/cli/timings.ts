import { readStopwatch } from '../engine/stopwatch';

/**
 * A table of what a timed run spent: milliseconds of processor time, of all threads together, the rules that had something to do by what they took. The parts are
 * timed by the clock. Where that comes to more than the processor's time, other processes had it meanwhile, and all parts are scaled down alike.
 */
export function timingsTable(): string {
  const { user, system } = process.cpuUsage();
  const processor = (user + system) / 1000;
  const clock = readStopwatch();
  const sum = (rows: typeof clock): number => rows.reduce((total, [, milliseconds]) => total + milliseconds, 0);
  const scale = Math.min(1, processor / sum(clock));
  const parts = clock.map(([part, milliseconds]) => [part, scale * milliseconds] as const);
  const isRule = ([part]: readonly [string, number]): boolean => part.startsWith('rule ');
  const rules = parts.filter((part) => isRule(part) && part[1] > 0).sort((a, b) => b[1] - a[1]);
  const rows = [
    ...parts.filter((part) => !isRule(part)),
    ['rules', sum(rules)] as const,
    ...rules.map(([part, milliseconds]) => [part.replace('rule ', '  '), milliseconds] as const),
    ['all else', processor - scale * sum(clock)] as const,
    ['processor time', processor] as const,
  ];
  const width = Math.max(...rows.map(([part]) => part.length));
  return rows
    .map(([part, ms]) => `${part.padEnd(width)} ${ms.toFixed(0).padStart(8)} ms ${((100 * ms) / processor).toFixed(1).padStart(6)} %\n`)
    .join('');
}
