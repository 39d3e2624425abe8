import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carriedThrough, changeBetween, type TextChange, withChange } from './text-changes';

const FROM = 'title: One\nlevel: high\n';

test.each<[name: string, from: string, to: string, change: TextChange | null]>([
  ['nothing', FROM, FROM, null],
  ['a word', 'one two three', 'one 2 three', { start: 4, end: 7, length: 1 }],
  ['put in front', 'b', 'ab', { start: 0, end: 0, length: 1 }],
  ['put behind', 'a', 'ab', { start: 1, end: 1, length: 1 }],
  ['all gone', 'ab', '', { start: 0, end: 2, length: 0 }],
  ['from nothing', '', 'ab', { start: 0, end: 0, length: 2 }],
  ['one of two that are alike', 'aa', 'a', { start: 1, end: 2, length: 0 }],
])('%s changed', (_, from, to, change) => expect(changeBetween(from, to)).toEqual(change));

/** What was in a range of the first text, and what is said to be in it in the last. */
function carry(texts: readonly string[], range: { start: number; end: number }) {
  let changes: readonly TextChange[] = [];
  for (let i = 1; i < texts.length; i++)
    changes = withChange(changes, changeBetween(texts[i - 1]!, texts[i]!));
  return { changes, carried: carriedThrough(range, changes) };
}

describe('a range', () => {
  test.each<[name: string, texts: string[], found: string, stands: string | null]>([
    ['in front of the change stays', [FROM, FROM.replace('high', 'low')], 'One', 'One'],
    ['behind it moves', [FROM, `# a remark\n${FROM}`], 'high', 'high'],
    ['that is touched goes', [FROM, FROM.replace('One', 'Onto')], 'One', null],
    [
      'goes through edits in several places',
      [FROM, `x: [1\n${FROM}`, `x: [1\n${FROM}y`, `x\n${FROM}y`],
      'One',
      'One',
    ],
    ['goes with the text', [FROM, ''], 'One', null],
    ['of what was taken back does not come again', [FROM, '', FROM], 'One', null],
  ])('%s', (_, texts, found, stands) => {
    const start = texts[0]!.indexOf(found);
    const { carried } = carry(texts, { start, end: start + found.length });
    expect(carried && texts.at(-1)!.slice(carried.start, carried.end)).toBe(stands);
  });
});

test('typing at one place is one change', () => {
  const { changes } = carry(['a: b', 'a: xb', 'a: xyb', 'a: xyzb', 'a: xzb'], { start: 0, end: 1 });
  expect(changes).toEqual([{ start: 3, end: 3, length: 2 }]);
});

const edit = fc.record({ at: fc.nat(30), cut: fc.nat(4), put: fc.string({ maxLength: 4 }) });
const edited = (text: string, { at, cut, put }: { at: number; cut: number; put: string }) =>
  text.slice(0, at) + put + text.slice(at + cut);

test('a range that is moved still has the same text', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 30 }),
      fc.array(edit, { maxLength: 12 }),
      fc.nat(30),
      fc.nat(6),
      (text, edits, from, length) => {
        const texts = [text];
        for (const e of edits) texts.push(edited(texts.at(-1)!, e));
        const start = Math.min(from, text.length);
        const range = { start, end: Math.min(text.length, start + length) };
        const { carried } = carry(texts, range);
        if (carried)
          expect(texts.at(-1)!.slice(carried.start, carried.end)).toBe(text.slice(range.start, range.end));
      },
    ),
    { numRuns: 2000 },
  );
});

test('many changes are merged into few, and none is lost', () => {
  const lines = Array.from({ length: 400 }, (_, i) => `line ${i}`);
  const texts = [lines.join('\n')];
  // From the end to the beginning, so that no two touch.
  for (let i = 398; i > 0; i -= 1) texts.push(texts.at(-1)!.replace(`line ${i}\n`, `${i}\n`));
  const { changes, carried } = carry(texts, { start: 0, end: 6 });
  expect(changes.length).toBeLessThanOrEqual(201);
  expect(carried).toEqual({ start: 0, end: 6 });
  const at = texts[0]!.indexOf('line 200');
  expect(carry(texts, { start: at, end: at + 8 }).carried).toBeNull();
});
