import { AS_OURS, type Readings } from '../../knowledge';
import { fold } from '../../rule';
import { isNumber, jsonText } from '../../text';
import type { Firing, GroupKey } from './firing';

/** Something that a correlation counts: an event, or a firing of an inner correlation. */
export interface Occurrence {
  readonly micros: number;
  /** The event's index in the document; of a firing its last event's. */
  readonly event: number;
  /** The references that it matched, ascending. */
  references: number[];
  readonly firing?: Firing;
  /** What it adds: the distinct tuple for `value_count`, the number for `value_sum` and its like. */
  readonly tuple: string;
  readonly number: number;
}

/** All occurrences with one group key. */
export interface Group {
  readonly key: GroupKey;
  readonly occurrences: Occurrence[];
}

/** A field's value as the text that is grouped and counted by; null where the event lacks it, or has null. */
export function groupText(value: unknown, readings: Readings = AS_OURS): string | null {
  if (value === undefined || (value === null && !readings['group-null'])) return null;
  const text = typeof value === 'object' ? jsonText(value) : String(value);
  return readings['group-text-case'] ? fold(text) : text;
}

/** A field's value as a number: numbers, and texts that are one; NaN for everything else. */
export function groupNumber(value: unknown): number {
  if (isNumber(value)) return Number(value);
  if (typeof value === 'string' && /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(value))
    return Number(value);
  return Number.NaN;
}
