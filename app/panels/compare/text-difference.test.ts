import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textDifference } from './text-difference';

const SIGNS = { same: ' ', removed: '-', added: '+' };
const shown = (before: string, after: string) =>
  textDifference(before, after)?.map((hunk) =>
    hunk.map(({ kind, text, before, after }) => `${SIGNS[kind]}${text}@${before ?? ''}/${after ?? ''}`),
  );

test.each<[string, string, string, string[][]]>([
  ['the same', 'a\nb\n', 'a\nb\n', []],
  ['a line changed', 'a\nb\nc\n', 'a\nx\nc\n', [[' a@1/1', '-b@2/', '+x@/2', ' c@3/3']]],
  ['a line at the end', 'a\n', 'a\nb\n', [[' a@1/1', '+b@/2']]],
  ['all removed', 'a\nb\n', '', [['-a@1/', '-b@2/']]],
  ['from nothing', '', 'a\n', [['+a@/1']]],
  ['no line end at the end', 'a\nb', 'a\nb\n', []],
  ['line ends of Windows', 'a\r\nb\r\n', 'a\nb\n', []],
  [
    'two places far apart',
    '1\n2\n3\n4\n5\n6\n7\n8\n9\n',
    'x\n2\n3\n4\n5\n6\n7\n8\ny\n',
    [
      ['-1@1/', '+x@/1', ' 2@2/2', ' 3@3/3', ' 4@4/4'],
      [' 6@6/6', ' 7@7/7', ' 8@8/8', '-9@9/', '+y@/9'],
    ],
  ],
])('%s', (_, before, after, expected) => {
  expect(shown(before, after)).toEqual(expected);
});

test('what is told stands in the texts, and what is left out is the same in both', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', '', '- a'), { maxLength: 20 });
  fc.assert(
    fc.property(text, text, (old, now) => {
      const hunks = textDifference(old.map((l) => `${l}\n`).join(''), now.map((l) => `${l}\n`).join(''));
      const told = hunks!.flat();
      for (const line of told) {
        if (line.before !== null) expect(old[line.before - 1]).toBe(line.text);
        if (line.after !== null) expect(now[line.after - 1]).toBe(line.text);
      }
      const without = (lines: string[], side: 'before' | 'after') =>
        lines.filter((_, i) => !told.some((l) => l.kind !== 'same' && l[side] === i + 1));
      expect(without(old, 'before')).toEqual(without(now, 'after'));
    }),
  );
});

// Without a limit this takes longer than a test may.
test('texts that differ too much are told as such', () => {
  const long = (letter: string) => Array.from({ length: 20_000 }, (_, i) => `${letter}${i}\n`).join('');
  expect(textDifference(long('a'), long('b'))).toBeNull();
});
