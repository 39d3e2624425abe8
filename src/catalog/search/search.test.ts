import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeWithShared } from '../../testing/shared';
import { Catalog, LEVELS } from '../catalog';
import { isRuleFile } from '../rule-file';
import { ZipFiles } from '../zip';
import { withValue } from './edit-query';
import { KEYS, type Key } from './keys';
import { matcherFor } from './matches';
import { parseQuery } from './query';
import { search } from './search';
import { searched } from './searched';

const turn = async () => true;

interface Written {
  readonly title: string;
  readonly more?: string;
  readonly source?: string;
  readonly detection?: string;
}

const text = ({ title, more = '', source = 'product: windows', detection = '{A: b}' }: Written) =>
  `title: ${title}\n${more}logsource: {${source}}\ndetection:\n    selection: ${detection}\n    condition: selection\n`;

function catalogOf(rules: readonly Written[]): Catalog {
  const catalog = new Catalog();
  for (const [i, rule] of rules.entries()) catalog.add({ path: `rules/${i}.yml`, text: text(rule) });
  return catalog;
}

const RULES = catalogOf([
  {
    title: 'Whoami as SYSTEM',
    more: 'id: 5af54681\nlevel: high\nstatus: test\nauthor: Ann Example, Bo\ndate: 2024-06-30\ntags: [attack.t1059.001, attack.execution]\n',
    source: 'product: windows, category: process_creation',
    detection: "{Image|endswith: '\\whoami.exe', CommandLine|contains: ' /all'}",
  },
  {
    title: 'Scheduled task',
    more: 'description: It was made\n  by whoami itself.\nlevel: critical\nstatus: stable\nauthor: Bo\ndate: 2025/01/02\nmodified: 2025-03-01\ntags: [attack.t1053.005, cve.2021-1675]\nreferences: [https://example.org/a-b]\n',
    source: 'product: windows, service: security',
    detection: '{ParentImage: cmd.exe}',
  },
  {
    title: 'Old names',
    more: 'level: low\ntags: [attack.t1086, attack.defense-evasion]\n',
    source: 'product: linux, category: process_creation',
    detection: '{keyword: [one, two]}',
  },
  { title: 'Bare', source: 'product: macos' },
]);

describe('what a query finds', () => {
  const ask = search(RULES, turn);

  test.each<[query: string, positions: readonly number[]]>([
    ['', [1, 0, 2, 3]],
    // The title before the level; the level before the title.
    ['whoami', [0, 1]],
    ['WHOAMI system', [0]],
    ['hoam', [0, 1]],
    ['"by whoami"', [1]],
    ['whoami -system', [1]],
    ['-whoami', [2, 3]],
    ['\\whoami.exe', [0]],
    ['a-b', [1]],
    ['/all', [0]],
    ['rules/2.yml', [2]],
    ['parentimage', [1]],
    ['level:high', [0]],
    ['level:>=high', [1, 0]],
    ['level:<high', [2]],
    ['level:none', [3]],
    ['level:low,critical', [1, 2]],
    ['-level:>=low', [3]],
    ['status:test', [0]],
    ['status:none', [2, 3]],
    ['author:bo', [1, 0]],
    ['author:"ann example"', [0]],
    ['author:"example, bo"', []],
    ['tag:t1059', [0]],
    ['tag:cve.2021', [1]],
    ['technique:t1059', [0, 2]],
    ['technique:T1086', [2]],
    ['technique:powershell', [0, 2]],
    ['tactic:execution', [0]],
    ['tactic:TA0002', [0]],
    ['tactic:defense-evasion', [2]],
    ['product:windows', [1, 0]],
    ['category:process_creation product:linux', [2]],
    ['service:security', [1]],
    ['logsource:windows/process_creation', [0]],
    ['logsource:windows/*', [1, 0]],
    ['field:image', [0]],
    ['field:*image', [1, 0]],
    ['field:"*image"', []],
    ['value:/all', [0]],
    ['value:image', []],
    ['title:old', [2]],
    ['id:5AF5', [0]],
    ['path:1.yml', [1]],
    ['date:2024', [0]],
    ['date:2024-06-30', [0]],
    ['date:>2024', [1]],
    ['date:>=2024-06', [1, 0]],
    ['date:<=2024', [0]],
    ['date:<2024-06-30', []],
    ['modified:2025', [1]],
    ['nowhere', []],
  ])('%s', async (query, positions) => expect([...(await ask(query)).positions]).toEqual(positions));

  test('words for the titles, diagnostics, and facets of what was found', async () => {
    const result = await ask('title:"SYSTEM" Whoami -x levl:y');
    expect(result.words).toEqual(['system', 'whoami', 'levl:y']);
    // Plain data: it is posted from the worker.
    expect(structuredClone(result)).toEqual(result);
    expect(result.diagnostics.map((d) => d.code)).toEqual(['key-unknown']);
    expect((await ask('product:windows')).facets.map(({ key, values }) => [key, values])).toEqual([
      [
        'level',
        [
          { value: 'critical', name: null, count: 1 },
          { value: 'high', name: null, count: 1 },
        ],
      ],
      [
        'status',
        [
          { value: 'stable', name: null, count: 1 },
          { value: 'test', name: null, count: 1 },
        ],
      ],
      [
        'logsource',
        [
          { value: 'windows/process_creation', name: null, count: 1 },
          { value: 'windows/security', name: null, count: 1 },
        ],
      ],
      ['tactic', [{ value: 'execution', name: 'Execution', count: 1 }]],
      [
        'technique',
        [
          { value: 'T1053.005', name: 'Scheduled Task/Job: Scheduled Task', count: 1 },
          { value: 'T1059.001', name: 'Command and Scripting Interpreter: PowerShell', count: 1 },
        ],
      ],
      [
        'author',
        [
          { value: 'Bo', name: null, count: 2 },
          { value: 'Ann Example', name: null, count: 1 },
        ],
      ],
    ]);
  });

  test('long work gives others turns, and is done once', async () => {
    let turns = 0;
    const many = catalogOf(
      Array.from({ length: 400 }, (_, i) => ({
        title: `${'long '.repeat(200)}${i}`,
        more: `author: a${i}\n`,
      })),
    );
    const askMany = search(many, async () => ++turns > 0);
    expect((await Promise.all([askMany('399'), askMany('a398')])).map((r) => [...r.positions])).toEqual([
      [399],
      [398],
    ]);
    const after = turns;
    await askMany('long');
    expect(turns).toBe(after);
  });
});

/** Every rule looked at, one by one. */
function scan(catalog: Catalog, query: string): number[] {
  const { clauses } = parseQuery(query);
  return catalog.rules.flatMap((rule, position) => {
    const { text: all, keys } = searched(rule, catalog.plans[position]!);
    const holds = clauses.every(
      ({ key, negated, needles }) =>
        negated !==
        needles.some((needle) => (key ? keys[key].some(matcherFor(key, needle)) : all.includes(needle.text))),
    );
    return holds ? [position] : [];
  });
}

const ascending = (positions: Iterable<number>) => [...positions].sort((a, b) => a - b);

describe('laws', () => {
  const word = fc.constantFrom(
    'Whoami',
    'who',
    'a',
    'A.b',
    '\\a',
    'é',
    'x_1',
    'İ',
    'a b',
    'b,a',
    '..',
    'Σ',
    '-a',
  );
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const written: fc.Arbitrary<Written> = fc.record({
    title: phrase.map((p) => JSON.stringify(p)),
    more: fc
      .record({ level: fc.constantFrom(...LEVELS), author: phrase, day: fc.integer({ min: 10, max: 28 }) })
      .map(
        ({ level, author, day }) =>
          `level: ${level}\nauthor: ${JSON.stringify(author)}\ndate: 2024-01-${day}\ntags: [attack.execution, attack.t1059.001]\n`,
      ),
    source: fc.constantFrom('product: windows', 'category: a', 'product: a, service: b'),
    detection: phrase.map((p) => `{Who: ${JSON.stringify(p)}}`),
  });
  const quoted = phrase.map((p) => `"${p}"`);
  const clause = fc.oneof(
    phrase,
    quoted,
    fc
      .tuple(fc.constantFrom(...(Object.keys(KEYS) as Key[])), fc.oneof(word, quoted, fc.constant('*a*')))
      .map(([key, value]) => `${key}:${value}`),
    fc
      .tuple(fc.constantFrom('>=', '>', '<=', '<', ''), fc.constantFrom(...LEVELS))
      .map((c) => `level:${c.join('')}`),
    fc
      .tuple(fc.constantFrom('>=', '>', '<=', '<', ''), fc.integer({ min: 10, max: 28 }))
      .map(([c, day]) => `date:${c}2024-01-${day}`),
  );
  const query = fc
    .array(fc.tuple(fc.constantFrom('', '-'), clause), { maxLength: 3 })
    .map((clauses) => clauses.map((c) => c.join('')).join(' '));

  test('law: the index finds what looking at every rule finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(written, { maxLength: 6 }),
        fc.array(query, { minLength: 1 }),
        async (rules, queries) => {
          const catalog = catalogOf(rules);
          expect(catalog.rules).toHaveLength(rules.length);
          const ask = search(catalog, turn);
          for (const q of queries) expect(ascending((await ask(q)).positions), q).toEqual(scan(catalog, q));
        },
      ),
    );
  });

  test('law: a facet’s count is what is found once it is chosen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 6 }), query, async (rules, q) => {
        const ask = search(catalogOf(rules), turn);
        for (const { key, values } of (await ask(q)).facets)
          for (const { value, count } of values)
            expect((await ask(withValue(q, key, value))).positions, `${q} ${key}:${value}`).toHaveLength(
              count,
            );
      }),
    );
  });
});

describeWithShared('the released rules', (dir) => {
  const catalog = new Catalog();
  const zip = new ZipFiles(readFileSync(join(dir, 'corpus', 'sigma-rules.zip')), isRuleFile);
  for (const file of zip.read()) catalog.add(file);
  const ask = search(catalog, turn);

  test.each([
    'powershell',
    'powershell -encoded',
    '"command line" \\temp\\',
    '||',
    'e',
    'level:high tag:t1059 field:CommandLine product:windows',
    'technique:T1059.001',
    'technique:powershell -tactic:execution',
    'tactic:defense-evasion logsource:windows/process_creation',
    'field:*Image value:\\rundll32.exe',
    'author:"florian roth" date:>=2023',
    'path:threat-hunting level:>=medium',
    'modified:2024 status:test,stable',
  ])('%s: as looking at every rule', async (query) => {
    const found = scan(catalog, query);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(catalog.rules.length + 1);
    expect(ascending((await ask(query)).positions)).toEqual(found);
  });

  test('every facet’s counts are what is found once it is chosen', async () => {
    for (const { key, values } of (await ask('powershell')).facets)
      for (const { value, count } of values.slice(0, 20))
        expect((await ask(withValue('powershell', key, value))).positions, `${key}:${value}`).toHaveLength(
          count,
        );
  });

  test('an answer takes a small part of the time of looking at every rule, the index less than reading them', async () => {
    const timed = async (work: () => unknown) => {
      const start = performance.now();
      await work();
      return performance.now() - start;
    };
    const read = await timed(() => {
      const anew = new Catalog();
      for (const { path, text: rules } of catalog.files.slice(0, 1000)) anew.add({ path, text: rules });
    });
    const some = new Catalog();
    for (const file of catalog.files.slice(0, 1000)) some.add(file);
    expect(await timed(() => search(some, turn)(''))).toBeLessThan(read);

    for (const query of [
      '',
      'powershell',
      '"command line"',
      'e',
      'value:rundll32 -title:x',
      'field:*Image',
    ]) {
      const slow = await timed(() => scan(catalog, query));
      const times: number[] = [];
      for (let i = 0; i < 9; i++) times.push(await timed(() => ask(query)));
      const median = times.sort((a, b) => a - b)[4]!;
      expect(median, query).toBeLessThan(slow / 8);
    }
  });
});
