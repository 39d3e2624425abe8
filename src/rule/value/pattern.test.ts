import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectLinear } from '../../testing/growth';
import { matchesWhole, openOptions, readValue } from '../../testing/oracle/text';
import { fold } from './fold';
import { Pattern } from './pattern';
import { openDashes, parseSigmaString, printSigmaString, type StringPart } from './sigma-string';

const letters = (values: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...values), { maxLength }).map((characters) => characters.join(''));

/** Alphabets of what can go wrong: surrogate pairs, escapes, characters that fold into one another. */
const ALPHABETS = [
  { pattern: ['a', 'b', '*', '?'], text: ['a', 'b'] },
  { pattern: ['a', '*', '?', '\\', '\\*', '\\?', '\\\\'], text: ['a', '*', '?', '\\'] },
  { pattern: ['a', '😀', '*', '?', '\u{1f601}'], text: ['a', '😀', '\u{1f601}'] },
  {
    pattern: ['k', 's', 'K', '\u212a', '\u017f', 'ß', '*', '?'],
    text: ['K', 'k', '\u212a', 'ſ', 'S', 'ß', '\u1e9e'],
  },
  { pattern: ['-', '/', 'a', ' ', '*', '\u2014'], text: ['-', '/', '\u2013', 'a', ' '] },
];

describe.each(ALPHABETS)('wildcards against the naive matcher: $pattern', ({ pattern, text }) => {
  const both = fc.tuple(letters(pattern, 7), letters(text, 8), fc.boolean());

  test('test', () => {
    let matched = 0;
    fc.assert(
      fc.property(both, ([value, on, cased]) => {
        const expected = matchesWhole(readValue(value), on, cased);
        expect(new Pattern(parseSigmaString(value), cased).test(cased ? on : fold(on))).toBe(expected);
        if (expected) matched++;
      }),
      { numRuns: 3000 },
    );
    expect(matched).toBeGreaterThan(20);
  });

  test('windash', () => {
    fc.assert(
      fc.property(both, ([value, on, cased]) => {
        const expected = matchesWhole(openOptions(readValue(value)), on, cased);
        expect(new Pattern(openDashes(parseSigmaString(value)), cased).test(cased ? on : fold(on))).toBe(
          expected,
        );
      }),
      { numRuns: 1500 },
    );
  });

  test('find: an occurrence exactly if `test` is true; its parts are in order, touch, and hold their literals', () => {
    fc.assert(
      fc.property(both, ([value, on, cased]) => {
        fc.pre(!value.includes('**'));
        const parts = parseSigmaString(value);
        const compiled = new Pattern(parts, cased);
        const found = compiled.find(on);
        expect(found.length > 0).toBe(compiled.test(cased ? on : fold(on)));
        for (const occurrence of found) {
          let at = occurrence.parts[0]?.range.start ?? 0;
          for (const { part, range } of occurrence.parts) {
            expect(range.start).toBe(at);
            at = range.end;
            const source: StringPart = parts[part]!;
            const covered = on.slice(range.start, range.end);
            if (source.kind === 'text')
              expect(cased ? covered : fold(covered)).toBe(cased ? source.text : fold(source.text));
            if (source.kind === 'any') expect([...covered]).toHaveLength(1);
          }
          if (parts[0]?.kind !== 'star') expect(occurrence.range.start).toBe(0);
          if (parts.length > 0 && parts[parts.length - 1]!.kind !== 'star') expect(at).toBe(on.length);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('find under `contains`: occurrences do not overlap and go from left to right', () => {
    fc.assert(
      fc.property(letters(pattern, 4), letters(text, 12), (value, on) => {
        const parts: StringPart[] = [
          { kind: 'star', at: null },
          ...parseSigmaString(value),
          { kind: 'star', at: null },
        ];
        const compiled = new Pattern(parts, false);
        const found = compiled.find(on);
        expect(found.length > 0).toBe(
          matchesWhole([{ is: 'run' }, ...readValue(value), { is: 'run' }], on, false),
        );
        for (const [i, { range }] of found.entries()) {
          expect(range.start).toBeGreaterThanOrEqual(found[i - 1]?.range.end ?? 0);
          expect(range.end).toBeLessThanOrEqual(on.length);
          expect(range.end).toBeGreaterThanOrEqual(range.start);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a printed value parses to the same value', () => {
    fc.assert(
      fc.property(letters(pattern, 8), (value) => {
        const strip = (parts: readonly StringPart[]) =>
          parts.map((p) => ('text' in p ? `${p.kind} ${p.text}` : p.kind));
        const parsed = parseSigmaString(value);
        expect(strip(parseSigmaString(printSigmaString(parsed)))).toEqual(strip(parsed));
      }),
    );
  });

  test('parts have their ranges in the value', () => {
    fc.assert(
      fc.property(letters(pattern, 8), (value) => {
        let at = 0;
        for (const part of parseSigmaString(value)) {
          expect(part.at!.start).toBe(at);
          at = part.at!.end;
          const written = value.slice(part.at!.start, part.at!.end);
          if (part.kind === 'text')
            expect(parseSigmaString(written)).toMatchObject([{ kind: 'text', text: part.text }]);
          else expect(written).toBe(part.kind === 'star' ? '*' : '?');
        }
        expect(at).toBe(value.length);
      }),
    );
  });
});

describe('wildcards against the naive matcher: alphabets of any characters', () => {
  const scalarValue = fc.oneof(
    fc.integer({ min: 0x20, max: 0x7e }),
    fc.integer({ min: 0xa0, max: 0xd7ff }),
    fc.integer({ min: 0xe000, max: 0xffff }),
    fc.integer({ min: 0x10000, max: 0x1efff }),
    // Letters that have two cases, in several scripts and beyond the first plane.
    fc.constantFrom(0x61, 0xe9, 0x3c3, 0x3c2, 0x44f, 0x1e9e, 0x13a0, 0xab70, 0x10400, 0x10428, 0x1e900),
  );
  /** A few characters, and their other case if that is one character too. */
  const alphabet = fc
    .uniqueArray(scalarValue.map(String.fromCodePoint), { minLength: 1, maxLength: 3 })
    .map((list) => [
      ...new Set(
        list.flatMap((c) => [c, c.toUpperCase(), c.toLowerCase()]).filter((c) => [...c].length === 1),
      ),
    ]);
  const SIGNS = ['*', '?', '\\', '\\*', '\\?', '\\\\', '-', '/', '\u2013', '\u2014', '\u2015'];
  const both = fc
    .tuple(alphabet, fc.uniqueArray(fc.constantFrom(...SIGNS), { maxLength: 4 }))
    .chain(([characters, signs]) =>
      fc.record({
        value: letters([...characters, ...signs, '*', '?'], 6),
        on: letters([...characters, ...signs], 8),
        cased: fc.boolean(),
      }),
    );

  test.each([
    ['as it is', (parts: readonly StringPart[]) => parts, (tokens: ReturnType<typeof readValue>) => tokens],
    ['windash', openDashes, openOptions],
  ] as const)('%s', (_, open, naive) => {
    let matched = 0;
    let astral = 0;
    fc.assert(
      fc.property(both, ({ value, on, cased }) => {
        const expected = matchesWhole(naive(readValue(value)), on, cased);
        const parts = open(parseSigmaString(value));
        const compiled = new Pattern(parts, cased);
        const text = `${JSON.stringify(value)} on ${JSON.stringify(on)}`;
        expect(compiled.test(cased ? on : fold(on)), text).toBe(expected);
        const found = compiled.find(on);
        expect(found.length > 0, text).toBe(expected);
        for (const { parts: spans } of found)
          for (const { part, range } of spans) {
            const covered = on.slice(range.start, range.end);
            expect(covered).toHaveLength(range.end - range.start);
            // No range begins or ends inside a character.
            expect(/[\ud800-\udfff]/u.test(covered), text).toBe(false);
            if (parts[part]!.kind === 'any') expect([...covered]).toHaveLength(1);
          }
        if (expected) matched++;
        if (expected && /[\u{10000}-\u{10ffff}]/u.test(on)) astral++;
      }),
      { numRuns: 2000 },
    );
    expect(matched).toBeGreaterThan(20);
    expect(astral).toBeGreaterThan(2);
  });

  test('a printed value parses to the same value', () => {
    fc.assert(
      fc.property(both, ({ value, on, cased }) => {
        const printed = printSigmaString(parseSigmaString(value));
        expect(matchesWhole(readValue(printed), on, cased)).toBe(matchesWhole(readValue(value), on, cased));
        expect(printSigmaString(parseSigmaString(printed))).toBe(printed);
      }),
      { numRuns: 500 },
    );
  });
});

test('of two adjacent stars, one covers all characters', () => {
  const [occurrence] = new Pattern(parseSigmaString('a**b'), false).find('axyb');
  const widths = occurrence!.parts.map(({ range }) => range.end - range.start);
  expect(widths.reduce((a, b) => a + b)).toBe(4);
});

test('adjacent parts are printed so that they stay apart', () => {
  const at = null;
  const value: StringPart[] = [
    { kind: 'text', text: 'a\\', at },
    { kind: 'text', text: '*b', at },
  ];
  expect(parseSigmaString(printSigmaString(value))).toMatchObject([{ kind: 'text', text: 'a\\*b' }]);
});

test('many stars on a long text that does not match take hardly any time', () => {
  const text = (size: number) => 'a'.repeat(size);
  for (const star of ['*a', '*?a']) {
    const pattern = (stars: number) => new Pattern(parseSigmaString(`${star.repeat(stars)}*b`), false);
    const many = pattern(500);
    expectLinear(12_500, text, (on) => expect(many.test(on)).toBe(false));
    const long = text(20_000);
    expectLinear(50, pattern, (p) => expect(p.test(long)).toBe(false));
  }
});

test('occurrences are reported only up to a total number of parts', () => {
  const found = (stars: number) =>
    new Pattern(parseSigmaString(`${'*'.repeat(stars)}a*`), false).find('a'.repeat(500)).length;
  expect([1, 98, 998, 20_000].map(found)).toEqual([100, 100, 10, 1]);
});
