import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from './sigma';

/* What takes too long in the terminal is stopped and named, and all else goes on. */

const HANGS = '^(?=x)(x+)+$';
const rule = (title: string, value: string, more = '') =>
  `title: ${title}\n${more}logsource: {product: test}\ndetection:\n    s:\n        ${value}\n    condition: s\n`;
const GUILTY = rule('Guilty', `F|re: '${HANGS}'`);
const GOOD = rule('Good', "F|contains: 'x'");
/** A pattern that ends at once on all but one event. */
const EVENTS = ['xx', `${'x'.repeat(40)}!`, 'xxx', 'y'].map((F) => JSON.stringify({ F })).join('\n');

/** It has more states than are kept, on a text without a pattern of its own. */
const LINEAR = '(?:a[ab]{300}|b[ab]{301}){1,3}[^ab]';
function noise(length: number): string {
  let seed = 1;
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed & 1024 ? 'a' : 'b';
  };
  return Array.from({ length }, next).join('');
}

let folder = '';
const path = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sigma-limits-'));
  const counted = rule('Counted', `F|re: '${HANGS}'`, 'name: counted\n');
  const correlation =
    'title: Several\ncorrelation:\n    type: event_count\n    rules: [counted]\n    timespan: 1m\n    condition: {gte: 2}\n';
  const files = { guilty: GUILTY, good: GOOD, correlation: `${counted}---\n${correlation}` };
  for (const [name, text] of Object.entries(files)) writeFileSync(path(`${name}.yml`), text);
  writeFileSync(path('events.json'), EVENTS);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function call(...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await run(
    words.map((w) => (/\.(?:yml|json)$/.test(w) ? path(w) : w)),
    { ...terminal, progress: () => {} },
  );
  return { code, out, err };
}

describe('match', () => {
  test('names the pattern, the rule and the event once, and goes on with the rest', async () => {
    const words = ['--rules', 'guilty.yml', 'good.yml', '--events', 'events.json', '--json'];
    const { code, out, err } = await call('match', ...words);
    const found = out.map((line) => JSON.parse(line)).map(({ title, event }) => [event, title]);
    expect(found).toEqual([
      [0, 'Guilty'],
      [0, 'Good'],
      [1, 'Good'],
      [2, 'Good'],
    ]);
    expect(err).toHaveLength(1);
    expect(err[0]).toMatch(/guilty\.yml:5:15: error: .*\[rule-slow\]$/);
    for (const part of [HANGS, '"Guilty"', 'events.json#1']) expect(err[0]).toContain(part);
    expect(code).toBe(1);
  });

  test.each<[string, string, string, string]>([
    // No text is certain to stand in what they match, or it does: no search ends before it begins.
    ['a linear expression', `F|re: '${LINEAR}'`, noise(200_000), LINEAR],
    ['a wildcard', `F: '*a${'?'.repeat(3000)}b*'`, `b${'a'.repeat(2_000_000)}`, '*a???'],
  ])('%s that is slow on one event is named, and the others go on', async (_, value, text, named) => {
    writeFileSync(path('slow.yml'), rule('Slow', value));
    writeFileSync(path('long.json'), ['xa', text, 'xa'].map((F) => JSON.stringify({ F })).join('\n'));
    writeFileSync(path('fine.yml'), rule('Fine', "F|contains: 'a'"));
    const words = ['--rules', 'slow.yml', 'fine.yml', '--events', 'long.json', '--json'];
    const { code, out, err } = await call('match', ...words);
    expect(out.map((line) => JSON.parse(line).title)).toEqual(['Fine', 'Fine', 'Fine']);
    expect(err).toHaveLength(1);
    expect(err[0]).toMatch(/slow\.yml:5:\d+: error: .*\[rule-slow\]$/);
    for (const part of [named, '"Slow"', 'long.json#1']) expect(err[0]).toContain(part);
    expect(code).toBe(1);
  });

  test('4,000 nested parentheses with a lookahead are refused with their rule, and the others run', async () => {
    const nested = `(?=x)${'('.repeat(4000)}x${')'.repeat(4000)}`;
    writeFileSync(path('nested.yml'), rule('Nested', `F|re: '${nested}'`));
    const words = ['--rules', 'nested.yml', 'good.yml', '--events', 'events.json', '--json'];
    const { out, err } = await call('match', ...words);
    expect(out.map((line) => JSON.parse(line).title)).toEqual(['Good', 'Good', 'Good']);
    expect(err.map((line) => line.slice(line.indexOf('nested.yml')))).toEqual([
      expect.stringMatching(/^nested\.yml:5:\d+: error: .*\[regex-syntax\]$/),
    ]);
  });

  test('a correlation whose rule was left out says so', async () => {
    const { code, err } = await call('match', '--rules', 'correlation.yml', '--events', 'events.json');
    expect(err.map((line) => /\[([\w-]+)\]$/.exec(line)?.[1])).toEqual(['rule-slow', 'rule-left-out']);
    expect(code).toBe(1);
  });
});

test('explain names the pattern, and does not explain the event', async () => {
  const { code, out, err } = await call(
    'explain',
    '--rule',
    'guilty.yml',
    '--events',
    'events.json',
    '--event',
    '1',
  );
  expect([out, err.length, code]).toEqual([[], 1, 1]);
  expect(err[0]).toContain(HANGS);
  expect(
    (await call('explain', '--rule', 'guilty.yml', '--events', 'events.json', '--event', '0')).code,
  ).toBe(0);
});
