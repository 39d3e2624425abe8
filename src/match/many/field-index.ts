import { NumberPredicate, TextPredicate } from '../../rule';
import { GramIndex } from './gram-index';
import { literalsOf } from './literals';
import { type Seen, seenOf } from './seen-texts';
import type { Test } from './tests';

/** What to look for in one field or, for keywords, in every value. */
export interface FieldIndex {
  readonly grams: GramIndex;
  /** By literal: the tests that it decides, and those that it only makes possible. */
  readonly tests: readonly (readonly Test[])[];
  /** Length of the shortest literal: nothing occurs in a shorter text. */
  readonly shortest: number;
  /** True if the text of a number can contain one of the literals. */
  readonly digits: boolean;
  /** What follows from a number, for numbers that plans are anchored in. */
  readonly numbers: ReadonlyMap<number, Seen>;
}

/** The characters of numbers: `1e+21`, `Infinity`. */
const PART_OF_NUMBER = /^[-+0-9.einfty]*$/;

/** The index of one field for `tests`, all of that field; undefined if no plan is anchored in it. */
export function fieldIndex(tests: readonly Test[]): FieldIndex | undefined {
  if (!tests.some(({ plans }) => plans.length > 0)) return undefined;
  const byLiteral = new Map<string, Test[]>();
  const numbers = new Map<number, Test[]>();
  for (const test of tests) {
    const { predicate, plans } = test;
    if (predicate instanceof NumberPredicate) {
      if (plans.length > 0) push(numbers, predicate.value, test);
    } else for (const literal of literalsOf(predicate) ?? []) push(byLiteral, literal, test);
  }
  const literals = [...byLiteral.keys()];
  const digits = literals.some((text) => PART_OF_NUMBER.test(text));
  const shortest = Math.min(...literals.map((text) => text.length));
  const follow = new Map([...numbers].map(([number, equal]) => [number, seenOf([], equal)]));
  return {
    grams: new GramIndex(literals),
    tests: [...byLiteral.values()],
    shortest,
    digits,
    numbers: follow,
  };
}

/** True if finding the literal where its shape requires it is the whole test. */
export function isDecided({ predicate }: Test): boolean {
  return (
    predicate instanceof TextPredicate &&
    !predicate.cased &&
    predicate.pattern.shape !== 'general' &&
    literalsOf(predicate) !== null
  );
}

/** Whether a decided test passes with its literal at this place in a text of `length` characters. */
export function covers(test: Test, start: number, end: number, length: number): boolean {
  const { shape } = (test.predicate as TextPredicate).pattern;
  if (shape === 'contains') return true;
  if (shape === 'starts') return start === 0;
  return end === length && (shape === 'ends' || start === 0);
}

function push<K>(map: Map<K, Test[]>, key: K, test: Test): void {
  const list = map.get(key);
  if (list) list.push(test);
  else map.set(key, [test]);
}
