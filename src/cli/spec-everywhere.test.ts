import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Catalog } from '../catalog';
import type { SpecVersion } from '../knowledge';
import { lint } from '../language';
import { LiveEngine, type LiveMessage } from '../live';
import { compileCollection } from '../rule';
import type { Diagnostic } from '../text';
import { run } from './sigma';

/*
 * A rule is read as the same version wherever it is read. The text compiles from the draft of 2.2.0 on: its correlation has
 * a condition of rule names, which 2.1.0 does not have.
 */

const text = (version: string) => {
  const own = version ? `sigma-version: ${version}\n` : '';
  const rule = (name: string) =>
    `title: ${name}\nname: ${name}\n${own}logsource: {product: test}\ndetection:\n    s: {F: ${name}}\n    condition: s\n`;
  const correlation = `title: Both\n${own}correlation:\n    type: temporal\n    rules: [a, b]\n    timespan: 5m\n    condition: a and not b\n`;
  return [rule('a'), rule('b'), correlation].join('---\n');
};
const EVENTS = '{"F": "a", "@timestamp": "2026-02-03T10:00:00Z"}';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sigma-spec-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const compiles = (found: readonly Diagnostic<string>[]) =>
  !found.some(({ severity, lint }) => severity === 'error' && !lint);

/** True if a command has no error to tell of the rule. */
async function inTerminal(rule: string, spec: SpecVersion | undefined, words: (file: string) => string[]) {
  const file = join(folder, 'rule.yml');
  writeFileSync(file, rule);
  writeFileSync(join(folder, 'events.json'), EVENTS);
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  await run([...words(file), ...(spec ? ['--spec', spec] : [])], { out: say, err: say, progress: () => {} });
  return !said.some((line) => line.includes('correlation-condition'));
}

async function onPage(rule: string, spec: SpecVersion | undefined) {
  const messages: LiveMessage[] = [];
  const engine = new LiveEngine((message) => messages.push(message));
  const settings = { ignoreLogsource: false, placeholders: {}, ...(spec ? { spec } : {}) };
  const screen = { event: 0, visible: null, document: 0, open: [] };
  await engine.run(rule, EVENTS, settings, screen, async () => true);
  const problems = messages.flatMap((message) => (message.kind === 'problems' ? message.problems : []));
  return compiles(problems);
}

const withEvents = (file: string) => ['--events', join(file, '..', 'events.json')];

/** Whether the text compiles, in each place that reads rules. */
const PLACES: readonly (readonly [
  place: string,
  reads: (rule: string, spec?: SpecVersion) => boolean | Promise<boolean>,
])[] = [
  ['the engine', (rule, spec) => compiles(compileCollection(rule, spec ? { spec } : {}).diagnostics)],
  ['the checks', (rule, spec) => compiles(lint(compileCollection(rule, spec ? { spec } : {})))],
  ['the page', onPage],
  [
    'a catalog',
    (rule, spec) => {
      const catalog = new Catalog(spec ? { spec } : {});
      catalog.add({ path: 'a.yml', text: rule });
      return catalog.broken.length === 0;
    },
  ],
  ['sigma check', async (rule, spec) => await inTerminal(rule, spec, (file) => ['check', file])],
  ['sigma lint', async (rule, spec) => await inTerminal(rule, spec, (file) => ['lint', file])],
  ['sigma test', async (rule, spec) => await inTerminal(rule, spec, (file) => ['test', file])],
  [
    'sigma match',
    async (rule, spec) =>
      await inTerminal(rule, spec, (file) => ['match', '--rules', file, ...withEvents(file), '--json']),
  ],
  [
    'sigma explain',
    async (rule, spec) =>
      await inTerminal(rule, spec, (file) => [
        'explain',
        '--rule',
        file,
        ...withEvents(file),
        '--event',
        '0',
      ]),
  ],
];

describe.each(PLACES)('%s', (_, reads) => {
  test.each<[version: string, spec: SpecVersion | undefined, compiles: boolean]>([
    ['', undefined, false],
    ['', '2.1.0', false],
    ['', '2.2.0', true],
    ['', 'proposals', true],
    ['3', undefined, true],
    ['3', '2.1.0', true],
    ['2.2', undefined, true],
    ['2.1', 'proposals', false],
    ['2', 'proposals', true],
  ])('sigma-version %j, picked %s: %s', async (version, spec, compiles) =>
    expect(await reads(text(version), spec)).toBe(compiles),
  );
});
