import { type Code, code, jsonText, type Range } from '../../text';
import type { TimePart } from '../value/written-time';
import type { CompareOperator, FieldRefMode } from './draft';
import type { FieldReading } from './reading';

/*
 * Why a value did not pass, as records: what was looked for, what is there, and where they part. Words are made from
 * these records at the end, and nowhere else.
 */

/** Text for display: an excerpt of it, if it is long. */
export interface Excerpt {
  readonly text: string;
  /** Offset of the excerpt in the whole text. */
  readonly from: number;
  /** True if text was cut off after the excerpt. */
  readonly cut: boolean;
}

/** The test of a text, with the text itself: as it would stand in an event, or as written if it has wildcards. */
export interface AskedText {
  readonly how: 'is' | 'starts' | 'ends' | 'contains' | 'like' | 'anything';
  readonly text: Excerpt;
  readonly cased: boolean;
  /** An option may begin with any dash. */
  readonly anyDash: boolean;
}

/**
 * The stretch of a value that comes nearest to what the rule looks for. `part`: a part of it; `whole`: all of it, but
 * elsewhere; `typo`: all of it, mistyped; `fits`: as much of a pattern or expression as matches.
 */
export interface Near {
  readonly kind: 'part' | 'whole' | 'typo' | 'fits';
  /** Its range in the value. */
  readonly value: Range;
  readonly common: Excerpt;
  /** The side on which the two differ; null if on both. */
  readonly side: 'before' | 'after' | null;
  /** What the rule has there, and what the value has. */
  readonly expected: string;
  readonly found: string;
}

/** How far a value with wildcards fits: up to `done` (empty if its first part is missing), but not to `missing`. */
export interface Progress {
  readonly done: string;
  readonly missing: string;
  /** Where the missing part has to be: at the `start` or `end` of the value, or anywhere after `done`. */
  readonly place: 'start' | 'end' | 'behind';
}

/** The values differ. */
export type Differs = { readonly reason: 'value differs' } & (
  | {
      readonly by: 'text';
      readonly value: Excerpt;
      readonly asked: AskedText;
      readonly lineEnds?: true;
      readonly progress?: Progress;
    }
  /** Looks the same as the rule's value, but has other characters. */
  | {
      readonly by: 'look';
      readonly value: Excerpt;
      readonly disguises: readonly { readonly expected: string; readonly found: string }[];
    }
  /** `fits`: the part of the expression that matches, and what follows it in the value. */
  | {
      readonly by: 'expression';
      readonly value: Excerpt;
      readonly whole: boolean;
      readonly fits?: { readonly source: Excerpt; readonly next: Excerpt };
    }
  | { readonly by: 'scalar'; readonly value: Excerpt; readonly wanted: string }
  | {
      readonly by: 'comparison';
      readonly found: string;
      readonly op: CompareOperator;
      readonly bound: string;
      readonly part: TimePart | null;
    }
  | { readonly by: 'time'; readonly part: TimePart; readonly found: number; readonly wanted: number }
  /** `theirs`: the values of the other field; null for a value that is not text. */
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

/** Would pass if case did not matter. */
export type CaseDiffers = { readonly reason: 'case differs only'; readonly value: Excerpt } & (
  | { readonly by: 'text'; readonly asked: AskedText }
  | { readonly by: 'expression' }
  | { readonly by: 'other field'; readonly other: string; readonly theirs: readonly (Excerpt | null)[] }
);

/** Would pass under a reading that people often mistake for Sigma's. */
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
      readonly isNull: boolean;
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
export type Failure = FailureKind & {
  readonly near?: Near;
  /** How far the value is from a match, from 0 to 1. Of several failures of one kind, the nearest is shown. */
  readonly distance?: number;
};

/** The most characters of a value to show. */
const MOST = 80;

/** The excerpt of a text to show: all of it, or a stretch `around` the place that decides. */
export function excerpt(text: string, around: Range = { start: 0, end: 0 }): Excerpt {
  if (text.length <= MOST) return { text, from: 0, cut: false };
  const room = Math.max(0, MOST - (around.end - around.start));
  let from = Math.min(Math.max(0, around.start - Math.floor(room / 2)), text.length - MOST);
  // Do not cut a surrogate pair.
  if (/[\udc00-\udfff]/.test(text[from]!)) from++;
  return { text: text.slice(from, from + MOST), from, cut: from + MOST < text.length };
}

/** The excerpt of any value of an event. */
export function shown(value: unknown): Excerpt {
  return excerpt(typeof value === 'string' ? value : jsonText(value));
}

/** An excerpt as part of a sentence. */
export function excerptCode({ text, from, cut }: Excerpt): Code {
  return code(`${from > 0 ? '…' : ''}${text}${cut ? '…' : ''}`);
}

/** How far apart two numbers are, from 0 to 1. */
export function numberDistance(a: number, b: number): number {
  const apart = Math.abs(a - b);
  return Number.isFinite(apart) ? apart / (1 + apart) : 1;
}

/** The two failures that every test of text shares: the value is null, or an object. */
export function failWithoutText(reading: FieldReading): Failure {
  return reading.value === null ? { reason: 'field null' } : { reason: 'value differs', by: 'object' };
}
