import { describe, expect, test } from 'vitest';
import { itemsOf } from '../rule';
import { eventOf, planOf, spansOf, type Told, tell } from '../testing/oracle/check';
import type { Placeholders } from '../testing/oracle/item';
import { plain } from '../text';
import { explain } from './explain';
import { marksOf } from './marks';
import { noteWords } from './words/operator';

/**
 * selection, event (an object, or its text), spans as
 * `kind | characters in the decoded value | characters in the events' text | characters in the rule | label`
 */
type Case = readonly [string, unknown, readonly string[], Placeholders?];

function spans(name: string, cases: readonly Case[]): void {
  describe(name, () => {
    test.each(cases as readonly Required<Case>[])(
      '%s on %j',
      (detection, event, expected, placeholders = {}) => {
        const told = tell(detection, event, placeholders);
        expect(told.trace.matched).toBe(true);
        expect(spansOf(told)).toEqual(expected);
      },
    );
  });
}

spans('ranges of plain values', [
  ['F: whoami', { F: 'WhoAmI' }, ['match | WhoAmI | WhoAmI | whoami']],
  ["F: 'who'", { F: 'WHO' }, ['match | WHO | WHO | who']],
  ['F: 1', { F: 1 }, ['match | 1 | 1']],
  ['F: 1', { F: '1' }, ['match | 1 | 1']],
  ['F: true', { F: 'True' }, ['match | True | True']],
  ["F: ''", { F: '' }, ['match |  | ']],
  ['F|exists: true', { F: 'abc' }, ['match | abc | abc']],
  ['F: null', {}, []],
  ['F: [a, b]', { F: 'b' }, ['match | b | b | b']],
  ['F|gt: 3', { F: '44' }, ['match | 44 | 44']],
  ["F|cidr: '10.0.0.0/8'", { F: '10.1.1.1' }, ['match | 10.1.1.1 | 10.1.1.1']],
  ['T|hour: 14', { T: '2026-02-03 14:05' }, ['match | 2026-02-03 14:05 | 2026-02-03 14:05']],
]);

spans('`contains` `startswith` `endswith`: only what matched, several occurrences each', [
  ['F|contains: who', { F: 'x who y WHO z' }, ['match | who | who | who', 'match | WHO | WHO | who']],
  ['F|contains: aa', { F: 'aaaaa' }, ['match | aa | aa | aa', 'match | aa | aa | aa']],
  ['F|startswith: ab', { F: 'ABab' }, ['match | AB | AB | ab']],
  ['F|endswith: ab', { F: 'ABab' }, ['match | ab | ab | ab']],
  ['F|contains: k', { F: '\u0130\u0130\u212a' }, ['match | \u212a | \u212a | k']],
  ['F|contains|all: [b, a]', { F: 'ab' }, ['match | b | b | b', 'match | a | a | a']],
  ['F|contains: 46', { F: 4624 }, ['match | 46 | 46 | 46']],
]);

spans("each wildcard's capture, paired with the rule's own wildcard", [
  ["F: 'a*c'", { F: 'aXYc' }, ['match | a | a | a', 'wildcard | XY | XY | *', 'match | c | c | c']],
  ["F: 'a?c'", { F: 'a😀c' }, ['match | a | a | a', 'wildcard | 😀 | 😀 | ?', 'match | c | c | c']],
  [
    "F: 'C:\\\\*.exe'",
    { F: 'c:\\x.EXE' },
    ['match | c:\\ | c:\\\\ | C:\\\\', 'wildcard | x | x | *', 'match | .EXE | .EXE | .exe'],
  ],
  ["F: '*b?'", { F: 'aabc' }, ['wildcard | aa | aa | *', 'match | b | b | b', 'wildcard | c | c | ?']],
  ["F|contains: 'a*c'", { F: '-a1c-' }, ['match | a | a | a', 'wildcard | 1 | 1 | *', 'match | c | c | c']],
  [
    "F|contains: 'a?c'",
    { F: 'a1c a2c' },
    [
      'match | a | a | a',
      'wildcard | 1 | 1 | ?',
      'match | c | c | c',
      'match | a | a | a',
      'wildcard | 2 | 2 | ?',
      'match | c | c | c',
    ],
  ],
  ["F: '??b'", { F: '😀xb' }, ['wildcard | 😀 | 😀 | ?', 'wildcard | x | x | ?', 'match | b | b | b']],
  ["F: '*'", { F: 'abc' }, ['wildcard | abc | abc | *']],
  ["F: 'a\\*b*'", { F: 'a*bc' }, ['match | a*b | a*b | a\\*b', 'wildcard | c | c | *']],
  ['F: "a\\x2ac"', { F: 'abc' }, ['match | a | a | a', 'wildcard | b | b | \\x2a', 'match | c | c | c']],
  ["F: 'it''s*'", { F: "it's me" }, ["match | it's | it's | it''s", 'wildcard |  me |  me | *']],
]);

spans('stars around a word, written by the person', [
  ["F: '*who*'", { F: 'x who' }, ['wildcard | x  | x  | *', 'match | who | who | who', 'wildcard |  |  | *']],
]);

spans('regular expressions: the whole and each group, numbered or named', [
  ["F|re: 'b+'", { F: 'abba b' }, ['match | bb | bb | b+', 'match | b | b | b+']],
  ["F|re: '(a)(b)?'", { F: 'xa' }, ['match | a | a | (a)(b)?', 'group | a | a | 1']],
  [
    "F|re: '(?P<n>a)(b)'",
    { F: 'ab' },
    ['match | ab | ab | (?P<n>a)(b)', 'group | a | a | n', 'group | b | b | 2'],
  ],
  [
    "F|re: '(?<n>a)(?=(b))'",
    { F: 'ab' },
    ['match | a | a | (?<n>a)(?=(b))', 'group | a | a | n', 'group | b | b | 2'],
  ],
  [
    "F|re: '((?<x>a))(?!z)'",
    { F: 'a' },
    ['match | a | a | ((?<x>a))(?!z)', 'group | a | a | 1', 'group | a | a | x'],
  ],
  ["F|re: 'é(.)'", { F: '😀é😀' }, ['match | é😀 | é😀 | é(.)', 'group | 😀 | 😀 | 1']],
]);

spans('`fieldref`: the characters that equal the other field', [
  ['A|fieldref: B', { A: 'x', B: 'X' }, ['match | x | x']],
  ['A|fieldref|endswith: B', { A: 'abc', B: 'BC' }, ['match | bc | bc']],
  ['A|fieldref|contains: B', { A: 'abcd', B: 'bc' }, ['match | bc | bc']],
]);

spans('arrays: the member that matched', [
  ['F: b', { F: ['a', 'b', 'B'] }, ['match | b | b | b', 'match | B | B | b']],
  ['F|contains: b', { F: ['a', 'xbx'] }, ['match | b | b | b']],
  ['F: b', { F: [['a', 'b'], 'c'] }, ['match | b | b | b']],
  ['F: c', { F: [['a', 'b'], 'c'] }, ['match | c | c | c']],
  ['a.b: y', { a: [{ b: 'x' }, { b: 'y' }] }, ['match | y | y | y']],
]);

spans('through JSON escapes', [
  ["F|endswith: '\\cmd.exe'", '{"F":"C:\\\\x\\\\cmd.exe"}', ['match | \\cmd.exe | \\\\cmd.exe | \\cmd.exe']],
  ['F|contains: B', '{"F":"a\\u0042c"}', ['match | B | \\u0042 | B']],
  ['F|contains: bc', '{"F":"a\\u0042\\u0063d"}', ['match | Bc | \\u0042\\u0063 | bc']],
  ['F|contains: \'"x"\'', '{"F":"say \\"x\\"!"}', ['match | "x" | \\"x\\" | "x"']],
  [
    "F: 'a?b'",
    '{"F":"a\\ud83d\\ude00b"}',
    ['match | a | a | a', 'wildcard | 😀 | \\ud83d\\ude00 | ?', 'match | b | b | b'],
  ],
  [
    "F: 'a*b'",
    '{"F":"a\\n\\t\\/b"}',
    ['match | a | a | a', 'wildcard | \n\t/ | \\n\\t\\/ | *', 'match | b | b | b'],
  ],
  ['F|contains: x', '  {"E": 1,\n "F" : "\\\\x" }', ['match | x | x | x']],
  ['F: 1000', '{"F":1e3}', ['match | 1000 | 1e3']],
  ["'F\\\"': x", '{"F\\\\\\"":"x"}', ['match | x | x | x']],
]);

spans('`windash`: the literal as one stretch, and the dash variant in it', [
  ["F|windash|contains: ' -enc'", { F: 'ps /enc' }, ['match |  /enc |  /enc |  -enc', 'dash | / | / | -']],
  ["F|windash: '-a'", { F: '\u2014a' }, ['match | \u2014a | \u2014a | -a', 'dash | \u2014 | \u2014 | -']],
  ['F|windash: "\\x2da"', { F: '/a' }, ['match | /a | /a | \\x2da', 'dash | / | / | \\x2d']],
  [
    "F|windash: '\\\\ -a*'",
    { F: '\\ /ab' },
    ['match | \\ /a | \\\\ /a | \\\\ -a', 'dash | / | / | -', 'wildcard | b | b | *'],
  ],
]);

describe('notes: base64 alignment, dash variant, placeholder', () => {
  const b64 = (text: string) => Buffer.from(text).toString('base64');
  test.each([
    ['F|base64offset|contains: foobar', { F: b64('foobar') }, 'base64 offset 0'],
    ['F|base64offset|contains: foobar', { F: b64('xfoobar') }, 'base64 offset 1'],
    ['F|base64offset|contains: foobar', { F: b64('xxfoobar') }, 'base64 offset 2'],
    ['F|base64: foobar', { F: b64('foobar') }, 'base64'],
    ["F|windash: '-a'", { F: '/a' }, 'dash /'],
    ["F|windash: '-a'", { F: '\u2013a' }, 'dash \u2013'],
    ["F|expand: '%p%'", { F: 'two' }, '%p% = two'],
    ["F|expand|windash: '%p%'", { F: '/v' }, '%p% = -v, dash /'],
    ['F: x', { F: 'x' }, undefined],
  ])('%s on %j: %s', (detection, event, note) => {
    const told = tell(detection, event, { p: ['one', 'two', '-v'] });
    expect(told.values.flatMap((v) => v.hits.map((h) => h.notes && noteWords(h.notes)))).toEqual([note]);
  });
  test('base64offset marks the encoded characters', () => {
    const told = tell('F|base64offset|contains: foobar', { F: `x ${b64('xfoobar!')} y` });
    expect(spansOf(told)).toEqual(['match | Zvb2Jhc | Zvb2Jhc']);
  });
});

describe('keywords: the path and the range of each value', () => {
  test('path', () => {
    const told = tell('- foo', { A: { B: ['x', { C: 'a foo' }] }, D: 'FOO', foo: 1 });
    expect(told.values[0]!.hits.map((h) => h.field)).toEqual(['A.B.C', 'D']);
    expect(spansOf(told)).toEqual(['match | foo | foo | foo', 'match | FOO | FOO | foo']);
  });
  test('number', () => {
    expect(spansOf(tell('- 62', { EventID: 4624 }))).toEqual(['match | 62 | 62 | 62']);
  });
  test('each of `|all` in its own value', () => {
    expect(spansOf(tell("'|all': [foo, bar]", { A: 'xbar', B: 'xfoo' }))).toEqual([
      'match | foo | foo | foo',
      'match | bar | bar | bar',
    ]);
  });
});

describe('marksOf: in the order of the text', () => {
  test('selections, values and whether the selection as a whole matched', () => {
    const told = tell(
      's:\n  B|contains: b\n  A|contains: a\nt:\n  A|endswith: x\n  C: 1\ncondition: s or t',
      { A: 'b a x', B: 'ab' },
    );
    const marks = marksOf(told.trace);
    expect(
      marks.map((m) => [
        told.events.slice(m.text.start, m.text.end),
        told.rule.slice(m.rule.start, m.rule.end),
        m.selection,
        m.value,
        m.whole,
      ]),
    ).toEqual([
      ['a', 'a', 0, 1, true],
      ['x', 'x', 1, 2, false],
      ['b', 'b', 0, 0, true],
    ]);
    expect(marks.map((m) => m.text.start)).toEqual(marks.map((m) => m.text.start).sort((a, b) => a - b));
  });
  test('no empty marks', () => {
    expect(marksOf(tell("F: ''", { F: '' }).trace)).toEqual([]);
    expect(marksOf(tell('F: null', {}).trace)).toEqual([]);
  });
});

describe("the event's own field: name, value, key, range", () => {
  test('flat', () => {
    const { items, events } = tell('F|contains: b', { E: 1, F: 'abc' });
    const [item] = items;
    expect([item!.eventField, item!.eventValue]).toEqual(['F', 'abc']);
    expect(events.slice(item!.eventRange!.start, item!.eventRange!.end)).toBe('abc');
    expect(events.slice(item!.eventKey!.start, item!.eventKey!.end)).toBe('F');
  });
  test.each([
    ['F: c', '{"F": ["a", "b"]}', '["a", "b"]', 'F'],
    ['F: c', '{"F": []}', '[]', 'F'],
    ['F: b', '{"F": ["a", "b"]}', '["a", "b"]', 'F'],
    ['a.b: z', '{"a": [{"b": "x"}, {"b": "y"}]}', 'x"}, {"b": "y', null],
  ] as const)('an array as a whole: %s on %s', (detection, event, value, key) => {
    const { items, events } = tell(detection, event);
    const { eventRange, eventKey } = items[0]!;
    expect(events.slice(eventRange!.start, eventRange!.end)).toBe(value);
    expect(eventKey && events.slice(eventKey.start, eventKey.end)).toBe(key);
  });
  test('absent', () => {
    const [item] = tell('F: a', { G: 'a' }).items;
    expect([item!.eventField, item!.eventValue, item!.eventRange, item!.eventKey]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
  test('nested', () => {
    const { items, events } = tell('a.b: x', { a: { b: 'x' } });
    expect(items[0]!.eventField).toBe('a.b');
    expect(events.slice(items[0]!.eventRange!.start, items[0]!.eventRange!.end)).toBe('x');
  });
  test('after mapping: 4688', () => {
    const rule = [
      'logsource:',
      '  product: windows',
      '  category: process_creation',
      'detection:',
      '  s:',
      "    Image|endswith: '\\cmd.exe'",
      '  condition: s',
    ].join('\n');
    const event = { Channel: 'Security', EventID: 4688, NewProcessName: 'C:\\Windows\\cmd.exe' };
    const told = tellRule(rule, event);
    expect(told.trace.verdict).toBe('match');
    expect(told.items[0]!.field).toBe('Image');
    expect(told.items[0]!.eventField).toBe('NewProcessName');
    expect(plain(told.items[0]!.mapping!)).toContain('NewProcessName');
    expect(spansOf(told)).toEqual(['match | \\cmd.exe | \\\\cmd.exe | \\cmd.exe']);
  });
});

function tellRule(rule: string, event: unknown): Told {
  const events = JSON.stringify(event);
  const trace = explain(planOf(rule), eventOf(events));
  const items = trace.selections.flatMap((s) => itemsOf(s.body));
  return { trace, rule, events, items, values: items.flatMap((i) => i.values) };
}
