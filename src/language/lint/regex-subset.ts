import type { Words } from '../../text';
import { prose } from '../../text';
import { piecesOf } from './regex-text';

/** A part of an expression that the subset of the 2.2.0 draft lacks, by its place in the expression. */
export interface BeyondSubset {
  readonly start: number;
  readonly end: number;
  /** What it is, for a sentence: `a lookahead`. */
  readonly what: Words;
  /** What says the same within the subset; null if nothing does. */
  readonly instead: string | null;
}

/** What may follow `(?`, longest beginnings first. `(?:` is a group like any other. */
const GROUPS: readonly (readonly [begins: RegExp, what: Words])[] = [
  [/^\(\?=/, prose('a lookahead')],
  [/^\(\?!/, prose('a negative lookahead')],
  [/^\(\?<=/, prose('a lookbehind')],
  [/^\(\?<!/, prose('a negative lookbehind')],
  [/^\(\?>/, prose('an atomic group')],
  [/^\(\?#[^)]*\)?/, prose('a comment')],
  [/^\(\?P?<[^>]*>/, prose('a group with a name')],
  [/^\(\?'[^']*'/, prose('a group with a name')],
  [/^\(\?P?[=>&][^)]*\)/, prose('a reference to a group')],
  [/^\(\?(?:R|[+-]?\d+)\)/, prose('a reference to a group')],
  [/^\(\?\((?:[^)]*)\)/, prose('a conditional part')],
  [/^\(\?\|/, prose('a group that counts its alternatives anew')],
  [/^\(\?\^?[a-zA-Z]*(?:-[a-zA-Z]+)?[:)]/, prose('a flag inside the expression')],
  [/^\(\?/, prose('a special group')],
  [/^\(\*[^)]*\)/, prose('a verb')],
];

/** Escapes with a letter or digit, by what they begin with. The draft has `\b \B \d \D \s \S \w \W`. */
const ESCAPES: readonly (readonly [begins: RegExp, what: Words])[] = [
  [/^\\[pP](?:\{[^}]*\}|\w)?/, prose('a class of Unicode characters')],
  [/^\\x(?:\{[^}]*\}|[\da-fA-F]{1,2})?/, prose('a character by its number')],
  [/^\\u(?:\{[^}]*\}|[\da-fA-F]{1,4})?/, prose('a character by its number')],
  [/^\\0[0-7]{0,2}/, prose('a character by its number')],
  [/^\\c[\s\S]?/, prose('a control character')],
  [/^\\[ntrfvae]/, prose('a control character')],
  [/^\\k(?:<[^>]*>|\{[^}]*\}|'[^']*')?/, prose('a reference to a group')],
  [/^\\g(?:<[^>]*>|\{[^}]*\}|-?\d+)?/, prose('a reference to a group')],
  [/^\\[1-9]\d*/, prose('a reference to a group')],
  [/^\\[AzZG]/, prose('another anchor than `^` and `$`')],
  [/^\\Q[\s\S]*?(?:\\E|$)/, prose('quoted text')],
  [/^\\[a-zA-Z]/, prose('an escape')],
];

const QUANTIFIER = /(?:[*+?]|\{\d*,?\d*\})/y;
const OF_CLASS = /\\[\s\S]|\[:\^?\w+:\]/g;

/** Classes of POSIX in brackets, by the characters that they stand for in ASCII. */
const POSIX = new Map([
  ['[:digit:]', '0-9'],
  ['[:lower:]', 'a-z'],
  ['[:upper:]', 'A-Z'],
  ['[:alpha:]', 'a-zA-Z'],
  ['[:alnum:]', 'a-zA-Z0-9'],
  ['[:xdigit:]', '0-9a-fA-F'],
  ['[:word:]', 'a-zA-Z0-9_'],
]);

/**
 * The parts of an expression beyond the subset that the 2.2.0 draft describes: `.`, `^`, `$`, `*`, `+`, `?`, `{n,m}`,
 * classes of characters, `\b \B \d \D \s \S \w \W`, alternatives and groups. In the order of the expression. Flags at
 * its very beginning are left out: the check `regex-inline-flag` is about those.
 */
export function beyondSubset(source: string): readonly BeyondSubset[] {
  const found: BeyondSubset[] = [];
  const add = (start: number, text: string, what: Words, instead: string | null = null) =>
    found.push({ start, end: start + text.length, what, instead });
  let at = 0;
  for (const piece of piecesOf(source)) {
    if (piece.at < at) continue;
    const rest = source.slice(piece.at);
    at = piece.at + piece.text.length;
    if (piece.text[0] === '\\') {
      const special = beginsWith(ESCAPES, rest);
      if (/^\\[a-zA-Z0-9]/.test(rest) && !/^\\[bBdDsSwW]/.test(rest) && special) {
        add(piece.at, ...special);
        at = piece.at + special[0].length;
      }
    } else if (piece.text[0] === '[') ofClass(piece.at, piece.text, add);
    else if (piece.text === '(' && !rest.startsWith('(?:')) {
      const group = beginsWith(GROUPS, rest);
      if (!group) continue;
      at = piece.at + group[0].length;
      if (piece.at > 0 || !/^\(\?[ims]+\)/.test(rest)) add(piece.at, ...group);
      continue;
    }
    // A repetition is looked at where it begins; `?` or `+` after it is no repetition of its own.
    QUANTIFIER.lastIndex = piece.at;
    const repeated = /^[*+?{]/.test(piece.text) ? QUANTIFIER.exec(source)?.[0] : undefined;
    if (repeated === undefined) continue;
    at = piece.at + repeated.length;
    const more = source[at];
    if (more !== '?' && more !== '+') continue;
    add(
      piece.at,
      repeated + more,
      more === '?'
        ? prose('a repetition that takes as little as possible')
        : prose('a repetition that gives nothing back'),
    );
    at++;
  }
  return found;
}

function beginsWith(
  all: readonly (readonly [begins: RegExp, what: Words])[],
  rest: string,
): [text: string, what: Words] | null {
  for (const [begins, what] of all) {
    const text = begins.exec(rest)?.[0];
    if (text) return [text, what];
  }
  return null;
}

function ofClass(
  at: number,
  text: string,
  add: (start: number, text: string, what: Words, instead?: string | null) => void,
): void {
  for (const { 0: part, index } of text.slice(1).matchAll(OF_CLASS)) {
    if (part[0] === '[') add(at + 1 + index, part, prose('a class of POSIX'), POSIX.get(part) ?? null);
    else if (/^\\[a-zA-Z0-9]/.test(part) && !/^\\[dDsSwW]/.test(part)) {
      const special = beginsWith(ESCAPES, text.slice(1 + index));
      if (special) add(at + 1 + index, ...special);
    }
  }
}
