import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack, plainKeyOf, through, unpack } from './packed';

test.each([
  ['nothing', ''],
  ['a rule', 'title: A\n'],
  ['a byte order mark', '\uFEFFtitle: A'],
  ['a pair of surrogates', 'a 😀 b'],
  ['half of a pair', 'a \uD83D b'],
  ['both halves the wrong way round', '\uDE00\uD83D'],
  ['line ends of all kinds', 'a\r\nb\rc\n\0'],
  ['more than a piece of UTF-16', `\uD83D${'x'.repeat(50_000)}`],
])('%s comes back as it was', async (_, text) => {
  expect(await unpack(await pack(text))).toBe(text);
});

test('any text comes back as it was, and only the same text has the same key', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), async (a, b) => {
      const [one, other] = [await pack(a), await pack(b)];
      expect(await unpack(one)).toBe(a);
      expect(one.key === other.key).toBe(a === b);
    }),
  );
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['something else', { form: 'utf-8', bytes: 'text' }],
  ['bytes that are not deflated', { form: 'utf-8', bytes: new Uint8Array([1, 2, 3]).buffer }],
  ['what is no UTF-8', { form: 'utf-8', bytes: new Uint8Array([0x01, 0x01, 0x00, 0xfe, 0xff, 0xff]).buffer }],
])('%s is no packed text', async (_, packed) => {
  await expect(unpack(packed)).rejects.toThrow();
});

test('without digests, too, different bytes have different keys', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 40 }), (a, b) => {
      expect(plainKeyOf(a) === plainKeyOf(b)).toBe(Buffer.compare(a, b) === 0);
    }),
  );
});

test('a long text goes through the stream in small pieces, which together are the text', async () => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => i % 251);
  const sizes: number[] = [];
  const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (piece, controller) => {
      sizes.push(piece.length);
      controller.enqueue(piece);
    },
  });
  const made = await through(bytes, counting as unknown as CompressionStream);
  expect(Buffer.compare(new Uint8Array(made), bytes)).toBe(0);
  expect(Math.max(...sizes)).toBeLessThan(50_000);
});
