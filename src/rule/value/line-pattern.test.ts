import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectLinear } from '../../testing/growth';
import { LinePattern } from './line-pattern';
import { Pattern } from './pattern';
import { parseSigmaString } from './sigma-string';

const text = fc
  .array(fc.constantFrom('a', 'b', '\n', '😀'), { maxLength: 9 })
  .map((characters) => characters.join(''));
const pattern = fc
  .array(fc.constantFrom('a', 'b', '*', '*', '?', 'ab'), { maxLength: 6 })
  .map((characters) => characters.join(''));

/** The value as an expression whose `.*` stays on its line. */
function expression(value: string): RegExp {
  return new RegExp(`^(?:${value.replaceAll('*', '.*').replaceAll('?', '[^]')})$(?![^])`, 'u');
}

test('matches as an expression with `.*` does, with the ranges of that match', () => {
  fc.assert(
    fc.property(text, pattern, (value, written) => {
      const matched = new LinePattern(parseSigmaString(written), true).test(value);
      expect(matched).toBe(expression(written).test(value));
      const [found, ...more] = new LinePattern(parseSigmaString(written), true).find(value);
      expect(found !== undefined).toBe(matched);
      for (const { parts } of [...(found ? [found] : []), ...more]) {
        for (const { part, range } of parts) {
          const { kind } = parseSigmaString(written)[part]!;
          const covered = value.slice(range.start, range.end);
          if (kind === 'any') expect([...covered]).toHaveLength(1);
        }
      }
    }),
    { numRuns: 3000 },
  );
});

test('without a line break it behaves as the plain pattern', () => {
  fc.assert(
    fc.property(text, pattern, (value, written) => {
      const line = value.replaceAll('\n', 'c');
      const parts = parseSigmaString(written);
      expect(new LinePattern(parts, true).test(line)).toBe(new Pattern(parts, true).test(line));
    }),
    { numRuns: 1000 },
  );
});

test('many stars over a long text cost time linear in the text', () => {
  const parts = parseSigmaString('*a*a*a*a*a*a*a*b');
  const pattern = new LinePattern(parts, true);
  expectLinear(
    25_000,
    (size) => `${'a'.repeat(size)}\n`,
    (long) => expect(pattern.test(long)).toBe(false),
  );
});
