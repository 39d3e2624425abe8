import type { Range } from '../../text';

/**
 * One part of a parsed value. `at` is its range in the decoded scalar; null for a part that a modifier added. A
 * `dash` matches any of the five dashes (`windash`). A `placeholder` waits for `expand`.
 */
export type StringPart =
  | TextPart
  | { readonly kind: 'star'; readonly at: Range | null }
  | { readonly kind: 'any'; readonly at: Range | null }
  | { readonly kind: 'dash'; readonly text: string; readonly at: Range | null }
  | { readonly kind: 'placeholder'; readonly name: string; readonly at: Range | null };

export interface TextPart {
  readonly kind: 'text';
  readonly text: string;
  readonly at: Range | null;
  /** The offset of each unit of `text` in the decoded scalar, and of its end; absent if the offsets are consecutive. */
  readonly offsets?: readonly number[];
}

/** A value's text as Sigma reads it: literal text, wildcards, dashes. */
export type SigmaString = readonly StringPart[];

/** What may not stand for itself: a wildcard, escaped or not, and a backslash that escapes another. */
const SPECIAL = /[*?]|\\\\/;

/**
 * Reads a value (semantics.md, "Values"): `*` and `?` are wildcards, `\*` and `\?` literal, `\\` one backslash,
 * every other backslash literal. With `placeholders`, `%name%` is a placeholder.
 */
export function parseSigmaString(text: string, placeholders = false): SigmaString {
  // Most values stand for themselves.
  if (text !== '' && !SPECIAL.test(text) && !(placeholders && text.includes('%')))
    return [{ kind: 'text', text, at: { start: 0, end: text.length } }];
  const parts: StringPart[] = [];
  let literal = '';
  let offsets: number[] = [];
  const flush = (end: number) => {
    const start = offsets[0];
    if (start !== undefined) {
      const straight = end - start === literal.length;
      parts.push({
        kind: 'text',
        text: literal,
        at: { start, end },
        ...(straight ? {} : { offsets: [...offsets, end] }),
      });
    }
    literal = '';
    offsets = [];
  };
  for (let i = 0; i < text.length; ) {
    const character = text[i]!;
    const next = text[i + 1];
    if (character === '*' || character === '?') {
      flush(i);
      parts.push(
        character === '*'
          ? { kind: 'star', at: { start: i, end: i + 1 } }
          : { kind: 'any', at: { start: i, end: i + 1 } },
      );
      i++;
      continue;
    }
    if (placeholders && character === '%') {
      const end = text.indexOf('%', i + 1);
      const name = end > 0 ? text.slice(i + 1, end) : '';
      if (/^[\w.-]+$/.test(name)) {
        flush(i);
        parts.push({ kind: 'placeholder', name, at: { start: i, end: end + 1 } });
        i = end + 1;
        continue;
      }
    }
    const escaped = character === '\\' && (next === '*' || next === '?' || next === '\\');
    offsets.push(i);
    literal += escaped ? next : character;
    i += escaped ? 2 : 1;
  }
  flush(text.length);
  return parts;
}

/** The value as written in a rule, with literal wildcards and backslashes escaped where necessary. */
export function printSigmaString(written: SigmaString): string {
  const value = mergeText(written);
  let out = '';
  value.forEach((part, i) => {
    if (part.kind === 'placeholder') out += `%${part.name}%`;
    else if (part.kind === 'star' || part.kind === 'any') out += part.kind === 'star' ? '*' : '?';
    else {
      const next = value[i + 1];
      const beforeWildcard = next !== undefined && next.kind !== 'text' && next.kind !== 'dash';
      out += escapeLiteral(part.text, beforeWildcard);
    }
  });
  return out;
}

function escapeLiteral(text: string, beforeWildcard: boolean): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (character === '*' || character === '?') out += `\\${character}`;
    else if (character === '\\') {
      const next = text[i + 1];
      const ambiguous =
        next === '\\' || next === '*' || next === '?' || (next === undefined && beforeWildcard);
      out += ambiguous ? '\\\\' : '\\';
    } else out += character;
  }
  return out;
}

/** The literal text of a value that has no wildcard; null if it has one. */
export function plainText(value: SigmaString): string | null {
  let text = '';
  for (const part of value) {
    if (part.kind !== 'text' && part.kind !== 'dash') return null;
    text += part.text;
  }
  return text;
}

const DASHES = '-/\u2013\u2014\u2015';
const WORD_CHARACTER = /[\p{L}\p{N}_]/u;

/** True for the five characters that `windash` treats as equal. */
export function isDash(character: string): boolean {
  return character.length === 1 && DASHES.includes(character);
}

/** The same value with adjacent texts joined; `expand` leaves them apart. */
export function mergeText(value: SigmaString): SigmaString {
  const out: StringPart[] = [];
  for (const part of value) {
    const last = out[out.length - 1];
    if (part.kind !== 'text' || last?.kind !== 'text') {
      out.push(part);
      continue;
    }
    const offsets = [...unitOffsets(last).slice(0, -1), ...unitOffsets(part)];
    const at = last.at && part.at ? { start: last.at.start, end: part.at.end } : null;
    out[out.length - 1] = { kind: 'text', text: last.text + part.text, at, ...(at ? { offsets } : {}) };
  }
  return out;
}

/** The offset of each unit of a text part in the decoded scalar, and of its end. */
function unitOffsets(part: TextPart): readonly number[] {
  if (part.offsets) return part.offsets;
  const start = part.at?.start ?? 0;
  const length = part.at ? part.at.end - part.at.start : 0;
  // All units of a placeholder's text share one range.
  const straight = length === part.text.length;
  return Array.from({ length: part.text.length + 1 }, (_, i) =>
    straight ? start + i : i < part.text.length ? start : start + length,
  );
}

/**
 * Turns each dash that begins an option into a class of all five: at the start of the value or after a non-word
 * character, and before a word character (semantics.md, `windash`). A wildcard counts as a boundary. With `every`,
 * turns every dash: the specification's "all permutations".
 */
export function openDashes(value: SigmaString, every = false): SigmaString {
  return mergeText(value).flatMap((part) => (part.kind === 'text' ? splitDashes(part, every) : [part]));
}

function splitDashes(part: TextPart, every: boolean): StringPart[] {
  const out: StringPart[] = [];
  const offsets = part.at ? unitOffsets(part) : null;
  const place = (from: number, to: number) => (offsets ? { start: offsets[from]!, end: offsets[to]! } : null);
  let from = 0;
  const text = (to: number) => {
    if (to <= from) return;
    const rest = offsets ? { offsets: offsets.slice(from, to + 1) } : {};
    out.push({ kind: 'text', text: part.text.slice(from, to), at: place(from, to), ...rest });
  };
  for (let i = 0; i < part.text.length; i++) {
    if (!isDash(part.text[i]!) || !(every || beginsOption(part.text, i))) continue;
    text(i);
    out.push({ kind: 'dash', text: part.text[i]!, at: place(i, i + 1) });
    from = i + 1;
  }
  text(part.text.length);
  return out;
}

/** True if the dash at `i` has no word character before it and one after it. */
function beginsOption(text: string, i: number): boolean {
  const before = i === 0 ? '' : [...text.slice(Math.max(0, i - 2), i)].pop()!;
  const after = text.codePointAt(i + 1);
  return (
    !WORD_CHARACTER.test(before) && after !== undefined && WORD_CHARACTER.test(String.fromCodePoint(after))
  );
}

/** True for a value that is more than a text, its beginning, its end or a part of it: its wildcards have to be searched for. */
export function isGeneral(value: SigmaString): boolean {
  return value.some(
    ({ kind }, i) => (kind === 'star' && i > 0 && i < value.length - 1) || kind === 'any' || kind === 'dash',
  );
}
