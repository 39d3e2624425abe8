import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from './fold';

const LAST = 0x10ffff;
const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff;

describe('case folding: Unicode simple case folding, length-preserving (ours)', () => {
  test('keeps the length of every code point, and folds a folded one to itself', () => {
    for (let code = 0; code <= LAST; code++) {
      const character = String.fromCodePoint(code);
      const folded = fold(character);
      if (folded.length !== character.length) throw new Error(`U+${code.toString(16)}: length`);
      if (folded !== character && fold(folded) !== folded)
        throw new Error(`U+${code.toString(16)}: not stable`);
    }
  });

  test('two characters fold to the same exactly if /iu treats them as equal', () => {
    // Every character that a case mapping of the language, or the folding itself, changes or produces.
    const cased = new Set<string>();
    for (let code = 0; code <= LAST; code++) {
      if (isSurrogate(code)) continue;
      const character = String.fromCodePoint(code);
      const others = [character.toLowerCase(), character.toUpperCase(), fold(character)].filter(
        (o) => o !== character,
      );
      if (others.length === 0 && !/\p{CWCF}|\p{CWCM}/u.test(character)) continue;
      for (const other of [character, ...others]) if ([...other].length === 1) cased.add(other);
    }
    const all = [...cased].join('');
    const wrong: string[] = [];
    // Characters that /iu treats as equal form a class: one member finds the others, and each has to be found once.
    const classes = new Map<string, string>();
    const found = new Set<string>();
    for (const character of cased) {
      if (found.has(character)) continue;
      const same = new RegExp(`\\u{${character.codePointAt(0)!.toString(16)}}`, 'giu');
      const byRegex = new Set(all.match(same));
      const folded = fold(character);
      const other = classes.get(folded);
      if (other !== undefined) wrong.push(`${character} and ${other} are folded to the same`);
      classes.set(folded, character);
      for (const member of byRegex) {
        if (found.has(member)) wrong.push(`${member} is in two classes`);
        found.add(member);
        if (fold(member) !== folded) wrong.push(`${character} and ${member} differ`);
      }
      if (folded !== character && !byRegex.has(folded)) wrong.push(`${character} is folded to ${folded}`);
    }
    expect(found.size).toBe(cased.size);
    expect(wrong).toEqual([]);
    expect(cased.size).toBeGreaterThan(2700);
  });

  test.each([
    ['K', 'k'],
    ['\u212a', 'k'],
    ['\u017f', 's'],
    ['\u03c2', '\u03c3'],
    ['\u1e9e', '\u00df'],
    ['\u00df', '\u00df'],
    ['\u0130', '\u0130'],
    ['\u0131', '\u0131'],
    ['\u{10400}', '\u{10428}'],
    ['\u01c5', '\u01c6'],
    ['\u1fd3', '\u0390'],
    ['\u1fe3', '\u03b0'],
    ['\ufb05', '\ufb06'],
    ['\u13a0', '\u13a0'],
    ['\uab70', '\u13a0'],
  ])('%s folds to %s', (character, folded) => {
    expect(fold(character).length).toBe(character.length);
    expect(fold(character) === folded || fold(folded) === fold(character)).toBe(true);
  });

  test('a text is folded character by character, so that offsets stay true', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text)).toBe([...text].map(fold).join(''));
        expect(fold(text).length).toBe(text.length);
      }),
    );
  });
});
