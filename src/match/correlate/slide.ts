import type { Readings } from '../../knowledge';
import type { CompiledCorrelation, CountComparison } from '../../rule';
import { aggregateFor, DistinctRules } from './aggregate';
import type { Group } from './occurrence';
import type { Shortfall } from './windows';

/** A range of a group's occurrences as indexes, both ends included. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Rules that did not occur from one moment to another, in microseconds; indexes of the correlation's references. */
export interface Absence {
  readonly rules: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Windows in which the condition holds, merged; `at` is the occurrence with which it first holds. */
export interface Fired extends Stretch {
  readonly at: number;
  /** Where it holds because rules are absent, in the first of the windows. */
  readonly absence?: Absence;
}

/** The result of sliding the window over one group. */
export interface Slide {
  /** Windows in which the condition holds, merged if they share an occurrence. */
  readonly firings: readonly Fired[];
  /** The window's value at each occurrence. */
  readonly values: readonly number[];
  /** The window that came closest, and by how much it missed; 0 if the condition holds in it. */
  readonly best: Stretch & {
    readonly distance: number;
    readonly value: number;
    /** What a condition over the rules lacks in it. */
    readonly shortfall?: Shortfall;
  };
}

/** What has to hold: the condition, or for `temporal…` without one, that all rules occur. */
export function comparisonsOf({
  correlation,
  references,
}: CompiledCorrelation): readonly Pick<CountComparison, 'operator' | 'value'>[] {
  if (correlation.comparisons.length > 0) return correlation.comparisons;
  return [{ operator: 'gte', value: references.length }];
}

/**
 * Slides the window over a group whose occurrences are in order of time. Each occurrence enters and leaves once.
 * Events of the same moment enter together, so that their order in the document does not matter.
 */
export function slide(compiled: CompiledCorrelation, { occurrences }: Group, readings: Readings): Slide {
  const aggregate = aggregateFor(compiled, occurrences, readings);
  // Times are whole microseconds: a window without its beginning is one shorter. An event is always in its own
  // window.
  const open = readings['window-ends'] ? 1 : 0;
  const comparisons = comparisonsOf(compiled);
  const rules = compiled.references.length;
  // Of windows with equally long chains, the one with more of the rules in any order is closer.
  const present = compiled.correlation.type.value === 'temporal_ordered' ? new DistinctRules() : null;
  const span = compiled.correlation.timespan.value * 1000;
  const firings: { first: number; last: number; at: number }[] = [];
  const values: number[] = [];
  let best = { first: 0, last: 0, distance: Number.POSITIVE_INFINITY, value: 0 };
  let first = 0;
  for (let last = 0; last < occurrences.length; last++) {
    const moment = occurrences[last]!.micros;
    const begin = last;
    while (occurrences[last + 1]?.micros === moment) last++;
    // What leaves goes first: where all of it does, the sum begins anew, as it does for who has not seen it.
    const from = Math.min(moment, moment - span + open);
    for (; occurrences[first]!.micros < from; first++) {
      aggregate.remove(occurrences[first]!);
      present?.remove(occurrences[first]!);
    }
    for (let i = begin; i <= last; i++) {
      aggregate.add(occurrences[i]!);
      present?.add(occurrences[i]!);
    }
    const value = aggregate.value(from);
    for (let i = begin; i <= last; i++) values.push(value);
    let distance = distanceTo(comparisons, value);
    if (distance > 0 && present) distance += (rules - present.value()) / (2 * rules);
    if (distance < best.distance) best = { first, last, distance, value };
    if (distance > 0) continue;
    const before = firings[firings.length - 1];
    if (before && first <= before.last) before.last = last;
    else firings.push({ first, last, at: last });
  }
  return { firings, values, best };
}

/** How far a value is from satisfying the comparisons; 0 if all hold. */
export function distanceTo(
  comparisons: readonly Pick<CountComparison, 'operator' | 'value'>[],
  value: number,
): number {
  let distance = 0;
  for (const { operator, value: wanted } of comparisons)
    if (!holds(operator, value, wanted)) distance += Math.abs(value - wanted) || Number.MIN_VALUE;
  return distance;
}

function holds(operator: CountComparison['operator'], value: number, wanted: number): boolean {
  switch (operator) {
    case 'gt':
      return value > wanted;
    case 'gte':
      return value >= wanted;
    case 'lt':
      return value < wanted;
    case 'lte':
      return value <= wanted;
    case 'eq':
      return value === wanted;
    case 'neq':
      return value !== wanted;
  }
}
