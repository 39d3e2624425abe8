import { expect, test } from 'vitest';
import { Overlay } from './overlay';

const Nothing = () => null;

test('a dialog that several ask for at once is loaded once, and each gets it', async () => {
  let asked = 0;
  const overlay = new Overlay('A dialog', async () => {
    asked++;
    return Nothing;
  });
  overlay.prepare();
  expect(await Promise.all([overlay.loaded(), overlay.loaded()])).toEqual([Nothing, Nothing]);
  expect(await overlay.loaded()).toBe(Nothing);
  expect(asked).toBe(1);
});

test('a dialog that does not come is lost for all who asked at once', async () => {
  let asked = 0;
  const overlay = new Overlay('A dialog', async () => {
    asked++;
    throw new Error('not there');
  });
  const ends = await Promise.allSettled([overlay.loaded(), overlay.loaded()]);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(asked).toBe(1);
});
