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
import { catalogOf, turn, type Written } from './testing';

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
    // The best of a few in turn, so that other load on the machine affects both.
    let [read, indexed] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let round = 0; round < 8 && indexed >= read; round++) {
      const some = new Catalog();
      const adding = () => {
        for (const { path, text: rules } of catalog.files.slice(0, 1000)) some.add({ path, text: rules });
      };
      read = Math.min(read, await timed(adding));
      indexed = Math.min(indexed, await timed(() => search(some, turn)('')));
    }
    expect(indexed).toBeLessThan(read);

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
