import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedInSteps } from './sorted';

/** The result, and the most comparisons that one step took. */
function sorted<T>(list: readonly T[], compare: (a: T, b: T) => number) {
  let compared = 0;
  let most = 0;
  const steps = sortedInSteps(list, (a, b) => {
    compared++;
    return compare(a, b);
  });
  for (;;) {
    const step = steps.next();
    most = Math.max(most, compared);
    compared = 0;
    if (step.done) return { list: step.value, most };
  }
}

test('a list is sorted as by toSorted, equal entries in their order', () => {
  const entry = fc.record({ key: fc.integer({ min: 0, max: 20 }), name: fc.string() });
  const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 3000, size: 'max' }), (list) => {
      expect(sorted(list, byKey).list).toEqual(list.toSorted(byKey));
    }),
    { numRuns: 30 },
  );
});

test('no step takes more for a longer list', () => {
  const scrambled = Array.from({ length: 50_000 }, (_, i) => (i * 7919) % 50_021);
  const { list, most } = sorted(scrambled, (a, b) => a - b);
  expect(list).toEqual(scrambled.toSorted((a, b) => a - b));
  expect(most).toBeLessThan(10_000);
});
