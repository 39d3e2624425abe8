import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PAGE } from '../../src/limits';
import { FIRST, nextSize, type Size, sliceEnd } from './slices';

const TOO_LONG = 'x'.repeat(PAGE.wrappedLine.value + 1);

test.each<[string, string, number, Size, number]>([
  ['whole lines, as many as there may be', 'a\nb\nc\n', 0, { lines: 2, characters: 99 }, 4],
  ['whole lines, until there are enough characters', 'aa\nbb\ncc\n', 0, { lines: 9, characters: 4 }, 6],
  ['the last line has no end', 'a\nb', 2, { lines: 9, characters: 99 }, 3],
  ['a line that is wrapped comes as a whole', `${'x'.repeat(5000)}\n`, 0, { lines: 1, characters: 10 }, 5001],
  ['one that is not comes in parts', TOO_LONG, 0, { lines: 1, characters: 10 }, 10],
  ['and alone', `a\n${TOO_LONG}`, 0, { lines: 9, characters: 10 }, 2],
  ['no pair of surrogates is parted', `😀${TOO_LONG}`, 0, { lines: 1, characters: 1 }, 2],
])('%s', (_, text, at, size, end) => {
  expect(sliceEnd(text, at, size)).toBe(end);
});

test('slices are the text, none is empty, and each is at most as large as it may be', () => {
  const line = fc.string({ unit: 'binary', maxLength: 40 });
  const size = fc.record({
    lines: fc.integer({ min: 1, max: 9 }),
    characters: fc.integer({ min: 1, max: 50 }),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), size, (lines, size) => {
      const text = lines.join('\n');
      const slices: string[] = [];
      for (let at = 0; at < text.length; at += slices.at(-1)!.length) {
        const end = sliceEnd(text, at, size);
        if (end <= at) return false;
        slices.push(text.slice(at, end));
      }
      return slices.join('') === text && slices.every((slice) => slice.split('\n').length - 1 <= size.lines);
    }),
  );
});

test.each([
  ['slow', 100, -1],
  ['right', 12, 0],
  ['quick', 1, 1],
])('after a slice that was %s', (_, took, sign) => {
  const { lines, characters } = nextSize(FIRST, took);
  expect([Math.sign(lines - FIRST.lines), Math.sign(characters - FIRST.characters)]).toEqual([sign, sign]);
});
