import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS } from './formats/all';
import { FORMAT_NAMES } from './formats/names';
import { EventReader } from './read';

it('each format is what `formats/all.ts` calls it', () =>
  expect(FORMATS.map(({ name }) => name)).toEqual(FORMAT_NAMES));

describe('what is recognised, and a choice instead', () => {
  const XML = '<Event><System><EventID>1</EventID></System></Event>';
  const mixed = `{"a":1}\n{"a":2}\n${XML}\n{"a":3}`;
  const found = (text: string, format?: string) => {
    const reader = new EventReader(text, format);
    while (reader.next());
    return reader.recognised.map(({ written, count, at }) => [written, count, at]);
  };

  it.each([
    // text, format chosen, what was read as which format, how many events, and from where on
    ['', undefined, []],
    ['{"a":1}', undefined, [['JSON object', 1, 0]]],
    [
      mixed,
      undefined,
      [
        ['NDJSON', 3, 0],
        ['XML', 1, 16],
      ],
    ],
    [
      `${XML}\n{"a":1}`,
      undefined,
      [
        ['XML', 1, 0],
        ['JSON object', 1, XML.length + 1],
      ],
    ],
    [XML, 'JSON', [['malformed JSON', 1, 0]]],
    [mixed, 'no such format', found(mixed)],
    ['plain text', undefined, [['plain lines', 1, 0]]],
  ])('%j as %s', (text, format, expected) => {
    expect(found(text, format)).toEqual(expected);
  });

  it('a chosen format is the only one that reads, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.constantFrom('{"a":1}', XML, 'x', '<', '[')),
        fc.constantFrom(...FORMAT_NAMES),
        (noise, lines, format) => {
          const text = [...lines, noise].join('\n');
          const reader = new EventReader(text, format);
          let count = 0;
          while (reader.next()) count++;
          const { recognised } = reader;
          expect(recognised.map((r) => r.format)).toEqual(recognised.length ? [format] : []);
          expect(recognised.reduce((sum, r) => sum + r.count, 0)).toBe(count);
        },
      ),
    );
  });
});
