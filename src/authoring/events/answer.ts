import type { Edit, Range, Words } from '../../text';
import type { Stamp } from './rule-text';

/** What a person asks to be written from events. Indexes count the slices; `range` is of the events' text. */
export type AuthorAsk =
  | { readonly kind: 'selection' | 'filter'; readonly range: Range }
  | { readonly kind: 'event'; readonly event: number; readonly stamp: Stamp }
  | { readonly kind: 'marked'; readonly events: readonly number[]; readonly stamp: Stamp };

/** What is written, tried before it is given; or why nothing is. */
export type AuthorAnswer =
  /** A change of the rule at hand. */
  | { readonly kind: 'edit'; readonly title: Words; readonly edits: readonly Edit[] }
  /** A rule of its own, and why each part of it is there. */
  | { readonly kind: 'rule'; readonly text: string; readonly reasons: readonly Words[] }
  | { readonly kind: 'refused'; readonly reason: Words };

export function refused(reason: Words): AuthorAnswer {
  return { kind: 'refused', reason };
}
