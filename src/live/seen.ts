import { logsourcesOf } from '../authoring';
import type { EventSlice, SigmaEvent } from '../event';
import { coverage, Recogniser } from '../event';
import type { SeenValue, Source } from '../language';
import { type FieldMapping, WrittenNumber } from '../text';
import { arrayNames } from './array-names';

/** What the author of a rule asks about the events. */
export type SeenQuestion =
  | {
      /** The values of a field or, if null, the names of all fields. */
      readonly field: string | null;
      /** The rule's log source, which says what a field maps to in each event. */
      readonly source: Source;
    }
  /** The log sources of the events, each as `product|category|service`. */
  | { readonly logsources: true }
  /** The arrays of the events and what their members have, each as `rules[].name`. */
  | { readonly arrays: true };

/** Further events are ignored: the answer is needed while the user types. */
const MOST_EVENTS = 2000;
/** A field with more values than this is not worth suggesting from. */
const MOST_VALUES = 2000;

/** The values, or names, in the first events, most frequent first; each event counts once. */
export function seenIn(
  slices: readonly EventSlice[],
  question: SeenQuestion,
  mapping?: FieldMapping,
): readonly SeenValue[] {
  const recogniser = new Recogniser();
  const counts = new Map<SeenValue['value'], number>();
  let looked = 0;
  for (const { event } of slices) {
    if (!event) continue;
    if (++looked > MOST_EVENTS) break;
    const found = answerOf(event, question, recogniser, mapping);
    for (const one of new Set(Array.isArray(found) ? found : [found])) {
      // A number that only its characters represent exactly is posted as those.
      const value = one instanceof WrittenNumber ? String(one) : one;
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') continue;
      const known = counts.get(value);
      if (known === undefined && counts.size >= MOST_VALUES) continue;
      counts.set(value, (known ?? 0) + 1);
    }
  }
  return [...counts].map(([value, events]) => ({ value, events })).sort((a, b) => b.events - a.events);
}

function answerOf(
  event: SigmaEvent,
  question: SeenQuestion,
  recogniser: Recogniser,
  mapping?: FieldMapping,
): unknown {
  if ('logsources' in question)
    return logsourcesOf(event).map(({ product = '', category = '', service = '' }) =>
      [product, category, service].join('|'),
    );
  if ('arrays' in question) return [...arrayNames(event)];
  const { field, source } = question;
  if (field === null) return event.fields();
  return coverage(source, recogniser.recognise(event), mapping).resolve(field)(event);
}
