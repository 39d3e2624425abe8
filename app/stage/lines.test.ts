import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hangOf, type Line, partsWith, stageLines } from './lines';

/** The lines of a text as they are shown. */
function shown(
  text: string,
  marked: readonly string[] = [],
  parts = [{ start: 0, end: text.length }],
): string[] {
  const ranges = marked.map((one) => ({ start: text.indexOf(one), end: text.indexOf(one) + one.length }));
  return stageLines(text, parts, ranges).map((line) =>
    line.kind === 'fold'
      ? `(${line.lines})`
      : '  '.repeat(line.indent) +
        line.parts.map(({ start, end }) => text.slice(start, end)).join('…') +
        (line.isCut ? '…' : ''),
  );
}

const LONG = `"Note": "${'long '.repeat(20)}end"`;

describe('lines', () => {
  test('of a short text stay as they are', () => {
    expect(shown('{"a": 1}\n')).toEqual(['{"a": 1}']);
    expect(shown('{\r\n  "a": 1\r\n}')).toEqual(['{', '  "a": 1', '}']);
  });

  test('of an event in an indented list begin where it does', () => {
    const text = '[\n  {\n    "a": 1\n  },\n  {}\n]';
    expect(shown(text, [], [{ start: 4, end: text.indexOf(',') }])).toEqual(['{', '  "a": 1', '}']);
  });

  test('of JSON on one line are broken at its parts', () => {
    expect(shown(`{"a":{"b":[1,2],"c":"x,{}\\"y"}, ${LONG},"d":{}}`)).toEqual([
      '{',
      '  "a":{',
      '    "b":[1,2],',
      '    "c":"x,{}\\"y"',
      '  },',
      `  ${LONG},`,
      '  "d":{',
      '  }',
      '}',
    ]);
  });

  test('of XML on one line are broken between its tags', () => {
    expect(
      shown(`<Event><System><EventID>1</EventID> <Channel>${'c'.repeat(90)}</Channel></System></Event>`),
    ).toEqual([
      '<Event>',
      '  <System>',
      '  <EventID>1</EventID>',
      `  <Channel>${'c'.repeat(90)}</Channel>`,
      '  </System>',
      '</Event>',
    ]);
  });

  test('of a long text are folded where no step speaks of them', () => {
    const text = Array.from({ length: 40 }, (_, i) => `line ${i}.`).join('\n');
    expect(shown(text, ['line 20.'])).toEqual([
      'line 0.',
      '(18)',
      'line 19.',
      'line 20.',
      'line 21.',
      '(17)',
      'line 39.',
    ]);
    expect(shown(text)).toHaveLength(40);
  });

  test('that are very long are cut around what is spoken of', () => {
    const text = `${'a'.repeat(500)}HERE${'b'.repeat(500)}`;
    expect(shown(text, ['HERE'])).toEqual([`${'a'.repeat(70)}…${'a'.repeat(70)}HERE${'b'.repeat(70)}…`]);
  });

  test('law: whatever the text, each mark is in a line, and the lines are stretches of the text in its order', () => {
    const text = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', ',', '"', '\\', '<', '>', 'a', ' ', '\n'),
      maxLength: 400,
    });
    fc.assert(
      fc.property(text, fc.nat(400), fc.nat(8), (content, from, size) => {
        const start = Math.min(from, content.length);
        const mark = { start, end: Math.min(start + size, content.length) };
        const lines = stageLines(content, [{ start: 0, end: content.length }], [mark]);
        const parts = lines.flatMap((line) => (line.kind === 'line' ? line.parts : []));
        for (const [i, part] of parts.entries()) {
          expect(part.end).toBeGreaterThanOrEqual(part.start);
          if (i > 0) expect(part.start).toBeGreaterThanOrEqual(parts[i - 1]!.end);
        }
        for (let at = mark.start; at < mark.end; at++)
          if (/\S/.test(content[at]!))
            expect(
              parts.some((p) => p.start <= at && at < p.end),
              content,
            ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

test('of a rule only the parts that are spoken of are shown', () => {
  const text =
    'title: T\n# why\nlogsource:\n  product: x\nreferences:\n- a\n- b\ndetection:\n  a: 1\n  condition: a\nlevel: low\n';
  const parts = partsWith(text, [
    { start: text.indexOf('product'), end: 0 },
    { start: text.indexOf('condition'), end: 0 },
  ]);
  expect(shown(text, [], parts)).toEqual([
    'logsource:',
    '  product: x',
    'detection:',
    '  a: 1',
    '  condition: a',
  ]);
  expect(
    shown(
      text,
      [],
      partsWith('{a: 1}', []).map(() => ({ start: 0, end: 8 })),
    ),
  ).toEqual(['title: T']);
});

test.each<[text: string, indent: number, hang: number]>([
  ['title: a', 0, 2],
  ['    condition: a', 0, 6],
  ['"a": 1', 3, 8],
  // So that room is left for the text, however deep it is.
  [`${' '.repeat(60)}a`, 0, 18],
  ['', 0, 2],
])('%j, %i steps in, goes on after %i characters', (text, indent, hang) => {
  const line: Line = { kind: 'line', indent, parts: [{ start: 0, end: text.length }], isCut: false };
  expect(hangOf(text, line)).toBe(hang);
});
