import { describe, expect, test } from 'vitest';
import { breathe, Every, Turns } from './turns';

/** A clock that stands still until it is advanced. */
function clockAt(start = 0) {
  let time = start;
  return {
    now: () => time,
    pass: (ms: number) => {
      time += ms;
    },
  };
}

function* steps(count: number, each: () => void): Generator<number, string> {
  for (let i = 0; i < count; i++) {
    each();
    yield i;
  }
  return 'done';
}

describe('turns', () => {
  test('others get a turn only after this one has lasted', async () => {
    const clock = clockAt(5);
    let given = 0;
    const turns = new Turns(async () => ++given > 0, clock.now);
    clock.pass(12);
    expect([turns.isOver, await turns.goOn(), given]).toEqual([false, true, 0]);
    clock.pass(1);
    expect([turns.isOver, await turns.goOn(), given]).toEqual([true, true, 1]);
    // The next turn counts from when the others were done.
    expect(turns.isOver).toBe(false);
  });

  test('time that others take does not count', async () => {
    const clock = clockAt();
    const turns = new Turns(async () => {
      clock.pass(1000);
      return true;
    }, clock.now);
    clock.pass(20);
    await turns.goOn();
    expect(turns.isOver).toBe(false);
  });

  test.each<[string, number, number, number, unknown]>([
    ['quick steps take no turn', 10, 0, 0, { value: 'done' }],
    ['slow steps take one each', 4, 13, 4, { value: 'done' }],
    ['none are taken once the work is no longer wanted', 10, 13, 3, null],
    ['no steps at all', 0, 13, 0, { value: 'done' }],
  ])('%s', async (_, count, ms, expected, result) => {
    const clock = clockAt();
    let given = 0;
    let taken = 0;
    const turns = new Turns(async () => ++given < (result === null ? 3 : Infinity), clock.now);
    const found = await turns.through(
      steps(count, () => {
        taken++;
        clock.pass(ms);
      }),
    );
    expect([found, given]).toEqual([result, expected]);
    expect(taken).toBe(result === null ? 3 : count);
  });
});

test('periodic work is due once per interval', () => {
  const clock = clockAt(1000);
  const every = new Every(100, clock.now);
  const due: number[] = [];
  for (let ms = 0; ms < 350; ms += 30) {
    if (every.isDue()) due.push(ms);
    clock.pass(30);
  }
  expect(due).toEqual([120, 240]);
  every.restart();
  clock.pass(99);
  expect(every.isDue()).toBe(false);
  clock.pass(1);
  expect(every.isDue()).toBe(true);
});

test('several pieces of work may wait at once; each continues in its turn, never immediately', async () => {
  const order: string[] = [];
  const both = ['first', 'second'].map((name) => breathe().then(() => order.push(name)));
  await Promise.resolve();
  expect(order).toEqual([]);
  await Promise.all(both);
  expect(order).toEqual(['first', 'second']);
});
