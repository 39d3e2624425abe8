import type { Expectation } from '../../src/expect';

/** The events of a text and what is expected of each: an event is known by its text. */
export interface ExpectedEvents {
  /** The text of each event, or anything that is the same for the same text. */
  readonly keys: readonly string[];
  /** For each event what is expected of it; null if nothing is. */
  readonly expected: readonly (Expectation | null)[];
}

/** What is expected of the events of a text after it was changed: it goes with the event. */
export function carried(
  { keys: before, expected }: ExpectedEvents,
  after: readonly string[],
): (Expectation | null)[] {
  return sources(before, after).map((index) => (index === null ? null : (expected[index] ?? null)));
}

/**
 * For each part of a text after a change, the part before that it comes from; null for a new one. A part that is still there
 * is the same, wherever it stands now; one whose text changed is the one that stood at its place. If none is left, the text
 * is another, unless it has one part before and after: that was edited.
 */
export function sources(before: readonly string[], after: readonly string[]): (number | null)[] {
  const from = counterparts(before, after);
  const isOther = !from.some((index) => index !== null) && (before.length > 1 || after.length > 1);
  if (isOther) return after.map(() => null);
  const taken = new Set(from);
  from.forEach((index, i) => {
    if (index !== null) return;
    const next = i === 0 ? 0 : (from[i - 1] ?? Number.NaN) + 1;
    if (!(next < before.length) || taken.has(next)) return;
    taken.add(next);
    from[i] = next;
  });
  return from;
}

/** For each event after, the one before that has the same text; those at both ends of the text first, then in order. */
function counterparts(before: readonly string[], after: readonly string[]): (number | null)[] {
  const from: (number | null)[] = after.map(() => null);
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) {
    from[start] = start;
    start++;
  }
  let end = 0;
  while (end < least - start && before[before.length - 1 - end] === after[after.length - 1 - end]) {
    from[after.length - 1 - end] = before.length - 1 - end;
    end++;
  }
  const places = new Map<string, number[]>();
  for (let i = before.length - 1 - end; i >= start; i--) {
    const list = places.get(before[i]!);
    if (list) list.push(i);
    else places.set(before[i]!, [i]);
  }
  for (let i = start; i < after.length - end; i++) from[i] = places.get(after[i]!)?.pop() ?? null;
  return from;
}
