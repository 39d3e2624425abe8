import { describe, expect, test } from 'vitest';
import { plain } from '../../src/text';
import { percent } from '../ui/percent';
import { fieldSentence } from './figure-words';

test.each([
  [0, 10, '0%'],
  [0, 0, '0%'],
  [10, 10, '100%'],
  [1, 1000, 'less than 1%'],
  [999, 1000, '99%'],
  [679, 1000, '68%'],
])('%i of %i is %s', (part, whole, words) => expect(percent(part, whole)).toBe(words));

describe('how a field is used', () => {
  const operators = [
    { operator: 'contains', rules: 820 },
    { operator: 'ends with', rules: 90 },
  ];
  test.each([
    [
      { field: 'CommandLine', rules: 884, operators, values: [] },
      1300,
      '`CommandLine` is used by 68% of the 1,300 rules of this log source, mostly with `contains` (93%).',
    ],
    [
      { field: 'F', rules: 2, operators: [{ operator: 'match', rules: 2 }], values: [] },
      2,
      '`F` is used by 100% of the 2 rules of this log source, in each with `match`.',
    ],
    [
      { field: null, rules: 1, operators: [{ operator: 'contains', rules: 1 }], values: [] },
      1,
      'Keywords are used by 100% of the one rule of this log source, with `contains`.',
    ],
    [
      { field: 'G', rules: 0, operators: [], values: [] },
      3,
      '`G` is used by 0% of the 3 rules of this log source.',
    ],
  ])('%#', (figure, of, sentence) => expect(plain(fieldSentence(figure, of))).toBe(sentence));
});
