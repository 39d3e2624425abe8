import type { Undone } from './kinds';

/** Fewer numbered lines may mean anything. */
const LEAST = 3;

/** The text without the numbers before its lines, or on lines between them; null if it has none. */
export function withoutLineNumbers(text: string): Undone | null {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const texts = [...numbersBetween(lines), ...numbersBefore(lines)];
  return texts.length > 0 ? { kind: 'line-numbers', texts } : null;
}

/** `1`, `title: …`, `2`, `id: …`: each line below its number; or first all numbers, then all lines. */
function numbersBetween(lines: readonly string[]): string[] {
  const written = lines.slice(0, lines.findLastIndex((line) => line.trim() !== '') + 1);
  const start = Number(written[0]?.trim() || Number.NaN);
  const isNumber = (line: string, n: number) => line.trim() === String(start + n);
  if (!Number.isInteger(start)) return [];
  let numbers = 0;
  while (numbers < written.length && isNumber(written[numbers]!, numbers)) numbers++;
  if (numbers >= LEAST && written.length - numbers <= numbers && written.length > numbers)
    return [written.slice(numbers).join('\n')];
  const odd = written.filter((_, i) => i % 2 === 0);
  if (odd.length < LEAST || !odd.every(isNumber)) return [];
  return [written.filter((_, i) => i % 2 === 1).join('\n')];
}

interface Numbered {
  /** What follows the number, and the column where it begins. */
  readonly rest: string;
  readonly column: number;
}

/** `1 title: …`, `2: id: …`, `3 | status: …`: each line after its number. */
function numbersBefore(lines: readonly string[]): string[] {
  const numbered = numbersOf(lines);
  if (!numbered) return [];
  const sign = signOf(numbered);
  const rests = numbered.map(
    (line): Numbered | null =>
      line && { rest: line.rest.slice(sign.length), column: line.column + sign.length },
  );
  const said = rests.filter((line) => line !== null && line.rest.trim() !== '');
  if (said.every((line) => line!.rest.startsWith('\t'))) return [joined(rests, (line) => line.rest.slice(1))];
  const blanks = (line: Numbered) => line.rest.length - line.rest.trimStart().length;
  const least = Math.min(...said.map((line) => blanks(line!)));
  const column = Math.min(...said.map((line) => line!.column + blanks(line!)));
  const cut = (line: Numbered, n: number) => line.rest.slice(Math.min(n, blanks(line)));
  return [
    ...new Set([
      joined(rests, (line) => cut(line, least)),
      joined(rests, (line) => cut(line, Math.max(0, column - line.column))),
    ]),
  ];
}

function joined(lines: readonly (Numbered | null)[], text: (line: Numbered) => string): string {
  return lines.map((line) => line && text(line)).join('\n');
}

/** The lines after their numbers, null for empty lines without one; null if a number is missing. */
function numbersOf(lines: readonly string[]): (Numbered | null)[] | null {
  let last: number | null = null;
  let blank = 0;
  let count = 0;
  const numbered: (Numbered | null)[] = [];
  for (const line of lines) {
    if (line.trim() === '') {
      numbered.push(null);
      blank++;
      continue;
    }
    const digits = /^\s*(\d+)/.exec(line);
    if (!digits) return null;
    const number = numberAt(digits[1]!, last, blank);
    if (number === null) return null;
    last = Number(number);
    blank = 0;
    count++;
    const column = digits[0].length - digits[1]!.length + number.length;
    numbered.push({ rest: line.slice(column), column });
  }
  return count >= LEAST ? numbered : null;
}

/** The digits of the line's number: a value may follow immediately. Empty lines may be counted or not. */
function numberAt(digits: string, last: number | null, blank: number): string | null {
  if (last === null) return digits;
  for (const next of new Set([last + 1, last + 1 + blank]))
    if (digits.startsWith(String(next))) return String(next);
  return null;
}

/** The sign after every number, with the space before it; empty if there is none. */
function signOf(numbered: readonly (Numbered | null)[]): string {
  const rests = numbered.flatMap((line) => (line ? [line.rest] : []));
  const sign = /^ ?[.:|)│┃→]/.exec(rests[0]!)?.[0] ?? '';
  return sign !== '' && rests.every((rest) => rest.startsWith(sign)) ? sign : '';
}
