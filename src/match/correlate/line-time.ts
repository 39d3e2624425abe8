import type { SigmaEvent } from '../../event';

/** How a log line without structure begins with a time, or has it in brackets as web servers write it. */
const BEGINNINGS: readonly RegExp[] = [
  /^\[?(\d{4}([-/])\d{2}\2\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?)(?![\w.:+-])/,
  /^(?:<\d{1,3}>)?([A-Z][a-z]{2} [ \d]\d (?:\d{4} )?\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?)(?= )/,
  /^<\d{1,3}>1? ?(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)(?= )/,
  // The start of Apache's error log
  /^\[((?:[A-Z][a-z]{2} ){2}[ \d]\d \d{2}:\d{2}:\d{2}(?:\.\d+)? \d{4})\]/,
  /^\S+ \S+ \S+ \[(\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2} [+-]\d{4})\]/,
];
const LONGEST = 300;

/** The field that holds a line without structure. */
export const LINE_FIELD = 'message';

/**
 * The text of the time at the start of an event that is a single line without structure; null for every other event.
 */
export function lineTime(event: SigmaEvent): string | null {
  const line = event.get(LINE_FIELD);
  if (typeof line !== 'string') return null;
  const beginning = line.slice(0, LONGEST);
  for (const one of BEGINNINGS) {
    const found = one.exec(beginning)?.[1];
    if (found !== undefined) return event.fields().length === 1 ? found : null;
  }
  return null;
}
