import type { Edit, Range, Words } from '../../text';
import type { Exemplar, ExemplarAsk } from '../firings/exemplar';
import type { OffsetEvent } from '../firings/timed';
import type { WantedFirings } from '../firings/tried';
import type { UnmetFirings } from '../firings/unmet';
import type { Stamp } from './rule-text';

/** What a user asks to write from events. Indexes count the slices; `range` is in the events' text. */
export type AuthorAsk =
  | { readonly kind: 'selection' | 'filter'; readonly range: Range }
  | { readonly kind: 'event'; readonly event: number; readonly stamp: Stamp }
  /** These events as JSON objects. */
  | { readonly kind: 'json'; readonly events: readonly number[]; readonly form: JsonForm }
  | { readonly kind: 'marked'; readonly events: readonly number[]; readonly stamp: Stamp }
  /** A rule that finds some events and leaves out others, as far as one can. */
  | {
      readonly kind: 'tests';
      readonly match: readonly number[];
      readonly noMatch: readonly number[];
      readonly stamp: Stamp;
    }
  /**
   * Why correlations do not fire as they are expected to, and what to change. `twins`: events with the same text as an earlier
   * one, with that.
   */
  | {
      readonly kind: 'firings';
      readonly wanted: readonly WantedFirings[];
      readonly twins: readonly (readonly [number, number])[];
    }
  /** Which correlations would no longer fire as they are expected to, for each of these changes of the rule. */
  | {
      readonly kind: 'broken';
      readonly changes: readonly (readonly Edit[])[];
      readonly wanted: readonly WantedFirings[];
      readonly twins: readonly (readonly [number, number])[];
    }
  | { readonly kind: 'exemplars'; readonly of: readonly ExemplarAsk[] }
  /** The events of tests, each with its time in it. */
  | { readonly kind: 'timed'; readonly tests: readonly (readonly OffsetEvent[])[] };

/** The result, which was tested before; or the reason why there is none. */
export type AuthorAnswer =
  /** A change of the current rule. */
  | { readonly kind: 'edit'; readonly title: Words; readonly edits: readonly Edit[] }
  /** A new rule, with the reason for each part. */
  | { readonly kind: 'rule'; readonly text: string; readonly reasons: readonly Words[] }
  /** Each of the events as JSON; null for one that cannot be read. */
  | { readonly kind: 'json'; readonly events: readonly (string | null)[] }
  /** For each correlation that does not fire as expected. */
  | { readonly kind: 'firings'; readonly unmet: readonly UnmetFirings[] }
  /** For each change, the documents of those correlations. */
  | { readonly kind: 'broken'; readonly documents: readonly (readonly number[])[] }
  /** For each that was asked for; null if it cannot be one. */
  | { readonly kind: 'exemplars'; readonly all: readonly (Exemplar | null)[] }
  /** The events of each test; null for one that cannot be had. */
  | { readonly kind: 'timed'; readonly tests: readonly (readonly string[] | null)[] }
  | { readonly kind: 'refused'; readonly reason: Words };

/** How events are written as JSON: on one line, as they are written; or laid out as evtx_dump does. */
export type JsonForm = 'as written' | 'dumped';

export function refused(reason: Words): AuthorAnswer {
  return { kind: 'refused', reason };
}
