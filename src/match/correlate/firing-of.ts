import type { Firing, FiringAbsence, GroupKey, Member } from './firing';
import type { Occurrence } from './occurrence';
import type { Absence } from './slide';

/** What a firing is made from: its occurrences in order of time, and the window's value at each. */
export interface FiredWindows {
  readonly key: GroupKey;
  readonly occurrences: readonly Occurrence[];
  readonly values: readonly number[];
  /** The occurrence with which the condition first holds. */
  readonly fires: number;
  readonly absence: Absence | undefined;
}

/** The firing of a correlation as results have it. `last`: the time of the last of all events, in microseconds. */
export function firingOf(correlation: number, fired: FiredWindows, last: () => number): Firing {
  const { key, occurrences, values, fires, absence } = fired;
  return {
    correlation,
    key,
    start: occurrences[0]!.micros / 1000,
    end: occurrences[occurrences.length - 1]!.micros / 1000,
    members: occurrences.map(member),
    value: occurrences.map((o, i) => ({ event: o.event, value: values[i]! })),
    fires,
    ...(absence ? { absence: absenceOf(absence, last()) } : {}),
  };
}

export function member({ event, micros, references, firing }: Occurrence): Member {
  return { event, at: micros / 1000, references, ...(firing ? { firing } : {}) };
}

function absenceOf({ rules, from, to }: Absence, last: number): FiringAbsence {
  const absence = { references: rules, from: from / 1000, to: to / 1000 };
  return last < to ? { ...absence, known: last / 1000 } : absence;
}

type Begun = Pick<Firing, 'start' | 'key'>;

/** The order of a correlation's firings: by start, then by key. */
export function byStart(): (a: Begun, b: Begun) => number {
  const texts = new Map<GroupKey, string>();
  const text = (key: GroupKey) => {
    let known = texts.get(key);
    if (known === undefined) {
      known = JSON.stringify(key);
      texts.set(key, known);
    }
    return known;
  };
  return (a, b) => a.start - b.start || compare(text(a.key), text(b.key));
}

/** The order of texts by their characters' codes. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
