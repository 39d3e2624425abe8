import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Fold, foldsOf, type Lines } from './folds';

const linesOf = (text: string): Lines => {
  const lines = text.split('\n');
  return { getLineCount: () => lines.length, getLineContent: (line) => lines[line - 1]! };
};

function folded(text: string, offSide = true, most = 99): readonly (readonly [number, number])[] {
  const work = foldsOf(linesOf(text), { tabSize: 4, offSide, most });
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value.map(({ start, end }) => [start, end] as const);
}

test.each<[string, string, boolean, (readonly [number, number])[]]>([
  ['nothing', '', true, []],
  ['lines of one level', 'a\nb\nc', true, []],
  ['a block', 'a:\n  b\n  c\nd', true, [[1, 3]]],
  [
    'blocks in each other, the outer ones first',
    'a:\n  b:\n    c\nd:\n  e',
    true,
    [
      [1, 3],
      [4, 5],
      [2, 3],
    ],
  ],
  ['blank lines within a block', 'a:\n  b\n\n  c\nd', true, [[1, 4]]],
  ['blank lines at its end are no part of it', 'a:\n  b\n\n \nd', true, [[1, 2]]],
  ['unless the language says so', 'a:\n  b\n\n \nd', false, [[1, 4]]],
  ['the same at the end of the text', 'a:\n  b\n\n', true, [[1, 2]]],
  ['the same, unless the language says so', 'a:\n  b\n\n', false, [[1, 4]]],
  ['a tab goes to the next stop', 'a\n  \tb\n    c', true, [[1, 3]]],
  ['less indentation than any block before', '    a\n  b\nc', true, []],
])('%s', (_, text, offSide, expected) => {
  expect(folded(text, offSide)).toEqual(expected);
});

test('of more than there may be, the outermost are found', () => {
  const text = 'a:\n  b:\n    c\nd:\n  e:\n    f\n'.repeat(3);
  const all = folded(text);
  expect(all).toHaveLength(12);
  expect(all.slice(0, 6).every(([start]) => (start - 1) % 3 === 0)).toBe(true);
  expect(folded(text, true, 7)).toEqual(all.slice(0, 7));
});

test('a long text is read in steps', () => {
  const work = foldsOf(linesOf('a:\n  b\n'.repeat(1000)), { tabSize: 4, offSide: true, most: 10 });
  let steps = 0;
  while (!work.next().done) steps++;
  expect(steps).toBeGreaterThanOrEqual(10);
});

test('they are those that Monaco finds', async () => {
  const path = 'monaco-editor/editor/contrib/folding/browser/indentRangeProvider';
  const { computeRanges } = await import(path);
  const monacos = (text: string, offSide: boolean): Fold[] => {
    const ranges = computeRanges({ ...linesOf(text), getOptions: () => ({ tabSize: 4 }) }, offSide);
    return Array.from({ length: ranges.length }, (_, i) => ({
      start: ranges.getStartLineNumber(i),
      end: ranges.getEndLineNumber(i),
    }));
  };
  const line = fc.tuple(fc.constantFrom('', ' ', '  ', '    ', '\t', ' \t'), fc.constantFrom('', 'x', 'y:'));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.boolean(), (lines, offSide) => {
      const text = lines.map((parts) => parts.join('')).join('\n');
      const ours = folded(text, offSide).map(([start, end]) => ({ start, end }));
      ours.sort((a, b) => a.start - b.start);
      expect(ours).toEqual(monacos(text, offSide));
    }),
  );
});
