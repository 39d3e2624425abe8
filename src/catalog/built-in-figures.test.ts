import { readdirSync, readFileSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexRules } from '../cli/index-rules';
import { indicators } from '../describe';
import { catalog } from '../testing/corpus';
import { generatedRules } from '../testing/counted-rules';
import { describeWithShared } from '../testing/shared';
import { buildIndex } from './build-index';
import { Catalog } from './catalog';
import { readIndex } from './indicator-index';
import { indicatorFigures, logsourceFigures } from './statistics';
import { readStatistics, type StatisticsFile, statisticsFile } from './statistics-file';
import { IndicatorUsage, logsourceKey } from './usage';
import { buildValueFigures, readValueFigures } from './value-figures';

test('law: the file of figures gives them back, in whatever order the rules came; it names no value', () => {
  fc.assert(
    fc.property(generatedRules, (rules) => {
      // If rules have the same id, the first gives the log source.
      const own = rules.map((rule) => ({ ...rule, id: null }));
      const counts = new IndicatorUsage(own);
      const file = JSON.stringify(statisticsFile(counts));
      expect(JSON.stringify(statisticsFile(new IndicatorUsage(own.reverse())))).toBe(file);
      const read = readStatistics(JSON.parse(file));
      expect(read.size).toBe(counts.ofLogsource.size);
      for (const [key, figures] of read) {
        const { fields, ...whole } = logsourceFigures(counts, figures.logsource);
        expect(figures).toEqual({ ...whole, fields: fields.map((f) => ({ ...f, values: [] })) });
        expect(logsourceKey(figures.logsource)).toBe(key);
      }
    }),
    { numRuns: 40 },
  );
});

const values = new Uint8Array(readFileSync(new URL('../../public/catalog/values.bin', import.meta.url)));
const file = readFileSync(new URL('../../public/catalog/statistics.json', import.meta.url), 'utf8');

test('the figures that are built in are few, and hold names of fields and comparisons only', () => {
  const { fields, operators, logsources: rows } = JSON.parse(file) as StatisticsFile;
  const folder = new URL('../../public/catalog/', import.meta.url);
  const all = readdirSync(folder).reduce((sum, name) => sum + statSync(new URL(name, folder)).size, 0);
  expect(all).toBeLessThanOrEqual(400_000);
  for (const name of fields) expect(name ?? 'F').toMatch(/^[\w.\- @/{}[\]]{1,80}$/);
  for (const name of operators) expect(name).toMatch(/^[a-z0-9 ]{1,40}$/);
  for (const [product, category, service] of rows)
    for (const name of [product, category, service]) expect(name).toMatch(/^[\w.\- ]{0,60}$/);
  const windows = readStatistics(JSON.parse(file)).get('windows|process_creation|')!;
  expect(windows.rules).toBeGreaterThan(1000);
  expect(windows.fields[0]!.field).toBe('CommandLine');
});

describeWithShared('the figures that are built in, against the catalog', (shared) => {
  test('they are what these files give today, and a loaded catalog has the counts of the index', () => {
    const files = catalog(shared);
    const texts = files.map(({ path, text }) => ({ name: path, text }));
    const { statistics, bytes, values: built } = indexRules(texts, { name: '', commit: null, date: null });
    expect(`${JSON.stringify(statistics)}\n`).toBe(file);
    expect(Buffer.compare(built, values)).toBe(0);
    const index = readIndex(bytes);
    const loaded = new Catalog();
    for (const one of files) loaded.add(one);
    const counts = new IndicatorUsage(
      loaded.rules.map(({ id, logsource }, i) => ({
        id,
        logsource,
        indicators: indicators(loaded.plans[i]!),
      })),
    );
    let shown = 0;
    for (const [place, { id }] of loaded.rules.entries())
      for (const at of counts.ofRule[place]!) {
        const { key } = counts.all[at]!;
        const others = counts.others(key, id).length;
        if (others !== (index.others(key, id) ?? 0))
          expect([id, key, others]).toEqual([id, key, index.others(key, id)]);
        shown++;
      }
    expect(shown).toBeGreaterThan(40_000);
  });
});

test('law: the figures of values tell what the rules themselves tell, of what two of them hold', () => {
  let told = 0;
  fc.assert(
    fc.property(generatedRules, (rules) => {
      const counts = new IndicatorUsage(rules);
      const bytes = buildValueFigures(counts);
      const figures = readValueFigures(bytes);
      const index = readIndex(
        buildIndex(rules.map(({ id, indicators: own }) => ({ id, keys: own.map(({ key }) => key) }))).bytes,
      );
      for (const { key, rules: holders } of counts.all)
        for (const { id, logsource } of rules.filter(
          (rule, i) => counts.firstAt(i) === i && rule.id !== null,
        )) {
          const asked = { key, id, logsource };
          const naive = indicatorFigures(counts, asked);
          const answer = figures.of(index, asked);
          if (holders.length >= 2) expect(answer.inLogsource).toBe(naive.inLogsource.holders);
          const shared = naive.elsewhere.filter((other) => counts.get(other.key)!.rules.length >= 2);
          expect(answer.elsewhere.map(({ field, rules: n }) => [field, n]).sort()).toEqual(
            shared.map(({ field, rules: n }) => [field, n]).sort(),
          );
          told += shared.length;
        }
    }),
    { numRuns: 80 },
  );
  expect(told).toBeGreaterThan(20);
});

test('the order of the rules does not matter to the figures of values', () => {
  fc.assert(
    fc.property(generatedRules, (rules) => {
      const own = rules.map((rule) => ({ ...rule, id: null }));
      const bytes = buildValueFigures(new IndicatorUsage(own));
      expect(buildValueFigures(new IndicatorUsage(own.reverse()))).toEqual(bytes);
    }),
    { numRuns: 50 },
  );
});

test('the figures of values that are built in are those of the index beside them', () => {
  const bytes = new Uint8Array(readFileSync(new URL('../../public/catalog/indicators.bin', import.meta.url)));
  const figures = readValueFigures(values);
  expect(figures.size).toBeGreaterThan(1000);
  const key = 'Image|ends with|\\powershell.exe';
  const logsource = { product: 'windows', category: 'process_creation' };
  const index = readIndex(bytes);
  const { inLogsource, elsewhere } = figures.of(index, { key, id: null, logsource });
  expect(inLogsource).toBeGreaterThan(50);
  expect(inLogsource).toBeLessThanOrEqual(index.lookup(key));
  expect(elsewhere).toContainEqual({
    field: 'ParentImage',
    operator: 'ends with',
    rules: index.lookup('ParentImage|ends with|\\powershell.exe'),
  });
});

test.each([
  ['empty', new Uint8Array(0), /not a file of value statistics/],
  ['something else', new TextEncoder().encode('<!doctype html>'), /not a file of value statistics/],
  ['another version', Uint8Array.from(values, (b, i) => (i === 4 ? 9 : b)), /version 9/],
  ['cut short', values.slice(0, -1), /too soon/],
  ['too long', Uint8Array.from([...values, 0]), /follows their end/],
])('figures of values that are %s', (_, damaged, message) =>
  expect(() => readValueFigures(damaged)).toThrow(message),
);
