import { expect, test } from 'vitest';
import { PAGE } from '../../src/limits';
import { holdLimits } from '../../src/limits/testing';
import { plainBeginning } from './plain';

const { plainLength, plainLines } = PAGE;

holdLimits(
  { plainLength, plainLines },
  {
    plainLength: { isBeyond: (n) => plainBeginning('x'.repeat(n)) !== 'x'.repeat(n) },
    plainLines: {
      isBeyond: (n) => {
        const text = Array(n).fill('x').join('\n');
        return plainBeginning(text) !== text;
      },
    },
  },
);

test.each([
  ['many lines', 'x\n'.repeat(5000), `${'x\n'.repeat(plainLines.value - 1)}x…`],
  ['many empty lines', '\n'.repeat(5000), `${'\n'.repeat(plainLines.value - 1)}…`],
  ['a long line', 'x'.repeat(30_000), `${'x'.repeat(plainLength.value)}…`],
  ['nothing', '', ''],
])('of %s the box shows the beginning', (_, text, beginning) => {
  expect(plainBeginning(text)).toBe(beginning);
});
