import { describe, expect, test } from 'vitest';
import { compile } from '../rule';
import { eventOf, planOf, type Told, tell } from '../testing/oracle/check';
import type { Placeholders } from '../testing/oracle/item';
import { explain } from './explain';

/** A case with its placeholders; most have none. */
type Full = readonly [string, unknown, string, Placeholders];

describe('the nearest reason for a miss, from the closed list', () => {
  const cases: readonly (readonly [string, unknown, string, Placeholders?])[] = [
    ['F: a', {}, 'field absent'],
    ['F|contains: a', { G: 'a' }, 'field absent'],
    ['F|exists: true', {}, 'field absent'],
    ['F|gt: 1', {}, 'field absent'],
    ["F|re: 'a'", {}, 'field absent'],
    ['A|fieldref: B', { B: 'x' }, 'field absent'],
    ['F: a', { F: null }, 'field null'],
    ["F: ''", { F: null }, 'field null'],
    ['F: 1', { F: null }, 'field null'],
    ["F|re: 'a'", { F: null }, 'field null'],
    ["F|cidr: '10.0.0.0/8'", { F: null }, 'field null'],
    ['F|gt: 1', { F: null }, 'field null'],
    ['T|hour: 1', { T: null }, 'field null'],
    ['F|base64offset|contains: foobar', { F: null }, 'field null'],
    ["F|expand: '%p%'", { F: null }, 'field null', { p: ['a'] }],
    ['F: a', { F: 'b' }, 'value differs'],
    ['F: 1', { F: 2 }, 'value differs'],
    ['F: true', { F: false }, 'value differs'],
    ['F: a', { F: { x: 1 } }, 'value differs'],
    ["F|re: 'a'", { F: 'b' }, 'value differs'],
    ['F|gt: 1', { F: 1 }, 'value differs'],
    ['T|hour: 1', { T: '2026-02-03 02:00' }, 'value differs'],
    ['A|fieldref: B', { A: 'x', B: 'y' }, 'value differs'],
    ['- foo', { A: 'bar' }, 'value differs'],
    ['F|cased: Abc', { F: 'abc' }, 'case differs only'],
    ['F|contains|cased: B', { F: 'abc' }, 'case differs only'],
    ["F|re: 'B'", { F: 'abc' }, 'case differs only'],
    ['F|base64|cased: foobar', { F: 'zM9VyMfY' }, 'case differs only'],
    ["F|expand|cased: '%p%'", { F: 'A' }, 'case differs only', { p: ['x', 'a'] }],
    ['A|fieldref|cased: B', { A: 'x', B: 'X' }, 'case differs only'],
    ["F: 'a\\*b'", { F: 'axb' }, 'would match unescaped'],
    ["F: 'a\\?b'", { F: 'axb' }, 'would match unescaped'],
    ["F: 'C:\\\\Temp'", { F: 'C:\\\\Temp' }, 'would match unescaped'],
    ["F|contains: 'a\\*'", { F: 'xa\\*y' }, 'would match unescaped'],
    ["F: 'x\\*'", { F: 'x\\y' }, 'would match unescaped'],
    ["F|cidr: '10.0.0.0/8'", { F: '11.0.0.1' }, 'not in network'],
    ["F|cidr: '10.0.0.0/8'", { F: 'host' }, 'not in network'],
    ['F|gt: 1', { F: 'x' }, 'not a number'],
    ['F|gt: 1', { F: '' }, 'not a number'],
    ['F|lt: 1', { F: true }, 'not a number'],
    ['A|fieldref: B', { A: 'x' }, 'compared field absent'],
    ["F|expand: '%p%'", { F: 'b' }, 'value differs', { p: ['a', 'c'] }],
    ['F|base64offset|contains: foobar', { F: 'zzz' }, 'value differs'],
    ['F|exists: false', { F: 'x' }, 'field present'],
    ['F|exists: false', { F: [] }, 'field present'],
    ['F: null', { F: '' }, 'field present'],
    ['F: null', { F: [] }, 'field present'],
    ['T|hour: 1', { T: 'noon' }, 'not a time'],
  ];
  test.each(cases as readonly Full[])('%s on %j: %s', (detection, event, reason, placeholders = {}) => {
    const told = tell(detection, event, placeholders);
    expect(told.trace.matched).toBe(false);
    expect(told.values.map((v) => v.miss?.reason)).toEqual([reason]);
    expect(told.trace.causes.map((c) => c.miss.reason)).toEqual([reason]);
    expect(told.values[0]!.hits).toEqual([]);
  });
  test('of array members the nearest', () => {
    expect(tell('F|cased: Abc', { F: ['zzz', 'abc', 'q'] }).values[0]!.miss!.reason).toBe(
      'case differs only',
    );
  });
});

describe('source not applicable', () => {
  const rule =
    'logsource:\n  product: windows\n  category: process_creation\ndetection:\n  s:\n    Image: x\n  condition: s\n';
  const event = eventOf(
    JSON.stringify({ Channel: 'Microsoft-Windows-Sysmon/Operational', EventID: 3, Image: 'x' }),
  );
  test('its verdict, its reason, its range', () => {
    const trace = explain(planOf(rule), event);
    expect(trace.verdict).toBe('not applicable');
    expect(trace.matched).toBe(true);
    expect(trace.causes.map((c) => c.miss.reason)).toEqual(['source not applicable']);
    const { start, end } = trace.causes[0]!.item;
    expect(rule.slice(start, end)).toMatch(/^logsource[\s\S]*process_creation$/);
  });
  test('the option ignores log sources', () => {
    expect(explain(planOf(rule), event, { ignoreLogsource: true }).verdict).toBe('match');
  });
});

describe('the near part of a miss', () => {
  /** the part found in the value, what was expected beside it, what was found */
  const cases: readonly (readonly [string, unknown, string, string, string])[] = [
    ['F|contains: abcdef', { F: 'xxabcdXXyy' }, 'abcd', 'ef', 'XXyy'],
    ['F|startswith: abcdef', { F: 'abcdXX' }, 'abcd', 'ef', 'XX'],
    ['F|endswith: abcdef', { F: 'xxXXcdef' }, 'cdef', 'ab', 'xxXX'],
    ['F: abcdef', { F: 'ABCdxx' }, 'ABCd', 'ef', 'xx'],
    ['F|contains: abcdef', { F: ['zz', 'abcdzz'] }, 'abcd', 'ef', 'zz'],
  ];
  test.each(cases)('%s on %j', (detection, event, near, expected, found) => {
    const told = tell(detection, event);
    const miss = told.values[0]!.miss!;
    expect(miss.reason).toBe('value differs');
    expect(miss.near!.text.map((t) => told.events.slice(t.start, t.end))).toEqual([near]);
    expect([miss.near!.expected, miss.near!.found]).toEqual([expected, found]);
  });
  test('its range takes JSON escapes into account', () => {
    const told = tell("F|endswith: '\\Sys\\cmd.exe'", '{"F":"C:\\\\Temp\\\\cmd.exe"}');
    const near = told.values[0]!.miss!.near!;
    expect(near.text.map((t) => told.events.slice(t.start, t.end))).toEqual(['\\\\cmd.exe']);
    expect([near.value.start, near.value.end]).toEqual([7, 15]);
  });
  test.each([
    ['F|contains: abcdef', { F: 'zzzz' }],
    ['F|contains: abcdefghijkl', { F: 'xabx' }],
  ])('not by chance: %s on %j', (detection, event) => {
    expect(tell(detection, event).values[0]!.miss!.near).toBeUndefined();
  });
});

describe('field names: a near miss in case is named (ours)', () => {
  test.each([
    ['commandline: x', { CommandLine: 'x' }, 'CommandLine'],
    ['CommandLine: x', { commandLine: 'x', Other: 1 }, 'commandLine'],
    ['a.B: x', { a: { b: 'x' } }, 'a.b'],
    ['CommandLin: x', { CommandLine: 'x' }, 'CommandLine'],
  ])('%s on %j', (detection, event, name) => {
    const miss = tell(detection, event).values[0]!.miss!;
    expect([miss.reason, miss.otherField]).toEqual(['field absent', name]);
  });
  test('no name if none is near', () => {
    expect(tell('Foo: x', { Completely: 1 }).values[0]!.miss!.otherField).toBeUndefined();
  });
});

/** Causes as `reason selection item [value]`. */
function causesOf({ trace, rule, values }: Told): string[] {
  return trace.causes.map((c) => {
    const value = c.value === null ? '' : ` = ${values.find((v) => v.id === c.value)!.written}`;
    return `${c.miss.reason}: ${trace.selections[c.selection]!.name}: ${rule.slice(c.item.start, c.item.end).split(':')[0]}${value}`;
  });
}

describe('causes: the smallest change that would turn the miss into a match', () => {
  const cases: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['s:\n  A: 1\n  B: 2\ncondition: s', { A: 1 }, ['field absent: s: B = 2']],
    ['s:\n  A: 1\n  B: 2\ncondition: s', { A: 1, B: 3 }, ['value differs: s: B = 2']],
    [
      's:\n  A: 1\nt:\n  B: 2\nu:\n  C: 3\ncondition: s and t and u',
      { A: 1, C: 3 },
      ['field absent: t: B = 2'],
    ],
    ['s:\n  A: 1\nt:\n  B: 2\ncondition: all of them', { B: 2 }, ['field absent: s: A = 1']],
    ['s:\n  A|contains|all: [a, b, c]\ncondition: s', { A: 'ac' }, ['value differs: s: A|contains|all = b']],
    // An OR: only the nearest.
    ['s:\n  A: [x, y]\ncondition: s', { A: 'z' }, ['value differs: s: A = x']],
    [
      's:\n  A|cased: Abc\nt:\n  B: 2\ncondition: s or t',
      { A: 'abc' },
      ['case differs only: s: A|cased = Abc'],
    ],
    [
      's:\n  B: 2\nt:\n  A|cased: Abc\ncondition: 1 of them',
      { A: 'abc' },
      ['case differs only: t: A|cased = Abc'],
    ],
    [
      's:\n  - A: 1\n    B: 2\n    C: 3\n  - A: 1\n    D: 4\ncondition: s',
      { A: 1 },
      ['field absent: s: D = 4'],
    ],
    ['s:\n  A: 1\n  B: 2\nt:\n  C: 3\ncondition: s or t', { Z: 1 }, ['field absent: t: C = 3']],
    // Blocked by a negated selection.
    ['s:\n  A: 1\nf:\n  B: 2\ncondition: s and not f', { A: 1, B: 2 }, ['blocked by negated: f: B = 2']],
    [
      's:\n  A: 1\nf_x:\n  B: 2\nf_y:\n  C: 3\ncondition: s and not 1 of f_*',
      { A: 1, C: 3 },
      ['blocked by negated: f_y: C = 3'],
    ],
    ['s:\n  A: 1\nf:\n  B: 2\ncondition: not (s or f)', { A: 1 }, ['blocked by negated: s: A = 1']],
    ['s:\n  A: 1\nf:\n  B: 2\ncondition: not (s and f)', { A: 1, B: 2 }, ['blocked by negated: s: A = 1']],
    ['s:\n  A: 1\ncondition: not not s', { A: 2 }, ['value differs: s: A = 1']],
    ['s:\n  A|neq: x\ncondition: s', { A: 'X' }, ['blocked by negated: s: A|neq']],
    // Two are needed, the nearer one first.
    [
      's:\n  A: 1\n  B|cased: b\ncondition: s',
      { B: 'B' },
      ['case differs only: s: B|cased = b', 'field absent: s: A = 1'],
    ],
    ['s:\n  A: 1\nf:\n  B: 2\ncondition: s and not f', { A: 1 }, []],
  ];
  test.each(cases)('%s on %j', (detection, event, expected) => {
    const told = tell(detection, event);
    expect(told.trace.matched).toBe(expected.length === 0);
    expect(causesOf(told)).toEqual(expected);
  });
});

describe('every condition node, selection, item and single value says whether it matched', () => {
  test('condition tree', () => {
    const { trace, rule } = tell('s:\n  A: 1\nf_a:\n  B: 1\nf_b:\n  C: 1\ncondition: s and not 1 of f_*', {
      A: 1,
      C: 1,
    });
    const lines: string[] = [];
    const walk = (node: typeof trace.condition, depth: number) => {
      lines.push(
        `${' '.repeat(depth)}${node.kind} ${rule.slice(node.rule.start, node.rule.end)} ${node.matched}`,
      );
      for (const child of node.children) walk(child, depth + 1);
    };
    walk(trace.condition, 0);
    expect(lines).toEqual([
      'and s and not 1 of f_* false',
      ' selection s true',
      ' not not 1 of f_* false',
      '  quantifier 1 of f_* true',
      '   selection f_* false',
      '   selection f_* true',
    ]);
    expect(trace.selections.map((s) => [s.name, s.matched])).toEqual([
      ['s', true],
      ['f_a', false],
      ['f_b', true],
    ]);
  });
  test('values, written as in the rule', () => {
    const { values } = tell('A|contains: [\'x*\', "y", z]', { A: 'y' });
    expect(values.map((v) => [v.written, v.matched])).toEqual([
      ["'x*'", false],
      ['"y"', true],
      ['z', false],
    ]);
  });
  test('a condition of several lines keeps its ranges', () => {
    const { trace, rule } = tell('s:\n  A: 1\nt:\n  B: 1\ncondition: >-\n  s\n    or t', { B: 1 });
    expect(trace.condition.children.map((c) => rule.slice(c.rule.start, c.rule.end))).toEqual(['s', 't']);
  });
});

test('a rule with many values and an event with many members are still explained', () => {
  const rule = `detection:\n  s:\n    F|contains:\n${Array.from({ length: 300 }, (_, i) => `      - v${i}x\n`).join('')}  condition: s\n`;
  const { plan } = compile(rule);
  const trace = explain(
    plan!,
    eventOf(JSON.stringify({ F: Array.from({ length: 500 }, (_, i) => `v${i}x`) })),
  );
  expect(trace.matched).toBe(true);
});
