import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCollection } from '../../rule';
import { catalog } from '../../testing/corpus';
import { keptBy } from '../../testing/fixes-kept';
import { pair } from '../../testing/generate';
import { describeWithShared } from '../../testing/shared';
import { CARDS } from './cards';
import { wholeExample } from './example';
import { lint } from './lint';

/* A fix keeps every verdict, unless it says that the rule then finds other events (`changes` of a fix). */

/** Expects that no fix of `text` changes a verdict, unless it says so. Returns how many events were evaluated. */
function expectKept(
  text: string,
  where: string,
  fileName: string | null = null,
  events: readonly string[] = [],
) {
  let asked = 0;
  const tried = new Set<string>();
  for (const { code, fixes = [] } of lint(compileCollection(text), { fileName })) {
    // For a long list, the first few are enough.
    if ([...tried].filter((one) => one.startsWith(`${code} `)).length > 2) continue;
    tried.add(`${code} ${tried.size}`);
    for (const fix of fixes) {
      if (fix.changes) continue;
      const kept = keptBy(text, fix, events);
      expect(kept?.differing ?? [], `${where}: ${code}: ${fix.title}`).toEqual([]);
      asked += kept?.asked ?? 0;
    }
  }
  return asked;
}

const EXAMPLES = [...CARDS.values()].flatMap((card) =>
  card.limit ? [] : [[card.id, wholeExample(card, 'bad').text]],
);

test.each(EXAMPLES)('%s: a fix of the example keeps verdicts, or says that it does not', (id, text) => {
  expectKept(text!, id!);
});

/** Events on which a rule differs after a fix, if none of those made for its values does. */
const OF_SYSTEM = JSON.stringify({
  Channel: 'System',
  Provider_Name: 'p',
  EventID: 1,
  Image: 'C:\\a\\backup-tool.exe',
});
const MORE: Readonly<Record<string, readonly string[]>> = {
  'base64offset-whole': [JSON.stringify({ CommandLine: `-e ${btoa('a delete catalog b')}` })],
  'logsource-key': [OF_SYSTEM],
  'logsource-misplaced': [OF_SYSTEM],
  'logsource-misspelled': [OF_SYSTEM],
  'array-all-values': [JSON.stringify({ tags: ['product', 'website'] })],
  'array-apart': [
    JSON.stringify({
      connections: [
        { protocol: 'TCP', address: '198.51.100.1' },
        { protocol: 'UDP', address: '192.0.2.1' },
      ],
    }),
  ],
  'array-empty-matches': [JSON.stringify({ Image: 'C:\\a.exe' })],
  'array-version': [JSON.stringify({ connections: [{ protocol: 'TCP' }] })],
  'sysmon-without-category': [JSON.stringify({ Channel: 'Security', EventID: 4688 })],
};

test('fixes that say they find other events do', () => {
  const said: string[] = [];
  for (const [id, text] of EXAMPLES)
    for (const { fixes = [] } of lint(compileCollection(text!)))
      for (const fix of fixes) {
        if (!fix.changes) continue;
        const kept = keptBy(text!, fix, MORE[id!]);
        if (kept && kept.differing.length === 0) said.push(`${id}: ${fix.title}`);
      }
  expect(said).toEqual([]);
});

describe('generated rules', () => {
  test('values, selections and conditions of a small alphabet', () => {
    let asked = 0;
    fc.assert(
      fc.property(pair, ({ rule, event }) => {
        asked += expectKept(rule, rule, null, [JSON.stringify(event)]);
      }),
      { numRuns: 400 },
    );
    expect(asked).toBeGreaterThan(100);
  });

  test('examples with one stretch replaced by another', () => {
    const bit = fc.constantFrom(
      '*',
      '\\',
      '\\\\',
      '**',
      '?',
      ' ',
      '-',
      '/',
      '|neq',
      '|all',
      '|cased',
      '|windash',
      'not ',
      '\u00df',
      '\u212a',
      '.*',
    );
    fc.assert(
      fc.property(fc.constantFrom(...EXAMPLES), fc.nat(), fc.nat(2), bit, ([id, text], at, length, put) => {
        const start = at % text!.length;
        expectKept(text!.slice(0, start) + put + text!.slice(start + length), id!);
      }),
      { numRuns: 600 },
    );
  });
});

test.each([
  ['nam', 'copies'],
  ['idd', '5f2c2b0e-9a0e-4f8e-8f5e-0d7a52a1c001'],
])('a misspelled key by which a filter refers to its rule: %s', (key, value) => {
  const source = 'logsource: {product: windows, category: process_creation}\n';
  const rule = `title: Copies\n${key}: ${value}\n${source}detection:\n    s:\n        Image|endswith: '\\copy.exe'\n    condition: s\n`;
  const filter = `title: Backup\n${source}filter:\n    rules:\n        - ${value}\n    hosts:\n        User: backup\n    condition: not hosts\n`;
  expectKept(`${rule}---\n${filter}`, key);
});

test('a misspelled key by which a rule is read as another version', () => {
  const rule = `title: T\nsigma-versio: 3\nlogsource: {product: test}\ndetection:\n    s:\n        a[any]: x\n    condition: s\n`;
  expectKept(rule, 'sigma-versio', null, [JSON.stringify({ a: ['x'] })]);
});

describeWithShared('rules of the catalog', (shared) => {
  test('a fix keeps verdicts, or says that it does not', () => {
    let asked = 0;
    for (const { path, text } of catalog(shared))
      asked += expectKept(text, path, path.slice(path.lastIndexOf('/') + 1));
    expect(asked).toBeGreaterThan(500);
  });
});
