import type { TimePart } from '../value/written-time';
import { type Modifier, one } from './modifier';

const EXAMPLES: Record<TimePart, number> = { minute: 30, hour: 22, day: 31, week: 53, month: 12, year: 2026 };

/** Shared by `minute` … `year`: a part of the timestamp in its own time zone. `lt` … `gte` may follow. */
export function timePartModifier(part: TimePart, what: string): Modifier {
  return {
    name: part,
    doc: {
      summary: `${what} of the timestamp as written, in its own time zone.`,
      example: `TimeCreated|${part}|gte: ${EXAMPLES[part]}`,
    },
    takes: ['number'],
    wants: 'a number (without quotes)',
    apply: (draft) =>
      one({
        kind: 'time',
        part,
        value: draft.kind === 'number' ? draft.value : Number.NaN,
        written: draft.kind === 'number' ? draft.written : '',
      }),
  };
}
