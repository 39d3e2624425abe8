/** What a page, a chat or an editor did to a text. */
export type DamageKind =
  | 'indentation'
  | 'fence'
  | 'marks'
  | 'line-numbers'
  | 'entities'
  | 'no-break-spaces'
  | 'tabs';

/** A text with one kind of damage undone; several if there is more than one way to undo it. */
export interface Undone {
  readonly kind: DamageKind;
  readonly texts: readonly string[];
}
