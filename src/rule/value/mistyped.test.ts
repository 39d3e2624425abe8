import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mistyped } from './mistyped';

describe('the stretch with the fewest wrong letters', () => {
  test.each([
    ['whoami', 'a whomai b', 'nowhere', 2, 'whomai', 1],
    ['whoami', 'whoami', 'both', 2, 'whoami', 0],
    ['whoami', 'whoamx all', 'start', 2, 'whoam', 1],
    ['whoami', 'all whoxami', 'end', 2, 'whoxami', 1],
    ['whoami', 'all whoami x', 'end', 2, 'whoami x', 2],
    ['whoami', 'whoami x', 'both', 2, 'whoami x', 2],
    ['whoami', 'wami', 'both', 2, 'wami', 2],
    ['whoami', 'ipconfig', 'nowhere', 2, null, 0],
    ['a', 'b', 'nowhere', 0, null, 0],
  ] as const)('%s in %s, held to %s', (needle, text, held, most, stretch, wrong) => {
    const found = mistyped(needle, text, held, most);
    expect(found && text.slice(found.text.start, found.text.end)).toBe(stretch);
    if (found) expect(found.wrong).toBe(wrong);
  });

  test('no other stretch has fewer wrong letters', () => {
    const word = (max: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: max });
    fc.assert(
      fc.property(
        word(5),
        word(7),
        fc.constantFrom('start', 'end', 'both', 'nowhere'),
        (needle, text, held) => {
          const found = mistyped(needle, text, held, 3);
          let least = 4;
          for (let start = 0; start <= text.length; start++)
            for (let end = start; end <= text.length; end++) {
              if ((held === 'start' || held === 'both') && start > 0) continue;
              if ((held === 'end' || held === 'both') && end < text.length) continue;
              least = Math.min(least, apart(needle, text.slice(start, end)));
            }
          expect(found?.wrong ?? 4).toBe(least);
          if (found) expect(apart(needle, text.slice(found.text.start, found.text.end))).toBe(found.wrong);
        },
      ),
    );
  });
});

/** Letters inserted, deleted, changed or swapped from `a` to `b`. */
function apart(a: string, b: string): number {
  const rows = [...`${a} `].map((_, i) => [...`${b} `].map((_, j) => (i === 0 ? j : j === 0 ? i : 0)));
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = least;
    }
  return rows[a.length]![b.length]!;
}
