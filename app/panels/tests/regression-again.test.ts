import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { evtxJson, evtxText, isEvtx } from '../../../src/event';
import { readInfo } from '../../../src/expect';
import { describeWithShared } from '../../../src/testing/shared';
import type { FileAt } from '../../actions/dropped';
import { eventsOf, readTests, testedRules } from '../../catalog/read-tests';
import { regressionAgain, type Wanted } from './regression-again';
import { regressionZip } from './regression-zip';

// There are no workers here: the log is read in this thread, by the same reader.
vi.mock('../../workers/evtx/open-log', () => {
  const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
  return {
    isLog: async (file: Blob) => isEvtx(await bytesOf(file)),
    readLog: async (file: Blob) => ({ text: evtxText(await bytesOf(file)).text }),
  };
});

const fileAt = (path: string, content: string | Uint8Array): FileAt => ({
  path,
  file: new File([content as Uint8Array<ArrayBuffer>], basename(path)),
});
const bytesOf = async ({ file }: FileAt) => new Uint8Array(await file.arrayBuffer());

const ID = '5f2c2b0e-9a0e-4f8e-8f5e-0d7a52a1c001';
const FOLDER = 'sigma/regression_data/rules/a';
const INFO = `id: 1\n# as it was\nrule_metadata:\n    - id: ${ID}\nregression_tests_info:\n    - name: A\n      type: json\n      match_count: 1\n      path: regression_data/rules/a/${ID}.json\n    - name: B\n      path: regression_data/rules/a/gone.json\n`;
const RULE = `title: A\r\nid: ${ID}\r\nlogsource: {product: windows}\r\ndetection:\r\n  s: {A: 1}\r\n  condition: s\r\n`;
const FILES = [
  fileAt('sigma/rules/a.yml', RULE),
  fileAt(`${FOLDER}/info.yml`, INFO),
  fileAt(`${FOLDER}/${ID}.json`, '{"A":1}\n{"A":2}\n'),
  fileAt(`${FOLDER}/notes.txt`, 'x'),
  fileAt('sigma/README.md', 'x'),
];

async function opened() {
  const read = (await readTests(FILES))!;
  return (await eventsOf(read.beside, read.files)).regression!;
}

async function again(rule: string, wanted: readonly Wanted[]): Promise<Record<string, string>> {
  const files = unzipSync((await regressionAgain(await opened(), rule, wanted))!);
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

test('what has not changed is equal, with the files beside it; a test without its file stays', async () => {
  const files = await again(RULE.replaceAll('\r\n', '\n'), [
    { start: 0, matches: true },
    { start: 8, matches: false },
  ]);
  expect(files).toEqual({
    'rules/a.yml': RULE,
    'regression_data/rules/a/info.yml': INFO,
    [`regression_data/rules/a/${ID}.json`]: '{"A":1}\n{"A":2}\n',
    'regression_data/rules/a/notes.txt': 'x',
  });
});

test('another number of events that match, and another rule, are written', async () => {
  const rule = RULE.replace('title: A', 'title: B').replaceAll('\r\n', '\n');
  const files = await again(rule, [
    { start: 0, matches: true },
    { start: 8, matches: true },
  ]);
  expect(files['rules/a.yml']).toBe(rule);
  expect(files['regression_data/rules/a/info.yml']).toBe(INFO.replace('match_count: 1', 'match_count: 2'));
});

/** All files below a folder. */
function filesBelow(folder: string): FileAt[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .map((path) => fileAt(relative(join(folder, '..'), path), readFileSync(path)));
}

describeWithShared('regression data of SigmaHQ is written again equal', (dir) => {
  test('a tree, rule by rule', async () => {
    const read = (await readTests(filesBelow(join(dir, 'corpus', 'regression-tree'))))!;
    const rules = testedRules(read);
    expect(rules.length).toBe(12);
    for (const path of rules) {
      const suites = read.beside.filter(({ rule }) => rule.path === path);
      const { regression, left, tests } = await eventsOf(suites, read.files);
      expect([path, left, tests.length]).toEqual([path, [], suites[0]!.suite.tests.length]);
      const wanted = tests.flatMap(({ start, expected }) =>
        Array.from({ length: expected.kind === 'count' ? expected.count : 1 }, () => ({
          start,
          matches: true,
        })),
      );
      const files = unzipSync((await regressionAgain(regression!, suites[0]!.rule.text, wanted))!);
      const { rule, info, files: others } = regression!;
      expect(Object.keys(files).length).toBe(others.length + 2);
      for (const one of [rule, info, ...others])
        expect(files[one.path.replace(/^regression-tree\//, '')]).toEqual(await bytesOf(one));
    }
  });

  const folder = join(dir, 'corpus', 'regression');
  const recorded = readdirSync(folder).filter((id) => existsSync(join(folder, id, 'events.evtx')));
  test.each(recorded)('a recording, new: %s', (id) => {
    const [rule, json] = ['rule.yml', 'events.json'].map((name) =>
      readFileSync(join(folder, id, name), 'utf8'),
    );
    const log = new Uint8Array(readFileSync(join(folder, id, 'events.evtx')));
    const data = {
      rule: rule!,
      ruleName: 'rule.yml',
      ruleId: id,
      title: 'x',
      author: 'y',
      id,
      date: '2026-11-30',
    };
    const files = unzipSync(regressionZip({ ...data, json: evtxJson(log), log, count: 1 }));
    const ending = (end: string) => Object.entries(files).filter(([path]) => path.endsWith(end));
    expect(ending('.evtx').map(([, bytes]) => bytes)).toEqual([log]);
    expect(ending('.json').map(([, bytes]) => strFromU8(bytes))).toEqual([json]);
    const [[info, text]] = ending('/info.yml') as [[string, Uint8Array]];
    expect(readInfo(strFromU8(text)).suites[0]!.tests[0]!.events).toMatchObject({
      path: ending('.evtx')[0]![0],
    });
    // SigmaHQ's rules name their `info.yml`: it stands there.
    const named = /^regression_tests_path: (.*)$/m.exec(rule!)?.[1];
    if (named) expect(info).toBe(named.trim());
  });
});
