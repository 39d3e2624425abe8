import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPORTS } from '../testing/exports/all';
import { anyOf } from './name-set';
import { ParsedEvent } from './parsed-event';
import { readEvents } from './read';
import { laidOut, shapeOf } from './shapes/recognise';

const hasB = anyOf(['b', 'constructor', '__proto__', '7']);
const hasC = anyOf(['c']);

describe('the test of names', () => {
  it.each<[string, string, boolean, boolean]>([
    ['no name', '{}', false, false],
    ['one of them', '{"a":1,"b":null}', true, false],
    ['both', '{"c":1,"b":2}', true, true],
    ['an inherited name is none', '{"a":1}', false, false],
    ['constructor', '{"constructor":1}', true, false],
    ['__proto__', '{"__proto__":1}', true, false],
    ['a number', '{"c":1,"7":1}', true, true],
    ['not inside', '{"a":{"b":1,"c":1}}', false, false],
  ])('%s', (_, json, b, c) => {
    const object = JSON.parse(json) as object;
    expect([hasB(object), hasC(object), hasB(object)]).toEqual([b, c, b]);
  });

  it('answers as a look at the names does, in whatever order objects come', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor', '7', '1');
    const object = fc
      .uniqueArray(name)
      .map((names) => JSON.parse(`{${names.map((n) => `"${n}":1`).join(',')}}`) as object);
    fc.assert(
      fc.property(fc.array(object, { maxLength: 30 }), (objects) => {
        for (const one of [...objects, ...objects]) {
          const names = Object.keys(one);
          expect(hasB(one)).toBe(names.some((n) => ['b', 'constructor', '__proto__', '7'].includes(n)));
          expect(hasC(one)).toBe(names.includes('c'));
        }
      }),
    );
  });

  it('holds for more orders, and for more names, than are kept', () => {
    for (let i = 0; i < 30_000; i++) {
      expect(hasC({ [`x${i}`]: 1, [i % 3 === 0 ? 'c' : 'd']: 1 })).toBe(i % 3 === 0);
    }
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`n${i}`, i]));
    expect([hasC(many), hasC({ ...many, c: 1 })]).toEqual([false, true]);
  });
});

it('an event in which no name tells a layout is flat', () => {
  let count = 0;
  for (const { text } of Object.values(EXPORTS).flat()) {
    for (const { event } of readEvents(text).slices) {
      if (!(event instanceof ParsedEvent)) continue;
      expect(shapeOf(event.json).name).toBe(laidOut(event.json).name);
      count++;
    }
  }
  expect(count).toBeGreaterThan(100);
});
