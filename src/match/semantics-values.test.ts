import { describe, expect, test } from 'vitest';
import { problemsOf } from '../testing/oracle/check';
import { rows } from '../testing/oracle/rows';

rows('plain string: whole field value, case-insensitive', [
  ['F: whoami', { F: 'whoami' }, true],
  ['F: whoami', { F: 'WhoAmI' }, true],
  ['F: whoami', { F: 'whoami ' }, false],
  ['F: whoami', { F: 'xwhoami' }, false],
  ['F: whoami', { F: '' }, false],
  ["F: 'a.c'", { F: 'abc' }, false],
  ["F: 'ÄÖÜ'", { F: 'äöü' }, true],
  ['F: [a, b]', { F: 'B' }, true],
  ['F: [a, b]', { F: 'ab' }, false],
]);

rows('`*`: any run of characters, newlines included (ours)', [
  ["F: 'a*c'", { F: 'ac' }, true],
  ["F: 'a*c'", { F: 'abbbc' }, true],
  ["F: 'a*c'", { F: 'a\nb\r\nc' }, true],
  ["F: 'a*c'", { F: 'a\u2028c' }, true],
  ["F: 'a*c'", { F: 'acb' }, false],
  ["F: '*a*b*'", { F: 'xxaxxbxx' }, true],
  ["F: '*a*b*'", { F: 'ba' }, false],
  ["F: '*aab'", { F: 'aaab' }, true],
  ["F: 'aba*aba'", { F: 'aba' }, false],
  ["F: 'aba*aba'", { F: 'ababa' }, false],
  ["F: 'aba*aba'", { F: 'abaaba' }, true],
  ["F: '*'", { F: '' }, true],
  ["F: '*'", { F: 'x' }, true],
  ["F: '*'", { G: 'x' }, false],
  ["F: '*'", { F: null }, false],
  ["F: 'a**b'", { F: 'ab' }, true],
]);

rows('`?`: exactly one character (a code point, ours)', [
  ["F: 'a?c'", { F: 'abc' }, true],
  ["F: 'a?c'", { F: 'ac' }, false],
  ["F: 'a?c'", { F: 'abbc' }, false],
  ["F: 'a?c'", { F: 'a\nc' }, true],
  ["F: 'a?c'", { F: 'a😀c' }, true],
  ["F: 'a??c'", { F: 'a😀c' }, false],
  ["F: '?'", { F: '😀' }, true],
  ["F: '??'", { F: '😀' }, false],
  ["F: '??'", { F: '😀x' }, true],
  ["F: '*?'", { F: '😀' }, true],
  ["F: '?*'", { F: '' }, false],
  ["F: '*a?'", { F: 'ba😀' }, true],
  ["F: '*?a?*b'", { F: '😀a😀b' }, true],
  ["F: 'e?'", { F: 'e\u0301' }, true],
]);

rows('`\\*` `\\?`: literal star, literal question mark', [
  ["F: 'a\\*c'", { F: 'a*c' }, true],
  ["F: 'a\\*c'", { F: 'abc' }, false],
  ["F: 'a\\*c'", { F: 'a\\*c' }, false],
  ["F: 'a\\?c'", { F: 'a?c' }, true],
  ["F: 'a\\?c'", { F: 'abc' }, false],
  ["F|contains: '\\*'", { F: 'x*y' }, true],
  ["F|contains: '\\*'", { F: 'xy' }, false],
]);

rows('`\\\\*`: one backslash, then a wildcard', [
  ["F: 'C:\\\\*'", { F: 'C:\\Windows' }, true],
  ["F: 'C:\\\\*'", { F: 'C:\\' }, true],
  ["F: 'C:\\\\*'", { F: 'C:\\*' }, true],
  ["F: 'C:\\\\*'", { F: 'C:' }, false],
  ["F: 'C:\\\\*'", { F: 'C:x' }, false],
  ["F: 'a\\\\?c'", { F: 'a\\bc' }, true],
  ["F: 'a\\\\?c'", { F: 'a?c' }, false],
  ["F: '*\\\\*'", { F: 'a\\b' }, true],
]);

rows('`\\\\\\*`: one backslash and a literal star', [
  ["F: 'a\\\\\\*c'", { F: 'a\\*c' }, true],
  ["F: 'a\\\\\\*c'", { F: 'a\\bc' }, false],
  ["F: 'a\\\\\\*c'", { F: 'a*c' }, false],
  ["F: 'a\\\\\\?c'", { F: 'a\\?c' }, true],
  ["F: 'a\\\\\\\\*'", { F: 'a\\\\b' }, true],
  ["F: 'a\\\\\\\\*'", { F: 'a\\b' }, false],
]);

rows(
  '`\\` or `\\\\` not before a wildcard: one backslash; `\\\\\\\\` is two; a lone trailing `\\` is literal',
  [
    ["F: 'C:\\Temp'", { F: 'C:\\Temp' }, true],
    ["F: 'C:\\\\Temp'", { F: 'C:\\Temp' }, true],
    ["F: 'C:\\\\Temp'", { F: 'C:\\\\Temp' }, false],
    ["F: '\\\\\\\\srv\\share'", { F: '\\\\srv\\share' }, true],
    ["F: '\\\\\\\\srv\\share'", { F: '\\srv\\share' }, false],
    ["F: '\\\\\\srv'", { F: '\\\\srv' }, true],
    ["F: 'C:\\Temp\\'", { F: 'C:\\Temp\\' }, true],
    ["F: 'C:\\Temp\\'", { F: 'C:\\Temp' }, false],
    ["F: 'C:\\Temp\\\\'", { F: 'C:\\Temp\\' }, true],
    ["F|endswith: '\\'", { F: 'C:\\' }, true],
    ["F|contains: '\\'", { F: 'a\\b' }, true],
    ["F|contains: '\\\\\\\\'", { F: 'a\\b' }, false],
    ["F: '\\n'", { F: '\\n' }, true],
    ["F: '\\n'", { F: '\n' }, false],
  ],
);

rows('`contains` `startswith` `endswith`: wildcards added to the parsed value, never to its text', [
  ["F|startswith: 'a\\'", { F: 'a\\b' }, true],
  ["F|startswith: 'a\\'", { F: 'a*' }, false],
  ["F|contains: 'a\\'", { F: 'xa\\b' }, true],
  ["F|contains: 'a\\'", { F: 'xa*' }, false],
  ["F|contains: 'a\\\\'", { F: 'xa\\b' }, true],
  ["F|endswith: 'a*c'", { F: 'xabbc' }, true],
  ["F|contains: 'a*c'", { F: 'xxabbcxx' }, true],
  ["F|contains: 'a*c'", { F: 'xxcbbaxx' }, false],
  ["F|contains: 'a?c'", { F: 'xxabcxx' }, true],
  ["F|startswith: '*b'", { F: 'aab!' }, true],
  ["F|startswith: 'a?'", { F: 'a' }, false],
  ["F|contains: '*'", { F: '' }, true],
  ["F|contains: ''", { F: 'x' }, true],
  ["F|startswith: ''", { F: '' }, true],
]);

rows('case folding: Unicode simple case folding of both sides, length-preserving', [
  ['F: KELVIN', { F: '\u212aelvin' }, true],
  ["F: '\u212aelvin'", { F: 'kelvin' }, true],
  ['F: miss', { F: 'mi\u017fs' }, true],
  ["F: '\u03c3'", { F: '\u03c2' }, true],
  ["F: '\u03a3'", { F: '\u03c2' }, true],
  ["F: 'stra\u00dfe'", { F: 'strasse' }, false],
  ["F: 'STRA\u1e9eE'", { F: 'stra\u00dfe' }, true],
  ["F: '\u0130'", { F: 'i' }, false],
  ["F: '\u0131'", { F: 'I' }, false],
  ["F: '\u{10400}'", { F: '\u{10428}' }, true],
  ["F: '\u01c4'", { F: '\u01c5' }, true],
  ["F: '\ufb05'", { F: '\ufb06' }, true],
  ["F|contains: 'k'", { F: '\u0130\u0130\u212a' }, true],
]);

rows('number in the rule: equals an event number or the same number written as a string', [
  ['EventID: 1', { EventID: 1 }, true],
  ['EventID: 1', { EventID: '1' }, true],
  ['EventID: 1', { EventID: 10 }, false],
  ['EventID: 1', { EventID: '11' }, false],
  ['EventID: 1', { EventID: 'one' }, false],
  ['EventID: 1', { EventID: true }, false],
  ['EventID: 1', { EventID: 1.0 }, true],
  ["EventID: '1'", { EventID: 1 }, true],
  ['F: 1.5', { F: '1.5' }, true],
  ['F: -3', { F: -3 }, true],
  ['F: [1, 2]', { F: '2' }, true],
  ['F: 0', { F: '' }, false],
  ['F: 0', { F: null }, false],
  ['F: 0', { F: false }, false],
  ['F|contains: 46', { F: 4624 }, true],
  ['F|startswith: 46', { F: '4624' }, true],
]);

rows('YAML types: YAML 1.2 core schema', [
  ['F: yes', { F: 'yes' }, true],
  ['F: yes', { F: true }, false],
  ['F: off', { F: 'off' }, true],
  ['F: 017', { F: 17 }, true],
  ['F: 017', { F: 15 }, false],
  ['F: 0o17', { F: 15 }, true],
  ['F: 0x1F', { F: 31 }, true],
  ['F: 1e3', { F: 1000 }, true],
  ['F: 2024-01-01', { F: '2024-01-01' }, true],
  ['F: 1_000', { F: '1_000' }, true],
  ['F: 12:30', { F: '12:30' }, true],
  ['F: True', { F: true }, true],
  ['F: "true"', { F: true }, true],
  ['F: ~', {}, true],
]);

describe('YAML types: a plain scalar that 1.1 parsers would read otherwise gets a lint', () => {
  test.each([
    'yes',
    'No',
    'ON',
    'off',
    'y',
    'n',
    '017',
    '-010',
    '2024-01-01',
    '2024-1-1T10:00:00Z',
    '12:30',
    '1_000',
    '0b11',
  ])('%s', (written) => {
    expect(problemsOf(`F: ${written}`)).toEqual([`yaml-1-1 «${written}»`]);
  });
  test.each([
    "'yes'",
    '"017"',
    'true',
    '17',
    'null',
    'yesterday',
    '0',
    '0.5',
    '1.2.3',
    '-'.concat('5'),
    '0x1F',
  ])('not %s', (written) => {
    expect(problemsOf(`F: ${written}`)).toEqual([]);
  });
  test.each(['0o17', '1e3', '08'])('%s, which 1.2 alone reads as a number', (written) => {
    expect(problemsOf(`F: ${written}`)).toEqual([`yaml-1-1 «${written}»`]);
  });
  test('each one of a list', () => {
    expect(problemsOf('F: [yes, a, no]')).toEqual(['yaml-1-1 «yes»', 'yaml-1-1 «no»']);
  });
});

rows("`null`: field absent, or present and null; `''` is present and empty; the string `null` is neither", [
  ['F: null', {}, true],
  ['F: null', { F: null }, true],
  ['F: null', { F: '' }, false],
  ['F: null', { F: 'null' }, false],
  ['F: null', { F: 0 }, false],
  ['F: null', { F: false }, false],
  ['F: null', { F: {} }, false],
  ['F: null', { F: [] }, false],
  ['F: null', { F: ['a', null] }, true],
  ['F:', {}, true],
  ["F: ''", { F: '' }, true],
  ["F: ''", {}, false],
  ["F: ''", { F: null }, false],
  ["F: ''", { F: ' ' }, false],
  ["F: 'null'", { F: 'null' }, true],
  ["F: 'null'", {}, false],
  ["F: 'null'", { F: null }, false],
  ['F: [a, null]', {}, true],
  ['F: [a, null]', { F: 'a' }, true],
  ['F: [a, null]', { F: 'b' }, false],
  ['F|neq: null', {}, false],
  ['F|neq: null', { F: '' }, true],
]);

describe('`null` in a list of values: lint error, matched as its own alternative', () => {
  test.each([
    ['F: [a, null]', ['null-in-list «null»']],
    ['F:\n  - a\n  - ~', ['null-in-list «~»']],
    ['F:\n  - a\n  -', ['null-in-list «F»']],
    ['F: null', []],
    ['F: [null]', []],
  ])('%s', (detection, problems) => {
    expect(problemsOf(detection)).toEqual(problems);
  });
});

rows('boolean: equals a boolean or its text, case-insensitive (ours)', [
  ['F: true', { F: true }, true],
  ['F: true', { F: 'true' }, true],
  ['F: true', { F: 'TRUE' }, true],
  ['F: true', { F: false }, false],
  ['F: true', { F: 1 }, false],
  ['F: true', { F: '1' }, false],
  ['F: false', { F: 'False' }, true],
  ['F: false', {}, false],
  ['F: false', { F: null }, false],
  ["F: 'true'", { F: true }, true],
  ["F: 't*e'", { F: true }, true],
]);

rows('event arrays: any member matches (ours); a negated item means that no member matches', [
  ['F: a', { F: ['x', 'A'] }, true],
  ['F: a', { F: ['x', 'y'] }, false],
  ['F: a', { F: [] }, false],
  ['F: 1', { F: ['x', 1] }, true],
  ['F|contains|all: [a, b]', { F: ['a', 'b'] }, true],
  ['F|contains|all: [a, c]', { F: ['a', 'b'] }, false],
  ['F: a', { F: [['x', ['a']]] }, true],
  ['F: a', { F: [{ x: 'a' }] }, false],
  ['F|neq: a', { F: ['x', 'a'] }, false],
  ['F|neq: a', { F: ['x', 'y'] }, true],
  ['F|neq: a', { F: [] }, true],
  ['s:\n  F: a\ncondition: not s', { F: ['x', 'a'] }, false],
  ['s:\n  F: a\ncondition: not s', { F: ['x'] }, true],
  ["F|re: '^b$'", { F: ['a', 'b'] }, true],
]);
