import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { EVENTS, RULE } from './playground';

/* The built terminal, alone in a folder: it needs nothing but Node. */

const folder = mkdtempSync(join(tmpdir(), 'terminal-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.beforeAll(() => copyFileSync('dist-terminal/sigma.mjs', join(folder, 'sigma.mjs')));

function sigma(args: readonly string[], input = ''): { out: string; err: string; code: number | null } {
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

const LINE = (i: number) =>
  JSON.stringify({ Channel: 'Security', EventID: 4688, CommandLine: `run ${i}`, more: `${i} `.repeat(150) });
const FIFTH = `title: Fifth
logsource: {product: windows}
detection:
    s: {CommandLine|endswith: '55'}
    condition: s
`;

test('threads and standard input give what one thread gives, in each format', () => {
  writeFileSync(join(folder, 'fifth.yml'), FIFTH);
  // Several stretches for each thread.
  const events = Array.from({ length: 24_000 }, (_, i) => LINE(i)).join('\n');
  writeFileSync(join(folder, 'many.ndjson'), events);
  const matched = (from: string, jobs: number, format: string) =>
    sigma(
      ['match', '--rules', 'fifth.yml', '--events', from, '--jobs', String(jobs), '--format', format],
      from === '-' ? events : '',
    );
  for (const format of ['text', 'jsonl', 'csv', 'md']) {
    const one = matched('many.ndjson', 1, format);
    expect(one).toMatchObject({ code: 0, err: '' });
    expect(one.out).toMatch(format === 'md' ? /\| Fifth \|.*\| 240 \|/ : /many\.ndjson.{1,10}23955/);
    expect(matched('many.ndjson', 3, format)).toEqual(one);
    const streamed = matched('-', 2, format);
    expect({ ...streamed, out: streamed.out.replaceAll('standard input', 'many.ndjson') }).toEqual(one);
  }
});

test('a stream that is larger than the memory is read to its end', async () => {
  writeFileSync(join(folder, 'fifth.yml'), FIFTH);
  const words = [
    '--max-old-space-size=96',
    'sigma.mjs',
    'match',
    '--rules',
    'fifth.yml',
    '--events',
    '-',
    '--json',
  ];
  const child = spawn(process.execPath, [...words, '--jobs', '1'], { cwd: folder });
  let out = '';
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString();
  });
  const ended = once(child, 'close');
  const count = 210_000;
  let size = 0;
  for (let i = 0; i < count; i += 1000) {
    const part = `${Array.from({ length: 1000 }, (_, k) => LINE(i + k)).join('\n')}\n`;
    size += part.length;
    if (!child.stdin.write(part)) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  expect(await ended).toEqual([0, null]);
  expect(size).toBeGreaterThan(200_000_000);
  const found = out.trim().split('\n');
  expect(found).toHaveLength(count / 100);
  expect(JSON.parse(found.at(-1)!)).toMatchObject({ title: 'Fifth', event: count - 45 });
});
