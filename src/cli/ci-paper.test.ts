import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from './sigma';

/*
 * The workflows of docs/ci.md are what their hosts take, and each of their commands is one that the terminal knows. GitHub's
 * own parser reads the first; GitLab's schema is in no package alone, so the keys of the second are compared with those that
 * GitLab's reference has.
 */

const PAPER = readFileSync('docs/ci.md', 'utf8');
const WORKFLOWS = [...PAPER.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, text]) => text!);
/** The words behind the program, of each call in the paper; what the shell does with the output is left out. */
const CALLS = [...PAPER.matchAll(/(?:\$SIGMA|src\/cli\/main\.ts) ((?:lint|test) [^\n>|]*)/g)].map(
  ([, words]) => words!.trim().split(/\s+/),
);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ci-'));
  for (const name of ['rules', 'regression_data']) mkdirSync(join(folder, name));
  writeFileSync(
    join(folder, 'rules', 'a.yml'),
    `title: A rule with a test
id: 11111111-1111-4111-8111-111111111111
status: test
description: Finds a word.
logsource: {product: windows, category: process_creation}
detection:
    selection:
        CommandLine|contains: whoami
    condition: selection
testcases:
    match:
        - CommandLine: whoami /all
`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

test('there is a workflow for each of two hosts', () => {
  expect(WORKFLOWS.map((text) => Object.keys(load(text) as object))).toEqual([
    ['name', 'on', 'permissions', 'jobs'],
    ['sigma'],
  ]);
});

/** What GitHub's parser has against a workflow. In a process with tsx: the parser imports JSON as Node alone does not. */
function workflowProblems(content: string): string[] {
  const code = `import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
    import { readFileSync } from 'node:fs';
    const file = { name: 'sigma.yml', content: readFileSync(0, 'utf8') };
    const { errors } = parseWorkflow(file, new NoOperationTraceWriter()).context;
    console.log(JSON.stringify(errors.getErrors().map(String)));`;
  const words = ['--import', 'tsx', '--input-type=module', '--eval', code];
  const { stdout, stderr } = spawnSync(process.execPath, words, { input: content, encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as string[];
}

test('GitHub’s parser takes the first', () => {
  expect(workflowProblems(WORKFLOWS[0]!)).toEqual([]);
  expect(workflowProblems(WORKFLOWS[0]!.replace('runs-on:', 'runs-at:'))).not.toEqual([]);
  expect(
    workflowProblems(WORKFLOWS[0]!.replace('security-events: write', 'security-events: all')),
  ).not.toEqual([]);
});

/** Keys of a job that the second uses, and the type that GitLab's reference gives each (docs.gitlab.com/ci/yaml). */
const GITLAB_JOB = {
  image: expect.any(String),
  variables: { SIGMA: expect.any(String) },
  before_script: expect.any(Array),
  script: expect.any(Array),
  artifacts: { when: 'always', paths: [expect.any(String)], reports: { junit: expect.any(String) } },
};

test('the second has keys of GitLab, and lines of a script', () => {
  const { sigma } = load(WORKFLOWS[1]!) as { sigma: { before_script: unknown[]; script: unknown[] } };
  expect(sigma).toEqual(GITLAB_JOB);
  // A line with a colon in it would be a map.
  for (const line of [...sigma.before_script, ...sigma.script]) expect(line).toEqual(expect.any(String));
});

describe('each call is understood', () => {
  test.each(CALLS.map((words) => [words.join(' '), words] as const))('%s', async (_, words) => {
    const err: string[] = [];
    const inFolder = words.map((word) =>
      /^(?:rules|regression_data)$|\.xml$/.test(word) ? join(folder, word) : word,
    );
    const code = await run(inFolder, { out: () => {}, err: (line) => err.push(line), progress: () => {} });
    expect([code, err.filter((line) => /needs|There is no/.test(line))]).toEqual([expect.any(Number), []]);
    expect(code).not.toBe(2);
  });

  test('there are calls of both commands', () => {
    expect(new Set(CALLS.map(([verb]) => verb))).toEqual(new Set(['lint', 'test']));
  });
});
