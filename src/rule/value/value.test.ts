import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectLinear } from '../../testing/growth';
import { base64Offsets, bytesOf } from '../../testing/oracle/encode';
import { inCidr } from '../../testing/oracle/network';
import { partOf } from '../../testing/oracle/time';
import { base64, base64At, utf8, utf16 } from './bytes';
import { inNetwork, parseAddress, parseNetwork, printNetwork } from './network';
import { compileRegex } from './regex';
import { timePart } from './written-time';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });

describe('bytes against Buffer', () => {
  test('UTF-8, UTF-16 and base64', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(Buffer.from(utf8(value))).toEqual(bytesOf(value, 'utf8'));
        expect(Buffer.from(utf16(value, false))).toEqual(bytesOf(value, 'wide'));
        expect(Buffer.from(utf16(value, true))).toEqual(bytesOf(value, 'utf16be'));
        expect(base64(utf8(value))).toBe(bytesOf(value, 'utf8').toString('base64'));
      }),
    );
  });
  test('`base64offset` gives characters that are in the encoding at every alignment, whatever is around', () => {
    fc.assert(
      fc.property(
        text,
        fc.uint8Array({ maxLength: 5 }),
        fc.uint8Array({ maxLength: 4 }),
        (value, before, after) => {
          const bytes = utf8(value);
          const alignment = (before.length % 3) as 0 | 1 | 2;
          const encoded = Buffer.concat([before, Buffer.from(bytes), after]).toString('base64');
          const core = base64At(bytes, alignment);
          const at = ((before.length - alignment) / 3) * 4 + [0, 2, 3][alignment]!;
          expect(encoded.slice(at, at + core.length)).toBe(core);
          expect([0, 1, 2].map((a) => base64At(bytes, a as 0 | 1 | 2)).filter((t) => t !== '')).toEqual(
            base64Offsets(Buffer.from(bytes)),
          );
        },
      ),
    );
  });
});

const v4 = fc.ipV4();
const v6 = fc.ipV6().filter((a) => !a.includes('%'));
const near = fc.tuple(v4, fc.nat({ max: 255 })).map(([a, last]) => a.replace(/\d+$/, String(last)));

describe('networks against BigInt', () => {
  test('membership', () => {
    let members = 0;
    const pairs = fc.oneof(
      fc.tuple(v4, v4, fc.nat({ max: 32 })),
      fc.tuple(v4, near, fc.nat({ max: 8 })),
      fc.tuple(v6, v6, fc.nat({ max: 128 })),
      fc.tuple(v6, v6, fc.nat({ max: 3 })),
      fc.tuple(
        v4.map((a) => `::ffff:${a}`),
        v4,
        fc.integer({ min: 96, max: 128 }),
      ),
      fc.tuple(
        v4,
        v4.map((a) => `::ffff:${a}`),
        fc.nat({ max: 4 }),
      ),
      v4.chain((a) => fc.tuple(fc.constant(a), fc.constant(a), fc.nat({ max: 32 }))),
      v6.chain((a) => fc.tuple(fc.constant(a), fc.constant(a), fc.nat({ max: 128 }))),
    );
    fc.assert(
      fc.property(pairs, ([base, address, prefix]) => {
        const network = parseNetwork(`${base}/${prefix}`)!;
        const expected = inCidr(address, `${base}/${prefix}`);
        expect(inNetwork(parseAddress(address)!, network)).toBe(expected);
        if (expected) members++;
        // Printed and parsed again it is the same network, now without host bits.
        const again = parseNetwork(printNetwork(network))!;
        expect(again).toEqual({ ...network, hostBits: false });
      }),
      { numRuns: 3000 },
    );
    expect(members).toBeGreaterThan(300);
  });
  test.each([
    '',
    '1',
    '1.2.3',
    '1.2.3.4.5',
    '256.0.0.1',
    '1.2.3.-4',
    'a.b.c.d',
    ':',
    ':::',
    '1::2::3',
    '1:2:3',
    '12345::',
    'g::',
    '::1.2.3',
    ' 1.2.3.4',
  ])('not an address: %j', (value) => {
    expect(parseAddress(value)).toBeNull();
  });
});

test('time parts against the naive ones, for every day of 45 years', () => {
  for (let at = Date.UTC(1990, 0, 1); at < Date.UTC(2035, 0, 1); at += 86_400_000) {
    const written = new Date(at).toISOString();
    for (const part of ['minute', 'hour', 'day', 'week', 'month', 'year'] as const) {
      if (timePart(written, part) !== partOf(written, part)) throw new Error(`${part} of ${written}`);
    }
  }
});

test.each([
  '2026-02-30',
  '2026-13-01',
  '2026-00-10',
  '20260203',
  '2026-2-3',
  'x2026-02-03',
  '2026-02-03T25:00:00Z',
  '1700000000',
  '',
])('not a time: %j', (value) => {
  expect(timePart(value, 'hour')).toBeUndefined();
});

describe('regular expressions', () => {
  test('both engines give the same occurrences', () => {
    const flags = { i: false, m: false, s: false };
    const letters = fc.array(fc.constantFrom('a', 'b', '1', '😀'), { maxLength: 10 }).map((c) => c.join(''));
    fc.assert(
      fc.property(
        fc.constantFrom('a+', 'a|b1', '(a)(b)?', '[ab]+1', 'b?', '^a', '1$', '(?<x>a).', '.'),
        letters,
        (source, on) => {
          const linear = compileRegex(source, flags);
          const native = compileRegex(`${source}(?!zz)`, flags);
          if (!linear.ok || !native.ok) throw new Error('does not compile');
          expect([linear.regex.engine, native.regex.engine]).toEqual(['linear', 'backtracking']);
          expect(native.regex.test(on)).toBe(linear.regex.test(on));
          expect(native.regex.find(on)).toEqual(linear.regex.find(on));
          expect(linear.regex.find(on).length > 0).toBe(linear.regex.test(on));
        },
      ),
      { numRuns: 1000 },
    );
  });
  test('a catastrophic expression is linear', () => {
    const result = compileRegex('^(a+)+$', { i: false, m: false, s: false });
    expectLinear(
      6000,
      (size) => `${'a'.repeat(size)}b`,
      (text) => expect(result.ok && result.regex.test(text)).toBe(false),
    );
  });
});
