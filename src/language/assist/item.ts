import type { Range } from '../../text';

/** What a suggestion is, for its picture and its order. */
export type ItemKind = 'key' | 'value' | 'field' | 'modifier' | 'selection' | 'operator' | 'tag' | 'snippet';

/** One suggestion. Plain data. */
export interface Item {
  readonly label: string;
  /** What is put in place of the range. Of a snippet in the syntax of editors: `${1:text}`, its lines not indented. */
  readonly insert: string;
  readonly kind: ItemKind;
  /** Behind the label, on the line: `in 812 of 1,240 rules`. */
  readonly detail?: string;
  /** Sentences about it. */
  readonly doc?: string;
  /** What typed letters are held against, where that is more than the label: a technique's name. */
  readonly filter?: string;
}

/** Suggestions for one place of a text, the likeliest first. */
export interface Completion {
  /** What they replace. */
  readonly range: Range;
  readonly items: readonly Item[];
}

/** How often the rules of a catalog use a field. */
export interface FieldUse {
  /** Null for keywords. */
  readonly field: string | null;
  readonly rules: number;
}

/** A value seen in events. */
export interface SeenValue {
  readonly value: string | number | boolean;
  readonly events: number;
}

/** The written log source. */
export type Source = Readonly<Partial<Record<'product' | 'category' | 'service', string>>>;

/** What is known besides the text. Each may be missing: there are fewer suggestions then. */
export interface AssistFacts {
  /** How the catalog's rules of a log source use fields; null if it has none. */
  uses?(source: Source): { readonly rules: number; readonly fields: readonly FieldUse[] } | null;
  /** The names of the events' fields. */
  readonly fields?: readonly string[];
  /** The values of a field in the events, the most frequent first. */
  values?(field: string): readonly SeenValue[];
  /** The log sources that the events belong to, with how many of them. */
  readonly sources?: readonly { readonly source: Source; readonly events: number }[];
  /** `2026-02-03`. */
  readonly today?: string;
  /** An id that no other rule has: a random UUID. */
  readonly id?: string;
}
