import { describe, expect, test } from 'vitest';
import type { Question } from './questions';
import type { RuleFile } from './rule-file';
import { CatalogSession } from './session';

const rule = (title: string): RuleFile => ({
  path: `${title}.yml`,
  text: `title: ${title}\nlogsource: {product: windows}\ndetection:\n    selection: {A: ${title}}\n    condition: selection\n`,
});
const of = (...titles: string[]) => ({ total: titles.length, files: () => titles.map(rule) });
const always = async () => true;
const TEXT: Question = { kind: 'text', asked: 0 };

describe('questions to a session', () => {
  test('a catalog without rules answers none', async () => {
    const session = new CatalogSession(() => {});
    expect(await session.answer(TEXT)).toBeNull();
    await session.load(of('One'), always);
    expect(await session.answer(TEXT)).toBe(rule('One').text);
    session.clear();
    expect(await session.answer(TEXT)).toBeNull();
  });

  test('while other rules are loaded, those there are answer', async () => {
    const session = new CatalogSession(() => {});
    await session.load(of('One'), always);
    const source = {
      total: 1,
      files: async function* () {
        expect(await session.answer(TEXT)).toBe(rule('One').text);
        yield rule('Two');
      },
    };
    expect(await session.load(source, always)).toBe(true);
    expect(await session.answer(TEXT)).toBe(rule('Two').text);
  });

  test('an answer that other rules overtake is none', async () => {
    const session = new CatalogSession(() => {});
    await session.load(of('One'), always);
    const answer = session.answer(TEXT);
    session.clear();
    expect(await answer).toBeNull();
  });
});
