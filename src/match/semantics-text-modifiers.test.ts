import { describe, expect, test } from 'vitest';
import { problemsOf, verdictOf } from '../testing/oracle/check';
import { problems, rows } from '../testing/oracle/rows';

rows('`all`: list values are joined by AND', [
  ['F|contains|all: [a, b]', { F: 'xaybz' }, true],
  ['F|contains|all: [a, b]', { F: 'xay' }, false],
  ['F|all|contains: [a, b]', { F: 'ba' }, true],
  ['F|all: [a, A]', { F: 'a' }, true],
  ['F|all: [a, b]', { F: 'a' }, false],
  ["F|re|all: ['a', 'b']", { F: 'ab' }, true],
  ["F|re|all: ['a', 'c']", { F: 'ab' }, false],
  ['F|startswith|all: [a, ab]', { F: 'abc' }, true],
  ["F|cidr|all: ['10.0.0.0/8', '10.1.0.0/16']", { F: '10.1.2.3' }, true],
  ["F|cidr|all: ['10.0.0.0/8', '10.1.0.0/16']", { F: '10.2.2.3' }, false],
  ['F|gt|all: [1, 5]', { F: 6 }, true],
  ['F|gt|all: [1, 5]', { F: 3 }, false],
]);

problems('`all`: one value alone is a lint error', [
  ['F|contains|all: a', ['all-single «all»']],
  ['F|contains|all: [a]', ['all-single «all»']],
  ['F|contains|all: [a, b]', []],
]);

rows('`exists: true/false`: presence only, even when empty or null', [
  ['F|exists: true', { F: 'x' }, true],
  ['F|exists: true', { F: '' }, true],
  ['F|exists: true', { F: null }, true],
  ['F|exists: true', { F: [] }, true],
  ['F|exists: true', { F: {} }, true],
  ['F|exists: true', { F: 0 }, true],
  ['F|exists: true', {}, false],
  ['F|exists: true', { f: 1 }, false],
  ['F|exists: false', {}, true],
  ['F|exists: false', { F: null }, false],
  ['F|exists: false', { F: '' }, false],
  ['a.b|exists: true', { a: { b: null } }, true],
]);

problems('`exists` wants true or false', [
  ['F|exists: yes', ['yaml-1-1 «yes»', 'modifier-value «yes»']],
  ["F|exists: 'true'", ["modifier-value «'true'»"]],
  ['F|exists: 1', ['modifier-value «1»']],
  ['F|exists:', ['modifier-value «exists»']],
]);

rows('`cased`: case-sensitive', [
  ['F|cased: Abc', { F: 'Abc' }, true],
  ['F|cased: Abc', { F: 'abc' }, false],
  ['F|contains|cased: B', { F: 'aBc' }, true],
  ['F|contains|cased: B', { F: 'abc' }, false],
  ['F|cased|contains: B', { F: 'aBc' }, true],
  ['F|startswith|cased: A', { F: 'abc' }, false],
  ["F|cased: 'A*c'", { F: 'Abbc' }, true],
  ["F|cased: 'A*c'", { F: 'AbbC' }, false],
  ['F|cased: s', { F: '\u017f' }, false],
  ['F|windash|cased: -Enc', { F: '/Enc' }, true],
  ['F|windash|cased: -Enc', { F: '/enc' }, false],
]);

rows('`neq`: NOT (any of the values); a field that is absent therefore matches', [
  ['F|neq: a', { F: 'b' }, true],
  ['F|neq: a', { F: 'A' }, false],
  ['F|neq: a', {}, true],
  ['F|neq: a', { F: null }, true],
  ['F|neq: [a, b]', { F: 'c' }, true],
  ['F|neq: [a, b]', { F: 'b' }, false],
  ['F|contains|neq: a', { F: 'xax' }, false],
  ['F|neq|contains: a', { F: 'xx' }, true],
  ["F|re|neq: '^a'", { F: 'ba' }, true],
  ["F|cidr|neq: '10.0.0.0/8'", { F: '11.0.0.1' }, true],
  ["F|cidr|neq: '10.0.0.0/8'", {}, true],
  ['F|gt|neq: 5', { F: 6 }, false],
  ['F|gt|neq: 5', { F: 'x' }, true],
  ['F|cased|neq: a', { F: 'A' }, true],
  ['F|neq: true', { F: false }, true],
  ["F|neq: ''", { F: '' }, false],
  ["F|neq: ''", {}, true],
]);

rows('`windash`: each of `-` `/` – — ― that begins an option matches any of the five', [
  ["F|windash: '-enc'", { F: '-enc' }, true],
  ["F|windash: '-enc'", { F: '/enc' }, true],
  ["F|windash: '-enc'", { F: '\u2013enc' }, true],
  ["F|windash: '-enc'", { F: '\u2014enc' }, true],
  ["F|windash: '-enc'", { F: '\u2015enc' }, true],
  ["F|windash: '-enc'", { F: '\u2012enc' }, false],
  ["F|windash: '/enc'", { F: '-enc' }, true],
  ["F|windash: '\u2014enc'", { F: '-enc' }, true],
  ["F|windash|contains: ' -enc '", { F: 'powershell.exe /ENC x' }, true],
  ["F|contains|windash: ' -enc '", { F: 'powershell.exe \u2015enc x' }, true],
  ["F|windash|contains: ' -a -b'", { F: 'x /a \u2014b' }, true],
  ["F|windash|contains|all: ['-a', '-b']", { F: '/b /a' }, true],
  ["F|windash|startswith: '-é'", { F: '/é' }, true],
  ["F|windash: '(-x)'", { F: '(/x)' }, true],
  ["F|windash: '--foo'", { F: '-/foo' }, true],
]);

rows('`windash`: every other dash stays literal (ours)', [
  ["F|windash: 'a-b'", { F: 'a/b' }, false],
  ["F|windash: 'a-b'", { F: 'a-b' }, true],
  ["F|windash: 'mimikatz-v2'", { F: 'mimikatz/v2' }, false],
  ["F|windash: 'a -'", { F: 'a /' }, false],
  ["F|windash: '- a'", { F: '/ a' }, false],
  ["F|windash: '--foo'", { F: '/-foo' }, false],
  ["F|windash: '--foo'", { F: '/foo' }, false],
  ["F|windash: 'https://x'", { F: 'https:/-x' }, true],
  ["F|windash: 'https://x'", { F: 'https:-/x' }, false],
  ["F|windash: 'x1-2'", { F: 'x1/2' }, false],
  ["F|windash: '_-a'", { F: '_/a' }, false],
  ["F|windash: '-*'", { F: '/x' }, false],
  ["F|windash: '*-x'", { F: 'ab/x' }, true],
  ["F|windash: '?-x'", { F: 'a/x' }, true],
  ["F|windash: '\\*-x'", { F: '*/x' }, true],
]);

describe('`windash` sees the text that `expand` put together', () => {
  test.each([
    ["F|expand|windash: 'a%p%-x'", { F: 'az/x' }, { p: ['z'] }, false],
    ["F|expand|windash: '-%p%'", { F: '/enc' }, { p: ['enc'] }, true],
    ["F|expand|windash: '%p%'", { F: '/enc' }, { p: ['-enc'] }, true],
  ] as const)('%s on %j', (detection, event, placeholders, matched) => {
    expect(verdictOf(detection, event, placeholders)).toBe(matched);
  });
});

describe('unknown modifier, or one that cannot follow the one before it: error at its own characters', () => {
  test.each([
    ['F|contain: a', ['modifier-unknown «contain»']],
    ['F|Contains: a', ['modifier-unknown «Contains»']],
    ['F|foo|bar: a', ['modifier-unknown «foo»', 'modifier-unknown «bar»']],
    ['F|: a', ['modifier-unknown «F|»']],
    ['F|contains|: a', ['modifier-unknown «F|contains|»']],
    ["'F|contain': a", ['modifier-unknown «contain»']],
    ['"F|\\x63ontain": a', ['modifier-unknown «\\x63ontain»']],
    ['F|i: a', ['modifier-order «i»']],
    ["F|contains|cidr: '10.0.0.0/8'", ['modifier-order «cidr»']],
    ["F|windash|re: '-a'", ['modifier-order «re»']],
    ["F|windash|cidr: '10.0.0.0/8'", ['modifier-order «cidr»']],
    ['F|contains|i: a', ['modifier-order «i»']],
    ["F|contains|re: 'a'", ['modifier-order «re»']],
    ["F|re|contains: 'a'", ['modifier-order «contains»']],
    ["F|re|contains: ['a', 'b']", ['modifier-order «contains»']],
    ["F|cidr|contains: '10.0.0.0/8'", ['modifier-order «contains»']],
    ["F|re|cidr: 'a'", ['modifier-order «cidr»']],
    ['F|lt|contains: 1', ['modifier-order «contains»']],
    ['F|lt|gt: 1', ['modifier-order «gt»']],
    ['F|contains|base64: a', ['modifier-order «base64»']],
    ['F|contains|wide|base64: a', ['modifier-order «wide»']],
    ['F|exists|contains: true', ['modifier-order «contains»']],
    ['F|contains|exists: true', ['modifier-order «contains»']],
    ['F|contains|contains: a', ['modifier-order «contains»']],
    ['F|wide: a', ['encoding-missing «wide»']],
    ['F|wide|contains: a', ['modifier-order «contains»']],
    ['F|gte|hour: 1', ['modifier-order «hour»']],
    ["F|base64|re: 'a'", ['modifier-order «re»']],
    ["F|fieldref|windash: 'G'", ['modifier-order «windash»']],
    ["F|cased|re: 'a'", []],
  ])('%s', (detection, expected) => {
    expect(problemsOf(detection)).toEqual(expected);
  });
});
