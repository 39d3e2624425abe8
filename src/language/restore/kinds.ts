/** What a page, a chat or an editor did to a text on the way. */
export type DamageKind =
  | 'indentation'
  | 'fence'
  | 'marks'
  | 'line-numbers'
  | 'entities'
  | 'no-break-spaces'
  | 'tabs';

/** A text without one kind of damage; several where it could have been without it in several ways. */
export interface Undone {
  readonly kind: DamageKind;
  readonly texts: readonly string[];
}
