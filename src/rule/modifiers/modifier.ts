import type { Readings } from '../../knowledge';
import type { Draft, DraftVariant, Refusal } from './draft';

/** What a modifier may need beside the value. */
export interface ModifierContext {
  /** Values for `%name%`, set by the person. */
  readonly placeholders: Readonly<Record<string, readonly string[]>>;
  /** What is read the other way. */
  readonly readings: Readings;
}

/** One modifier: its grammar, its documentation, and what it makes of a value. */
export interface Modifier {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly doc: {
    /** One sentence for hover and lists. */
    readonly summary: string;
    readonly example: string;
  };
  /** The drafts that it can take; any other is an error at the modifier or at the value. */
  readonly takes: readonly Draft['kind'][];
  /** An effect on the item as a whole: values joined by AND, or negated. */
  readonly item?: 'all' | 'neq';
  /** True where the modifier must be the only one. */
  readonly alone?: true;
  /** Said where a value has the wrong type: `a number`, `text`. */
  readonly wants: string;
  apply(draft: Draft, context: ModifierContext): readonly DraftVariant[] | Refusal;
}

/** A result of one variant without a note. */
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
