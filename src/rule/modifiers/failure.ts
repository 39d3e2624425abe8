import { type Code, code, jsonText, type Range } from '../../text';
import type { TimePart } from '../value/written-time';
import type { CompareOperator, FieldRefMode } from './draft';
import type { Reading } from './reading';

/*
 * Why a value did not pass, as records. They hold what was looked for, what stands there and where the two part; the words
 * are made from them at the end, and nowhere else.
 */

/** Text as it is shown: cut where it is long. */
export interface Excerpt {
  readonly text: string;
  /** Something was cut behind it. */
  readonly after?: true;
}

/** What a text is asked to be, with the text itself. */
export interface AskedText {
  readonly how: 'is' | 'starts' | 'ends' | 'contains' | 'like' | 'anything';
  readonly text: Excerpt;
  readonly cased: boolean;
}

/** The part of a value that comes nearest, and how value and rule go on from there. */
export interface Near {
  /** Where it stands in the value. */
  readonly value: Range;
  readonly common: Excerpt;
  /** The side on which the two part; null where that is on both. */
  readonly side: 'before' | 'after' | null;
  readonly expected: string;
  readonly found: string;
}

/** The value is another one. */
export type Differs = { readonly reason: 'value differs' } & (
  | { readonly by: 'text'; readonly value: Excerpt; readonly asked: AskedText; readonly lineEnds: boolean }
  | { readonly by: 'expression'; readonly value: Excerpt; readonly whole: boolean }
  | { readonly by: 'scalar'; readonly value: Excerpt; readonly wanted: string }
  | {
      readonly by: 'comparison';
      readonly found: string;
      readonly op: CompareOperator;
      readonly bound: string;
      readonly part: TimePart | null;
    }
  | { readonly by: 'time'; readonly part: TimePart; readonly found: number; readonly wanted: number }
  /** `theirs`: the values of the other field; null for one that is no text. */
  | {
      readonly by: 'other field';
      readonly value: Excerpt;
      readonly mode: FieldRefMode;
      readonly other: string;
      readonly theirs: readonly (Excerpt | null)[];
    }
  | { readonly by: 'object' }
  | { readonly by: 'empty list' }
);

/** It would pass if upper and lower case were the same. */
export type CaseDiffers = { readonly reason: 'case differs only'; readonly value: Excerpt } & (
  | { readonly by: 'text' }
  | { readonly by: 'expression' }
  | { readonly by: 'other field'; readonly theirs: readonly (Excerpt | null)[] }
);

/** A reading that people mistake for the one that Sigma has, under which it would pass. */
export interface ReadOtherwise {
  readonly reason: 'would match unescaped';
  readonly how: 'wildcards are characters' | 'all are characters' | 'escapes are wildcards';
}

export type FailureKind =
  | { readonly reason: 'field null' }
  /** `value` is null for an empty list. */
  | {
      readonly reason: 'field present';
      readonly value: Excerpt | null;
      readonly wanted: 'absent' | 'null';
    }
  | Differs
  | CaseDiffers
  | ReadOtherwise
  | {
      readonly reason: 'not in network';
      readonly value: Excerpt;
      readonly network: string;
      readonly isAddress: boolean;
    }
  | { readonly reason: 'not a number'; readonly value: Excerpt; readonly isText: boolean }
  | { readonly reason: 'not a time'; readonly value: Excerpt; readonly part: TimePart }
  | { readonly reason: 'compared field absent'; readonly other: string };

/** Why a predicate failed on a value. */
export type Failure = FailureKind & { readonly near?: Near };

/** What is shown of a text. */
export function excerpt(text: string, most = 80): Excerpt {
  return text.length > most ? { text: text.slice(0, most), after: true } : { text };
}

/** An excerpt inside a sentence. */
export function excerptCode({ text, after }: Excerpt): Code {
  return code(after ? `${text}…` : text);
}

/** What is shown of any value of an event. */
export function shown(value: unknown): Excerpt {
  return excerpt(typeof value === 'string' ? value : jsonText(value));
}

/** The two failures that every test of a text shares: null, and a value that is an object. */
export function failWithoutText(reading: Reading): Failure {
  return reading.value === null ? { reason: 'field null' } : { reason: 'value differs', by: 'object' };
}
