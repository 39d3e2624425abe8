/*
 * Characters that look the same but differ: unusual spaces, letters of other scripts, letters composed of two
 * characters, invisible characters, and the two line endings.
 */

/** Letters of other scripts, with the Latin letters that they look like. */
const LETTERS = new Map(
  [
    ['аеорсхуіјѕԁһӏԛԝ', 'aeopcxyijsdhlqw'],
    ['АВЕКМНОРСТХУЅІЈԌ', 'ABEKMHOPCTXYSIJG'],
    ['αινορυ', 'aivopu'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
    ['‐‑‒–—―−', '-------'],
    ['‘’‚‛′', "'''''"],
    ['“”„‟″', '"""""'],
  ].flatMap(([other, latin]) => [...other!].map((letter, i) => [letter, latin![i]!] as const)),
);

const UNSEEN = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const BLANK = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
/** A letter with its combining marks, a line break of two characters, or a single character. */
const UNITS = /\r\n?|\P{M}\p{M}+|[\s\S]/gu;

/** A text as it looks, with the offset in the text of each of its characters, and of its end. */
export interface Look {
  readonly text: string;
  readonly at: readonly number[];
}

/** What a text looks like: each character replaced by the usual one that looks the same. */
export function lookOf(text: string): Look {
  let look = '';
  const at: number[] = [];
  for (const { 0: unit, index } of text.matchAll(UNITS)) {
    const seen = seenAs(unit);
    // An invisible character belongs to the one before it, or at the start to the first.
    for (let i = 0; i < seen.length; i++) at.push(at.length === 0 ? 0 : index);
    look += seen;
  }
  at.push(text.length);
  return { text: look, at };
}

function seenAs(unit: string): string {
  if (unit[0] === '\r') return '\n';
  if (UNSEEN.test(unit)) return '';
  if (BLANK.test(unit)) return ' ';
  const composed = unit.normalize('NFC');
  const wide = composed.charCodeAt(0);
  if (composed.length === 1 && wide >= 0xff01 && wide <= 0xff5e) return String.fromCharCode(wide - 0xfee0);
  return LETTERS.get(composed) ?? composed;
}

/** A place where two texts look the same but differ, with what each has there. */
export interface Disguise {
  readonly expected: string;
  readonly found: string;
  /** Its range in the second text. */
  readonly at: { readonly start: number; readonly end: number };
}

/**
 * Where `own` and `theirs`, which look the same, differ. `same` compares two characters as the rule does, with or
 * without case.
 */
export function disguises(
  own: string,
  theirs: string,
  same: (a: string, b: string) => boolean,
): readonly Disguise[] {
  const [a, b] = [lookOf(own), lookOf(theirs)];
  const found: Disguise[] = [];
  const length = Math.min(a.at.length, b.at.length) - 1;
  for (let i = 0; i < length; ) {
    // A unit that becomes several characters or none belongs to the one before it.
    let next = i + 1;
    while (next < length && (a.at[next] === a.at[i] || b.at[next] === b.at[i])) next++;
    const at = { start: b.at[i]!, end: b.at[next]! };
    const [expected, there] = [own.slice(a.at[i], a.at[next]), theirs.slice(at.start, at.end)];
    if (!same(expected, there)) found.push(apart(expected, there, at));
    i = next;
  }
  return found;
}

/** Removes what both have: of a letter and the invisible character after it, only the latter remains. */
function apart(expected: string, found: string, at: Disguise['at']): Disguise {
  if (expected !== '' && found.startsWith(expected))
    return {
      expected: '',
      found: found.slice(expected.length),
      at: { ...at, start: at.start + expected.length },
    };
  if (found !== '' && expected.startsWith(found))
    return { expected: expected.slice(found.length), found: '', at: { ...at, start: at.end } };
  return { expected, found, at };
}
