import { AS_OURS } from '../../knowledge';
import type { CompiledCorrelation, CorrelationExpression } from '../../rule';
import { type Aggregate, aggregateFor } from './aggregate';
import type { GroupKey } from './firing';
import type { FiredWindows } from './firing-of';
import type { Occurrence } from './occurrence';
import { comparisonsOf, distanceTo, type Fired } from './slide';
import { absenceOf, grow } from './slide-expression';
import { Windows } from './windows';

/**
 * The windows of one group that are not over yet. Takes its occurrences in order of time and keeps those that a later one may
 * still meet in a window, and the members of a firing that may still grow.
 */
export interface OpenWindows<O extends Occurrence> {
  readonly key: GroupKey;
  /** How many occurrences are kept. */
  readonly kept: number;
  /** Takes all occurrences of the next moment, in the order of the events. */
  moment(occurrences: readonly O[]): void;
  /** No later occurrence is before this moment: what is over is told, and forgotten. */
  settle(before: number): void;
}

/** What a group's windows tell. */
export type TellFired<O extends Occurrence> = (
  fired: FiredWindows & { readonly occurrences: readonly O[] },
) => void;

/** The windows of a group of a correlation. */
export function openWindows<O extends Occurrence>(
  compiled: CompiledCorrelation,
  key: GroupKey,
  tell: TellFired<O>,
): OpenWindows<O> {
  const { expression } = compiled.correlation;
  return expression
    ? new WindowsAhead(compiled, expression, key, tell)
    : new WindowsBack(compiled, key, tell);
}

/** Windows that end with each moment, as `slide` has them. */
class WindowsBack<O extends Occurrence> implements OpenWindows<O> {
  private readonly aggregate: Aggregate;
  private readonly comparisons: ReturnType<typeof comparisonsOf>;
  private readonly span: number;
  /** What is in the present window, and the value at each. */
  private occurrences: O[] = [];
  private values: number[] = [];
  /** The place of the window's first in both lists, and how many occurrences were dropped before the lists. */
  private first = 0;
  private dropped = 0;
  /** The firing that a window may still join; `last` counts with those that were dropped. */
  private firing: {
    readonly occurrences: O[];
    readonly values: number[];
    readonly fires: number;
    last: number;
  } | null = null;

  constructor(
    compiled: CompiledCorrelation,
    readonly key: GroupKey,
    private readonly tell: TellFired<O>,
  ) {
    this.aggregate = aggregateFor(compiled, null, AS_OURS);
    this.comparisons = comparisonsOf(compiled);
    this.span = compiled.correlation.timespan.value * 1000;
  }

  get kept(): number {
    return this.occurrences.length - this.first + (this.firing?.occurrences.length ?? 0);
  }

  moment(occurrences: readonly O[]): void {
    const { micros } = occurrences[0]!;
    this.settle(micros);
    for (const one of occurrences) {
      this.aggregate.add(one);
      this.occurrences.push(one);
    }
    const value = this.aggregate.value(micros - this.span);
    for (const _ of occurrences) this.values.push(value);
    if (distanceTo(this.comparisons, value) > 0) return;
    const last = this.dropped + this.occurrences.length - 1;
    if (this.firing) {
      this.take(this.firing, this.firing.last + 1 - this.dropped);
      this.firing.last = last;
    } else {
      this.firing = { occurrences: [], values: [], fires: this.occurrences.length - 1 - this.first, last };
      this.take(this.firing, this.first);
    }
  }

  settle(before: number): void {
    const from = before - this.span;
    for (; this.first < this.occurrences.length && this.occurrences[this.first]!.micros < from; this.first++)
      this.aggregate.remove(this.occurrences[this.first]!);
    if (this.firing && this.firing.last < this.dropped + this.first) {
      const { occurrences, values, fires } = this.firing;
      this.firing = null;
      this.tell({ key: this.key, occurrences, values, fires, absence: undefined });
    }
    // Dropped where that is at least half, so that each moves once.
    if (this.first === 0 || this.first * 2 < this.occurrences.length) return;
    this.dropped += this.first;
    this.occurrences = this.occurrences.slice(this.first);
    this.values = this.values.slice(this.first);
    this.first = 0;
  }

  private take(into: { readonly occurrences: O[]; readonly values: number[] }, from: number): void {
    for (let i = from; i < this.occurrences.length; i++) {
      into.occurrences.push(this.occurrences[i]!);
      into.values.push(this.values[i]!);
    }
  }
}

/** Windows that begin with each moment, as `slideExpression` has them. */
class WindowsAhead<O extends Occurrence> implements OpenWindows<O> {
  private readonly span: number;
  private readonly ordered: boolean;
  private occurrences: O[] = [];
  /** The first occurrence whose windows are not judged yet. */
  private judged = 0;
  private firing: { -readonly [K in keyof Fired]: Fired[K] } | null = null;

  constructor(
    private readonly compiled: CompiledCorrelation,
    private readonly expression: CorrelationExpression,
    readonly key: GroupKey,
    private readonly tell: TellFired<O>,
  ) {
    const { timespan, type } = compiled.correlation;
    this.span = timespan.value * 1000;
    this.ordered = type.value === 'temporal_ordered';
  }

  get kept(): number {
    return this.occurrences.length;
  }

  moment(occurrences: readonly O[]): void {
    for (const one of occurrences) this.occurrences.push(one);
  }

  settle(before: number): void {
    const open = this.occurrences.slice(this.judged);
    const count = open.findIndex(({ micros }) => micros + this.span >= before);
    const end = this.judged + (count < 0 ? open.length : count);
    if (end > this.judged) this.judge(open, end);
    this.judged = end;
    if (this.firing && this.firing.last < this.judged) this.close(this.firing);
    this.drop();
  }

  /** Judges the windows that begin before `end`. */
  private judge(open: readonly O[], end: number): void {
    const base = this.judged;
    for (const one of new Windows(open, this.span, this.ordered).whole(this.expression.alternatives)) {
      const [first, last, at] = [base + one.first, base + one.last, base + one.at];
      if (first >= end) return;
      if (this.firing && first <= this.firing.last) {
        this.firing.last = Math.max(this.firing.last, last);
        this.firing.at = Math.min(this.firing.at, at);
        continue;
      }
      if (this.firing) this.close(this.firing);
      this.firing = { first, last, at, ...absenceOf(one, open, this.span) };
    }
  }

  private close({ first, last, at, absence }: Fired): void {
    const { compiled, occurrences, span } = this;
    this.firing = null;
    const values = new Array<number>(occurrences.length).fill(0);
    grow({ compiled, occurrences, span, readings: AS_OURS }, first, last, values);
    this.tell({
      key: this.key,
      occurrences: occurrences.slice(first, last + 1),
      values: values.slice(first, last + 1),
      fires: at - first,
      absence,
    });
  }

  /** Forgets what is in no window to come, nor in one that a firing's values are counted in. */
  private drop(): void {
    const first = this.firing?.first ?? this.judged;
    const from = (this.occurrences[first]?.micros ?? Number.POSITIVE_INFINITY) - this.span;
    let count = 0;
    while (count < first && this.occurrences[count]!.micros < from) count++;
    if (count === 0) return;
    this.occurrences = this.occurrences.slice(count);
    this.judged -= count;
    if (this.firing) {
      this.firing.first -= count;
      this.firing.last -= count;
      this.firing.at -= count;
    }
  }
}
