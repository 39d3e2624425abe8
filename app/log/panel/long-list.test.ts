import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longList, scrollTo } from './long-list';

const counts = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 5_000_000 }));
const views = fc.integer({ min: 30, max: 2000 });

test('the first row is at the upper end, the last one at the lower end', () => {
  fc.assert(
    fc.property(counts, views, (count, view) => {
      expect(longList(count, 26, view, 0)).toMatchObject({ first: 0, from: 0 });
      const { height } = longList(count, 26, view, 0);
      expect(height).toBeLessThanOrEqual(15_000_000);
      const end = longList(count, 26, view, Math.max(0, height - view));
      expect(end.to).toBe(count);
      expect((count - end.first) * 26).toBeCloseTo(Math.min(view, count * 26), 3);
    }),
  );
});

test('a row that is scrolled to is on screen, and one that is on screen stays where it is', () => {
  fc.assert(
    fc.property(
      counts,
      views,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (count, view, at, from) => {
        const index = Math.floor(at * (count - 1));
        const { height } = longList(count, 26, view, 0);
        const top = from * Math.max(0, height - view);
        const to = scrollTo(index, count, 26, view, top) ?? top;
        const { first } = longList(count, 26, view, to);
        expect(first).toBeLessThanOrEqual(index + 0.001);
        expect(first + view / 26).toBeGreaterThanOrEqual(index + 1 - 0.001);
        // Right after scrolling, only rounding is left to do.
        const again = scrollTo(index, count, 26, view, to);
        if (again !== null) expect(again).toBeCloseTo(to, 0);
      },
    ),
  );
});
