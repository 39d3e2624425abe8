import { NumberPredicate, TextPredicate } from '../../rule';
import { type Edge, EdgeTable } from './edge-table';
import { GramIndex } from './gram-index';
import { literalsOf } from './literals';
import { type Literal, Searched } from './searched';
import type { Test } from './tests';

/**
 * What to look for in one field or, for keywords, in every value. What is found is told by numbers: `tests` has the
 * tests of each.
 */
export class FieldIndex {
  /** By number: the tests that pass or become possible. */
  readonly tests: readonly (readonly Test[])[];
  /** Length of the shortest literal: nothing occurs in a shorter text. */
  readonly shortest: number;
  /** True if the text of a number can contain one of the literals. */
  readonly digits: boolean;
  /** The number of what follows from a number, for numbers that plans are anchored in. */
  readonly numbers: ReadonlyMap<number, number>;
  /** All literals. */
  readonly literals: readonly string[];
  private readonly grams: GramIndex | null;
  private readonly edges: readonly EdgeTable[];

  constructor(tests: readonly Test[]) {
    const found: Test[][] = [];
    const places = new Map<string, number>();
    const literals: Record<Edge | 'anywhere', Literal[]> = { start: [], end: [], whole: [], anywhere: [] };
    const numbers = new Map<number, number>();
    const add = (key: string, test: Test): number | undefined => {
      const known = places.get(key);
      if (known !== undefined) {
        found[known]!.push(test);
        return undefined;
      }
      places.set(key, found.push([test]) - 1);
      return found.length - 1;
    };
    for (const test of tests) {
      const { predicate, plans } = test;
      if (predicate instanceof NumberPredicate) {
        if (plans.length === 0) continue;
        const made = add(`=${predicate.value}`, test);
        if (made !== undefined) numbers.set(predicate.value, made);
        continue;
      }
      const place = placeOf(test);
      for (const text of literalsOf(predicate) ?? []) {
        const literal = add(`${place}:${text}`, test);
        if (literal !== undefined) literals[place].push({ text, literal });
      }
    }
    const { start, end, whole, anywhere } = literals;
    const all = [...start, ...end, ...whole, ...anywhere].map(({ text }) => text);
    this.tests = found;
    this.numbers = numbers;
    this.digits = all.some((text) => PART_OF_NUMBER.test(text));
    this.shortest = all.reduce((least, { length }) => Math.min(least, length), Number.POSITIVE_INFINITY);
    this.literals = all;
    this.grams = anywhere.length > 0 ? new GramIndex(anywhere) : null;
    this.edges = (['start', 'end', 'whole'] as const)
      .filter((edge) => literals[edge].length > 0)
      .map((edge) => new EdgeTable(literals[edge], edge));
  }

  /** Adds the numbers of what the text holds to `found`, some perhaps several times. */
  scan(text: string, found: number[]): void {
    searched.turnTo(text);
    for (let i = 0; i < this.edges.length; i++) this.edges[i]!.scan(searched, found);
    this.grams?.scan(searched, found);
  }
}

/** Shared by all searches: they are never nested. */
const searched = new Searched();

/** The characters of numbers: `1e+21`, `Infinity`. */
const PART_OF_NUMBER = /^[-+0-9.einfty]*$/;

/** The index of one field for `tests`, all of that field; undefined if no plan is anchored in it. */
export function fieldIndex(tests: readonly Test[]): FieldIndex | undefined {
  return tests.some(({ plans }) => plans.length > 0) ? new FieldIndex(tests) : undefined;
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

function placeOf(test: Test): Edge | 'anywhere' {
  if (!isDecided(test)) return 'anywhere';
  const { shape } = (test.predicate as TextPredicate).pattern;
  return shape === 'starts' ? 'start' : shape === 'ends' ? 'end' : shape === 'exact' ? 'whole' : 'anywhere';
}
