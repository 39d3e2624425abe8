import { describe, expect, test } from 'vitest';
import { compile } from '../rule';
import { problemsOf, ruleOf } from '../testing/oracle/check';
import { type Case, rows } from '../testing/oracle/rows';
import { plain } from '../text';

const b64 = (text: string, encoding: BufferEncoding = 'utf8') =>
  Buffer.from(text, encoding).toString('base64');
const flip = (text: string) =>
  text.replace(/[a-z]/gi, (c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase()));

rows('`base64`: the rule value encoded; compared case-sensitively only with `cased`', [
  ['F|base64: foobar', { F: 'Zm9vYmFy' }, true],
  ['F|base64: foobar', { F: 'ZM9VYMFY' }, true],
  ['F|base64|cased: foobar', { F: 'ZM9VYMFY' }, false],
  ['F|base64|cased: foobar', { F: 'Zm9vYmFy' }, true],
  ['F|cased|base64: foobar', { F: 'ZM9VYMFY' }, false],
  ['F|base64|contains: foobar', { F: 'x Zm9vYmFy y' }, true],
  ['F|base64: foo', { F: 'Zm9vYmFy' }, false],
  ['F|base64|startswith: foo', { F: 'Zm9vYmFy' }, true],
  ['F|base64|endswith: bar', { F: 'Zm9vYmFy' }, true],
  ["F|base64: 'a'", { F: 'YQ==' }, true],
  ["F|base64: 'é'", { F: b64('é') }, true],
  ['F|base64: 12', { F: b64('12') }, true],
  ["F|base64: 'a\\*b'", { F: b64('a*b') }, true],
  ["F|base64: 'a\\\\b'", { F: b64('a\\b') }, true],
  ["F|base64: '\\\\'", { F: b64('\\') }, true],
]);

const inside = (before: number, text: string) => b64(`${'x'.repeat(before)}${text}yy`);

rows('`base64offset`: three alignments; start skip 0/2/3; end trim by (bytes + offset) mod 3', [
  ...[0, 1, 2, 3, 4].map(
    (n): Case => ['F|base64offset|contains: /bin/bash', { F: inside(n, '/bin/bash') }, true],
  ),
  // At alignment 1, no character depends on one byte alone: nothing is left to search for.
  ['F|base64offset|contains: a', { F: inside(0, 'a') }, true],
  ['F|base64offset|contains: a', { F: inside(2, 'a') }, true],
  ...['ab', 'abc', 'abcd', 'abcde'].flatMap((text) =>
    [0, 1, 2].map((n): Case => [`F|base64offset|contains: ${text}`, { F: inside(n, text) }, true]),
  ),
  ['F|base64offset|contains: /bin/bash', { F: b64('/bin/sh') }, false],
  ['F|base64offset|contains|cased: foobar', { F: b64('xfoobarx') }, true],
  ['F|base64offset|contains|cased: foobar', { F: flip(b64('xfoobarx')) }, false],
  ['F|base64offset|contains: foobar', { F: flip(b64('xfoobarx')) }, true],
  ['F|base64offset|contains|all: [foobar, quux]', { F: `${b64('foobar')} ${b64('xquux')}` }, true],
]);

rows('`base64offset`: byte length, not character count', [
  ...[0, 1, 2].flatMap((n): Case[] => [
    ["F|base64offset|contains: 'é'", { F: inside(n, 'é') }, true],
    ["F|base64offset|contains: 'añb'", { F: inside(n, 'añb') }, true],
    ["F|base64offset|contains: '😀'", { F: inside(n, '😀') }, true],
    ["F|base64offset|contains: '日本語'", { F: inside(n, '日本語') }, true],
  ]),
  ["F|base64offset|contains|cased: 'añb'", { F: inside(1, 'anb') }, false],
]);

const wide = (text: string) => Buffer.from(text, 'utf16le');
const wideBe = (text: string) => wide(text).swap16();
const bom = Buffer.from([0xff, 0xfe]);

rows(
  '`utf16le` = `wide`, `utf16be`, `utf16`: bytes; `utf16` is FF FE + little endian; before an encoding modifier',
  [
    ['F|wide|base64: IEX', { F: wide('IEX').toString('base64') }, true],
    ['F|utf16le|base64: IEX', { F: wide('IEX').toString('base64') }, true],
    ['F|utf16be|base64: IEX', { F: wideBe('IEX').toString('base64') }, true],
    ['F|utf16|base64: IEX', { F: Buffer.concat([bom, wide('IEX')]).toString('base64') }, true],
    ['F|utf16|base64: IEX', { F: wide('IEX').toString('base64') }, false],
    ['F|wide|base64: IEX', { F: wideBe('IEX').toString('base64') }, false],
    ['F|wide|base64: IEX', { F: b64('IEX') }, false],
    ["F|wide|base64: '😀'", { F: wide('😀').toString('base64') }, true],
    ["F|utf16be|base64: '😀é'", { F: wideBe('😀é').toString('base64') }, true],
    ...[0, 1, 2].flatMap((n): Case[] => {
      const pad = Buffer.alloc(n, 0x41);
      return [
        [
          'F|wide|base64offset|contains: ping',
          { F: Buffer.concat([pad, wide('ping!')]).toString('base64') },
          true,
        ],
        [
          'F|utf16be|base64offset|contains: ping',
          { F: Buffer.concat([pad, wideBe('ping!')]).toString('base64') },
          true,
        ],
        [
          'F|utf16|base64offset|contains: ping',
          { F: Buffer.concat([pad, bom, wide('ping!')]).toString('base64') },
          true,
        ],
      ];
    }),
    ['F|wide|cased|base64: IEX', { F: wide('IEX').toString('base64') }, true],
    ['F|wide|cased|base64: IEX', { F: flip(wide('IEX').toString('base64')) }, false],
    ['F|wide|base64: 12', { F: wide('12').toString('base64') }, true],
  ],
);

describe('an encoding takes no wildcard, and needs characters', () => {
  test.each([
    ["F|base64: 'a*b'", ['encoding-wildcard «*»']],
    ["F|wide|base64offset|contains: 'a?b'", ['encoding-wildcard «?»']],
    ['F|base64: true', ['modifier-value «true»']],
    ['F|base64: null', ['modifier-value «null»']],
    ["F|base64: ''", ["encoding-empty «''»"]],
    ["F|base64offset: ''", ["encoding-empty «''»"]],
    ["F|wide|base64offset|contains: ''", ["encoding-empty «''»"]],
    ['F|wide: IEX', ['encoding-missing «wide»']],
    ['F|utf16be: IEX', ['encoding-missing «utf16be»']],
  ])('%s', (detection, expected) => {
    expect(problemsOf(detection)).toEqual(expected);
  });
  test.each(["F|base64: ''", "F|base64|contains: ''", "F|base64offset|contains: ''"])(
    '%s: the reason holds for it',
    (detection) => {
      const [only] = compile(ruleOf(detection)).diagnostics;
      expect(plain(only!.message)).toContain('no characters to encode');
    },
  );
});

rows('`re`: raw value, no Sigma escaping, unanchored (ours), case-sensitive without `i`', [
  ["F|re: 'b'", { F: 'abc' }, true],
  ["F|re: 'b'", { F: 'aBc' }, false],
  ["F|re: '^b'", { F: 'abc' }, false],
  ["F|re: '^abc$'", { F: 'abc' }, true],
  ["F|re: 'a*c'", { F: 'c' }, true],
  ["F|re: 'a\\*c'", { F: 'a*c' }, true],
  ["F|re: 'a\\*c'", { F: 'ac' }, false],
  ["F|re: 'a\\\\b'", { F: 'a\\b' }, true],
  ["F|re: 'a\\\\\\\\b'", { F: 'a\\b' }, false],
  ["F|re: 'a?c'", { F: 'c' }, true],
  ["F|re: '\\d{4}'", { F: 4624 }, true],
  ["F|re: 'tru.'", { F: true }, true],
  ["F|re: '[0-9]+\\.exe'", { F: 'C:\\12.exe' }, true],
  ['F|re: 46', { F: '4624' }, true],
  ["F|re: '^.$'", { F: '😀' }, true],
  ["F|re: ''", { F: 'x' }, true],
  ["F|re: 'a'", { F: null }, false],
  ["F|re: 'a'", {}, false],
  ["F|re: 'a.c'", { F: 'a\nc' }, false],
  ["F|re: '(?<!x)b'", { F: 'xb' }, false],
  ["F|re: '(?<!x)b'", { F: 'ab' }, true],
]);

rows('`re` with `i` `m` `s`, and a leading `(?i)` style flag group', [
  ["F|re|i: 'b'", { F: 'ABC' }, true],
  ["F|re|m: '^b$'", { F: 'a\nb\nc' }, true],
  ["F|re: '^b$'", { F: 'a\nb\nc' }, false],
  ["F|re|s: 'a.c'", { F: 'a\nc' }, true],
  ["F|re|i|s: 'A.C'", { F: 'a\nc' }, true],
  ["F|re|i|m|s: '^B.C'", { F: 'a\nb\nc' }, true],
  ["F|re: '(?i)abc'", { F: 'xABCx' }, true],
  ["F|re: '(?is)a.c'", { F: 'A\nC' }, true],
  ["F|re: '(?m)^b'", { F: 'a\nb' }, true],
  ["F|re: '(?i)a(?=b)'", { F: 'AB' }, true],
  ["F|re|i: 'k'", { F: '\u212a' }, true],
]);

rows('`re`: constructs that only the native engine has work, and mean what they say', [
  ["F|re: 'a(?=b)'", { F: 'ab' }, true],
  ["F|re: 'a(?!b)'", { F: 'ab' }, false],
  ["F|re: '(a)x\\1'", { F: 'axa' }, true],
  ["F|re: '(?<n>a)x\\k<n>'", { F: 'axa' }, true],
  ["F|re: '^(?=.*\\p{Lu}).'", { F: 'abC' }, true],
  ["F|re: '^(?=.*\\p{Lu}).'", { F: 'abc' }, false],
  ["F|re: '^(?!x).$'", { F: '😀' }, true],
]);

describe('`re`: a construct that the engine lacks is an error at its place, never a silent mismatch', () => {
  test.each([
    ['(?>a)b', '(?>'],
    ['x(?>a)b', '(?>'],
    ['(?=a)(?>b)', '(?>'],
    ['a++', '++'],
    ['a*+b', '*+'],
    ['(?#note)a', '(?#'],
    ['(?(1)a|b)', '(?('],
    ['foo\\Kbar', '\\K'],
    ['a\\Z', '\\Z'],
    ['\\hx', '\\h'],
    ['a\\Rb', '\\R'],
    ['\\Ga', '\\G'],
    ['(?=a)\\Aa', '\\A'],
    ['a(?=b)\\z', '\\z'],
    ['(?=a)[[:alpha:]]', '[:alpha:]'],
    ['\\p{Foo}', '\\p{Foo}'],
    ['(a)\\2', '\\2'],
    ['[z-a]', 'z-a'],
    ['(?=a)[z-a]', 'z-a'],
    ['*a', '*'],
    ['a|*', '*'],
    ['(b', '('],
    ['a(?=b)(c', '('],
    ['ab)', ')'],
    ['a[bc', '[bc'],
    ['ab\\', '\\'],
  ])('%s', (source, place) => {
    const problems = problemsOf(`F|re: '${source}'`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^regex-syntax «/);
    // At the construct: its characters are marked, or the shortest stretch that RE2 names and that begins or ends
    // with it.
    const marked = problems[0]!.slice('regex-syntax «'.length, -1);
    expect(marked.startsWith(place) || marked.endsWith(place), `marked «${marked}»`).toBe(true);
  });
  test('the place goes through YAML escapes', () => {
    expect(problemsOf('F|re: "\\\\d\\x2a(?>a)"')).toEqual(['regex-syntax «(?>»']);
  });
  test.each(["F|re: '(a)x\\1'", "F|re: 'a(?=b)'"])('%s: backtracking is said', (detection) => {
    expect(problemsOf(detection)[0]).toMatch(/^regex-backtracking «'/);
  });
});

rows(
  '`cidr`: IPv4 and IPv6; host bits set: network part used; an IPv4-mapped IPv6 address counts as its IPv4',
  [
    ["F|cidr: '10.0.0.0/8'", { F: '10.255.0.1' }, true],
    ["F|cidr: '10.0.0.0/8'", { F: '11.0.0.1' }, false],
    ["F|cidr: '10.1.2.3/8'", { F: '10.9.9.9' }, true],
    ["F|cidr: '192.168.0.0/23'", { F: '192.168.1.255' }, true],
    ["F|cidr: '192.168.0.0/23'", { F: '192.168.2.0' }, false],
    ["F|cidr: '0.0.0.0/0'", { F: '1.2.3.4' }, true],
    ["F|cidr: '0.0.0.0/0'", { F: '::1' }, false],
    ["F|cidr: '1.2.3.4/32'", { F: '1.2.3.4' }, true],
    ["F|cidr: '1.2.3.4'", { F: '1.2.3.4' }, true],
    ["F|cidr: '10.0.0.0/8'", { F: '::ffff:10.1.2.3' }, true],
    ["F|cidr: '10.0.0.0/8'", { F: '::ffff:a01:203' }, true],
    ["F|cidr: '::ffff:10.0.0.0/104'", { F: '10.1.2.3' }, true],
    ["F|cidr: 'fe80::/10'", { F: 'fe80::1' }, true],
    ["F|cidr: 'fe80::/10'", { F: 'FEBF::1' }, true],
    ["F|cidr: 'fe80::/10'", { F: 'fec0::1' }, false],
    ["F|cidr: '::/0'", { F: '2001:db8::1' }, true],
    ["F|cidr: '::1/128'", { F: '0:0:0:0:0:0:0:1' }, true],
    ["F|cidr: '2001:db8::/33'", { F: '2001:db8:7fff::1' }, true],
    ["F|cidr: '2001:db8::/33'", { F: '2001:db8:8000::1' }, false],
    ["F|cidr: '10.0.0.0/8'", { F: '10.0.0' }, false],
    ["F|cidr: '10.0.0.0/8'", { F: 'x10.0.0.1' }, false],
    ["F|cidr: '10.0.0.0/8'", { F: 10 }, false],
    ["F|cidr: ['10.0.0.0/8', '172.16.0.0/12']", { F: '172.31.0.1' }, true],
  ],
);

describe('`cidr`: host bits set are a lint warning; what is no network is an error at the value', () => {
  test.each([
    ["F|cidr: '10.1.2.3/8'", ["cidr-host-bits «'10.1.2.3/8'»"]],
    ["F|cidr: 'fe80::1/10'", ["cidr-host-bits «'fe80::1/10'»"]],
    ["F|cidr: '10.0.0.0/8'", []],
    ["F|cidr: '10.0.0.0/33'", ["cidr-syntax «'10.0.0.0/33'»"]],
    ["F|cidr: '10.0.0/8'", ["cidr-syntax «'10.0.0/8'»"]],
    ["F|cidr: '10.0.0.256/8'", ["cidr-syntax «'10.0.0.256/8'»"]],
    ["F|cidr: '::1/129'", ["cidr-syntax «'::1/129'»"]],
    ["F|cidr: '1::2::3/64'", ["cidr-syntax «'1::2::3/64'»"]],
    ["F|cidr: ['10.0.0.0/8', 'foo']", ["cidr-syntax «'foo'»"]],
    ['F|cidr: 10', ['modifier-value «10»']],
  ])('%s', (detection, expected) => {
    expect(problemsOf(detection)).toEqual(expected);
  });
});
