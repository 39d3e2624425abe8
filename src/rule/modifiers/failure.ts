import { type Code, code, jsonText, type Range } from '../../text';
import type { TimePart } from '../value/written-time';
import type { CompareOperator, FieldRefMode } from './draft';
import type { FieldReading } from './reading';

/*
 * Why a value did not pass, as records. They hold what was looked for, what stands there and where the two part; the words
 * are made from them at the end, and nowhere else.
 */

/** Text as it is shown: a stretch of it, where it is long. */
export interface Excerpt {
  readonly text: string;
  /** Where it begins in the whole text. */
  readonly from: number;
  /** Something was cut behind it. */
  readonly cut: boolean;
}

/** What a text is asked to be, with the text itself: as it would stand in an event, or with wildcards as it is written. */
export interface AskedText {
  readonly how: 'is' | 'starts' | 'ends' | 'contains' | 'like' | 'anything';
  readonly text: Excerpt;
  readonly cased: boolean;
  /** Any dash may begin an option. */
  readonly anyDash: boolean;
}

/**
 * The stretch of a value that comes nearest to what is looked for: a `part` of it, the `whole` of it in another place, or
 * with a `typo` in it; how much of a pattern or expression `fits`.
 */
export interface Near {
  readonly kind: 'part' | 'whole' | 'typo' | 'fits';
  /** Where it stands in the value. */
  readonly value: Range;
  readonly common: Excerpt;
  /** The side on which the two part; null where that is on both. */
  readonly side: 'before' | 'after' | null;
  /** What the rule has there, and what the value. */
  readonly expected: string;
  readonly found: string;
}

/** How far a value with wildcards fits: up to `done`, which is empty where its first part is not there, and not on to `missing`. */
export interface Progress {
  readonly done: string;
  readonly missing: string;
  /** Where the missing part has to stand: at the `start` or `end` of the value, or anywhere behind what is done. */
  readonly place: 'start' | 'end' | 'behind';
}

/** The value is another one. */
export type Differs = { readonly reason: 'value differs' } & (
  | {
      readonly by: 'text';
      readonly value: Excerpt;
      readonly asked: AskedText;
      readonly lineEnds?: true;
      readonly progress?: Progress;
    }
  /** It looks as the rule wants it, and has other characters. */
  | {
      readonly by: 'look';
      readonly value: Excerpt;
      readonly disguises: readonly { readonly expected: string; readonly found: string }[];
    }
  /** `fits`: the part of the expression that matches, and what follows it there. */
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
  | { readonly by: 'text'; readonly asked: AskedText }
  | { readonly by: 'expression' }
  | { readonly by: 'other field'; readonly other: string; readonly theirs: readonly (Excerpt | null)[] }
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
  /** How far the value is from what is looked for, from 0 to 1; of several of one kind the nearest is told. */
  readonly distance?: number;
};

/** Characters of a value that are shown. */
const MOST = 80;

/** What is shown of a text: all of it, or a stretch `around` the place that decides. */
export function excerpt(text: string, around: Range = { start: 0, end: 0 }): Excerpt {
  if (text.length <= MOST) return { text, from: 0, cut: false };
  const room = Math.max(0, MOST - (around.end - around.start));
  let from = Math.min(Math.max(0, around.start - Math.floor(room / 2)), text.length - MOST);
  // Not from the middle of a character that takes two.
  if (/[\udc00-\udfff]/.test(text[from]!)) from++;
  return { text: text.slice(from, from + MOST), from, cut: from + MOST < text.length };
}

/** What is shown of any value of an event. */
export function shown(value: unknown): Excerpt {
  return excerpt(typeof value === 'string' ? value : jsonText(value));
}

/** An excerpt inside a sentence. */
export function excerptCode({ text, from, cut }: Excerpt): Code {
  return code(`${from > 0 ? '…' : ''}${text}${cut ? '…' : ''}`);
}

/** How far two numbers are apart, from 0 to 1. */
export function numberDistance(a: number, b: number): number {
  const apart = Math.abs(a - b);
  return Number.isFinite(apart) ? apart / (1 + apart) : 1;
}

/** The two failures that every test of a text shares: null, and a value that is an object. */
export function failWithoutText(reading: FieldReading): Failure {
  return reading.value === null ? { reason: 'field null' } : { reason: 'value differs', by: 'object' };
}
