import { expect, test } from 'vitest';
import type { PinnedProblem } from '../../../src/live';
import { comparedProblems } from './compared-problems';

const at = (start: number, words: string, severity: 'info' | 'warning' = 'info'): PinnedProblem => ({
  code: 'title-dot',
  severity,
  range: { start, end: start + 1 },
  message: [words],
});

test.each<[what: string, pinned: PinnedProblem[], current: PinnedProblem[], same: boolean, left: string]>([
  ['none', [], [], true, ''],
  ['the same', [at(1, 'a')], [at(1, 'a')], true, ''],
  ['one more', [at(1, 'a')], [at(1, 'a'), at(5, 'b')], true, '+b'],
  ['one less', [at(1, 'a'), at(5, 'b')], [at(1, 'a')], true, '-b'],
  ['the same at another place of one text', [at(1, 'a')], [at(5, 'a')], true, '-a +a'],
  ['the same at another place of another text', [at(1, 'a')], [at(5, 'a')], false, ''],
  ['twice, and once', [at(1, 'a'), at(5, 'a')], [at(3, 'a')], false, '-a'],
  ['graver', [at(1, 'a')], [at(1, 'a', 'warning')], true, '-a +a'],
])('%s', (_, pinned, current, same, left) => {
  const found = comparedProblems(pinned, current, same);
  const said = [
    ...found.pinned.map(({ message }) => `-${message}`),
    ...found.current.map(({ message }) => `+${message}`),
  ];
  expect(said.join(' ')).toBe(left);
});
