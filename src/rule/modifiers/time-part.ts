import type { TimePart } from '../value/written-time';
import { type Modifier, one } from './modifier';

const EXAMPLES: Record<TimePart, number> = { minute: 30, hour: 22, day: 31, week: 53, month: 12, year: 2026 };

/** What `minute` … `year` share: a part of the timestamp as its clock was written; `lt` … `gte` may follow. */
export function timePartModifier(part: TimePart, what: string): Modifier {
  return {
    name: part,
    doc: {
      summary: `${what} of the timestamp as written, without conversion between time zones.`,
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
