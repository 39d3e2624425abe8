import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { describeWithShared } from '../../../src/testing/shared';
import type { GivenFile, TestsAsk, TestsBeacon, TestTold } from './protocol';
import { runTests } from './run-tests';

const RULE = (name: string, value: string, tests: string) =>
  `title: ${name}\nid: ${name.repeat(8)}-1111-4111-8111-111111111111\nlogsource: {product: windows}\ndetection:\n  s: {A|re: '${value}'}\n  condition: s\n${tests}`;
const CASES = 'testcases:\n  match:\n    - A: x\n  dont-match:\n    - A: y\n';

async function run(files: Readonly<Record<string, string | Uint8Array>>, more: Partial<TestsAsk> = {}) {
  const given: GivenFile[] = Object.entries(files).map(([path, content]) => ({
    path,
    file: new Blob([content as Uint8Array<ArrayBuffer>]),
  }));
  const told: TestTold[] = [];
  const beacons: TestsBeacon[] = [];
  const end = await runTests(
    { files: given, ignoreLogsource: false, from: 0, ...more },
    { tell: (one) => told.push(one), at: (beacon) => beacons.push(beacon), turn: async () => true },
  );
  return { told, end, beacons };
}

test('the tests of several rules are told one by one, each with its rule', async () => {
  const files = {
    'a.yml': RULE('a', '(?=x)x', CASES),
    'b.yml': RULE('b', '.', CASES),
    'c.yml': RULE('c', '.', ''),
    'd.yml': 'title: [',
  };
  const { told, end, beacons } = await run(files);
  expect(told.map(({ number, rule, title, why }) => [number, rule, title, why])).toEqual([
    [0, 'a.yml', 'a', null],
    [1, 'a.yml', 'a', null],
    [2, 'b.yml', 'b', null],
    [3, 'b.yml', 'b', expect.stringMatching(/^expected no match, but the event matches\./)],
  ]);
  expect(end?.untested).toEqual(['c.yml', 'd.yml']);
  expect(end?.problems.map(({ path }) => path)).toContain('d.yml');
  // A pattern is told with the test that it runs in.
  expect(beacons).toContainEqual({
    pattern: '(?=x)x',
    isSmall: true,
    test: expect.objectContaining({ number: 0 }),
  });
  expect((await run(files, { from: 3 })).told.map(({ number }) => number)).toEqual([3]);
});

test.each<[spec: TestsAsk['spec'], own: string, why: (string | null)[]]>([
  [undefined, '', [expect.stringMatching(/^expected a match, but/), null]],
  ['2.1.0', '', [expect.stringMatching(/^expected a match, but/), null]],
  ['proposals', '', [null, null]],
  ['proposals', 'sigma-version: 2\n', [expect.stringMatching(/^expected a match, but/), null]],
  ['2.1.0', 'sigma-version: 3\n', [null, null]],
])('rules read as %s, with %j of their own', async (spec, own, why) => {
  const rule = `${own}title: a\nlogsource: {product: windows}\ndetection:\n  s: {'A[0]': x}\n  condition: s\ntestcases:\n  match:\n    - A: [x, y]\n  dont-match:\n    - A: [y, x]\n`;
  const { told } = await run({ 'a.yml': rule }, spec ? { spec } : {});
  expect(told.map((one) => one.why)).toEqual(why);
});

test.each([
  ['../x.json', 'there is no file ../x.json.'],
  ['x.json', 'there is no file x.json.'],
  ['empty.json', 'there is no event in empty.json.'],
])('events that cannot be had: %s', async (path, why) => {
  const info = `rule_metadata:\n  - id: ${'a'.repeat(8)}-1111-4111-8111-111111111111\nregression_tests_info:\n  - path: ${path}\n    match_count: 1\n`;
  const files = { 'rules/a.yml': RULE('a', 'x', ''), 'info.yml': info, 'empty.json': '' };
  expect((await run(files)).told.map((one) => one.why)).toEqual([why]);
});

test('a run that is no longer wanted ends', async () => {
  const ask = {
    files: [{ path: 'a.yml', file: new Blob([RULE('a', 'x', CASES)]) }],
    ignoreLogsource: false,
    from: 0,
  };
  const told: TestTold[] = [];
  const telling = { tell: (one: TestTold) => void told.push(one), at: () => {}, turn: async () => false };
  expect([await runTests(ask, telling), told.length]).toEqual([null, 1]);
});

/** All files below a folder, by their path in it. */
function filesBelow(folder: string): Record<string, Uint8Array> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .map((path) => [relative(folder, path), readFileSync(path)]),
  );
}

describeWithShared('regression data of SigmaHQ', (dir) => {
  test('a tree of many rules is green', async () => {
    const { told, end } = await run(filesBelow(join(dir, 'corpus', 'regression-tree')));
    expect(told.filter(({ why }) => why !== null)).toEqual([]);
    expect(new Set(told.map(({ rule }) => rule)).size).toBe(12);
    // The tests of this one are commented out in its `info.yml`.
    expect(end).toEqual({
      problems: [],
      untested: ['rules/network/cisco/aaa/cisco_cli_dot1x_disabled.yml'],
    });
  });
});
