import { expect, test } from 'vitest';
import { Ration } from './ration';

test.each<[string, readonly number[], readonly number[]]>([
  ['one list has what it wants', [40], [40]],
  ['small lists have', [2, 5, 10, 20], [2, 5, 10, 20]],
  ['of several long ones the first has most', [40, 40, 40, 40], [40, 5, 5, 5]],
  ['a list that wants little is not cut, though others are', [40, 20, 3], [40, 5, 3]],
])('in one frame, %s', (_, wanted, expected) => {
  const frames: (() => void)[] = [];
  const ration = new Ration((call) => frames.push(call));
  expect(wanted.map((rows) => ration.take(rows))).toEqual(expected);
  // The next frame has as many again.
  expect(frames).toHaveLength(1);
  frames[0]?.();
  expect(wanted.map((rows) => ration.take(rows))).toEqual(expected);
});
