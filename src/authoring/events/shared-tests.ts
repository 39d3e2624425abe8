import type { Scalar } from '../../text';
import type { FieldTest } from './field-test';
import { endOfPath, isPath, sensibleTest } from './sensible';

/** More alternatives would be a list of observations, not a rule. */
const MAX_VALUES = 5;
/** A shorter common stretch is chance. */
const MIN_PART = 4;
const MAX_TEXT = 400;

/** Tests of one field that several events may pass, given its value in each event; the most general first. */
export function sharedTests(field: string, values: readonly Scalar[]): FieldTest[] {
  const texts = values.map(String);
  if (texts.some((text) => text.trim() === '' || text.length > 10_000)) return [];
  const found: FieldTest[] = [];
  const add = (modifier: FieldTest['modifier'], parts: readonly Scalar[]) => {
    if (parts.length > 0 && parts.length <= MAX_VALUES) found.push({ field, modifier, values: parts });
  };
  const different = distinct(values);
  if (texts.every(isPath)) add('endswith', distinct(texts.map(endOfPath)));
  else {
    const first = values[0] === undefined ? null : sensibleTest(field, values[0]);
    if (first && first.modifier !== '') found.push(first);
  }
  if (different.length > 1 && texts.every((text) => text.length <= MAX_TEXT)) {
    for (const [modifier, part] of [
      ['endswith', commonEnd(texts)],
      ['startswith', commonStart(texts)],
      ['contains', commonPart(texts)],
    ] as const)
      if (part.trim().length >= MIN_PART) add(modifier, [part]);
  }
  if (texts.every((text) => text.length <= MAX_TEXT)) add('', different);
  return found;
}

/** The values that differ by more than case, in order. */
function distinct<T extends Scalar>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [String(value).toLowerCase(), value])).values()];
}

function commonStart([first = '', ...rest]: readonly string[]): string {
  let length = first.length;
  for (const other of rest) {
    let i = 0;
    while (i < length && i < other.length && alike(first[i]!, other[i]!)) i++;
    length = i;
  }
  return first.slice(0, length);
}

function commonEnd([first = '', ...rest]: readonly string[]): string {
  let length = first.length;
  for (const other of rest) {
    let i = 0;
    while (
      i < length &&
      i < other.length &&
      alike(first[first.length - 1 - i]!, other[other.length - 1 - i]!)
    )
      i++;
    length = i;
  }
  return first.slice(first.length - length);
}

function alike(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}

/** The longest stretch that all texts share. If there is one of some length, there is one of every smaller length. */
function commonPart(texts: readonly string[]): string {
  const [first = '', ...rest] = [...texts].sort((a, b) => a.length - b.length);
  const lower = rest.map((text) => text.toLowerCase());
  const ofLength = (length: number): string | null => {
    for (let i = 0; i + length <= first.length; i++) {
      const part = first.slice(i, i + length);
      if (lower.every((text) => text.includes(part.toLowerCase()))) return part;
    }
    return null;
  };
  let best = '';
  let low = MIN_PART;
  let high = first.length;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const part = ofLength(middle);
    if (part === null) high = middle - 1;
    else {
      best = part;
      low = middle + 1;
    }
  }
  return best;
}
