import type { Range } from '../text/range';

/**
 * One part of a parsed value. `at` is its range in the decoded scalar; null for parts that a modifier added.
 * A `dash` matches any of the five dashes (`windash`); a `placeholder` waits for `expand`.
 */
export type Part =
  | { readonly kind: 'text'; readonly text: string; readonly at: Range | null }
  | { readonly kind: 'star'; readonly at: Range | null }
  | { readonly kind: 'any'; readonly at: Range | null }
  | { readonly kind: 'dash'; readonly text: string; readonly at: Range | null }
  | { readonly kind: 'placeholder'; readonly name: string; readonly at: Range | null };

/** A value's text as Sigma reads it: literal text, wildcards, dashes. */
export type SigmaString = readonly Part[];

/**
 * Reads a value (semantics.md, "Values"): `*` and `?` are wildcards, `\*` and `\?` literal, `\\` one backslash,
 * every other backslash literal. With `placeholders`, `%name%` is a placeholder.
 */
export function parseSigmaString(text: string, placeholders = false): SigmaString {
  const parts: Part[] = [];
  let literal = '';
  let literalStart = 0;
  const flush = (end: number) => {
    if (literal) parts.push({ kind: 'text', text: literal, at: { start: literalStart, end } });
    literal = '';
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
      literalStart = ++i;
      continue;
    }
    if (placeholders && character === '%') {
      const end = text.indexOf('%', i + 1);
      const name = end > 0 ? text.slice(i + 1, end) : '';
      if (/^[\w.-]+$/.test(name)) {
        flush(i);
        parts.push({ kind: 'placeholder', name, at: { start: i, end: end + 1 } });
        i = literalStart = end + 1;
        continue;
      }
    }
    const escaped = character === '\\' && (next === '*' || next === '?' || next === '\\');
    if (!literal) literalStart = i;
    literal += escaped ? next : character;
    i += escaped ? 2 : 1;
  }
  flush(text.length);
  return parts;
}

/** The value as it would be written in a rule: literal wildcards and backslashes escaped where they must be. */
export function printSigmaString(value: SigmaString): string {
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

/** The literal text of a value that has no wildcard; null where it has one. */
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

/** True for the five characters that `windash` takes for one another. */
export function isDash(character: string): boolean {
  return character.length === 1 && DASHES.includes(character);
}

/**
 * Turns each dash that begins an option into a class of all five: at the start of the value or after a character that
 * is no word character, and before a word character (semantics.md, `windash`). A wildcard counts as a boundary.
 */
export function openDashes(value: SigmaString): SigmaString {
  const out: Part[] = [];
  for (const part of value) {
    if (part.kind !== 'text') {
      out.push(part);
      continue;
    }
    const characters = [...part.text];
    // A part whose written form holds escapes has no simple offsets; then its dashes carry no range.
    const straight = part.at && part.at.end - part.at.start === part.text.length ? part.at.start : null;
    let literal = '';
    let offset = 0;
    const flush = () => {
      if (!literal) return;
      const at =
        straight === null ? part.at : { start: straight + offset - literal.length, end: straight + offset };
      out.push({ kind: 'text', text: literal, at });
      literal = '';
    };
    characters.forEach((character, i) => {
      const before = characters[i - 1];
      const after = characters[i + 1];
      const option =
        isDash(character) &&
        (before === undefined || !WORD_CHARACTER.test(before)) &&
        after !== undefined &&
        WORD_CHARACTER.test(after);
      if (option) {
        flush();
        const at = straight === null ? null : { start: straight + offset, end: straight + offset + 1 };
        out.push({ kind: 'dash', text: character, at });
        offset += character.length;
      } else {
        literal += character;
        offset += character.length;
      }
    });
    flush();
  }
  return out;
}
