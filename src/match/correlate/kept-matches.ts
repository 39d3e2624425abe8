import type { SigmaEvent } from '../../event';
import type { Collection } from '../../rule';
import type { Evaluator } from '../evaluate';
import { fieldsOf, wantedRules, writtenFieldsOf } from './correlate';
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

/** For each correlation, which fields of its firings others ask for. */
export function askedOfFirings({ correlations }: Collection): readonly ReadonlySet<string>[] {
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
  return ofFirings;
}

/** For each rule that correlations refer to, by its index in `collection.plans`, what they may ask of its events. */
export function askedFields(collection: Collection): ReadonlyMap<number, AskedFields> {
  const { correlations } = collection;
  const ofFirings = askedOfFirings(collection);
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
