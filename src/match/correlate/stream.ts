import type { Collection } from '../../rule';
import type { Firing, LeftOut } from './firing';
import { firingOf } from './firing-of';
import { type AskedFields, askedFields, askedOfFirings, type KeptFields } from './kept-matches';
import { type CountedFiring, StreamStage } from './stream-stage';

/** Whom a stream of matches tells. */
export interface StreamHost {
  /** A correlation fired; firings come as their windows are over, in no other order. */
  fired(firing: Firing): void;
  /** An event matches a rule of a correlation and does not count. */
  leftOut(correlation: number, out: LeftOut): void;
}

/** So many matches are gathered before any are counted: counting looks at all that is kept. */
export const GATHERED = 256;

/**
 * All correlations of a collection over matches that come about in the order of time (semantics.md, "Correlation"). The firings
 * are those of `correlate` over all events. What is kept is what a later match may still meet in a window, the members of
 * firings that may still grow, and what came before its time.
 */
export class CorrelationStream {
  private readonly stages: readonly StreamStage[];
  private readonly fields: ReadonlyMap<number, AskedFields>;
  /** For each rule and each correlation: who counts it, and as which reference. */
  private readonly ofRules = new Map<number, Counter[]>();
  private readonly ofFirings: readonly Counter[][];
  /** Indexes of correlations, each behind those that it refers to. */
  private readonly order: readonly number[];
  private gathered = 0;
  /** What was kept when it was last counted. */
  private left = 0;
  private last = Number.POSITIVE_INFINITY;

  constructor(
    private readonly collection: Collection,
    private readonly host: StreamHost,
  ) {
    const { correlations } = collection;
    const asked = askedOfFirings(collection);
    this.fields = askedFields(collection);
    this.ofFirings = correlations.map(() => []);
    this.stages = correlations.map(
      (compiled, correlation) =>
        new StreamStage(compiled, asked[correlation]!, {
          fired: (fired, fields) =>
            this.fired(
              firingOf(correlation, fired, () => this.last),
              fields,
            ),
          leftOut: (out) => host.leftOut(correlation, out),
        }),
    );
    for (const [correlation, { references }] of correlations.entries())
      for (const [reference, { kind, index }] of references.entries()) {
        const counter = { correlation, reference };
        if (kind === 'correlation') this.ofFirings[index]!.push(counter);
        else this.ofRules.set(index, [...(this.ofRules.get(index) ?? []), counter]);
      }
    this.order = innerFirst(collection);
  }

  /** How many matches and firings are kept, counted once for each correlation. */
  get kept(): number {
    return this.stages.reduce((sum, { kept }) => sum + kept, 0);
  }

  /** Takes an event that matches a rule; its time is in microseconds, null if it has none. */
  take(rule: number, event: number, micros: number | null, kept: KeptFields): void {
    const counters = this.ofRules.get(rule) ?? [];
    if (micros === null) {
      for (const { correlation, reference } of counters) this.stages[correlation]!.untimed(event, reference);
      return;
    }
    this.gathered++;
    const names = this.fields.get(rule)!;
    const counted = (name: string) => kept.counted[names.counted.indexOf(name)] ?? null;
    const shared = (name: string) => kept.shared[names.shared.indexOf(name)] ?? null;
    for (const { correlation, reference } of counters)
      this.stages[correlation]!.take({ micros, event, reference, counted, shared });
  }

  /** No match that is taken later is before this moment, in microseconds, and some event is not before it either. */
  advance(before: number): void {
    if (this.gathered < Math.max(GATHERED, this.left)) return;
    this.settle(before);
    this.gathered = 0;
    this.left = this.kept;
  }

  /** Everything is taken; `last` is the time of the last of all events. */
  end(last: number): void {
    this.last = last;
    this.settle(Number.POSITIVE_INFINITY);
  }

  private settle(before: number): void {
    // The moment that no later firing of a correlation ends before.
    const ends: number[] = this.stages.map(() => before);
    for (const index of this.order) {
      const { references, correlation } = this.collection.correlations[index]!;
      let until = before;
      for (const inner of references)
        if (inner.kind === 'correlation') until = Math.min(until, ends[inner.index]!);
      this.stages[index]!.settle(until);
      ends[index] = until - correlation.timespan.value * 1000;
    }
  }

  private fired(firing: Firing, fields: ReadonlyMap<string, string | null>): void {
    this.host.fired(firing);
    const counters = this.ofFirings[firing.correlation]!;
    if (counters.length === 0) return;
    const inner: CountedFiring = { firing, order: JSON.stringify(firing.key), fields };
    const micros = Math.round(firing.end * 1000);
    const event = firing.members[firing.members.length - 1]!.event;
    const field = (name: string) => fields.get(name) ?? null;
    for (const { correlation, reference } of counters)
      this.stages[correlation]!.take({ micros, event, reference, counted: field, shared: field, inner });
  }
}

interface Counter {
  readonly correlation: number;
  readonly reference: number;
}

/** The indexes of all correlations, each behind those that it refers to; the compiler rejects circles. */
function innerFirst({ correlations }: Collection): number[] {
  const order = new Set<number>();
  const add = (index: number) => {
    if (order.has(index)) return;
    for (const inner of correlations[index]!.references) if (inner.kind === 'correlation') add(inner.index);
    order.add(index);
  };
  for (const index of correlations.keys()) add(index);
  return [...order];
}
