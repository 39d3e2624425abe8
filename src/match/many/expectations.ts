import { TextPredicate } from '../../rule';
import { literalsOf } from './literals';
import type { Node, Test } from './tests';

/** How often a test can be expected to be possible, from 0 (never) to 1 (in each event), and more for costly tests. */
export type Expectation = (test: Test) => number;

/** What a group of rules has seen in the events so far. */
export interface Observed {
  readonly events: number;
  /** By test: 0 if it was never searched for. */
  readonly searched: Uint8Array;
  /** By test: in how many events it was possible. */
  readonly hits: Uint32Array;
  /** By test: how often a rule asked for it. */
  readonly asked: Uint32Array;
}

/** What follows from finding a literal costs about as much as half a run of a test. */
const RUN = 2;

/** True if searching for a test costs less than running it where a rule asks: it is asked for and seldom possible. */
export function isWorthSearching(test: number, { searched, hits, asked }: Observed): boolean {
  return searched[test] !== 0 && hits[test]! < asked[test]! * RUN;
}

/** The weight of a guess, in events seen. */
const GUESS_WEIGHT = 20;

/**
 * Rates tests by the events seen so far; before that, by how many rules look for the same: rules often name common
 * programs, and long texts are rare in events.
 */
export function expectations(tests: readonly Test[], observed?: Observed): Expectation {
  const popularity = new Map<string, number>();
  for (const { predicate } of tests)
    for (const literal of literalsOf(predicate) ?? [])
      popularity.set(literal, (popularity.get(literal) ?? 0) + 1);
  return (test) => {
    const guess = guessed(test, popularity);
    if (!observed || observed.searched[test.id] === 0) return guess;
    const { hits, events } = observed;
    return (effort(test) * hits[test.id]! + guess * GUESS_WEIGHT) / (events + GUESS_WEIGHT);
  };
}

function guessed(test: Test, popularity: ReadonlyMap<string, number>): number {
  const { predicate } = test;
  const literals = literalsOf(predicate);
  if (literals === null) return 0.05;
  const ending =
    predicate instanceof TextPredicate &&
    (predicate.pattern.shape === 'ends' || predicate.pattern.shape === 'exact');
  return literals.reduce((sum, literal) => {
    const common = Math.min(1, (popularity.get(literal) ?? 1) / 50);
    const length = BEYOND.test(literal) ? 1 : literal.length < 4 ? 50 : literal.length < 6 ? 10 : 1;
    return sum + (ending ? 0.01 : 0.004) * (1 + 20 * common) * length * effort(test);
  }, 0);
}

/** Emoji and look-alikes are rare, however short. */
const BEYOND = /[^\0-\x7f]/;

/** A keyword may be anywhere in the event; an expression has to run wherever its literal occurs. */
function effort({ slot, predicate }: Test): number {
  if (slot < 0) return 4;
  return predicate instanceof TextPredicate ? 1 : 10;
}

/**
 * The same condition with its parts reordered so that it is decided soonest: of parts that all have to hold, the
 * least likely first; of alternatives, the most likely.
 */
export function settledSoonest(node: Node, tests: readonly Test[], expect: Expectation): Node {
  return ordered(node, tests, expect).node;
}

function ordered(
  node: Node,
  tests: readonly Test[],
  expect: Expectation,
): { readonly node: Node; readonly likely: number } {
  if (node.kind === 'test') return { node, likely: Math.min(1, expect(tests[node.test]!)) };
  if (node.kind === 'list' || node.kind === 'block') return { node, likely: 0.5 };
  if (node.kind === 'not') {
    const child = ordered(node.child, tests, expect);
    return { node: { kind: 'not', child: child.node }, likely: 1 - child.likely };
  }
  const every = node.kind === 'every';
  const children = node.children.map((child) => ordered(child, tests, expect));
  children.sort((a, b) => (every ? a.likely - b.likely : b.likely - a.likely));
  const likely = every
    ? Math.min(1, ...children.map((c) => c.likely))
    : Math.min(
        1,
        children.reduce((sum, c) => sum + c.likely, 0),
      );
  return { node: { kind: node.kind, children: children.map((c) => c.node) }, likely };
}
