import { AS_OURS, type Readings } from '../../knowledge';
import { fold } from '../../rule';
import { isNumber, jsonText } from '../../text';
import type { Firing, GroupKey } from './firing';

/** Something that a correlation counts: an event, or a firing of an inner correlation. */
export interface Occurrence {
  readonly micros: number;
  /** The event's index in the document; for a firing, its last event's. */
  readonly event: number;
  /** The references that it matched, in ascending order. */
  references: number[];
  readonly firing?: Firing;
  /** What it adds: the tuple for `value_count`, the number for `value_sum` and similar types. */
  readonly tuple: string;
  readonly number: number;
}

/** All occurrences with one group key. */
export interface Group {
  readonly key: GroupKey;
  readonly occurrences: Occurrence[];
}

/** A field's value as the text for grouping and counting; null if the field is absent or null. */
export function groupText(value: unknown, readings: Readings = AS_OURS): string | null {
  if (value === undefined || (value === null && !readings['group-null'])) return null;
  const text = typeof value === 'object' ? jsonText(value) : String(value);
  return readings['group-text-case'] ? fold(text) : text;
}

/** A field's value as a number, for numbers and texts that are numbers; NaN for everything else. */
export function groupNumber(value: unknown): number {
  if (isNumber(value)) return Number(value);
  if (typeof value === 'string' && /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(value))
    return Number(value);
  return Number.NaN;
}
