import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LogWriter } from '../testing/evtx/log';
import { processEvent } from '../testing/evtx/sample';
import { describeWithShared } from '../testing/shared';
import { run } from './sigma';

const ID = '5f2c2b0e-9a0e-4f8e-8f5e-0d7a52a1c001';
const RULE = `title: Accounts database
id: ${ID}
logsource: {product: windows, category: process_creation}
detection:
    selection:
        CommandLine|contains: [ntds.dit, 'sam.hiv']
    filter: {User: backup}
    condition: selection and not filter
`;
const EXEMPLARS = `custom_attributes:
    rsigma.exemplars:
        - name: copies it
          expect: match
          event: {CommandLine: copy ntds.dit x}
        - name: the backup
          expect: no-match
          event: {CommandLine: copy ntds.dit x, User: backup}
`;
const WRONG = EXEMPLARS.replace('User: backup', 'User: nobody');
const BURST = `${RULE}---
title: Several copies
correlation: {type: event_count, rules: [${ID}], group-by: [User], timespan: 1m, condition: {gte: 2}}
custom_attributes:
    rsigma.exemplars:
        - name: within a minute
          expect: match
          events:
              - {offset: 0s, event: {CommandLine: ntds.dit, User: u}}
              - {offset: 30s, event: {CommandLine: ntds.dit, User: u}}
        - name: an hour apart
          expect: no-match
          events:
              - {offset: 0s, event: {CommandLine: ntds.dit, User: u}}
              - {offset: 1h, event: {CommandLine: ntds.dit, User: u}}
`;
const DOCUMENTS = 'event: {CommandLine: copy ntds.dit x}\n---\nmatch: false\nevent: {CommandLine: dir}\n';
const EVENT = { Channel: 'Security', EventID: 4688, CommandLine: 'copy ntds.dit x' };
const info = (count: number, path: string) => `id: 9a2bb7c6-0d2c-4a49-8d4b-2f6a7c0f5e10
rule_metadata:
    - id: ${ID}
      title: Accounts database
regression_tests_info:
    - {name: Positive, type: json, provider: x, match_count: ${count}, path: ${path}}
`;
const DATA = 'regression_data/rules/a/events.json';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sigma-test-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let number = 0;
/** Writes files into a folder of their own and gives its path. */
function tree(files: Record<string, string | Uint8Array>): string {
  const root = join(folder, String(number++));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

async function call(...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    progress: () => {},
  };
  return { code: await run(words, terminal), out, err };
}

type Files = Record<string, string | Uint8Array>;
const log = () => {
  const writer = new LogWriter();
  for (let i = 0; i < 3; i++) writer.add(processEvent(i));
  return writer.bytes();
};

test.each<[string, Files, number, string]>([
  ['exemplars', { 'a.yml': RULE + EXEMPLARS }, 0, '2 tests in 1 rule file: 2 passed, 0 failed.'],
  ['exemplars that fail', { 'a.yml': RULE + WRONG }, 1, '2 tests in 1 rule file: 1 passed, 1 failed.'],
  ['exemplars of a correlation', { 'a.yml': BURST }, 0, '2 tests in 1 rule file: 2 passed, 0 failed.'],
  [
    'test cases',
    { 'a.yml': `${RULE}testcases:\n  match: [{CommandLine: ntds.dit}]\n  dont-match: [{CommandLine: x}]\n` },
    0,
    '2 tests in 1 rule file: 2 passed, 0 failed.',
  ],
  [
    'test documents',
    { 'a.yaml': RULE, 'a_test.yaml': DOCUMENTS },
    0,
    '2 tests in 1 rule file: 2 passed, 0 failed.',
  ],
  ['test documents without their rule', { 'b.yaml': RULE, 'a_test.yaml': DOCUMENTS }, 1, 'There is no test.'],
  [
    'regression data',
    { 'rules/a.yml': RULE, 'regression_data/rules/a/info.yml': info(1, DATA), [DATA]: JSON.stringify(EVENT) },
    0,
    '1 test in 1 rule file: 1 passed, 0 failed.',
  ],
  [
    'regression data beside its info.yml',
    { 'a.yml': RULE, 'x/info.yml': info(1, DATA), 'x/events.json': JSON.stringify(EVENT) },
    0,
    '1 test in 1 rule file: 1 passed, 0 failed.',
  ],
  [
    'a log of other events',
    { 'a.yml': RULE, 'x/info.yml': info(0, 'e.evtx'), 'x/e.evtx': log() },
    0,
    '1 test in 1 rule file: 1 passed, 0 failed.',
  ],
  [
    'too few events',
    { 'a.yml': RULE, 'x/info.yml': info(2, DATA), 'x/events.json': JSON.stringify(EVENT) },
    1,
    '1 test in 1 rule file: 0 passed, 1 failed.',
  ],
  [
    'events of another log source',
    {
      'a.yml': RULE,
      'x/info.yml': info(1, DATA),
      'x/events.json': JSON.stringify({ ...EVENT, EventID: 4624 }),
    },
    1,
    '1 test in 1 rule file: 0 passed, 1 failed.',
  ],
  [
    'a recording that is not there',
    { 'a.yml': RULE, 'x/info.yml': info(1, DATA) },
    1,
    '1 test in 1 rule file: 0 passed, 1 failed.',
  ],
  [
    'a path that leads out',
    { 'a.yml': RULE, 'x/info.yml': info(1, '../../etc/passwd') },
    1,
    '1 test in 1 rule file: 0 passed, 1 failed.',
  ],
  ['no test', { 'a.yml': RULE }, 1, 'There is no test.'],
  [
    'a broken rule beside tests',
    { 'a.yml': RULE + EXEMPLARS, 'b.yml': RULE.replace('condition: ', 'condition: x ') },
    1,
    '2 tests in 1 rule file: 2 passed, 0 failed.',
  ],
  [
    'a broken test beside others',
    { 'a.yml': RULE + EXEMPLARS.replace('no-match', 'never') },
    1,
    '1 test in 1 rule file: 1 passed, 0 failed.',
  ],
])('%s', async (_, files, code, sum) => {
  const root = tree(files);
  const packed = zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
  const zip = join(tree({ 'tests.zip': packed }), 'tests.zip');
  for (const path of [root, zip]) {
    const result = await call('test', path);
    expect([result.code, result.err.at(-1)]).toEqual([code, sum]);
  }
});

describe('a failed test', () => {
  test('says where it stands, what was expected and why it did not come', async () => {
    const path = join(tree({ 'a.yml': RULE + WRONG }), 'a.yml');
    expect((await call('test', path)).out).toEqual([
      `passed  ${path}:11: Accounts database: copies it`,
      `FAILED  ${path}:14:11: Accounts database: the backup: expected no match, but the event matches. Matches through \`selection\`.`,
    ]);
  });

  test('of a pattern that backtracks says that it took too long, and the others go on', async () => {
    const rule = RULE.replace(
      "CommandLine|contains: [ntds.dit, 'sam.hiv']",
      "CommandLine|re: 'a(?=b)|(x+)+(?=z)'",
    );
    const tests = EXEMPLARS.replaceAll('copy ntds.dit x', 'x'.repeat(40)).replace('User: backup', 'A: 1');
    const { code, out } = await call('test', tree({ 'a.yml': rule + tests }));
    expect(code).toBe(1);
    expect(out[0]).toContain('it took too long at the pattern');
    expect(out).toHaveLength(2);
  });
});

test('--json has one object for each test', async () => {
  const { out } = await call('test', tree({ 'a.yml': RULE + WRONG }), '--json');
  expect(out.map((line) => JSON.parse(line))).toMatchObject([
    {
      line: 11,
      column: 11,
      form: 'exemplars',
      rule: ID,
      name: 'copies it',
      expected: 'a match',
      passed: true,
    },
    {
      line: 14,
      name: 'the backup',
      expected: 'no match',
      passed: false,
      why: expect.stringContaining('Matches'),
    },
  ]);
});

test('--junit writes a report, whatever names hold', async () => {
  const root = tree({ 'a.yml': RULE + WRONG.replace('the backup', `'<&"\\u0001>'`) });
  const report = join(root, 'report.xml');
  await call('test', join(root, 'a.yml'), '--junit', report);
  const xml = readFileSync(report, 'utf8');
  expect(xml).toContain('<testsuites tests="2" failures="1" errors="0" skipped="0">');
  expect(xml).toContain('name="Accounts database: &lt;&amp;&quot;\\u0001&gt;"');
  expect(xml).toMatch(/<failure message="expected no match, but the event matches\. /);
});

test.each<[string, string[], number, string[]]>([
  [
    'names what no test matches',
    [],
    0,
    [
      '  no test matches the selection filter',
      "a.yml:6:42: no test matches 'sam.hiv'",
      'a.yml:7:20: no test matches backup',
    ],
  ],
  ['reaches a low limit', ['--min', '40'], 0, []],
  ['fails below a limit', ['--min', '80'], 1, []],
])('--coverage %s', async (_, more, code, expected) => {
  const root = tree({
    'a.yml': RULE + EXEMPLARS.replace('expect: no-match', 'expect: match').replace('backup}', 'u}'),
  });
  const result = await call('test', root, '--coverage', ...more);
  expect(result.code).toBe(code);
  expect(result.err).toContain('2 of 5 selections and values are exercised (40 %).');
  for (const line of expected) expect(result.out.join('\n')).toContain(line);
});

test('--fail-on-missing names the rules without a test', async () => {
  const root = tree({ 'a.yml': RULE + EXEMPLARS, 'b.yml': RULE.replace('Accounts', 'Other') });
  expect((await call('test', root)).code).toBe(0);
  const { code, err } = await call('test', root, '--fail-on-missing');
  expect(code).toBe(1);
  expect(err[0]).toContain('b.yml: error: "Other database" has no test. [test-missing]');
});

test.each([
  ['no path', ['test']],
  ['a percentage that is none', ['test', '.', '--min', 'x']],
  ['an empty percentage', ['test', '.', '--min', '']],
  ['more than all', ['test', '.', '--min', '101']],
  ['a path that is not there', ['test', 'not-there']],
])('%s is wrong usage', async (_, words) => {
  expect((await call(...words)).code).toBe(2);
});

test('files of tests are no rules for the other commands', async () => {
  const root = tree({ 'a.yaml': RULE, 'a_test.yaml': DOCUMENTS, 'x/info.yml': info(1, DATA) });
  expect(await call('check', root)).toMatchObject({ code: 0, err: [] });
});

describeWithShared('SigmaHQ’s regression data', (dir) => {
  test('all tests of the tree pass', async () => {
    const { code, err } = await call('test', join(dir, 'corpus', 'regression-tree'));
    expect([code, err]).toEqual([0, ['12 tests in 12 rule files: 12 passed, 0 failed.']]);
  });
});
