import type { Readings } from '../../knowledge';
import type { Draft, DraftVariant, Refusal } from './draft';

/** What a modifier may need besides the value. */
export interface ModifierContext {
  /** Values for `%name%`, set by the user. */
  readonly placeholders: Readonly<Record<string, readonly string[]>>;
  /** The interpretations that are read the other way. */
  readonly readings: Readings;
}

/** One modifier: its grammar, its documentation, and what it does to a value. */
export interface Modifier {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly doc: {
    /** One sentence, for hovers and lists. */
    readonly summary: string;
    readonly example: string;
  };
  /** The kinds of draft that it takes; any other is an error in the modifier or the value. */
  readonly takes: readonly Draft['kind'][];
  /** Its effect on the item as a whole: joins values with AND, or negates. */
  readonly item?: 'all' | 'neq';
  /** True if it cannot be combined with other modifiers. */
  readonly alone?: true;
  /** What it expects, for a value of the wrong type: `a number`, `text`. */
  readonly wants: string;
  apply(draft: Draft, context: ModifierContext): readonly DraftVariant[] | Refusal;
}

/** A result of one variant without forms. */
export function one(draft: Draft): readonly DraftVariant[] {
  return [{ draft }];
}

/** The string form of a draft that `takes` admits as text: numbers and booleans as written. */
export function asString(draft: Draft): Extract<Draft, { kind: 'string' }> | null {
  if (draft.kind === 'string') return draft;
  if (draft.kind !== 'number' && draft.kind !== 'boolean') return null;
  return {
    kind: 'string',
    value: [{ kind: 'text', text: draft.written, at: { start: 0, end: draft.written.length } }],
    cased: false,
    written: draft.written,
    raw: draft.written,
  };
}
