import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readInfo } from '../../../src/expect';
import { providerOf, regressionZip } from './regression-zip';

const ID = '5f2c2b0e-9a0e-4f8e-8f5e-0d7a52a1c001';
const DATA = {
  rule: `title: A\nid: ${ID}`,
  ruleName: 'a.yaml',
  ruleId: ID,
  title: 'A: b',
  author: '',
  id: '9a2bb7c6-0d2c-4a49-8d4b-2f6a7c0f5e10',
  date: '2026-11-30',
  events: ['{"Provider_Name": "P", "n": 1.10}', '{"A": 2}'],
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
  expect(all[`regression_data/rules/a/${ID}.json`]).toBe(`${DATA.events.join('\n')}\n`);
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

test('a rule that names its tests already stays as it is', () => {
  const rule = `${DATA.rule}\nregression_tests_path: x/info.yml\n`;
  expect(files({ ...DATA, rule })['rules/a.yml']).toBe(rule);
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
