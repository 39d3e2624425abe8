import fc from 'fast-check';

const encoder = new TextEncoder();

type Change = (bytes: readonly number[]) => number[];

/** Bytes flipped, removed, repeated or inserted, or the end cut off. */
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })).map(
    ([where, mask]): Change =>
      (all) =>
        all.map((byte, i) => (i === where % all.length ? byte ^ mask : byte)),
  ),
  fc.tuple(fc.nat(), fc.integer({ min: 1, max: 30 })).map(
    ([where, length]): Change =>
      (all) => {
        const from = where % (all.length + 1);
        return [...all.slice(0, from), ...all.slice(from + length)];
      },
  ),
  fc.tuple(fc.nat(), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 40 })).map(
    ([where, length, count]): Change =>
      (all) => {
        const from = where % (all.length + 1);
        const piece = all.slice(from, from + length);
        return [
          ...all.slice(0, from),
          ...Array.from({ length: count }, () => piece).flat(),
          ...all.slice(from),
        ];
      },
  ),
  fc.tuple(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 6 })).map(
    ([where, put]): Change =>
      (all) => {
        const from = where % (all.length + 1);
        return [...all.slice(0, from), ...put, ...all.slice(from)];
      },
  ),
  fc.nat().map(
    (where): Change =>
      (all) =>
        all.slice(0, where % (all.length + 1)),
  ),
);
const changes = fc.array(change, { minLength: 1, maxLength: 3 });

/** UTF-8 bytes of texts, changed in up to three ways. */
export const mutated = (texts: fc.Arbitrary<string>) =>
  fc
    .tuple(texts, changes)
    .map(([text, list]) => list.reduce((all: number[], one) => one(all), [...encoder.encode(text)]));
