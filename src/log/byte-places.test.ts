import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BytePlaces } from './byte-places';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom('a', '\n', 'bc', 'ö', '日本', '😀', '\ufeff').map((text) => encoder.encode(text)),
    fc.constantFrom([0xff], [0xc3], [0xe4, 0x80]).map((bytes) => Uint8Array.from(bytes)),
  ),
  { minLength: 1, maxLength: 30 },
);

test('places beside ASCII are those of their bytes, whatever is asked before', () => {
  fc.assert(
    fc.property(pieces, fc.array(fc.nat(), { maxLength: 20 }), (parts, asked) => {
      const bytes = Uint8Array.from(parts.flatMap((part) => [...part]));
      const text = decoder.decode(bytes);
      const places = new BytePlaces(text, bytes);
      for (const number of asked) {
        const at = number % (text.length + 1);
        const byte = places.byteOf(at);
        const isPlain = (i: number) => text.charCodeAt(i) < 0x80;
        if (at > 0 && !isPlain(at - 1) && !(at < text.length && isPlain(at))) continue;
        if (at === 0) expect(byte).toBe(0);
        else if (isPlain(at - 1) || (at < text.length && isPlain(at)))
          expect(decoder.decode(bytes.subarray(0, byte))).toBe(text.slice(0, at));
      }
    }),
    { numRuns: 500 },
  );
});
