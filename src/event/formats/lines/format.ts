import { range, say } from '../../../text';
import { LineReader } from '../by-line';
import { SIGHT, type TextFormat } from '../format';
import type { FieldSpan } from '../span-syntax';

/** The name of this format, as which text is read that no other format recognises. */
export const PLAIN_LINES = 'plain lines';

/** How log lines without further structure begin, and the words for it. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^\S+ \S+ \S+ \[\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:/, 'like those of web servers'],
  [/^(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} /, 'with a time as syslog writes it'],
  [/^<\d{1,3}>1? ?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, 'with a time as syslog writes it'],
  [/^\[?\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/, 'with a time'],
];

/** Log lines as they are: one value each, for keywords. */
export const linesFormat: TextFormat = {
  name: PLAIN_LINES,
  recognise: (text, at) => {
    const line = text.slice(at, at + SIGHT);
    const beginning = BEGINNINGS.find(([pattern]) => pattern.test(line));
    return beginning ? say`the line begins ${beginning[1]}` : null;
  },
  reader: (scan) => new LineReader(scan, PLAIN_LINES, spansOf),
};

function spansOf(line: string): readonly FieldSpan[] {
  return [{ name: 'message', value: line, key: null, at: range(0, line.length) }];
}
