import { describe, expect, test } from 'vitest';
import { unmarked } from '../../text';
import { beyondSubset } from './regex-subset';

const told = (source: string) =>
  beyondSubset(source).map(({ start, end, what }) => `${source.slice(start, end)}: ${unmarked(what)}`);

describe('what an expression has beyond the subset of the 2.2.0 draft', () => {
  test.each<[source: string, found: string[]]>([
    ['', []],
    ['^a.b$|(c+|d*)?e{2,3}f{4}g{5,}', []],
    ['[a-z][^a-z][]x][^]y][.*+?()|]', []],
    ['\\bx\\B\\d\\D\\s\\S\\w\\W', []],
    ['[\\d\\D\\s\\S\\w\\W\\]\\\\-]', []],
    ['\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\^\\$\\\\\\/\\-', []],
    ['(?:a|b)+', []],
    ['a(?=b)', ['(?=: a lookahead']],
    ['a(?!b)', ['(?!: a negative lookahead']],
    ['(?<=a)b', ['(?<=: a lookbehind']],
    ['(?<!a)b', ['(?<!: a negative lookbehind']],
    ['(?>a)', ['(?>: an atomic group']],
    ['(?<n>a)\\k<n>', ['(?<n>: a group with a name', '\\k<n>: a reference to a group']],
    ['(?P<n>a)(?P=n)', ['(?P<n>: a group with a name', '(?P=n): a reference to a group']],
    ['(a)\\1\\12', ['\\1: a reference to a group', '\\12: a reference to a group']],
    ['(?#so)a', ['(?#so): a comment']],
    [
      'a+?b*?c??d{1,2}?',
      ['+?', '*?', '??', '{1,2}?'].map((q) => `${q}: a repetition that takes as little as possible`),
    ],
    ['a++b*+c?+', ['++', '*+', '?+'].map((q) => `${q}: a repetition that gives nothing back`)],
    ['\\p{Lu}\\PL', ['\\p{Lu}: a class of Unicode characters', '\\PL: a class of Unicode characters']],
    [
      '\\x41\\x{1F600}\\u0041',
      ['\\x41', '\\x{1F600}', '\\u0041'].map((c) => `${c}: a character by its number`),
    ],
    ['\\n\\t[\\r]', ['\\n', '\\t', '\\r'].map((c) => `${c}: a control character`)],
    ['\\Aa\\z', ['\\A', '\\z'].map((c) => `${c}: another anchor than ^ and $`)],
    ['\\Qa.b+?\\Ec', ['\\Qa.b+?\\E: quoted text']],
    ['[[:digit:]\\b]', ['[:digit:]: a class of POSIX', '\\b: an escape']],
    // Flags at the beginning are told by another check.
    ['(?i)a', []],
    ['(?ims)a', []],
    ['a(?i)b', ['(?i): a flag inside the expression']],
    ['(?i:a)b', ['(?i:: a flag inside the expression']],
    ['(?x)a', ['(?x): a flag inside the expression']],
    ['\\(?=a', []],
    ['\\+?a', []],
    ['[+?]a{', []],
  ])('%s', (source, found) => expect(told(source)).toEqual(found));
});
