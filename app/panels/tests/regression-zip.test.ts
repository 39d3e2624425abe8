import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readInfo } from '../../../src/expect';
import { type CorrelationData, correlationsZip, providerOf, regressionZip } from './regression-zip';

const ID = '5f2c2b0e-9a0e-4f8e-8f5e-0d7a52a1c001';
const OTHER = '0b7b9d55-6c53-4b0c-9a43-6a2f6d6a0c02';
const DATA = {
  rule: `title: A\nid: ${ID}`,
  ruleName: 'a.yaml',
  ruleId: ID,
  title: 'A: b',
  author: '',
  id: '9a2bb7c6-0d2c-4a49-8d4b-2f6a7c0f5e10',
  date: '2026-11-30',
  json: '{\n  "Provider_Name": "P",\n  "n": 1.10\n}\n{\n  "A": 2\n}\n',
  log: null as Uint8Array | null,
  count: 2,
};
const files = (data: typeof DATA) =>
  Object.fromEntries(
    Object.entries(unzipSync(regressionZip(data))).map(([path, bytes]) => [path, strFromU8(bytes)]),
  );

test('the rule names its tests, and these name the rule and its events', () => {
  const all = files(DATA);
  expect(Object.keys(all)).toEqual([
    'rules/a.yml',
    'regression_data/rules/a/info.yml',
    `regression_data/rules/a/${ID}.json`,
  ]);
  expect(all['rules/a.yml']).toBe(`${DATA.rule}\nregression_tests_path: regression_data/rules/a/info.yml\n`);
  expect(all[`regression_data/rules/a/${ID}.json`]).toBe(DATA.json);
  const { suites, problems } = readInfo(all['regression_data/rules/a/info.yml']!);
  expect(problems).toEqual([]);
  expect(suites[0]).toMatchObject({
    ids: [ID],
    tests: [
      {
        expected: { kind: 'count', count: 2 },
        events: { path: `regression_data/rules/a/${ID}.json`, provider: 'P' },
      },
    ],
  });
});

test('a correlation has a folder of its own, and says how often it fires', () => {
  const one: CorrelationData = { ruleId: OTHER, title: 'C', count: 0, id: ID, json: '{\n  "A": 1\n}\n' };
  const folder = `regression_data/rules/a/${OTHER}`;
  const own = [`${folder}/info.yml`, `${folder}/${OTHER}.json`];
  const both = unzipSync(regressionZip(DATA, [one]));
  expect(Object.keys(both)).toEqual([...Object.keys(files(DATA)), ...own]);
  const alone = unzipSync(correlationsZip(DATA, [one]));
  expect(Object.keys(alone)).toEqual(['rules/a.yml', ...own]);
  expect(strFromU8(alone['rules/a.yml']!)).toBe(DATA.rule);
  expect(readInfo(strFromU8(alone[own[0]!]!)).suites).toMatchObject([
    { ids: [OTHER], tests: [{ expected: { kind: 'count', count: 0 }, events: { path: own[1] } }] },
  ]);
});

test('an event log goes into it as it is, with its events as JSON beside it', () => {
  const log = new Uint8Array([0, 255, 13, 10, 7]);
  const bytes = unzipSync(regressionZip({ ...DATA, log, count: 1 }));
  const folder = 'regression_data/rules/a';
  expect(bytes[`${folder}/${ID}.evtx`]).toEqual(log);
  expect(strFromU8(bytes[`${folder}/${ID}.json`]!)).toBe(DATA.json);
  const [suite] = readInfo(strFromU8(bytes[`${folder}/info.yml`]!)).suites;
  expect(suite?.tests).toMatchObject([
    { expected: { kind: 'count', count: 1 }, events: { path: `${folder}/${ID}.evtx`, type: 'evtx' } },
  ]);
});

test.each([
  ['regression_data/rules/windows/x/info.yml', 'rules/windows/x.yml', 'regression_data/rules/windows/x'],
  [
    './regression_data/rules-threat-hunting/x/info.yml',
    'rules-threat-hunting/x.yml',
    'regression_data/rules-threat-hunting/x',
  ],
  ['regression_data/../x/info.yml', 'rules/a.yml', 'regression_data/rules/a'],
  ['/x/info.yml', 'rules/a.yml', 'regression_data/rules/a'],
])('a rule that names its tests (%s) stays as it is, and they stand there', (named, path, folder) => {
  const rule = `${DATA.rule}\nregression_tests_path: ${named}\n`;
  const all = files({ ...DATA, rule });
  expect(all[path]).toBe(rule);
  expect(Object.keys(all).sort()).toEqual([path, `${folder}/info.yml`, `${folder}/${ID}.json`].sort());
});

test.each([
  ['{"Provider_Name": "Microsoft-Windows-Sysmon"}', 'Microsoft-Windows-Sysmon'],
  ['{"ProviderName":"P"}', 'P'],
  ['{"SourceName":"S"}', 'S'],
  ['{"Event":{"System":{"Provider":{"#attributes":{"Name":"N","Guid":"g"}}}}}', 'N'],
  ['{"Provider":{"Name":"N"}}', 'N'],
  ['{"A":1}', 'unknown'],
])('%s is of %s', (json, provider) => {
  expect(providerOf(json)).toBe(provider);
});
