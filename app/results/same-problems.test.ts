import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../../src/cli/sigma';
import { LiveEngine } from '../../src/live';
import { LineIndex, plain } from '../../src/text';
import type { RunMessage } from '../workers/engine/protocol';
import { reduce } from './reduce';
import { START } from './run-state';

/*
 * The squiggles and the panel (both read `ruleProblems`) and the terminal show one and the same list.
 */

const folder = mkdtempSync(join(tmpdir(), 'sigma-lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

const RULE = `title: Detects a thing
date: 2026/02/03
tags: [attack.t1086, attack.T1490, atack.t1490]  # sigma-disable: tag-namespace
level: hihg
logsource: {product: windows, category: process_creation}
detection:
    selection: {CommandLine|contains|all: whoami}
    other: {Image|endswith: yes}
    condition: selection
`;

async function onThePage(rule: string, lintOff: readonly string[], fileName: string): Promise<string[]> {
  const settings = { ignoreLogsource: false, placeholders: {}, lintOff, fileName };
  const screen = { event: null, visible: null };
  const question = { rule, events: '{}', settings, screen };
  let state = reduce(START, { kind: 'began', run: 1, question, again: false });
  const engine = new LiveEngine((message) => {
    state = reduce(state, { kind: 'told', run: 1, message: message as RunMessage });
  });
  await engine.run(rule, '{}', settings, screen, async () => true);
  state = reduce(state, { kind: 'ended', run: 1, failure: null });
  const lines = new LineIndex(rule);
  return state.shown.ruleProblems.map((d) => {
    const { line, column } = lines.position(d.range.start);
    return `${line}:${column} ${d.severity} ${d.code} ${plain(d.message)}`;
  });
}

function inTheTerminal(rule: string, off: readonly string[], fileName: string): string[] {
  const path = join(folder, fileName);
  writeFileSync(path, rule);
  const out: string[] = [];
  const terminal = { out: (line: string) => out.push(line), err: () => {}, progress: () => {} };
  run(['lint', path, '--json', ...off.flatMap((id) => ['--disable', id])], terminal);
  return out.map((line) => {
    const d = JSON.parse(line);
    return `${d.line}:${d.column} ${d.severity} ${d.code} ${d.message}`;
  });
}

test.each<[name: string, rule: string, off: string[]]>([
  ['many problems', RULE, []],
  ['some switched off', RULE, ['title-detects', 'meta-missing', 'all-single']],
  ['one that keeps the rule from running', RULE.replace('condition: selection', 'condition: selectoin'), []],
  ['no YAML', 'title: [', []],
  ['several documents', `${RULE}---\n${RULE}`, []],
  ['only a filter', 'title: F\nlogsource: {}\nfilter: {rules: any, s: {F: 1}, condition: not s}\n', []],
])('%s', async (_, rule, off) => {
  const page = await onThePage(rule, off, 'my_rule_of_backups.yml');
  expect(page.length).toBeGreaterThan(0);
  expect(page).toEqual(inTheTerminal(rule, off, 'my_rule_of_backups.yml'));
  for (const id of off) expect(page.join('\n')).not.toContain(` ${id} `);
});
