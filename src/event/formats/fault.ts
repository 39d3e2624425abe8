import { type Range, range, type Words } from '../../text';
import type { EventCode } from '../codes';

/** What is wrong with an event, and where. `message` begins in lower case, because a line number is put before it. */
export interface Fault {
  readonly code: EventCode;
  readonly at: Range;
  readonly message: Words;
  /** Where the next event seems to begin, if the fault is that this one was never closed. */
  readonly next?: number;
}

/** At most 40 characters of what was found, on one line. */
export function show(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** A fault from `start` to `end`. */
export function fault(code: EventCode, start: number, end: number, message: Words): Fault {
  return { code, at: range(start, Math.max(start, end)), message };
}

/**
 * The place of a fault within the event that has it. What is wrong may begin where the next event begins: then it is the
 * last character of this one.
 */
export function placedIn(at: Range, event: Range): Range {
  const start = Math.min(at.start, event.end - 1);
  return range(start, Math.min(Math.max(at.end, start + 1), event.end));
}
