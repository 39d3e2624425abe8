import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LogWriter } from '../testing/evtx/log';
import { processEvent } from '../testing/evtx/sample';
import { run } from './sigma';

const GOOD = `title: Good
id: 11111111-1111-4111-8111-111111111111
logsource: {product: windows, category: process_creation}
detection:
    selection: {CommandLine|contains: whoami}
    other: {Image|endswith: '\\x.exe'}
    condition: 1 of them
`;
const BAD = GOOD.replace('contains', 'contians');
const EVENTS = [
  { Channel: 'Security', EventID: 4688, CommandLine: 'cmd /c whoami' },
  { Channel: 'Security', EventID: 4688, CommandLine: 'dir' },
  { Channel: 'Microsoft-Windows-Sysmon/Operational', EventID: 3, CommandLine: 'whoami' },
];

let folder = '';
const path = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sigma-'));
  writeFileSync(path('good.yml'), GOOD);
  writeFileSync(path('bad.yml'), BAD);
  writeFileSync(path('events.json'), EVENTS.map((e) => JSON.stringify(e)).join('\n'));
  writeFileSync(path('words.json'), 'nobody knows\nwhat this is\n');
  writeFileSync(
    path('run.yml'),
    GOOD.replace('whoami', "'/run <3>'").replace(', category: process_creation', ''),
  );
  const log = new LogWriter();
  for (let i = 0; i < 5; i++) log.add(processEvent(i));
  const bytes = log.bytes();
  writeFileSync(path('events.evtx'), bytes);
  writeFileSync(path('damaged.evtx'), bytes.fill(0, log.records[1]!.start, log.records[1]!.start + 8));
  writeFileSync(
    path('rules.zip'),
    zipSync({ 'a/good.yml': strToU8(GOOD), 'a/bad.yml': strToU8(BAD), 'readme.md': strToU8('x') }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

async function call(...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(
    words.map((w) => (/\.(?:yml|json|zip|evtx)$/.test(w) ? path(w) : w)),
    { out: (line) => out.push(line), err: (line) => err.push(line), progress: () => {} },
  );
  return { code, out, err };
}

test('events of no known form are told, and count as not read in full', async () =>
  expect(
    await call('match', '--rules', 'good.yml', '--events', 'words.json', '--fail-on-match'),
  ).toMatchObject({
    code: 1,
    out: [],
    err: [expect.stringMatching(/words\.json:1:1: warning: Line 1: the format .* \[format-unknown\]$/)],
  }));

describe('check', () => {
  test('counts, errors by code, a line a problem; problems with file, line and column', async () => {
    const { code, out, err } = await call('check', 'rules.zip');
    expect(code).toBe(1);
    expect(JSON.parse(out[0]!)).toEqual({
      files: 2,
      rules: 2,
      compiled: 1,
      errors: { 'modifier-unknown': 1 },
    });
    expect(JSON.parse(out[1]!)).toMatchObject({
      file: `${path('rules.zip')}/a/bad.yml`,
      line: 5,
      column: 29,
      code: 'modifier-unknown',
    });
    expect(err[0]).toMatch(/a\/bad\.yml:5:29: error: .*\[modifier-unknown\]$/);
  });
  test('a good rule', async () =>
    expect(await call('check', 'good.yml')).toMatchObject({ code: 0, err: [] }));
});

describe('lint', () => {
  test('one line a finding, as editors read it', async () => {
    const { code, out } = await call('lint', 'good.yml');
    expect(code).toBe(0);
    expect(out).toContainEqual(expect.stringMatching(/good\.yml:1:1: info: .* \[meta-missing\]$/));
  });
  test('as JSON', async () => {
    const found = (await call('lint', 'good.yml', '--json')).out.map((line) => JSON.parse(line));
    expect(found).toContainEqual(
      expect.objectContaining({ line: 1, column: 1, severity: 'info', code: 'meta-missing' }),
    );
  });
  test.each<[words: string[], code: number]>([
    [['lint', 'good.yml', '--disable', 'meta-missing,title-dot'], 0],
    [['lint', 'good.yml', '--fail-on', 'info'], 1],
    [['lint', 'good.yml', '--fail-on', 'warning'], 0],
    [['lint', 'good.yml', '--fail-on', 'info', '--disable', 'meta-missing', '--disable', 'file-name'], 0],
    [['lint', 'bad.yml'], 1],
    [['lint', 'bad.yml', '--disable', 'modifier-unknown'], 1],
    [['lint', 'rules.zip', '--fail-on', 'error'], 1],
    [['lint'], 2],
    [['lint', 'good.yml', '--disable', 'meta-mising'], 2],
    [['lint', 'good.yml', '--fail-on', 'wrong'], 2],
  ])('%j gives %d', async (words, code) => expect((await call(...words)).code).toBe(code));
});

describe('match', () => {
  const lines = async (...words: string[]) =>
    await call('match', '--rules', 'good.yml', '--events', 'events.json', '--json', ...words);
  test('rule, title, file, event and selections of each match', async () => {
    const { code, out } = await lines();
    expect(code).toBe(0);
    expect(out.map((line) => JSON.parse(line))).toEqual([
      {
        rule: '11111111-1111-4111-8111-111111111111',
        title: 'Good',
        file: path('events.json'),
        event: 0,
        selections: ['selection'],
      },
    ]);
  });
  test.each([
    [['--ignore-logsource'], [0, 2], 0],
    [['--fail-on-match'], [0], 1],
    [['--fail-on-miss'], [0], 0],
  ] as const)('%j', async (words, events, code) => {
    const result = await lines(...words);
    expect(result.out.map((line) => JSON.parse(line).event)).toEqual(events);
    expect(result.code).toBe(code);
  });
});

describe('event logs', () => {
  const matches = async (file: string) => {
    const { code, out, err } = await call('match', '--rules', 'run.yml', '--events', file, '--json');
    return { code, err, events: out.map((line) => JSON.parse(line).event) };
  };
  test('are events like any other', async () =>
    expect(await matches('events.evtx')).toEqual({ code: 0, err: [], events: [3] }));
  test('tell their damage, with its byte', async () => {
    const { code, err, events } = await matches('damaged.evtx');
    expect([code, events, err.length]).toEqual([0, [2], 2]);
    expect(err[0]).toMatch(/damaged\.evtx:4096: warning: .*\[evtx-chunk-records\]$/);
    expect(err[1]).toMatch(/damaged\.evtx:\d+: error: .*\[evtx-bytes-skipped\]$/);
  });
  test('are explained', async () => {
    const { out } = await call('explain', '--rule', 'run.yml', '--events', 'events.evtx', '--event', '3');
    expect(out[0]).toMatch(/^event 3: match\./);
  });
});

describe('explain', () => {
  const at = async (n: string, ...words: string[]) =>
    await call('explain', '--rule', 'good.yml', '--events', 'events.json', '--event', n, ...words);
  test('as text', async () => expect((await at('0')).out[0]).toMatch(/^event 0: match\./));
  test('an interpretation that decided is named', async () => {
    const accent = GOOD.replace('whoami', 'É');
    writeFileSync(path('accent.yml'), accent);
    writeFileSync(path('accent.json'), JSON.stringify({ CommandLine: 'é' }));
    const told = async (rule: string) =>
      (await call('explain', '--rule', rule, '--events', 'accent.json', '--event', '0')).out.filter((line) =>
        line.startsWith('decided'),
      );
    expect(await told('accent.yml')).toEqual([
      'decided by an interpretation (case-folding): Case is ignored for all Unicode letters. Under the other reading: no match.',
    ]);
    expect(await told('good.yml')).toEqual([]);
  });
  test('as JSON', async () =>
    expect(JSON.parse((await at('1', '--json')).out[0]!)).toMatchObject({
      verdict: 'no match',
      matched: false,
    }));
  test.each([
    ['md', /^# /, '## Event 1: no match'],
    ['html', /^<!doctype html>$/, '<h2 class="no-match">Event 1: no match</h2>'],
  ])('as a paper: %s', async (format, first, heading) => {
    const { out, code } = await at('1', '--format', format);
    expect(code).toBe(0);
    expect(out[0]).toMatch(first);
    expect(out.join('\n')).toContain(heading);
  });
});

describe('bad usage is told, with exit code 2', () => {
  test.each([
    [[]],
    [['fly']],
    [['check']],
    [['check', 'absent.yml']],
    [['match', '--rules', 'good.yml']],
    [['explain', '--rule', 'good.yml', '--events', 'events.json', '--event', 'x']],
    [['explain', '--rule', 'good.yml', '--events', 'events.json', '--event', '9']],
    [['match', '--bogus']],
    [['explain', '--rule', 'good.yml', '--events', 'events.json', '--event', '0', '--format', 'sarif']],
  ])('%j', async (words) => {
    const { code, out, err } = await call(...words);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err[0]).toContain('sigma check PATH');
  });
});

describe('--spec', () => {
  test.each([
    ['check', 'good.yml'],
    ['lint', 'good.yml'],
    ['match', '--rules', 'good.yml', '--events', 'events.json'],
    ['test', 'good.yml'],
    ['explain', '--rule', 'good.yml', '--events', 'events.json', '--event', '0'],
  ])('%s names the three versions if the word is none of them', async (...words) => {
    const { code, err } = await call(...words, '--spec', '2.3');
    expect({ code, said: err[0]!.split('\n')[0] }).toEqual({
      code: 2,
      said: '--spec needs 2.1.0, 2.2.0 or proposals, but got 2.3.',
    });
  });
});
