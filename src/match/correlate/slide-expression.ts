import type { Readings } from '../../knowledge';
import type { Alternative, CompiledCorrelation, CorrelationExpression } from '../../rule';
import { aggregateFor } from './aggregate';
import type { Group, Occurrence } from './occurrence';
import type { Absence, Fired, Slide } from './slide';
import { type TrueWindow, Windows } from './windows';

/**
 * Slides the window over a group for a condition over the rules (semantics.md, "Conditions of temporal correlations").
 * In: occurrences in order of time, of rules that the condition names. Takes n log n time for each alternative.
 */
export function slideExpression(
  compiled: CompiledCorrelation,
  expression: CorrelationExpression,
  { occurrences }: Group,
  readings: Readings,
): Slide {
  const { timespan, type } = compiled.correlation;
  // Times are whole microseconds: a window without its end is one shorter.
  const span = timespan.value * 1000 - (readings['window-ends'] ? 1 : 0);
  const ordered = type.value === 'temporal_ordered';
  const { alternatives } = expression;
  const windows = new Windows(occurrences, span, ordered);
  const back = readings['absence-window'] ? alternatives.filter(({ absent }) => absent.length > 0) : [];
  const firings: Mutable<Fired>[] = [];
  const ahead = windows.whole(alternatives.filter((one) => !back.includes(one)));
  for (const one of inOrder(ahead, backwards(occurrences, back, span, ordered))) {
    const before = firings[firings.length - 1];
    if (before && one.first <= before.last) {
      before.last = Math.max(before.last, one.last);
      before.at = Math.min(before.at, one.at);
    } else firings.push({ ...one, ...absenceOf(one, occurrences, span, back.includes(one.alternative)) });
  }
  const values = new Array<number>(occurrences.length).fill(0);
  const growing = { compiled, occurrences, span, readings };
  for (const { first, last } of firings) grow(growing, first, last, values);
  const near = firings.length > 0 ? null : windows.nearest(alternatives);
  if (!near) return { firings, values, best: { first: 0, last: 0, distance: 0, value: 0 } };
  const { first, last, distance } = near;
  grow(growing, first, last, values);
  return { firings, values, best: { first, last, distance, value: values[last]!, shortfall: near } };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Windows that end with the last of the rules that have to occur: those that begin with it, where time runs back. */
function backwards(
  occurrences: readonly Occurrence[],
  alternatives: readonly Alternative[],
  span: number,
  ordered: boolean,
): TrueWindow[] {
  if (alternatives.length === 0) return [];
  const mirrored = occurrences.map((one) => ({ ...one, micros: -one.micros })).reverse();
  const own = new Map<Alternative, Alternative>(
    alternatives.map((one) => [{ ...one, occur: [...one.occur].reverse() }, one]),
  );
  const end = occurrences.length - 1;
  return [...new Windows(mirrored, span, ordered).whole([...own.keys()])]
    .map(({ first, last, alternative }) => ({
      first: end - last,
      last: end - first,
      at: end - first,
      alternative: own.get(alternative)!,
    }))
    .reverse();
}

/** Two lists by their beginnings as one. */
function* inOrder(one: Iterable<TrueWindow>, other: readonly TrueWindow[]): Generator<TrueWindow> {
  let at = 0;
  for (const window of one) {
    while (at < other.length && other[at]!.first < window.first) yield other[at++]!;
    yield window;
  }
  yield* other.slice(at);
}

/** Which rules did not occur from when to when, where that makes a window true. */
export function absenceOf(
  { first, last, alternative: { absent } }: TrueWindow,
  occurrences: readonly Occurrence[],
  span: number,
  isBack = false,
): { readonly absence?: Absence } {
  if (absent.length === 0) return {};
  const anchor = occurrences[isBack ? last : first]!.micros;
  const [from, to] = isBack ? [anchor - span, anchor] : [anchor, anchor + span];
  return { absence: { rules: absent, from, to } };
}

/** A group that a firing's values are counted in. */
export interface Growing {
  readonly compiled: CompiledCorrelation;
  readonly occurrences: readonly Occurrence[];
  readonly span: number;
  readonly readings: Readings;
}

/** Writes the value at each occurrence of a firing into `values`: the rules in the window that ends with it. */
export function grow(
  { compiled, occurrences, span, readings }: Growing,
  first: number,
  last: number,
  values: number[],
): void {
  const aggregate = aggregateFor(compiled, occurrences, readings);
  const { alternatives } = compiled.correlation.expression!;
  let begin = first;
  // Where nothing has to be absent, what is in no window of the firing counts too, as for the other conditions.
  if (alternatives.every(({ absent }) => absent.length === 0))
    while (begin > 0 && occurrences[begin - 1]!.micros >= occurrences[first]!.micros - span) begin--;
  for (let end = begin; end <= last; end++) {
    const start = end;
    const moment = occurrences[start]!.micros;
    while (end < last && occurrences[end + 1]!.micros === moment) end++;
    for (let i = start; i <= end; i++) aggregate.add(occurrences[i]!);
    for (; occurrences[begin]!.micros < moment - span; begin++) aggregate.remove(occurrences[begin]!);
    const value = aggregate.value(moment - span);
    if (start >= first) values.fill(value, start, end + 1);
  }
}
