import { describe, expect, test } from 'vitest';
import { compile, compileCollection } from '../../rule';
import { applyEdits, unmarked } from '../../text';
import { CARDS } from './cards';
import type { Card } from './check';
import { wholeExample } from './example';
import { lint } from './lint';

/**
 * `code «characters»` of all findings. That a part is read by the draft is told beside what a check of the draft finds,
 * and is looked at only for the card that says so.
 */
function told(id: string, text: string, fileName: string | null = null, oneRule = false): string[] {
  const all = oneRule ? compile(text).diagnostics : lint(compileCollection(text), { fileName });
  const own = all.filter(({ code }) => code === id || code !== 'spec-draft');
  return own.map(({ code, range }) => `${code} «${text.slice(range.start, range.end)}» at ${range.start}`);
}

const RUNNABLE = [...CARDS.values()].filter((card) => !card.limit);

describe.each(RUNNABLE.map((card): [string, Card] => [card.id, card]))('%s', (id, card) => {
  const bad = wholeExample(card, 'bad');
  const good = wholeExample(card, 'good');

  test('finds the bad example at its characters, and nothing else', () => {
    expect(bad.marked.length).toBeGreaterThan(0);
    expect(told(id, bad.text, card.file, card.oneRule)).toEqual(
      bad.marked.map(({ start, end }) => `${id} «${bad.text.slice(start, end)}» at ${start}`),
    );
  });

  test('finds nothing in the good example', () => {
    expect(told(id, good.text, null, card.oneRule)).toEqual([]);
  });

  test('each of its fixes removes what was found, and the rule compiles', () => {
    const found = lint(compileCollection(bad.text), { fileName: card.file ?? null });
    for (const { code, fixes = [] } of found) {
      for (const fix of fixes) {
        const text = applyEdits(bad.text, fix.edits);
        const left = lint(compileCollection(text), { fileName: card.file ?? null });
        expect(left.filter((d) => d.severity === 'error' && !d.lint)).toEqual([]);
        expect(left.filter((d) => d.code === code).length, unmarked(fix.title)).toBeLessThan(found.length);
      }
    }
  });
});
