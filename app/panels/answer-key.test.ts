import { expect, test } from 'vitest';
import { answerKey } from './answer-key';

test.each<[string, { asked: string; run: number; failed: string }, boolean]>([
  ['another run asks again', { asked: 'q', run: 2, failed: '' }, false],
  ['another question asks', { asked: 'r', run: 1, failed: '' }, false],
  ['another question asks after a failure', { asked: 'r', run: 2, failed: 'q' }, false],
  ['the same question of the same run does not', { asked: 'q', run: 1, failed: '' }, true],
])('%s', (_, { asked, run, failed }, isSame) => {
  expect(answerKey(asked, run, failed) === answerKey('q', 1, '')).toBe(isSame);
});

test('a failure holds for the runs after it', () => {
  expect(answerKey('q', 2, 'q')).toBe(answerKey('q', 1, 'q'));
});
