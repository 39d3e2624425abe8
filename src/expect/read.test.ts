import { expect, test } from 'vitest';
import { plain } from '../text';
import type { SuitesRead } from './model';
import { offsetOf, offsetText } from './offset';
import { readExemplars } from './read-exemplars';
import { readInfo } from './read-info';
import { readTestCases } from './read-test-cases';
import { readTestDocuments } from './read-test-documents';

const RULE = `title: Accounts database
detection:
    selection:
        CommandLine|contains: ntds
    condition: selection
`;
const BURST = 'title: Burst\ncorrelation: {type: event_count}\n';
const exemplars = (list: string, rule = RULE) => `${rule}custom_attributes:\n    rsigma.exemplars:\n${list}`;

/** `form document: name=expected events@offset`, a line each. */
function told({ suites, problems }: SuitesRead): string[] {
  return [
    ...suites.flatMap(({ tests }) =>
      tests.map(({ name, expected, events }) => {
        const wanted = expected.kind === 'count' ? `${expected.count}` : expected.kind;
        const of =
          events.kind === 'file'
            ? `${events.type} ${events.path}`
            : events.events
                .map(({ json, offset }) => `${json}${offset === null ? '' : `@${offset}`}`)
                .join(' ');
        return `${name}: ${wanted}: ${of}`;
      }),
    ),
    ...problems.map(({ code }) => code),
  ];
}

const ONE = '        - expect: match\n          event: {A: 1}\n';

test.each<[string, string, string[]]>([
  [
    'two',
    exemplars(`        - {name: a, expect: match, event: {A: x}}\n        - {expect: no-match, event: {}}\n`),
    ['a: match: {"A": "x"}', ': no match: {}'],
  ],
  ['at the top', `${RULE}rsigma.exemplars:\n    - {expect: match, event: {A: 1}}\n`, [': match: {"A": 1}']],
  [
    'in both places: the inner ones',
    `${exemplars(ONE)}rsigma.exemplars:\n    - {expect: match, event: {A: 2}}\n`,
    [': match: {"A": 1}'],
  ],
  [
    'of a correlation',
    exemplars(
      '        - expect: match\n          events:\n              - {offset: 0s, event: {U: a}}\n              - {offset: 2m, event: {U: a}}\n',
      BURST,
    ),
    [': match: {"U": "a"}@0 {"U": "a"}@120000'],
  ],
  [
    'of each document',
    `${exemplars(ONE)}---\n${exemplars(ONE.replace('1', '2'))}`,
    [': match: {"A": 1}', ': match: {"A": 2}'],
  ],
  [
    'lent by global',
    `action: global\ncustom_attributes:\n    rsigma.exemplars:\n${ONE}---\n${RULE}---\n${exemplars(ONE.replace('1', '2'))}`,
    [': match: {"A": 1}', ': match: {"A": 2}'],
  ],
  [
    'values of every kind',
    exemplars(
      '        - expect: match\n          event: {a: 1.10, b: 9007199254740993, c: 0x1F, d: null, e: true, f: "7", g: [1, x], h: {i: 2026-01-01}, j: .inf, k: |\n                x\n                y\n            }\n'.replace(
        ', k: |\n                x\n                y\n            }',
        '}',
      ),
    ),
    [
      ': match: {"a": 1.10, "b": 9007199254740993, "c": 31, "d": null, "e": true, "f": "7", "g": [1, "x"], "h": {"i": "2026-01-01"}, "j": ".inf"}',
    ],
  ],
  ['none', RULE, []],
  ['an empty list', exemplars('        []\n'), ['test-list']],
  ['no list', exemplars('        text\n'), ['test-list']],
  ['an entry that is no map', exemplars('        - text\n'), ['test-list']],
  ['no expectation', exemplars('        - event: {A: 1}\n'), ['test-expect']],
  ['another expectation', exemplars('        - {expect: yes, event: {A: 1}}\n'), ['test-expect']],
  ['no event', exemplars('        - expect: match\n'), ['test-event']],
  ['a text as an event', exemplars('        - {expect: match, event: x}\n'), ['test-event']],
  [
    'events of a rule',
    exemplars('        - {expect: match, events: [{offset: 0s, event: {A: 1}}]}\n'),
    ['test-event'],
  ],
  ['one event of a correlation', exemplars(ONE, BURST), ['test-event']],
  ['no offset', exemplars('        - {expect: match, events: [{event: {A: 1}}]}\n', BURST), ['test-offset']],
  [
    'offsets that run back',
    exemplars(
      '        - {expect: match, events: [{offset: 2s, event: {A: 1}}, {offset: 1s, event: {A: 1}}]}\n',
      BURST,
    ),
    [': match: {"A": 1}@2000 {"A": 1}@1000', 'test-offset'],
  ],
  [
    'an unknown key',
    exemplars('        - {expect: match, event: {A: 1}, nam: x}\n'),
    [': match: {"A": 1}', 'test-key'],
  ],
  [
    'a name twice',
    exemplars(
      '        - {name: a, expect: match, event: {A: 1}}\n        - {name: a, expect: match, event: {A: 2}}\n',
    ),
    ['a: match: {"A": 1}', 'a: match: {"A": 2}', 'test-name'],
  ],
  ['exemplars of a filter', exemplars(ONE, 'title: F\nfilter: {rules: []}\n'), ['test-kind']],
  ['a text that is no YAML', 'a: [', ['test-yaml']],
  [
    'a name of every object',
    exemplars('        - {expect: match, event: {constructor: 1, __proto__: 2, toString: 3}}\n'),
    [': match: {"constructor": 1, "__proto__": 2, "toString": 3}'],
  ],
])('exemplars: %s', (_, text, expected) => {
  expect(told(readExemplars(text))).toEqual(expected);
});

test.each<[string, string, string[]]>([
  [
    'both lists',
    'match:\n    - {A: 1}\n    - {A: 2}\n  dont-match:\n    - {B: 1}\n',
    [': match: {"A": 1}', ': match: {"A": 2}', ': no match: {"B": 1}'],
  ],
  ['an empty list', 'match:\n', []],
  ['another key', 'matches:\n    - {A: 1}\n', ['test-key']],
  ['no list', 'match: {A: 1}\n', ['test-list']],
  ['a text as an event', 'match: [x]\n', ['test-event']],
])('test cases: %s', (_, lists, expected) => {
  expect(told(readTestCases(`${RULE}testcases:\n  ${lists}`))).toEqual(expected);
});

test.each<[string, string, string[]]>([
  [
    'each says whether it matches',
    'match: true\nevent: {a: x}\n---\nmatch: false\nevent: {a: y}\n',
    [': match: {"a": "x"}', ': no match: {"a": "y"}'],
  ],
  ['one that does not say it matches', 'event: {a: x}\n', [': match: {"a": "x"}']],
  ['documents of nothing', '---\n---\nevent: {a: x}\n---\n', [': match: {"a": "x"}']],
  ['no event', 'match: true\n', ['test-event']],
  ['a match that is a text', 'match: perhaps\nevent: {a: x}\n', ['test-expect']],
])('test documents: %s', (_, text, expected) => {
  expect(told(readTestDocuments(text))).toEqual(expected);
});

const INFO = `id: 9a2bb7c6-0d2c-4a49-8d4b-2f6a7c0f5e10
description: N/A
date: 2026-01-01
author: A
rule_metadata:
    - id: 5f2c2b0e-9a0e-4f8e-8f5e-0d7a52a1c001
      title: Accounts database
`;
const INFO_TEST = `regression_tests_info:
    - name: Positive
      type: evtx
      provider: Microsoft-Windows-Sysmon
      match_count: 2
      path: regression_data/rules/a/5f2c.evtx
`;

test.each<[string, string, string[]]>([
  ['a recording with its count', INFO + INFO_TEST, ['Positive: 2: evtx regression_data/rules/a/5f2c.evtx']],
  [
    'without a count, at least one',
    INFO + INFO_TEST.replace('      match_count: 2\n', ''),
    ['Positive: match: evtx regression_data/rules/a/5f2c.evtx'],
  ],
  ['none yet', `${INFO}regression_tests_info:\n#    - name: x\n`, []],
  ['no rule', INFO_TEST, ['Positive: 2: evtx regression_data/rules/a/5f2c.evtx', 'test-rule']],
  ['no path', INFO + INFO_TEST.replace(/ {6}path.*\n/, ''), ['test-path']],
  ['a count that is none', INFO + INFO_TEST.replace('count: 2', 'count: two'), ['test-expect']],
  ['no map', '- a\n', ['test-list']],
])('regression data: %s', (_, text, expected) => {
  expect(told(readInfo(text))).toEqual(expected);
});

test('what is wrong is said with what to write', () => {
  const { problems } = readExemplars(exemplars('        - {expect: match, event: {A: 1}, exspect: x}\n'));
  expect(problems.map(({ message }) => plain(message))).toEqual([
    'An exemplar has no `exspect`. Did you mean `expect`?',
  ]);
});

test.each([
  ['0', 0, '0s'],
  ['0s', 0, '0s'],
  ['30s', 30_000, '30s'],
  ['90s', 90_000, '90s'],
  ['5m', 300_000, '5m'],
  ['2h', 7_200_000, '2h'],
  ['7d', 604_800_000, '1w'],
])('the offset %s is %d milliseconds, and is written %s', (written, milliseconds, again) => {
  expect(offsetOf(written)).toBe(milliseconds);
  expect(offsetText(milliseconds)).toBe(again);
});

test.each(['', '5', '5x', '-5s', '1.5s', 's', '5 s', '99999999999s'])('%j is no offset', (written) => {
  expect(offsetOf(written)).toBeNull();
});
