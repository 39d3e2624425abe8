import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { EVENTS, RULE } from './playground';

/* The built terminal, alone in a folder: it needs nothing but Node. */

const folder = mkdtempSync(join(tmpdir(), 'terminal-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

function sigma(args: readonly string[], input = ''): { out: string; err: string; code: number | null } {
  copyFileSync('dist-terminal/sigma.mjs', join(folder, 'sigma.mjs'));
  const { stdout, stderr, status } = spawnSync(process.execPath, ['sigma.mjs', ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
  });
  return { out: stdout, err: stderr, code: status };
}

test('the one file of the terminal matches, explains and lints', () => {
  writeFileSync(join(folder, 'rule.yml'), RULE);
  writeFileSync(join(folder, 'events.json'), EVENTS);
  // One of the events is no JSON, and is told.
  const matched = sigma(['match', '--rules', 'rule.yml', '--events', '-', '--json'], EVENTS);
  expect(matched).toMatchObject({ code: 0, err: expect.stringContaining('[json-value-missing]') });
  expect(
    matched.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([{ event: 0 }]);
  const explained = sigma(['explain', '--rule', 'rule.yml', '--events', 'events.json', '--event', '1']);
  expect(explained.code).toBe(0);
  expect(explained.out).toContain('no match');
  writeFileSync(join(folder, 'broken.yml'), 'title: [');
  expect(sigma(['lint', 'broken.yml'])).toMatchObject({ code: 1 });
});
