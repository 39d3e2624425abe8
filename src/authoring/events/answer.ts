import type { Edit, Range, Words } from '../../text';
import type { Stamp } from './rule-text';

/** What a user asks to write from events. Indexes count the slices; `range` is in the events' text. */
export type AuthorAsk =
  | { readonly kind: 'selection' | 'filter'; readonly range: Range }
  | { readonly kind: 'event'; readonly event: number; readonly stamp: Stamp }
  /** These events as JSON objects. */
  | { readonly kind: 'json'; readonly events: readonly number[]; readonly form: JsonForm }
  | { readonly kind: 'marked'; readonly events: readonly number[]; readonly stamp: Stamp };

/** The result, which was tested before; or the reason why there is none. */
export type AuthorAnswer =
  /** A change of the current rule. */
  | { readonly kind: 'edit'; readonly title: Words; readonly edits: readonly Edit[] }
  /** A new rule, with the reason for each part. */
  | { readonly kind: 'rule'; readonly text: string; readonly reasons: readonly Words[] }
  /** Each of the events as JSON; null for one that cannot be read. */
  | { readonly kind: 'json'; readonly events: readonly (string | null)[] }
  | { readonly kind: 'refused'; readonly reason: Words };

/** How events are written as JSON: on one line, as they are written; or laid out as evtx_dump does. */
export type JsonForm = 'as written' | 'dumped';

export function refused(reason: Words): AuthorAnswer {
  return { kind: 'refused', reason };
}
