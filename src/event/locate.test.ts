import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Range } from '../text';
import type { ValueLocation } from './event';
import { readEvents } from './read';

const first = (text: string) => readEvents(text).slices[0]!.event!;
const cut = (text: string, r: Range) => text.slice(r.start, r.end);
const pieces = (text: string, found: ValueLocation, start: number, end: number) =>
  found.toText({ start, end }).map((r) => cut(text, r));

describe('decoded ranges in the text', () => {
  it.each<[string, string, number, number, string]>([
    ['{"a":"hello"}', 'a', 1, 3, 'el'],
    ['{"a":"C:\\\\Win"}', 'a', 2, 3, '\\\\'],
    ['{"a":"C:\\\\Win"}', 'a', 3, 6, 'Win'],
    ['{"a":"x\\u0041y"}', 'a', 1, 2, '\\u0041'],
    ['{"a":"x\\ud83d\\ude00y"}', 'a', 1, 3, '\\ud83d\\ude00'],
    ['{"a":"x\\ud83d\\ude00y"}', 'a', 3, 4, 'y'],
    ['{"a":"x😀\\ny"}', 'a', 3, 4, '\\n'],
    ['{"a":"x"}', 'a', 1, 1, ''],
    ['{"a":1234}', 'a', 1, 3, '23'],
    ['{"a":1e3}', 'a', 0, 1, '1e3'],
    ['{"a":true}', 'a', 0, 2, 'tr'],
    ['{"a":1,"a":"z"}', 'a', 0, 1, 'z'],
    ['{"a":{"b":"q"}}', 'a.b', 0, 1, 'q'],
    ['{"x":0}\n{"a":"second"}', 'x', 0, 1, '0'],
  ])('%j %s %i-%i', (text, field, start, end, expected) => {
    expect(pieces(text, first(text).locate(field)!, start, end)).toEqual([expected]);
  });

  it('are absolute, and the key is the name without quotes', () => {
    const text = '{"x":0}\n{"Image":"cmd"}';
    const found = readEvents(text).slices[1]!.event!.locate('Image')!;
    expect([cut(text, found.key!), cut(text, found.value), found.name]).toEqual(['Image', 'cmd', 'Image']);
  });
});

describe('members', () => {
  it.each<[string, string, number, string]>([
    ['{"a":["x","y"]}', 'a', 1, 'y'],
    ['{"a":[{"b":"x"},{"b":["y","z"]}]}', 'a.b', 2, 'z'],
    ['{"System":{},"EventData":{"Data":["p","q"]}}', 'Data', 1, 'q'],
    ['{"System":{},"EventData":{"Data":[{"Name":"A","Value":"p"},{"Name":"A","Value":"q"}]}}', 'A', 1, 'q'],
  ])('%j %s %i', (text, field, member, expected) => {
    expect(cut(text, first(text).locate(field, member)!.value)).toBe(expected);
  });
});

it('names values as a person would', () => {
  const text =
    '{"Event":{"System":{"Provider":{"#attributes":{"Name":"P"}},"EventID":{"#text":1}},"EventData":{"A":"x"},"R":{"M":"m"}}}';
  const names = first(text)
    .leaves()
    .map((leaf) => first(text).locatePath(leaf.path)!.name);
  expect(names).toEqual(['Provider_Name', 'EventID', 'A', 'Event.R.M']);
});

it('maps every value of any object back to its own characters', () => {
  const spelled = fc.record({
    value: fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' })),
    escapes: fc.boolean(),
    indent: fc.constantFrom(0, 2),
  });
  fc.assert(
    fc.property(spelled, ({ value, escapes, indent }) => {
      let text = JSON.stringify(value, null, indent);
      if (escapes)
        text = text.replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
      const event = first(` \n${text}`);
      const whole = ` \n${text}`;
      for (const leaf of event.leaves()) {
        const found = event.locatePath(leaf.path)!;
        const decoded = String(leaf.value);
        const [range] = found.toText({ start: 0, end: decoded.length });
        const raw = cut(whole, range!);
        expect(JSON.parse(typeof leaf.value === 'string' ? `"${raw}"` : raw)).toEqual(
          JSON.parse(JSON.stringify(leaf.value)),
        );
      }
      for (const name of Object.keys(JSON.parse(text))) {
        const got = event.get(name);
        const found = event.locate(name);
        expect(found === undefined).toBe(got === undefined);
      }
    }),
    { numRuns: 500 },
  );
});

it('finds a dotted name where get finds its value', () => {
  const names = fc.constantFrom('a', 'b', 'a.b', 'b.a', 'a.a');
  const { node } = fc.letrec<{ node: unknown; object: unknown }>((tie) => ({
    node: fc.oneof({ maxDepth: 4 }, fc.integer(), tie('object'), fc.array(tie('node'), { maxLength: 3 })),
    object: fc.dictionary(names, tie('node'), { maxKeys: 3 }),
  }));
  const field = fc
    .array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join('.'));
  fc.assert(
    fc.property(fc.dictionary(names, node, { minKeys: 1 }), field, (value, name) => {
      const text = JSON.stringify(value);
      const got = first(text).get(name);
      expect(first(text).locate(name) === undefined).toBe(got === undefined);
      if (!Array.isArray(got)) return;
      for (const [i, member] of got.entries()) {
        expect(JSON.parse(cut(text, first(text).locate(name, i)!.value))).toEqual(member);
      }
    }),
    { numRuns: 2000 },
  );
});
