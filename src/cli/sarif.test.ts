import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CARDS, lint } from '../language';
import { compileCollection } from '../rule';
import { applyEdits, LineIndex, plain } from '../text';
import { SarifLog } from './sarif';
import { run } from './sigma';

const RULE = `title: 😀 x.
id: 11111111-1111-4111-8111-111111111111
logsource: {product: windows, category: process_creation}
detection:
    selection:
        CommandLine|contians: '😀 a'
        Image|endswith: b.exe
    condition: selection
`;

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
interface Location {
  readonly uri: string;
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: Location; readonly region: Region };
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly fixes?: readonly {
    readonly description: { readonly text: string };
    readonly artifactChanges: readonly {
      readonly artifactLocation: Location;
      readonly replacements: readonly {
        readonly deletedRegion: Region;
        readonly insertedContent?: { readonly text: string };
      }[];
    }[];
  }[];
}
interface Log {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly name: string; readonly rules: readonly Record<string, unknown>[] };
    };
    readonly columnKind: string;
    readonly invocations: readonly { readonly executionSuccessful: boolean }[];
    readonly results: readonly Result[];
  }[];
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sarif-'));
  mkdirSync(join(folder, 'my rules'));
  writeFileSync(join(folder, 'my rules', 'a#1.yml'), RULE);
});
afterAll(() => rmSync(folder, { recursive: true }));

function logOf(name: string, text = RULE, off: readonly string[] = []): Log['runs'][number] {
  const log = new SarifLog(off, folder);
  log.add({ name, text }, lint(compileCollection(text, {}), { off, fileName: name }));
  const { runs, ...head } = JSON.parse(log.text([])) as Log;
  expect(head).toEqual({
    $schema: expect.stringMatching(/^https:\/\/.*sarif.*2\.1\.0\.json$/),
    version: '2.1.0',
  });
  expect(runs.length).toBe(1);
  return runs[0]!;
}

/** Where a region's ends are in a text, in UTF-16 units. */
function offsets(text: string, { startLine, startColumn, endLine, endColumn }: Region): [number, number] {
  const lines = text.split('\n').map((line) => line.length + 1);
  const before = (line: number) => lines.slice(0, line - 1).reduce((sum, length) => sum + length, 0);
  return [before(startLine) + startColumn - 1, before(endLine) + endColumn - 1];
}

test('has what the schema requires of each part', () => {
  const { tool, columnKind, invocations, results } = logOf('a.yml');
  expect(tool.driver.name).not.toBe('');
  expect(columnKind).toBe('utf16CodeUnits');
  expect(invocations).toEqual([{ executionSuccessful: true }]);
  for (const rule of tool.driver.rules) {
    expect(rule).toEqual({
      id: expect.stringMatching(/^[a-z0-9-]+$/),
      shortDescription: { text: expect.stringMatching(/\w.*\.$/) },
      fullDescription: { text: expect.stringMatching(/\w/) },
      help: { text: expect.stringMatching(/\w/), markdown: expect.stringMatching(/```yaml\n/) },
      defaultConfiguration: { level: expect.stringMatching(/^(?:error|warning|note)$/) },
    });
    expect(JSON.stringify(rule)).not.toMatch(/[«»]/);
  }
  expect(new Set(tool.driver.rules.map(({ id }) => id))).toEqual(new Set(CARDS.keys()));
  expect(results.length).toBeGreaterThan(2);
  for (const { ruleId, ruleIndex, level, message, locations, fixes = [] } of results) {
    expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
    expect(['error', 'warning', 'note']).toContain(level);
    expect(message.text).not.toBe('');
    expect(locations.length).toBe(1);
    const { startLine, startColumn, endLine, endColumn } = locations[0]!.physicalLocation.region;
    expect(Math.min(startLine, startColumn, endLine, endColumn)).toBeGreaterThanOrEqual(1);
    expect(endLine > startLine || endColumn >= startColumn).toBe(true);
    for (const { artifactChanges } of fixes) {
      expect(artifactChanges.length).toBe(1);
      expect(artifactChanges[0]!.replacements.length).toBeGreaterThan(0);
    }
  }
});

test('says the same as the lint, at the same characters', () => {
  const found = lint(compileCollection(RULE, {}), { off: [], fileName: 'a.yml' });
  const { results } = logOf('a.yml');
  expect(
    results.map(({ ruleId, message, locations }) => [
      ruleId,
      message.text,
      offsets(RULE, locations[0]!.physicalLocation.region),
    ]),
  ).toEqual(found.map(({ code, message, range }) => [code, plain(message), [range.start, range.end]]));
});

test('its replacements, applied, give what the fix gives', () => {
  const found = lint(compileCollection(RULE, {}), { off: [], fileName: 'a.yml' });
  const wanted = found.flatMap(({ fixes = [] }) => fixes.map(({ edits }) => applyEdits(RULE, edits)));
  const made = logOf('a.yml').results.flatMap(({ fixes = [] }) =>
    fixes.map(({ artifactChanges }) =>
      applyEdits(
        RULE,
        artifactChanges[0]!.replacements.map(({ deletedRegion, insertedContent }) => {
          const [start, end] = offsets(RULE, deletedRegion);
          return { range: { start, end }, text: insertedContent?.text ?? '' };
        }),
      ),
    ),
  );
  expect(made).toEqual(wanted);
  expect(made).toContain(RULE.replace('contians', 'contains'));
});

test('a mark of a finding stays where lines are added above, and differs between findings', () => {
  const prints = (text: string) =>
    logOf('a.yml', text).results.map(({ ruleId, partialFingerprints }) => [
      ruleId,
      partialFingerprints.primaryLocationLineHash,
    ]);
  const before = prints(RULE);
  expect(prints(RULE.replace('detection:', '# one\n# two\ndetection:'))).toEqual(before);
  expect(new Set(before.map(([, print]) => print)).size).toBe(before.length);
});

test.each([
  ['my rules/a#1.yml', 'my%20rules/a%231.yml'],
  ['./b.yml', 'b.yml'],
  ['x/../c.yml', 'c.yml'],
  ['rules.zip/a/b.yml', 'rules.zip/a/b.yml'],
])('%s is named %s', (name, uri) => {
  expect(logOf(name).results[0]!.locations[0]!.physicalLocation.artifactLocation).toEqual({ uri });
});

test('a file elsewhere is named in full', () => {
  const { uri } = logOf('../b.yml').results[0]!.locations[0]!.physicalLocation.artifactLocation;
  expect(uri).toBe(pathToFileURL(join(folder, '..', 'b.yml')).href);
});

test('a check that is off is no rule, and has no result', () => {
  const { tool, results } = logOf('a.yml', RULE, ['title-dot']);
  expect(tool.driver.rules.map(({ id }) => id)).not.toContain('title-dot');
  expect(results.map(({ ruleId }) => ruleId)).not.toContain('title-dot');
  expect(logOf('a.yml').results.map(({ ruleId }) => ruleId)).toContain('title-dot');
  // What prevents a verdict cannot be switched off.
  const blocked = logOf('a.yml', RULE, ['modifier-unknown']);
  expect(blocked.results.map(({ ruleId }) => ruleId)).toContain('modifier-unknown');
  expect(blocked.results.every(({ ruleIndex }) => ruleIndex >= 0)).toBe(true);
});

async function call(...words: string[]) {
  const out: string[] = [];
  const code = await run(words, { out: (line) => out.push(line), err: () => {}, progress: () => {} });
  return { code, out };
}

test('the command writes one log for all files, and fails as in other formats', async () => {
  const path = join(folder, 'my rules');
  const { code, out } = await call('lint', path, path, '--format', 'sarif');
  expect([code, out.length]).toEqual([(await call('lint', path)).code, 1]);
  const { results } = (JSON.parse(out[0]!) as Log).runs[0]!;
  expect(results.length).toBe((await call('lint', path, '--json')).out.length * 2);
  expect((await call('lint', path, '--format', 'json')).out).toEqual(
    (await call('lint', path, '--json')).out,
  );
  expect((await call('lint', path, '--format', 'xml')).code).toBe(2);
  // A position in a line of its own counts from there.
  expect(new LineIndex(RULE).position(RULE.indexOf('contians')).line).toBe(6);
});
