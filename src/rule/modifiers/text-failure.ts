import type { Readings } from '../../knowledge';
import type { Range } from '../../text';
import { disguises, lookOf } from '../value/look-alike';
import type { Pattern } from '../value/pattern';
import { patternOf } from '../value/pattern-of';
import {
  isDash,
  parseSigmaString,
  plainText,
  printSigmaString,
  type SigmaString,
  type StringPart,
} from '../value/sigma-string';
import {
  type AskedText,
  excerpt,
  type Failure,
  type Near,
  type Progress,
  type ReadOtherwise,
} from './failure';
import { decisivePlace, nearnessOf } from './near';

/** A value with wildcards, and how to compare it. */
export interface TextTest {
  readonly value: SigmaString;
  readonly cased: boolean;
  /** The value as written; null if a modifier encoded it. */
  readonly written: string | null;
  readonly readings: Readings;
  readonly pattern: Pattern;
}

/** The test of a value, with the text that it looks for. */
export function askedText({ value, cased, written }: TextTest): AskedText {
  const last = value[value.length - 1];
  const [front, back] = [value[0]?.kind === 'star', last?.kind === 'star'];
  const inner = innerOf(value);
  const literal = plainText(inner);
  const anyDash = inner.some((part) => part.kind === 'dash');
  if (inner.length === 0 && front) return { how: 'anything', text: excerpt(''), cased, anyDash };
  // Stars that a modifier added at the ends show as its word; written ones stay with the other wildcards.
  const added = (front && value[0]!.at === null) || (back && last!.at === null);
  const how =
    literal === null && !added
      ? 'like'
      : front && back
        ? 'contains'
        : front
          ? 'ends'
          : back
            ? 'starts'
            : 'is';
  // Do not show stars at the ends twice: in the word and in the value.
  const whole = how === 'like' || (!(front && value[0]!.at) && !(back && last!.at)) ? written : null;
  return { how, text: excerpt(asWritten(literal, how === 'like' ? value : inner, whole)), cased, anyDash };
}

/** The value without the stars at its ends. */
function innerOf(value: SigmaString): SigmaString {
  let [start, end] = [0, value.length];
  while (value[start]?.kind === 'star') start++;
  while (end > start && value[end - 1]!.kind === 'star') end--;
  return value.slice(start, end);
}

/** As it would stand in an event, if none of its characters could be taken for a wildcard. */
function asWritten(literal: string | null, value: SigmaString, written: string | null): string {
  if (literal !== null && !/[*?]/.test(literal)) return literal;
  return written ?? printSigmaString(value);
}

/** Why a text did not pass. */
export function textFailure(test: TextTest, text: string): Failure {
  const { value, cased, readings, pattern } = test;
  const asked = askedText(test);
  const loose = cased ? patternOf(value, false, readings) : null;
  if (loose?.test(pattern.fold(text))) {
    const range = loose.find(text)[0]?.range ?? { start: 0, end: 0 };
    const near: Near = { ...fitting(text, range), kind: 'whole' };
    return {
      reason: 'case differs only',
      by: 'text',
      value: excerpt(text, decisivePlace(near)),
      asked,
      near,
    };
  }
  const how = readOtherwise(test, text);
  if (how) return { reason: 'would match unescaped', how };
  return looksRight(test, text) ?? differs(test, asked, text);
}

function fitting(text: string, value: Range): Near {
  const common = excerpt(text.slice(value.start, value.end));
  return { kind: 'fits', value, common, side: 'after', expected: '', found: '' };
}

/** Tries the readings that people confuse: wildcards taken literally, escapes taken as text. */
function readOtherwise(test: TextTest, text: string): ReadOtherwise['how'] | null {
  const { value, written } = test;
  if (written === null) return null;
  const passes = (other: SigmaString) => tried(test, other, text);
  const literal = value.map((p): StringPart => {
    if ((p.kind !== 'star' && p.kind !== 'any') || !p.at) return p;
    return { kind: 'text', text: p.kind === 'star' ? '*' : '?', at: p.at };
  });
  if (literal.some((p, i) => p !== value[i]) && passes(literal)) return 'wildcards are characters';
  if (!written.includes('\\')) return null;
  const last = value[value.length - 1];
  const front = value[0]?.kind === 'star' && value[0].at === null ? [value[0]] : [];
  const back = last?.kind === 'star' && last.at === null ? [last] : [];
  if (passes([...front, { kind: 'text', text: written, at: null }, ...back])) return 'all are characters';
  // A literal star in the parsed value can only come from an escape.
  const unescaped = value.flatMap(
    (p): SigmaString => (p.kind === 'text' ? parseSigmaString(p.text.replace(/\\/g, '\\\\')) : [p]),
  );
  return unescaped.length !== value.length && passes(unescaped) ? 'escapes are wildcards' : null;
}

function tried({ cased, readings, pattern }: TextTest, value: SigmaString, text: string): boolean {
  return patternOf(value, cased, readings).test(cased ? text : pattern.fold(text));
}

/** Characters that could look like others: all but plain ASCII, and of ASCII the tab and the carriage return. */
const DECEPTIVE = /[^\n\x20-\x7e]/;
/** The most differing characters to show. */
const MAX_DISGUISES = 3;

/** The failure of a text that looks the same as the value; null for any other. */
function looksRight({ value, cased, readings, pattern }: TextTest, text: string): Failure | null {
  const literal = value.flatMap((part) => (part.kind === 'text' ? part.text : [])).join('');
  if (!DECEPTIVE.test(text) && !DECEPTIVE.test(literal)) return null;
  const look = lookOf(text);
  const looked = value.map(
    (part): StringPart => (part.kind === 'text' ? { ...part, text: lookOf(part.text).text } : part),
  );
  const [occurrence] = patternOf(looked, cased, readings).find(look.text);
  if (!occurrence) return null;
  const fold = cased ? (t: string) => t : pattern.fold;
  const found = occurrence.parts.flatMap(({ part, range }) => {
    const own = value[part]!;
    if (own.kind !== 'text') return [];
    const start = look.at[range.start]!;
    const theirs = text.slice(start, look.at[range.end]);
    return disguises(own.text, theirs, (a, b) => fold(a) === fold(b)).map(({ at, ...disguise }) => ({
      ...disguise,
      at: { start: start + at.start, end: start + at.end },
    }));
  });
  const [first] = found;
  if (!first) return null;
  const told = new Map(found.map(({ expected, found }) => [`${expected}\n${found}`, { expected, found }]));
  return {
    reason: 'value differs',
    by: 'look',
    value: excerpt(text, first.at),
    disguises: [...told.values()].slice(0, MAX_DISGUISES),
    near: { ...fitting(text, first.at), expected: '', found: first.found },
    distance: 0,
  };
}

function differs(test: TextTest, asked: AskedText, text: string): Failure {
  const { value, cased, readings, pattern } = test;
  const folded = cased ? text : pattern.fold(text);
  const written = plainText(innerOf(value));
  if (written === null) {
    // Visible only if `*` is read the other way: a line break in a message looks like a space.
    const lineEnds = readings['star-newline'] !== undefined && text.includes('\n');
    const failure = { reason: 'value differs', by: 'text', asked } as const;
    if (lineEnds) return { ...failure, value: excerpt(text), lineEnds };
    const { progress, near, distance } = progressIn(test, text, folded);
    const end = { start: text.length, end: text.length };
    const shown = excerpt(text, progress?.place === 'end' ? end : near ? decisivePlace(near) : undefined);
    return {
      ...failure,
      value: shown,
      distance,
      ...(progress ? { progress } : {}),
      ...(near ? { near } : {}),
    };
  }
  const needle = oneDash(asked.anyDash, cased ? written : pattern.fold(written));
  const { near, distance } = nearnessOf({
    needle,
    written,
    text,
    folded: oneDash(asked.anyDash, folded),
    how: asked.how,
  });
  const end = { start: text.length, end: text.length };
  const around = near ? decisivePlace(near) : asked.how === 'ends' ? end : undefined;
  const failure: Failure = {
    reason: 'value differs',
    by: 'text',
    value: excerpt(text, around),
    asked,
    distance,
  };
  return near ? { ...failure, near } : failure;
}

/** If any dash will do, all dashes are the same. */
function oneDash(anyDash: boolean, text: string): string {
  return anyDash
    ? Array.from({ length: text.length }, (_, i) => (isDash(text[i]!) ? '-' : text[i]!)).join('')
    : text;
}

/** The most characters to show after the part that fits. */
const MAX_BESIDE = 12;

/** How far a value with wildcards fits. */
function progressIn(
  { value, pattern }: TextTest,
  text: string,
  folded: string,
): { progress: Progress | null; near: Near | null; distance: number } {
  const { segments, places } = pattern.placed(folded);
  if (segments.length < 2) return { progress: null, near: null, distance: 1 };
  const print = (from: number, to: number) => {
    const parts = segments.slice(from, to).flatMap((segment) => segment.parts.map(({ index }) => index));
    const stretch = parts.length > 0 ? value.slice(Math.min(...parts), Math.max(...parts) + 1) : [];
    return excerpt(asWritten(plainText(stretch), stretch, null)).text;
  };
  const count = places.length;
  const starts = count === 0 && value[0]?.kind !== 'star';
  const ends = count === segments.length - 1 && value[value.length - 1]?.kind !== 'star';
  const progress: Progress = {
    done: print(0, count),
    missing: print(count, count + 1),
    place: starts ? 'start' : ends ? 'end' : 'behind',
  };
  const distance = 1 - count / segments.length;
  const last = places[count - 1];
  if (!last) return { progress, near: null, distance };
  const near: Near = {
    ...fitting(text, last),
    expected: progress.missing.slice(0, MAX_BESIDE),
    found: text.slice(last.end, last.end + MAX_BESIDE),
  };
  return { progress, near: last.end > last.start + 2 ? near : null, distance };
}
