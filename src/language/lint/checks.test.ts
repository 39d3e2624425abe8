import { describe, expect, test } from 'vitest';
import { readEvents } from '../../event';
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
function told(card: Card, text: string, fileName: string | null = null): string[] {
  const { id, oneRule } = card;
  const all = oneRule ? compile(text).diagnostics : linted(card, text, fileName);
  const own = all.filter(({ code }) => code === id || code !== 'spec-draft');
  return own.map(({ code, range }) => `${code} «${text.slice(range.start, range.end)}» at ${range.start}`);
}

function linted({ events = '' }: Card, text: string, fileName: string | null = null) {
  const read = readEvents(events).slices.flatMap(({ event }) => event ?? []);
  return lint(compileCollection(text), { fileName, beside: { events: read } });
}

const RUNNABLE = [...CARDS.values()].filter((card) => !card.limit);

describe.each(RUNNABLE.map((card): [string, Card] => [card.id, card]))('%s', (id, card) => {
  const bad = wholeExample(card, 'bad');
  const good = wholeExample(card, 'good');

  test('finds the bad example at its characters, and nothing else', () => {
    expect(bad.marked.length).toBeGreaterThan(0);
    expect(told(card, bad.text, card.file)).toEqual(
      bad.marked.map(({ start, end }) => `${id} «${bad.text.slice(start, end)}» at ${start}`),
    );
  });

  test('finds nothing in the good example', () => {
    expect(told(card, good.text)).toEqual([]);
  });

  test('each of its fixes removes what was found, and the rule compiles', () => {
    const found = linted(card, bad.text, card.file);
    for (const { code, fixes = [] } of found) {
      for (const fix of fixes) {
        const text = applyEdits(bad.text, fix.edits);
        const left = linted(card, text, card.file);
        expect(left.filter((d) => d.severity === 'error' && !d.lint)).toEqual([]);
        expect(left.filter((d) => d.code === code).length, unmarked(fix.title)).toBeLessThan(found.length);
      }
    }
  });
});
