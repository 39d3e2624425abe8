import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeLines } from './code-lines';
import { codeBlocks } from './testing';

test('the segments are the whole text, and each character has the marks over it', () => {
  fc.assert(
    fc.property(codeBlocks, ({ text, marks }) => {
      const lines = codeLines({ text, marks });
      expect(lines.map((line) => line.map((one) => one.text).join(''))).toEqual(text.split(/\r?\n/));
      let at = 0;
      for (const line of lines) {
        for (const segment of line) {
          for (let i = at; i < at + segment.text.length; i++) {
            if (/[\ud800-\udfff]/.test(text[i]!)) continue;
            const over = marks.filter(({ start, end }) => start <= i && i < end).map(({ index }) => index);
            expect(segment.marks.map(({ index }) => index)).toEqual([...new Set(over)].sort());
          }
          at += segment.text.length;
        }
        at += /^\r?\n/.exec(text.slice(at))?.[0].length ?? 0;
      }
    }),
  );
});

test('a mark within a character has all of it', () => {
  const marks = [{ start: 2, end: 4, index: 0, whole: true }];
  const [line] = codeLines({ text: 'a👍👍b', marks });
  expect(line!.map(({ text, marks: over }) => [text, over.length])).toEqual([
    ['a', 0],
    ['👍👍', 1],
    ['b', 0],
  ]);
});
