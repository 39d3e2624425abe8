import { expect, test } from 'vitest';
import { PAGE } from '../../src/limits';
import { isPaired, mayBeCrowded } from './paired';

const most = PAGE.lineBrackets.value;

test.each<[string, string, boolean]>([
  ['an ordinary event', '{"a":[1,2]}', true],
  ['nothing', '', true],
  ['many brackets, each on a line of its own', '{\n'.repeat(most + 1), true],
  ['as many on one line as there may be', `${'{'.repeat(most / 2)}${'}'.repeat(most / 2)}`, true],
  ['more on one line', `${'{'.repeat(most / 2)}${'}'.repeat(most / 2)}]`, false],
  ['the same between other lines', `{}\n${'()'.repeat(most)}\n{}`, false],
  ['one event that is nested too deep', `${'{"a":'.repeat(most)}1${'}'.repeat(most)}`, false],
  ['a list of a rule, the same', `F: ${'['.repeat(most)}x${']'.repeat(most)}`, false],
  ['elements of XML on one line', '<a>'.repeat(most), false],
  ['a long line with few of them', `{"a":"${'x'.repeat(most * 20)}"}`, true],
])('%s', (_, text, expected) => {
  expect(isPaired(text)).toBe(expected);
  // What is not even looked at has to be paired.
  expect(expected || mayBeCrowded(text)).toBe(true);
});
