import type { SpecVersion } from '../../knowledge';
import type { Range, Words } from '../../text';

/** The kind of a suggestion, for its icon and its order. */
export type ItemKind = 'key' | 'value' | 'field' | 'modifier' | 'selection' | 'operator' | 'tag' | 'snippet';

/** One suggestion. Plain data. */
export interface Item {
  readonly label: string;
  /** What replaces the range. For a snippet, in the syntax of editors: `${1:text}`, with lines not indented. */
  readonly insert: string;
  readonly kind: ItemKind;
  /** Shown after the label, on the same line: `in 812 of 1,240 rules`. */
  readonly detail?: string;
  /** Sentences about it. */
  readonly doc?: string;
  /** What typed letters are matched against, if more than the label: a technique's name. */
  readonly filter?: string;
}

/** Suggestions for one place in a text, the most likely first. */
export interface Completion {
  /** The range that they replace. */
  readonly range: Range;
  readonly items: readonly Item[];
}

/** What a hover says about a place in a text. */
export interface Hover {
  /** The characters that it is about. */
  readonly range: Range;
  readonly lines: readonly Words[];
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

/** An array of the events or, with what follows `[]`, something that its members have: `rules[].ports[]`. */
export interface SeenArray {
  readonly name: string;
  readonly events: number;
}

/** A log source as written. */
export type Source = Readonly<Partial<Record<'product' | 'category' | 'service', string>>>;

/** What is known besides the text. Anything may be missing: then there are fewer suggestions. */
export interface AssistFacts {
  /** How the catalog's rules for a log source use fields; null if it has none. */
  uses?(source: Source): { readonly rules: number; readonly fields: readonly FieldUse[] } | null;
  /** The field names of the events. */
  readonly fields?: readonly string[];
  /** The arrays of the events and what their members have, the most frequent first. */
  readonly arrays?: readonly SeenArray[];
  /** The version that a rule without `sigma-version` is read as; absent: the published one. */
  readonly spec?: SpecVersion;
  /** The values of a field in the events, the most frequent first. */
  values?(field: string): readonly SeenValue[];
  /** The log sources of the events, with the number of events of each. */
  readonly sources?: readonly { readonly source: Source; readonly events: number }[];
  /** `2026-02-03`. */
  readonly today?: string;
  /** An unused id: a random UUID. */
  readonly id?: string;
}
