import { expect, test } from 'vitest';
import { catalog } from '../../testing/corpus';
import { DAMAGES, flattened } from '../../testing/damage';
import { describeWithShared } from '../../testing/shared';
import { restore } from './restore';
import { contentOf, soundDocuments } from './sound';

/** How many of the catalog's files can be restored from their lines alone; for the others nothing is offered. */
const BACK = 3990;

const contentIn = (text: string) => contentOf(soundDocuments(text)!);

describeWithShared('the catalog, as it comes out of pages and chats', (shared) => {
  const files = catalog(shared);

  test('nothing is found in the original', () => {
    expect(files.filter(({ text }) => restore(text) !== null).map(({ path }) => path)).toEqual([]);
  });

  test('without indentation, every file is restored exactly, or nothing is offered', () => {
    const wrong: string[] = [];
    let back = 0;
    for (const { path, text } of files) {
      const found = restore(flattened(text));
      if (!found?.text) continue;
      if (contentIn(found.text) === contentIn(text)) back++;
      else wrong.push(path);
    }
    expect(wrong).toEqual([]);
    expect({ back, not: files.length - back }).toEqual({ back: BACK, not: files.length - BACK });
  });

  test.each(Object.entries(DAMAGES))(
    'with %s, alone and without indentation, none is restored wrongly',
    (_, damage) => {
      const some = files.filter((__, i) => i % 60 === 0);
      let back = 0;
      for (const { path, text } of some) {
        for (const damaged of [damage(text), damage(flattened(text))]) {
          const found = restore(damaged);
          if (!found?.text) continue;
          back++;
          expect(contentIn(found.text), path).toBe(contentIn(text));
        }
      }
      expect(back).toBeGreaterThan(some.length * 1.5);
    },
  );
});
