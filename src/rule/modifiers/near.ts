import type { Range } from '../../text';
import {
  type CommonPart,
  commonEnd,
  commonStart,
  longestCommonPart,
  mayHaveCommonPart,
} from '../value/common-part';
import { mistyped } from '../value/mistyped';
import { type AskedText, type Excerpt, excerpt, type Near } from './failure';

/** The most characters to show beside the near part, on either side. */
const MAX_BESIDE = 12;
/** How far a part may be from the end that the rule holds its value to. */
const MAX_APART = 8;
/** More wrong letters make another word. */
const MAX_WRONG = 3;
/** A shorter word is not a mistyped form of another. */
const MIN_TYPED = 4;
/** A near part up to this length is shown whole. */
const MAX_WHOLE = 60;
/** Fewer letters in common are chance. */
const MIN_COMMON = 3;

/** How close a text comes to a literal text. */
export interface Nearness {
  /** 0: nothing is wrong; 1: none of it is there. */
  readonly distance: number;
  /** Null unless a reader would call it near. */
  readonly near: Near | null;
}

/**
 * The literal text (`needle`) and the text it is looked for in: `needle` and `folded` in one case, `text` as in the
 * event. `folded` and `text` have equal lengths.
 */
export interface Looked {
  readonly needle: string;
  readonly written: string;
  readonly text: string;
  readonly folded: string;
  readonly how: AskedText['how'];
}

/** Finds the part of a value that comes nearest to the rule's value, and its distance from a match. */
export function nearnessOf(looked: Looked): Nearness {
  const { needle, folded, how } = looked;
  if (needle === '') return { distance: 1, near: null };
  const size = how === 'is' ? Math.max(needle.length, folded.length) : needle.length;
  const whole = wholePart(looked);
  // The whole is there, but in the wrong place, or with more around it.
  if (whole) return { distance: 1 - needle.length / (size + 1), near: wholeAt(whole, looked) };
  if (!mayHaveCommonPart(needle, folded)) return { distance: 1, near: null };
  const held = heldPart(looked);
  const part = how === 'contains' || isNear(held, looked) ? held : floatingPart(looked);
  const distance = 1 - lengthOf(part) / (size + 1);
  const seen = isNear(part, looked);
  const typo = typoIn(looked, lengthOf(part));
  // For a mistyped word, the whole word says more than its longer half.
  if (typo && (!seen || typo.wrong < size - lengthOf(part)))
    return { distance: typo.wrong / (size + 1), near: typo.near };
  return { distance, near: seen ? nearPart(looked, part) : null };
}

/** All of the rule's value, anywhere in the event's. */
function wholePart(looked: Looked): CommonPart | null {
  const { needle, folded, how } = looked;
  if (needle.length < MIN_COMMON) return null;
  const start = how === 'ends' ? folded.lastIndexOf(needle) : folded.indexOf(needle);
  const part = { text: { start, end: start + needle.length }, needle: { start: 0, end: needle.length } };
  return start >= 0 && (how !== 'is' || isAlike(part, looked)) ? part : null;
}

function lengthOf({ text }: CommonPart): number {
  return sizeOf(text);
}

/** The common part at the end that the rule holds its value to. */
function heldPart({ needle, folded, how }: Looked): CommonPart {
  if (how === 'ends') return commonEnd(needle, folded);
  return how === 'contains' ? longestCommonPart(needle, folded) : commonStart(needle, folded);
}

/** The longest common part near the end that the rule holds its value to. Anything farther away is unrelated. */
function floatingPart({ needle, folded, how }: Looked): CommonPart {
  const reach = needle.length + MAX_APART;
  if (how === 'starts') return longestCommonPart(needle, folded.slice(0, reach));
  if (how !== 'ends') return longestCommonPart(needle, folded);
  const from = Math.max(0, folded.length - reach);
  const { text, needle: own } = longestCommonPart(needle, folded.slice(from));
  return { needle: own, text: { start: text.start + from, end: text.end + from } };
}

/**
 * True for a part that a reader would call near: most of what is distinctive in the value, or half of it at the
 * beginning or end of a word. A file extension is not distinctive, nor is a bit from the middle of another word.
 */
function isNear(part: CommonPart, looked: Looked): boolean {
  const { needle, folded, how } = looked;
  if (how === 'is') return isAlike(part, looked);
  const core = coreOf(needle);
  const common = within(part.needle, core);
  const size = sizeOf(core);
  if (common < MIN_COMMON || common * 2 < size) return false;
  const most = common * 3 >= size * 2;
  const [front, back] = [isBorder(folded, part.text.start), isBorder(folded, part.text.end)];
  const [begins, ends] = [part.needle.start <= core.start, part.needle.end >= core.end];
  if (how === 'ends' && part.text.end === folded.length) return most || front || back;
  if (how !== 'contains' && part.text.start === 0) return most || back;
  if (front && back) return begins || ends;
  if (how !== 'contains') return most && (front || back);
  const long = most && common > MIN_COMMON;
  return begins ? front || long : ends && back && long;
}

/** True if two values have so much in common that one is near the other. Symmetric. */
function isAlike({ needle: own, text: theirs }: CommonPart, { needle, folded }: Looked): boolean {
  const front = isBorder(needle, own.start) && isBorder(folded, theirs.start);
  const back = isBorder(needle, own.end) && isBorder(folded, theirs.end);
  const [shorter, longer] = [Math.min(needle.length, folded.length), Math.max(needle.length, folded.length)];
  // One is contained in the other.
  if (own.end - own.start === shorter)
    return shorter >= MIN_COMMON && (front || back || shorter * 2 >= longer);
  const [core, other] = [coreOf(needle), coreOf(folded)];
  const common = Math.min(within(own, core), within(theirs, other));
  const size = Math.max(sizeOf(core), sizeOf(other));
  if (common < MIN_COMMON) return false;
  const [begins, ends] = [
    own.start === 0 && theirs.start === 0,
    own.end === needle.length && theirs.end === folded.length,
  ];
  // The distinctive part of one begins or ends the other.
  if (common === Math.min(sizeOf(core), sizeOf(other)) && (begins || ends)) return true;
  if (common * 2 < size) return false;
  return common * 3 >= size * 2 || (front && back) || (begins && back) || (ends && front);
}

/** How many characters of a part are in the core of its text. */
function within(part: Range, core: Range): number {
  return Math.min(part.end, core.end) - Math.max(part.start, core.start);
}

const ENDING = /\.[a-z0-9]{1,4}$/i;

/** The distinctive part of a value: without leading separators and file extension. */
function coreOf(needle: string): Range {
  const start = /^[\\/]*/.exec(needle)![0].length;
  const end = needle.length - (ENDING.exec(needle)?.[0].length ?? 0);
  return end > start ? { start, end } : { start: 0, end: needle.length };
}

function sizeOf({ start, end }: Range): number {
  return end - start;
}

const LETTER = /[\p{L}\p{N}]/u;

/** True at the beginning or end of a word. */
function isBorder(text: string, at: number): boolean {
  return !LETTER.test(text[at - 1] ?? '') || !LETTER.test(text[at] ?? '');
}

function wholeAt({ text: value }: CommonPart, { text, how }: Looked): Near {
  const [before, after] = [value.start > 0, value.end < text.length];
  const side =
    how === 'starts'
      ? 'before'
      : how === 'ends'
        ? 'after'
        : before && after
          ? null
          : before
            ? 'before'
            : 'after';
  return {
    kind: 'whole',
    value,
    common: excerpt(text.slice(value.start, value.end)),
    side,
    expected: '',
    found: side === 'before' ? endOf(text.slice(0, value.start)) : startOf(text.slice(value.end)),
  };
}

function nearPart({ needle, written, text, how }: Looked, { text: value, needle: own }: CommonPart): Near {
  const [begins, ends] = [own.start === 0, own.end === needle.length];
  const back = how === 'ends' || (how !== 'contains' && !begins && ends);
  const side = back ? (ends ? 'before' : null) : begins ? 'after' : null;
  return {
    kind: 'part',
    value,
    common: commonOf(text.slice(value.start, value.end), side),
    side,
    expected: back ? endOf(written.slice(0, own.start)) : startOf(written.slice(own.end)),
    found: back ? endOf(text.slice(0, value.start)) : startOf(text.slice(value.end)),
  };
}

/** A mistyped stretch: at most three letters wrong, and at most a third. */
function typoIn(
  { needle, written, text, folded, how }: Looked,
  common: number,
): { readonly wrong: number; readonly near: Near } | null {
  const core = sizeOf(coreOf(needle));
  const size = how === 'is' ? Math.min(core, sizeOf(coreOf(folded))) : core;
  const most = Math.min(MAX_WRONG, Math.floor(size / 3));
  // With this few letters wrong (two at a time when swapped), at least one stretch between them is this long.
  if (size < MIN_TYPED || common < (needle.length - 2 * most) / (most + 1)) return null;
  const held = how === 'is' ? 'both' : how === 'starts' ? 'start' : how === 'ends' ? 'end' : 'nowhere';
  const found = mistyped(needle, folded, held, most);
  if (!found) return null;
  const { start, end } = found.text;
  if (!isBorder(folded, start) || !isBorder(folded, end)) return null;
  const stretch = folded.slice(start, end);
  const front = lengthOf(commonStart(needle, stretch));
  const back = lengthOf(commonEnd(needle.slice(front), stretch.slice(front)));
  const [expected, there] = [
    written.slice(front, written.length - back),
    text.slice(start + front, end - back),
  ];
  const near: Near = {
    kind: 'typo',
    value: found.text,
    common: excerpt(text.slice(start, end)),
    side: null,
    expected: startOf(expected),
    found: startOf(there),
  };
  return { wrong: found.wrong, near };
}

/** A common part; if it is long, from the side on which the two differ. */
function commonOf(text: string, side: Near['side']): Excerpt {
  return excerpt(text, side === 'after' ? { start: text.length, end: text.length } : undefined);
}

/** The range of the value that decides: where it and the rule differ. */
export function decisivePlace({ value, side }: Near): Range {
  if (value.end - value.start <= MAX_WHOLE) return value;
  const at = side === 'before' ? value.start : value.end;
  return { start: at, end: at };
}

function startOf(text: string): string {
  return text.slice(0, MAX_BESIDE);
}

function endOf(text: string): string {
  return text.slice(-MAX_BESIDE);
}
