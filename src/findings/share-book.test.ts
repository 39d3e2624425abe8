import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ShareBook } from './share-book';

const SHARES = Array.from({ length: 6 }, (_, i) => ({ events: i + 1, bytes: 100 * (i + 1) }));

test('every share is done once, whoever gives up in between, and first those before', () => {
  const endings = fc.array(fc.record({ finishes: fc.boolean(), twice: fc.boolean() }), { maxLength: 40 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), endings, (workers, ends) => {
      const book = new ShareBook(SHARES);
      const under: number[] = [];
      const done: number[] = [];
      const fill = () => {
        while (under.length < workers) {
          const share = book.take();
          if (share === null) return;
          expect(under).not.toContain(share);
          expect(done).not.toContain(share);
          under.push(share);
        }
      };
      for (const { finishes, twice } of [...ends, ...SHARES.map(() => ({ finishes: true, twice: false }))]) {
        fill();
        const share = under.shift();
        if (share === undefined) break;
        if (finishes) {
          expect(book.finish(share)).toBe(true);
          done.push(share);
          if (twice) expect(book.finish(share)).toBe(false);
        } else book.giveBack(share);
        if (twice) book.giveBack(done[0] ?? -1);
      }
      fill();
      for (const share of under) done.push(...(book.finish(share) ? [share] : []));
      for (let share = book.take(); share !== null; share = book.take()) {
        book.finish(share);
        done.push(share);
      }
      expect([...done].sort()).toEqual(SHARES.map((_, i) => i));
      expect(book.isOver).toBe(true);
      expect([book.events, book.bytes]).toEqual([21, 2100]);
      expect([book.totalEvents, book.totalBytes]).toEqual([21, 2100]);
    }),
  );
});

test('what is given back comes before what follows', () => {
  const book = new ShareBook(SHARES);
  expect([book.take(), book.take(), book.take()]).toEqual([0, 1, 2]);
  book.giveBack(1);
  expect([book.take(), book.take()]).toEqual([1, 3]);
});
