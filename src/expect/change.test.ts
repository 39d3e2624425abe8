import { describe, expect, test } from 'vitest';
import { changeSuite } from './change';
import type { Expected } from './model';
import { readExemplars } from './read-exemplars';
import { readInfo } from './read-info';
import { readTestCases } from './read-test-cases';
import { readTestDocuments } from './read-test-documents';
import type { NewTest, SuiteChange } from './suite-change';
import { identityOf, newInfo, regressionFolder } from './write-info';

const RULE = `title: Accounts database   # a comment
logsource: {product: windows}
detection:
    # before the selection
    selection:
        CommandLine|contains: 'ntds'
    condition: selection
`;
const MATCH: Expected = { kind: 'match' };
const NO_MATCH: Expected = { kind: 'no match' };
const added = (json: string, expected: Expected = MATCH, name = ''): NewTest => ({
  name,
  expected,
  events: [{ json, offset: null }],
});

const LIST = `${RULE}custom_attributes:
    other: 1
    rsigma.exemplars:
        # the first
        - name: one   # why
          expect: match
          event: {A: x}

        # the second
        -   expect: 'no-match'
            event:
                B: |
                    text
                    over lines
level: high
`;
const OTHERS = LIST.slice(LIST.indexOf('        # the second'));

describe('exemplars', () => {
  const change = (text: string, tests: readonly (Expected | null)[], more: readonly NewTest[] = []) => {
    const [suite] = readExemplars(text).suites;
    return changeSuite(text, suite ?? { form: 'exemplars', document: null, ids: [], tests: [] }, {
      tests,
      added: more,
    });
  };

  test.each<[string, string | null, string]>([
    [
      'what is expected changes at its place',
      change(LIST, [NO_MATCH, MATCH]),
      LIST.replace('expect: match', 'expect: no-match').replace("'no-match'", 'match'),
    ],
    [
      'one is taken out with its lines',
      change(LIST, [null, NO_MATCH]),
      LIST.replace('        - name: one   # why\n          expect: match\n          event: {A: x}\n', ''),
    ],
    [
      'the last is taken out',
      change(LIST, [MATCH, null]),
      `${LIST.slice(0, LIST.indexOf('        -   expect'))}level: high\n`,
    ],
    [
      'all are taken out with their key',
      change(LIST, [null, null]),
      `${RULE}custom_attributes:\n    other: 1\nlevel: high\n`,
    ],
    [
      'one is added behind the last',
      change(LIST, [MATCH, NO_MATCH], [added('{"C": 1.10, "D": ["x", null]}', NO_MATCH, 'it: x')]),
      LIST.replace(
        'over lines\n',
        "over lines\n        - name: 'it: x'\n          expect: no-match\n          event:\n              C: 1.10\n              D:\n                  - x\n                  - null\n",
      ),
    ],
    [
      'the first of a rule',
      change(RULE, [], [added('{"A": "-x"}')]),
      `${RULE}custom_attributes:\n    rsigma.exemplars:\n        - expect: match\n          event:\n              A: '-x'\n`,
    ],
    [
      'the first in attributes that there are',
      change(`${RULE}custom_attributes:\n  other: 1\n`, [], [added('{}')]),
      `${RULE}custom_attributes:\n  other: 1\n  rsigma.exemplars:\n      - expect: match\n        event: {}\n`,
    ],
    [
      'a text without a last line end',
      change(RULE.trimEnd(), [], [added('{}')]),
      `${RULE}custom_attributes:\n    rsigma.exemplars:\n        - expect: match\n          event: {}\n`,
    ],
    [
      'events with offsets',
      change(
        RULE,
        [],
        [
          {
            name: '',
            expected: MATCH,
            events: [
              { json: '{"A": 1}', offset: 0 },
              { json: '{"A": 2}', offset: 90_000 },
            ],
          },
        ],
      ),
      `${RULE}custom_attributes:\n    rsigma.exemplars:\n        - expect: match\n          events:\n              - offset: 0s\n                event:\n                    A: 1\n              - offset: 90s\n                event:\n                    A: 2\n`,
    ],
  ])('%s', (_, after, expected) => {
    expect(after).toBe(expected);
  });

  test('line ends of Windows stay', () => {
    const text = LIST.replaceAll('\n', '\r\n');
    const after = change(text, [MATCH, NO_MATCH], [added('{"A": 1}')]);
    expect(after).toContain('A: 1\r\n');
    expect(after!.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test.each([
    [
      'a list in brackets',
      `${RULE}custom_attributes:\n    rsigma.exemplars: [{expect: match, event: {A: x}}]\n`,
    ],
    [
      'a rule in braces',
      '{title: A, custom_attributes: {rsigma.exemplars: [{expect: match, event: {A: x}}]}}',
    ],
  ])('%s is left alone', (_, text) => {
    expect(change(text, text.includes('exemplars') ? [MATCH] : [], [added('{}')])).toBeNull();
  });

  test('only the lines of the one that is taken out are touched', () => {
    expect(change(LIST, [null, NO_MATCH])).toContain(OTHERS);
  });
});

test.each<[string, string, SuiteChange['tests'], readonly NewTest[], string]>([
  [
    'moves between the lists',
    '  match:\n    - {A: 1}\n    - {A: 2}\n  dont-match:\n    - {B: 1}\n',
    [NO_MATCH, MATCH, NO_MATCH],
    [],
    '  match:\n    - {A: 2}\n  dont-match:\n    - {B: 1}\n    - A: 1\n',
  ],
  [
    'a list that there was not',
    '  match:\n    - {A: 1}\n',
    [MATCH],
    [added('{"B": 1}', NO_MATCH)],
    '  match:\n    - {A: 1}\n  dont-match:\n      - B: 1\n',
  ],
  [
    'an empty list',
    '  match:\n  dont-match:\n    - {B: 1}\n',
    [NO_MATCH],
    [added('{"A": {"x": 1}}')],
    '  match:\n      - A:\n            x: 1\n  dont-match:\n    - {B: 1}\n',
  ],
])('test cases: %s', (_, lists, tests, more, expected) => {
  const text = `${RULE}testcases:\n${lists}`;
  const [suite] = readTestCases(text).suites;
  expect(changeSuite(text, suite!, { tests, added: more })).toBe(`${RULE}testcases:\n${expected}`);
});

const DOCUMENTS =
  '# tests\nmatch: true\nevent: {a: x}\n---\nevent:\n  a: y # why\n---\nmatch: false\nevent:\n  a: z\n';

test.each<[string, SuiteChange['tests'], readonly NewTest[], string]>([
  [
    'what is expected changes',
    [NO_MATCH, NO_MATCH, MATCH],
    [],
    DOCUMENTS.replace('match: true', 'match: %')
      .replace('match: false', 'match: true')
      .replace('%', 'false')
      .replace('---\nevent', '---\nmatch: false\nevent'),
  ],
  [
    'the first is taken out',
    [null, MATCH, NO_MATCH],
    [],
    '# tests\nevent:\n  a: y # why\n---\nmatch: false\nevent:\n  a: z\n',
  ],
  [
    'one between is taken out',
    [MATCH, null, NO_MATCH],
    [],
    '# tests\nmatch: true\nevent: {a: x}\n---\nmatch: false\nevent:\n  a: z\n',
  ],
  [
    'one is added',
    [MATCH, MATCH, NO_MATCH],
    [added('{"b": 1}', NO_MATCH)],
    `${DOCUMENTS}---\nmatch: false\nevent:\n    b: 1\n`,
  ],
])('test documents: %s', (_, tests, more, expected) => {
  const [suite] = readTestDocuments(DOCUMENTS).suites;
  expect(changeSuite(DOCUMENTS, suite!, { tests, added: more })).toBe(expected);
});

const INFO = `id: 1
rule_metadata:
    - id: 2
regression_tests_info:
    - name: a
      path: a.evtx   # the log
    - name: b
      match_count: 1
      path: b.evtx
`;

test('regression data: counts change at their places', () => {
  const [suite] = readInfo(INFO).suites;
  const counts = [{ kind: 'count', count: 3 }, NO_MATCH] as const;
  expect(changeSuite(INFO, suite!, { tests: counts, added: [] })).toBe(
    INFO.replace('- name: a', '- match_count: 3\n      name: a').replace('match_count: 1', 'match_count: 0'),
  );
  expect(changeSuite(INFO, suite!, { tests: [null, MATCH], added: [] })).toBeNull();
});

test('a new info.yml says what is read from it', () => {
  const text = newInfo({
    id: '9a2bb7c6-0d2c-4a49-8d4b-2f6a7c0f5e10',
    description: '',
    date: '2026-11-30',
    author: "O'Neil: A",
    rule: { id: '5f2c2b0e-9a0e-4f8e-8f5e-0d7a52a1c001', title: 'Copy: x' },
    tests: [{ name: 'Positive', type: 'json', provider: 'X', count: 2, path: 'regression_data/a/b.json' }],
  });
  const { suites, problems } = readInfo(text);
  expect(problems).toEqual([]);
  expect(suites[0]).toMatchObject({
    ids: ['5f2c2b0e-9a0e-4f8e-8f5e-0d7a52a1c001'],
    tests: [
      {
        name: 'Positive',
        expected: { kind: 'count', count: 2 },
        events: { type: 'json', path: 'regression_data/a/b.json' },
      },
    ],
  });
  expect(text).toContain("\n      title: 'Copy: x'\n");
});

test.each([
  ['rules/windows/a/x.yml', 'regression_data/rules/windows/a/x'],
  ['/home/me/sigma/rules-emerging-threats/2026/x.yaml', 'regression_data/rules-emerging-threats/2026/x'],
  ['x.yml', 'regression_data/rules/x'],
  ['C:\\sigma\\rules\\x.yml', 'regression_data/rules/x'],
])('the tests of %s are in %s', (rule, folder) => {
  expect(regressionFolder(rule)).toBe(folder);
});

test.each<[string, number | null, { id: string; author: string }]>([
  ["title: A\nid: '1' # new\nauthor: \"O'Neil\"\n", null, { id: '1', author: "O'Neil" }],
  ['title: A\nid: 1\n---\ntitle: B\nid: 2\n', 19, { id: '2', author: '' }],
  ['- a\n', null, { id: '', author: '' }],
])('the id and the author of %j at %s', (rule, document, expected) => {
  expect(identityOf(rule, document)).toEqual(expected);
});
