import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { INHERITED, RULE_PLACES, spiltTexts } from '../testing/any-name';
import { run } from './sigma';

/* In the terminal too, a name is only data: in options, in rules and in events. */

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sigma-names-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function call(...words: string[]) {
  const said: string[] = [];
  const terminal = { out: (line: string) => said.push(line), err: (line: string) => said.push(line) };
  const code = await run(words, { ...terminal, progress: () => {} });
  return { code, said };
}

/** Writes a file; returns its path. */
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe.each(INHERITED)('%s', (name) => {
  test('as a field that --map names', async () => {
    const rule = file('rule.yml', `title: T\nlogsource: {}\ndetection: {s: {${name}: v}, condition: s}\n`);
    const other = file('other.yml', 'title: T\nlogsource: {}\ndetection: {s: {Own: v}, condition: s}\n');
    const events = file('events.json', '{"Own": "v"}');
    const named = file('named.json', `{"${name}": "v"}`);
    const match = async (r: string, e: string, map: string) =>
      await call('match', '--rules', r, '--events', e, '--map', map, '--fail-on-miss');
    expect(await match(rule, events, `Own=${name}`)).toMatchObject({
      code: 0,
      said: [expect.stringContaining('T')],
    });
    expect(await match(other, named, `${name}=Own`)).toMatchObject({
      code: 0,
      said: [expect.stringContaining('T')],
    });
  });

  test.each([
    [['lint', 'rule.yml', '--disable', name]],
    [['lint', 'rule.yml', '--fail-on', name]],
    [[name]],
    [['check', name]],
    [['match', '--rules', name, '--events', name]],
    [['check', 'rule.yml', `--${name}`]],
    [['explain', '--rule', 'rule.yml', '--events', 'events.json', '--event', name]],
    [['match', '--rules', 'rule.yml', '--events', 'events.json', '--map', name]],
  ])('as a word of %j, which is bad usage', async (words) => {
    file('rule.yml', 'title: T\nlogsource: {}\ndetection: {s: {a: v}, condition: s}\n');
    file('events.json', '{"a": "v"}');
    const { code, said } = await call(
      ...words.map((word) => (/\.(?:yml|json)$/.test(word) ? join(folder, word) : word)),
    );
    expect(code).toBe(2);
    expect(spiltTexts(said)).toEqual([]);
  });

  test('in each place of a rule, linted, checked, matched and explained', async () => {
    const events = file('all.json', `{"${name}": "v", "F": "${name}"}`);
    for (const [place, text] of RULE_PLACES) {
      const rule = file('place.yml', text(name));
      const calls = [
        await call('lint', rule),
        await call('check', rule),
        await call('match', '--rules', rule, '--events', events, '--json'),
        await call('explain', '--rule', rule, '--events', events, '--event', '0', '--json'),
      ];
      expect([place, calls.flatMap(({ said }) => spiltTexts(said))]).toEqual([place, []]);
      expect([place, calls.every(({ code }) => code <= 1)]).toEqual([place, true]);
    }
  });
});
