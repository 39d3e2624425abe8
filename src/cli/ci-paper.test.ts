import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from './sigma';

/* The workflows of docs/ci.md are YAML, and each of their commands is one that the terminal knows. */

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

describe('each call is understood', () => {
  test.each(CALLS.map((words) => [words.join(' '), words] as const))('%s', (_, words) => {
    const err: string[] = [];
    const inFolder = words.map((word) =>
      /^(?:rules|regression_data)$|\.xml$/.test(word) ? join(folder, word) : word,
    );
    const code = run(inFolder, { out: () => {}, err: (line) => err.push(line), progress: () => {} });
    expect([code, err.filter((line) => /needs|There is no/.test(line))]).toEqual([expect.any(Number), []]);
    expect(code).not.toBe(2);
  });

  test('there are calls of both commands', () => {
    expect(new Set(CALLS.map(([verb]) => verb))).toEqual(new Set(['lint', 'test']));
  });
});
