import type { SigmaEvent } from '../event';
import { VERDICTS } from '../match';
import type { LogData } from './log-data';
import { firstEventOf } from './pieces';
import { type LogSource, unlessLost } from './source';

const MATCH = VERDICTS.indexOf('match');

/** What matching events are given to; `micros`: not a number for an event without a time. */
export interface Visitor {
  add(event: SigmaEvent, micros: number): void;
}

/**
 * Reads the events again that match, and no others, in the order of the file. `goOn` is asked after each piece that was
 * read; returns false as soon as it says so.
 */
export async function overMatches(
  { columns, times, pieces }: LogData,
  source: LogSource,
  to: Visitor,
  goOn: () => Promise<boolean>,
): Promise<boolean> {
  for (let i = 0; i < pieces.all.length; i++) {
    const piece = pieces.all[i]!;
    const next = pieces.all[i + 1];
    const first = firstEventOf(piece);
    const end = next ? firstEventOf(next) : columns.length;
    if (!columns.codes.data.subarray(first, end).includes(MATCH)) continue;
    const read = await source.read(piece.place).catch(unlessLost);
    if (!read) {
      piece.isLost = true;
      continue;
    }
    const { slices } = read;
    for (const [at, { event }] of slices.entries())
      if (event && columns.codes.data[first + at] === MATCH) to.add(event, times.micros.data[first + at]!);
    if (!(await goOn())) return false;
  }
  return true;
}
