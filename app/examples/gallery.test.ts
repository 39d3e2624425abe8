import { expect, test } from 'vitest';
import { TOPICS } from './example';
import { GALLERY } from './gallery';
import { PLATFORMS } from './platform';

/** How many examples have each value. */
function counts(of: (entry: (typeof GALLERY)[number]) => string | readonly string[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const value of GALLERY.flatMap(of)) all.set(value, (all.get(value) ?? 0) + 1);
  return all;
}

test('there are many examples, of all topics, platforms, levels and formats', () => {
  expect(GALLERY.length).toBeGreaterThanOrEqual(40);
  const topics = counts(({ topic }) => topic);
  expect([...topics.keys()].sort()).toEqual(Object.keys(TOPICS).sort());
  expect(Math.min(...topics.values())).toBeGreaterThanOrEqual(4);
  const platforms = counts(({ platform }) => platform);
  expect([...platforms.keys()].sort()).toEqual([...PLATFORMS].sort());
  expect(Math.min(...platforms.values())).toBeGreaterThanOrEqual(3);
  expect([...counts(({ level }) => level).keys()].sort()).toEqual(['high', 'low', 'medium']);
  expect(counts(({ format }) => format).size).toBeGreaterThanOrEqual(15);
  expect(counts(({ techniques }) => techniques.map(({ id }) => id)).size).toBeGreaterThanOrEqual(40);
});
