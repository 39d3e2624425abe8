import type { SigmaEvent } from '../../event';
import { AS_OURS } from '../../knowledge';
import type { Collection } from '../../rule';
import type { Evaluator } from '../evaluate';
import { correlationsOf, drained, fieldsOf, wantedRules, writtenFieldsOf } from './correlate';
import type { CorrelationResult } from './firing';
import { groupText } from './occurrence';

/** The fields of a rule's events that correlations may ask for. */
export interface AskedFields {
  /** For groups and values. */
  readonly counted: readonly string[];
  /** Where a correlation counts the firings of another one: those that all events of a firing share. */
  readonly shared: readonly string[];
}

/** The texts of these fields in one event, in the same order; null for an absent one. Plain data. */
export interface KeptFields {
  readonly counted: readonly (string | null)[];
  readonly shared: readonly (string | null)[];
}

/** For each rule that correlations refer to, by its index in `collection.plans`, what they may ask of its events. */
export function askedFields(collection: Collection): ReadonlyMap<number, AskedFields> {
  const { correlations } = collection;
  const ofFirings = correlations.map(() => new Set<string>());
  // What is asked of a firing is asked of the firings in it, however deep; there are no circles.
  for (let grows = true; grows; ) {
    grows = false;
    for (const [outer, { references }] of correlations.entries())
      for (const { kind, index, groupFields, valueFields } of references) {
        if (kind !== 'correlation') continue;
        const names = ofFirings[index]!;
        const before = names.size;
        for (const name of [...groupFields, ...valueFields, ...ofFirings[outer]!]) names.add(name);
        grows ||= names.size > before;
      }
  }
  const asked = new Map(
    wantedRules(collection).map((rule) => [rule, { counted: new Set<string>(), shared: new Set<string>() }]),
  );
  for (const [outer, { references }] of correlations.entries())
    for (const { kind, index, groupFields, valueFields } of references) {
      if (kind !== 'rule') continue;
      const { counted, shared } = asked.get(index)!;
      for (const name of [...groupFields, ...valueFields]) counted.add(name);
      for (const name of ofFirings[outer]!) shared.add(name);
    }
  return new Map(
    [...asked].map(([rule, { counted, shared }]) => [rule, { counted: [...counted], shared: [...shared] }]),
  );
}

/** What is kept of an event that matches a rule, so that correlations need no more of it. */
export function keptFields(evaluator: Evaluator, event: SigmaEvent, asked: AskedFields): KeptFields {
  const counted = asked.counted.map((name) => groupText(fieldsOf(evaluator, event)(name)));
  const shared = asked.shared.map((name) => groupText(writtenFieldsOf(evaluator, event)(name)));
  return { counted, shared };
}

/** Matches of the rules of a collection, of which only times and the fields that are asked for are kept. */
export class KeptMatches {
  private readonly asked: ReadonlyMap<number, AskedFields>;
  private readonly events = new Map<number, number[]>();
  private readonly fields = new Map<number, Map<number, KeptFields>>();

  constructor(private readonly collection: Collection) {
    this.asked = askedFields(collection);
    for (const rule of this.asked.keys()) {
      this.events.set(rule, []);
      this.fields.set(rule, new Map());
    }
  }

  /** Takes an event that matches a rule, in the order of the events. */
  add(rule: number, event: number, kept: KeptFields): void {
    this.events.get(rule)!.push(event);
    this.fields.get(rule)!.set(event, kept);
  }

  /**
   * Runs all correlations; the same as `correlate`. `time` gives the time of an event in microseconds, null if it has none;
   * `last` is the last time of all events.
   */
  correlate(time: (event: number) => number | null, last: number): CorrelationResult[] {
    const read = (of: 'counted' | 'shared') => (rule: number, event: number) => {
      const names = this.asked.get(rule)![of];
      const texts = this.fields.get(rule)!.get(event)![of];
      return (name: string) => texts[names.indexOf(name)] ?? undefined;
    };
    return drained(
      correlationsOf({
        collection: this.collection,
        readings: AS_OURS,
        events: this.events,
        time: (event) => {
          const micros = time(event);
          return micros === null ? null : { micros, zoneless: false, field: '' };
        },
        last: () => last,
        fields: read('counted'),
        written: read('shared'),
      }),
    );
  }
}
