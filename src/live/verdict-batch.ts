import type { EventSlice } from '../event';
import type { Evaluator, MatchOptions } from '../match';
import { VERDICTS } from '../match';
import type { Plan } from '../rule';

/** Consecutive events as columns; `codes` are indices in `VERDICTS`, `source` in `sources`. */
export interface VerdictBatch {
  readonly from: number;
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
  readonly codes: Uint8Array<ArrayBuffer>;
  readonly source: Uint16Array<ArrayBuffer>;
  readonly sources: readonly string[];
}

/** How many events each value and each selection matched. */
export interface Tally {
  readonly values: number[];
  readonly selections: number[];
}

/** A tally before the first event. */
export function emptyTally({ values, selections }: Plan): Tally {
  return {
    values: new Array<number>(values.length).fill(0),
    selections: new Array<number>(selections.length).fill(0),
  };
}

/** A copy of a tally. */
export function copied({ values, selections }: Tally): Tally {
  return { values: [...values], selections: [...selections] };
}

/** The verdicts on the events from `first` up to but excluding `last`, which are added to `tally`. */
export function verdictsOf(
  evaluator: Evaluator,
  slices: readonly EventSlice[],
  [first, last]: readonly [number, number],
  options: MatchOptions,
  tally?: Tally,
): VerdictBatch {
  const count = last - first;
  const columns = {
    from: first,
    starts: new Uint32Array(count),
    ends: new Uint32Array(count),
    codes: new Uint8Array(count),
    source: new Uint16Array(count),
  };
  const sources: string[] = [];
  for (let i = 0; i < count; i++) {
    const { event, range } = slices[first + i]!;
    columns.starts[i] = range.start;
    columns.ends[i] = range.end;
    const label = event ? evaluator.source(event).label : 'unreadable';
    let known = sources.indexOf(label);
    if (known < 0) known = sources.push(label) - 1;
    columns.source[i] = known;
    const verdict = event ? evaluator.verdict(event, options) : 'error';
    columns.codes[i] = VERDICTS.indexOf(verdict);
    if (tally && event && verdict !== 'not applicable') evaluator.tally(tally.values, tally.selections);
  }
  return { ...columns, sources };
}
