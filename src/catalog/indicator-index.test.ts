import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexRules } from '../cli/index-rules';
import { indicators } from '../describe';
import { compileCollection } from '../rule';
import { catalog } from '../testing/corpus';
import { pair } from '../testing/generate';
import { timesAsLong } from '../testing/growth';
import { planOf } from '../testing/oracle/check';
import { describeWithShared } from '../testing/shared';
import { buildIndex, type IndexedRule } from './build-index';
import { ByteReader, ByteWriter } from './bytes';
import { hash48 } from './hash';
import { type IndicatorIndex, readIndex } from './indicator-index';

/** For each key the rules that have it: by id, or each by itself. */
function count(rules: readonly IndexedRule[]): Map<string, Set<string | number>> {
  const holders = new Map<string, Set<string | number>>();
  rules.forEach(({ id, keys }, i) => {
    for (const key of keys) {
      const own = holders.get(key) ?? new Set();
      own.add(id ?? i);
      holders.set(key, own);
    }
  });
  return holders;
}

/** The index gives for every key and every rule the same as counting. */
function expectSame(rules: readonly IndexedRule[], bytes: Uint8Array): void {
  const index = readIndex(bytes);
  const holders = count(rules);
  for (const [key, { size }] of holders) {
    if (index.lookup(key) !== (size < 2 ? 0 : size)) expect([key, index.lookup(key)]).toEqual([key, size]);
  }
  for (const { id, keys } of rules) {
    for (const key of keys) {
      const own = holders.get(key)!;
      const others = own.size < 2 ? null : own.size - (id !== null ? 1 : 0);
      if (index.others(key, id) !== others)
        expect([id, key, index.others(key, id)]).toEqual([id, key, others]);
    }
  }
  expect(index.size).toBe([...holders.values()].filter(({ size }) => size >= 2).length);
}

const RULES: readonly IndexedRule[] = [
  { id: 'one', keys: ['F|match|a', 'F|match|b', 'F|match|c'] },
  { id: 'two', keys: ['F|match|a', 'F|match|b'] },
  { id: null, keys: ['F|match|a', 'F|match|d'] },
  { id: null, keys: ['F|match|e'] },
];

describe('how many rules hold an indicator', () => {
  const index = readIndex(buildIndex(RULES).bytes);
  test.each([
    // the key, the id of the rule in the editor, in how many rules it stands, in how many others
    ['F|match|a', 'one', 3, 2],
    ['F|match|a', 'ONE ', 3, 2],
    ['F|match|a', 'three', 3, 3],
    ['F|match|a', null, 3, 3],
    ['F|match|b', 'two', 2, 1],
    ['F|match|b', '', 2, 2],
    ['F|match|c', 'one', 0, null],
    ['F|match|z', 'one', 0, null],
  ])('%s, seen from %s', (key, id, all, others) => {
    expect([index.lookup(key), index.others(key, id)]).toEqual([all, others]);
  });

  test('what a person adds to a rule of the catalog is not taken off the count', () => {
    const rules = [...RULES, { id: 'three', keys: ['F|match|q'] }];
    expect(readIndex(buildIndex(rules).bytes).others('F|match|a', 'three')).toBe(3);
  });

  test('rules of one id are one; an indicator that stands twice in a rule counts once', () => {
    const rules = [
      { id: 'one', keys: ['k', 'k'] },
      { id: 'One', keys: ['k'] },
    ];
    expect(buildIndex(rules)).toMatchObject({ rules: 1, indicators: 0, single: 1 });
  });

  test('the order of the rules does not matter', () => {
    expect(buildIndex([...RULES].reverse()).bytes).toEqual(buildIndex(RULES).bytes);
  });

  test('ids it has', () => {
    expect(['one', 'Two', 'three', '', null].map((id) => index.has(id))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

test('of generated rules every count is what counting gives', () => {
  const one = fc.tuple(pair, fc.option(fc.constantFrom('a', 'b', 'c', 'd')));
  let kept = 0;
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), (list) => {
      const rules = list.map(([{ rule, placeholders }, id]) => ({
        id,
        keys: indicators(planOf(rule, placeholders)).map(({ key }) => key),
      }));
      const { bytes, indicators: size } = buildIndex(rules);
      expectSame(rules, bytes);
      kept += size;
    }),
    { numRuns: 200 },
  );
  expect(kept).toBeGreaterThan(100);
});

test('hashes and numbers come back as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 ** 31 - 1 })), fc.array(fc.string()), (numbers, texts) => {
      const out = new ByteWriter();
      for (const number of numbers) out.varint(number);
      for (const text of texts) out.hash(hash48(text));
      const reader = new ByteReader(out.done());
      expect(numbers.map(() => reader.varint())).toEqual(numbers);
      expect(texts.map(() => reader.hash())).toEqual(texts.map(hash48));
      expect(reader.left).toBe(0);
    }),
  );
});

test('hashes spread: of 100,000 like texts none share one, and each bit is set in half of them', () => {
  const hashes = Array.from({ length: 100_000 }, (_, i) => hash48(`EventID|match|${i}`));
  expect(new Set(hashes).size).toBe(hashes.length);
  for (let bit = 0; bit < 48; bit++) {
    const set = hashes.filter((hash) => Math.floor(hash / 2 ** bit) % 2 === 1).length;
    expect(Math.abs(set / hashes.length - 0.5)).toBeLessThan(0.01);
  }
});

describe('a file that is no index, or a damaged one', () => {
  const { bytes } = buildIndex(RULES);
  test.each([
    ['empty', new Uint8Array(0), /not an index/],
    ['something else', new TextEncoder().encode('<!doctype html>'), /not an index/],
    ['another version', Uint8Array.from(bytes, (b, i) => (i === 4 ? 9 : b)), /version 9/],
    ['cut short', bytes.slice(0, -1), /too soon/],
    ['too long', Uint8Array.from([...bytes, 0]), /follows its end/],
    ['a size beyond its end', Uint8Array.from([...bytes.slice(0, 5), 255, 255, 255, 127, 0]), /too soon/],
    [
      'hashes out of order',
      Uint8Array.from([
        ...bytes.slice(0, 7),
        ...bytes.slice(13, 19),
        ...bytes.slice(7, 13),
        ...bytes.slice(19),
      ]),
      /out of order/,
    ],
  ])('%s', (_, damaged, message) => expect(() => readIndex(damaged)).toThrow(message));
});

const built = (name: string) => readFileSync(new URL(`../../public/catalog/${name}`, import.meta.url));

describe('the index that is built in', () => {
  const bytes = new Uint8Array(built('indicators.bin'));
  const manifest = JSON.parse(built('indicators.json').toString());
  const index = readIndex(bytes);

  test('is small, and its manifest tells the truth', () => {
    expect(bytes.length).toBeLessThanOrEqual(400_000);
    expect([manifest.bytes, manifest.indicators]).toEqual([bytes.length, index.size]);
    expect(manifest.falsePositiveRate / index.falsePositiveRate).toBeCloseTo(1, 1);
    expect(index.falsePositiveRate).toBeLessThan(1e-9);
  });

  test('a lookup costs no more than a few in a small index', () => {
    const keys = Array.from({ length: 1000 }, (_, i) => `CommandLine|contains|value ${i}`);
    const lookUp = (one: IndicatorIndex) => () => {
      let found = 0;
      for (const key of keys) found += one.others(key, '11111111-1111-4111-8111-111111111111') ?? 0;
      expect(found).toBe(0);
    };
    const small = readIndex(buildIndex([{ id: 'a', keys: ['one', 'two', 'three'] }]).bytes);
    expect(index.size).toBeGreaterThan(5000);
    expect(timesAsLong(lookUp(index), lookUp(small), 4)).toBeLessThanOrEqual(4);
  });
});

describeWithShared('the index that is built in, against the catalog', (shared) => {
  const files = catalog(shared);

  test('every count, and every rule seen from its own id, is what counting gives', () => {
    const rules = files.flatMap(({ text }) =>
      compileCollection(text).plans.map(({ id, plan }) => ({
        id,
        keys: indicators(plan).map(({ key }) => key),
      })),
    );
    expect(rules.length).toBeGreaterThan(3900);
    expectSame(rules, new Uint8Array(built('indicators.bin')));
  });

  test('it is what these files give today, to the byte', () => {
    const { name, commit, date } = JSON.parse(built('indicators.json').toString());
    const texts = files.map(({ path, text }) => ({ name: path, text }));
    const { bytes, manifest } = indexRules(texts, { name, commit, date });
    expect(manifest).toEqual(JSON.parse(built('indicators.json').toString()));
    expect(Buffer.compare(bytes, built('indicators.bin'))).toBe(0);
  });
});
