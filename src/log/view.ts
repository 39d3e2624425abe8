import { type LogColumns, PENDING, selectionBit } from './columns';

/** Which events of a log are listed, and in which order. */
export interface LogView {
  /** Only events with one of these verdicts, as indices in `VERDICTS`; null: any verdict. */
  readonly verdicts: readonly number[] | null;
  /** Only events that this selection of the rule matches, whatever the verdict. */
  readonly selection: number | null;
  readonly order: 'file' | 'time' | 'time down';
}

/** All events, in the order of the file. */
export const WHOLE: LogView = { verdicts: null, selection: null, order: 'file' };

/** The indices of all events by time; those without one come last, equal times in file order. */
export function byTime(times: Float64Array, length: number): Uint32Array {
  const order = new Uint32Array(length);
  let isSorted = true;
  for (let i = 0; i < length; i++) {
    order[i] = i;
    if (i > 0 && !(times[i - 1]! <= times[i]!)) isSorted = false;
  }
  if (isSorted) return order;
  const key = (event: number) => (Number.isNaN(times[event]!) ? Infinity : times[event]!);
  return order.sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    return x === y ? a - b : x - y;
  });
}

/**
 * The events of `view` that the search finds, in its order. `times`: for each event, as `byTime` takes them. `sorted`:
 * the result of `byTime`; without it, times do not sort. With `searching`, only found events are listed.
 */
export function eventsInView(
  columns: LogColumns,
  times: Float64Array,
  view: LogView,
  searching: boolean,
  sorted: Uint32Array | null,
): Uint32Array {
  const { length } = columns;
  const codes = columns.codes.data;
  const selections = columns.selections.data;
  const found = columns.found.data;
  const wanted = new Uint8Array(256);
  for (const code of view.verdicts ?? []) wanted[code] = 1;
  const bit = view.selection === null ? 0 : selectionBit(view.selection);
  const isListed = (event: number) =>
    (view.verdicts === null || wanted[codes[event]!] === 1) &&
    (bit === 0 || (codes[event] !== PENDING && (selections[event]! & bit) !== 0)) &&
    (!searching || found[event] === 1);
  const listed = new Uint32Array(length);
  let count = 0;
  const order = view.order === 'file' ? null : sorted;
  const known = order ? Math.min(order.length, length) : length;
  if (!order || view.order === 'time') {
    for (let i = 0; i < known; i++) {
      const event = order ? order[i]! : i;
      if (isListed(event)) listed[count++] = event;
    }
  } else {
    // Latest first; events without a time stay last, and equal times stay in file order.
    let end = known;
    while (end > 0 && Number.isNaN(times[order[end - 1]!]!)) end--;
    for (let last = end; last > 0; ) {
      let first = last - 1;
      while (first > 0 && times[order[first - 1]!] === times[order[last - 1]!]) first--;
      for (let i = first; i < last; i++) if (isListed(order[i]!)) listed[count++] = order[i]!;
      last = first;
    }
    for (let i = end; i < known; i++) if (isListed(order[i]!)) listed[count++] = order[i]!;
  }
  // Not a view on the large array: it would be kept as long as the list.
  return listed.slice(0, count);
}
