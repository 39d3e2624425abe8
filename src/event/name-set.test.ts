import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPORTS } from '../testing/exports/all';
import { anyOf, flatOrder } from './name-set';
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

describe('the order of names', () => {
  it.each<[string, string, string, boolean]>([
    ['other values', '{"a":1,"b":"x"}', '{"a":null,"b":2}', true],
    ['another order', '{"a":1,"b":1}', '{"b":1,"a":1}', false],
    ['one name more', '{"a":1}', '{"a":1,"b":1}', false],
    ['an object inside', '{"a":1}', '{"a":{}}', false],
    ['an array inside', '{"a":[]}', '{"a":[]}', false],
    ['no name', '{}', '{}', true],
  ])('%s', (_, a, b, same) => {
    const [one, other] = [a, b].map((json) => flatOrder(JSON.parse(json)));
    expect(one !== undefined && one === other).toBe(same);
  });

  it('is the same only for events whose fields are the same', () => {
    const name = fc.constantFrom('Channel', 'UtcTime', 'Event ID', 'EventID', 'System', '__proto__');
    const value = fc.constantFrom('Security', 'System', 1, null, {}, ['x']);
    const line = fc
      .uniqueArray(fc.tuple(name, value), { selector: ([n]) => n, maxLength: 3 })
      .map((members) => `{${members.map(([n, v]) => `"${n}":${JSON.stringify(v)}`).join(',')}}`);
    let same = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 30 }), (lines) => {
        const events = readEvents(lines.join('\n')).slices.flatMap(({ event }) => event ?? []);
        for (const event of events) {
          const order = event.order?.();
          for (const other of events) {
            if (order === undefined || other.order?.() !== order) continue;
            same++;
            expect(event.sameFields?.(other)).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
    expect(same).toBeGreaterThan(100);
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
