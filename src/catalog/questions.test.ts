import { describe, expect, test } from 'vitest';
import { CatalogEngine } from './catalog-engine';
import type { Question } from './questions';
import type { RuleFile } from './rule-file';
import type { IndicatorFigures } from './statistics';

const rule = (title: string): RuleFile => ({
  path: `${title}.yml`,
  text: `title: ${title}\nlogsource: {product: windows}\ndetection:\n    selection: {A: ${title}}\n    condition: selection\n`,
});
const of = (...titles: string[]) => ({ total: titles.length, files: () => titles.map(rule) });
const always = async () => true;
const TEXT: Question = { kind: 'text', asked: 0 };

describe('questions to a catalog', () => {
  test('a catalog without rules answers none', async () => {
    const engine = new CatalogEngine(() => {});
    expect(await engine.answer(TEXT)).toBeNull();
    await engine.load(of('One'), always);
    expect(await engine.answer(TEXT)).toBe(rule('One').text);
    engine.clear();
    expect(await engine.answer(TEXT)).toBeNull();
  });

  test('while other rules are loaded, those there are answer', async () => {
    const engine = new CatalogEngine(() => {});
    await engine.load(of('One'), always);
    const source = {
      total: 1,
      files: async function* () {
        expect(await engine.answer(TEXT)).toBe(rule('One').text);
        yield rule('Two');
      },
    };
    expect(await engine.load(source, always)).toBe(true);
    expect(await engine.answer(TEXT)).toBe(rule('Two').text);
  });

  test('an answer that other rules overtake is none', async () => {
    const engine = new CatalogEngine(() => {});
    await engine.load(of('One'), always);
    const answer = engine.answer(TEXT);
    engine.clear();
    expect(await answer).toBeNull();
  });
});

test('as many rules are listed as are counted, and the rule itself is none of them', async () => {
  const engine = new CatalogEngine(() => {});
  const text = (id: string, values: string) =>
    `title: ${id}\nid: ${id}\nlogsource: {product: windows}\ndetection:\n    s: {A: [${values}]}\n    condition: s\n`;
  const files = [text('a', 'x, y'), text('b', 'x, z'), text('c', 'x'), text('a', 'z')].map((t, i) => ({
    path: `${i}.yml`,
    text: t,
  }));
  await engine.load({ total: files.length, files: () => files }, always);
  const keys = ['A|match|x', 'A|match|y', 'A|match|z', 'A|match|q'];
  for (const [id, expected] of [
    ['a', [2, 0, 1, 0]],
    ['c', [2, 1, 2, 0]],
    [null, [3, 1, 2, 0]],
  ] as const) {
    expect(await engine.answer({ kind: 'counts', asked: { id, keys } })).toEqual({
      rules: 3,
      others: expected,
    });
    const listed = keys.map(async (key) => {
      const asked = { key, id, logsource: {} };
      const answer = (await engine.answer({ kind: 'indicator', asked })) as IndicatorFigures;
      return answer.holders.length;
    });
    expect(await Promise.all(listed)).toEqual(expected);
  }
});
