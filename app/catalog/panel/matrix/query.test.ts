import { describe, expect, test } from 'vitest';
import { Catalog, coverageOf, search } from '../../../../src/catalog';
import { successorOf } from '../../../../src/knowledge';
import { catalog as catalogFiles } from '../../../../src/testing/corpus';
import { describeWithShared } from '../../../../src/testing/shared';
import { isCounted, queryFor } from './look';

const turn = async () => true;

type Look = Parameters<typeof queryFor>[1];

/**
 * For each technique with rules, compares what the search finds with what is counted. Returns the number of techniques.
 */
async function compare(catalog: Catalog, look: Look): Promise<number> {
  const { rules } = catalog;
  const ask = search(catalog, turn);
  const { tactics } = coverageOf(rules, (i) => isCounted(rules[i]!, look));
  const cells = new Map(
    tactics
      .flatMap(({ techniques }) => techniques.flatMap((one) => [one, ...one.parts]))
      .filter((one) => one.rules.length > 0)
      .map((one) => [one.technique.id, one.rules]),
  );
  for (const [id, counted] of cells) {
    const { positions, diagnostics } = await ask(queryFor(id, look, rules));
    const found = [...positions].filter((i) => counted.includes(i) || !isElsewhereNow(id, rules[i]!.tags));
    expect([id, found.sort((a, b) => a - b), diagnostics]).toEqual([id, counted, []]);
  }
  return cells.size;
}

/**
 * The search also finds revoked ids as written. Three sub-techniques, such as `T1070.001`, now belong to another
 * technique and are counted there.
 */
function isElsewhereNow(id: string, tags: readonly string[]): boolean {
  return tags.some((tag) => {
    const written = /^attack\.(t\d{4}\.\d{3})$/i.exec(tag)?.[1]?.toUpperCase() ?? '';
    const now = successorOf(written)?.id;
    return written.startsWith(id) && now !== undefined && !now.startsWith(id);
  });
}

const rule = (level: string, logsource: string, tags: string) => ({
  path: 'a.yml',
  text: `title: A\nlevel: ${level}\ntags: [${tags}]\nlogsource: {${logsource}}\ndetection: {s: {A: b}, condition: s}\n`,
});

describe('a click on a technique finds the rules that its number counts', () => {
  const own = new Catalog();
  for (const file of [
    rule('high', 'product: windows, category: process_creation', 'attack.t1059.001'),
    rule('low', 'product: windows, service: security', 'attack.t1086, attack.t1059'),
    rule('medium', 'product: linux', 'attack.t1059.004'),
    rule('critical', 'category: proxy', 'attack.t1071.001'),
    rule('low', 'service: my own', 'attack.t1059'),
    rule('odd', 'product: windows', 'attack.t1562.001'),
  ])
    own.add(file);

  test.each<[Look, number]>([
    [{ least: null, source: null }, 6],
    [{ least: 'medium', source: null }, 5],
    [{ least: null, source: 'windows' }, 3],
    [{ least: 'high', source: 'windows / process_creation' }, 2],
    [{ least: null, source: 'proxy' }, 2],
    [{ least: null, source: 'my own' }, 1],
  ])('%j', async (look, cells) => {
    expect(await compare(own, look)).toBe(cells);
  });
});

describeWithShared('a click on a technique, in the catalog of SigmaHQ', (shared) => {
  test('finds the rules that its number counts', async () => {
    const all = new Catalog();
    for (const file of catalogFiles(shared)) all.add(file);
    expect(await compare(all, { least: null, source: null })).toBe(173 + 245);
    expect(await compare(all, { least: 'high', source: 'windows / process_creation' })).toBeGreaterThan(100);
  });
});
