import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDecimals } from './decimal';
import { ExactNumber } from './exact-number';

test.each([
  ['0', '-0.000e7', 0],
  ['1', '1.0', 0],
  ['.5', '0.50', 0],
  ['5.', '+5', 0],
  ['1e3', '1000', 0],
  ['12345678901234567890', '12345678901234567891', -1],
  ['-12345678901234567890', '-12345678901234567891', 1],
  ['0.1', '0.1000000000000000055511151231257827', -1],
  ['1e400', '1e401', -1],
  ['-1e400', '1', -1],
  ['1e-400', '0', 1],
  ['99', '100', -1],
])('%s against %s', (a, b, expected) => {
  expect(Math.sign(compareDecimals(a, b))).toBe(expected);
  expect(Math.sign(compareDecimals(b, a))).toBe(-expected + 0);
});

/** The same integer in several spellings. */
const spelled = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat({ max: 5 }))
  .map(([value, zeros]): [bigint, string] => [value, `${value}${'0'.repeat(zeros)}e-${zeros}`]);

test('integers of any length compare as integers do', () => {
  fc.assert(
    fc.property(spelled, spelled, fc.boolean(), ([a, left], [b, right], near) => {
      const other = near ? a + 1n : b;
      const text = near ? String(other) : right;
      expect(Math.sign(compareDecimals(left, text))).toBe(a < other ? -1 : a > other ? 1 : 0);
    }),
    { numRuns: 500 },
  );
});

test('doubles compare as their written forms do', () => {
  const double = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(double, double, (a, b) => {
      expect(Math.sign(compareDecimals(String(a), String(b)))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
    { numRuns: 500 },
  );
});

test('many zeros cost time linear in their number', () => {
  const zeros = '0'.repeat(1_000_000);
  expect(compareDecimals(`${zeros}1`, `1${zeros}`)).toBe(-1);
  expect(compareDecimals(`1${zeros}1`, `1${zeros}2`)).toBe(-1);
});

describe('a number of a rule', () => {
  const number = (written: string) => new ExactNumber(Number(written), written);
  test.each([
    ['4688', '4688'],
    ['1.0', '1'],
    ['0x10', '16'],
    ['9007199254740993', '9007199254740993'],
    ['0xFFFFFFFFFFFFFFFF', '18446744073709551615'],
    ['1e400', '1e400'],
  ])('%s is shown as %s', (written, told) => {
    expect(number(written).shown).toBe(told);
  });
  test.each([
    ['18446744073709551615', '0xFFFFFFFFFFFFFFFF', 0],
    ['18446744073709551614', '0xFFFFFFFFFFFFFFFF', -1],
    ['9007199254740993', '9007199254740992', 1],
    ['1e400', '1e401', -1],
  ])('text %s against %s', (text, written, order) => {
    expect(Math.sign(number(written).compare(text))).toBe(order);
    expect(number(written).equals(text)).toBe(order === 0);
  });
  test('infinity and NaN equal nothing', () => {
    const infinite = new ExactNumber(Number.POSITIVE_INFINITY, '.inf');
    expect([infinite.equals('1e400'), infinite.compare('1e400'), infinite.compare(5)]).toEqual([
      false,
      Number.NaN,
      -1,
    ]);
    const none = new ExactNumber(Number.NaN, '.nan');
    expect([none.equals(5), none.compare(5)]).toEqual([false, Number.NaN]);
  });
});
