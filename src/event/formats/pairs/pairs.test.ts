import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectLinear } from '../../../testing/growth';
import { EventReader, readEvents } from '../../read';

const eventsOf = (text: string) => readEvents(text).slices.flatMap((slice) => slice.event ?? []);

it.each([
  ['level=info msg="a \\"b\\"" x=1', 'msg', 'a "b"'],
  ['Image="C:\\new\\table.exe" User=a', 'Image', 'C:\\new\\table.exe'],
  ['Image="C:\\\\a.exe" User=a', 'Image', 'C:\\a.exe'],
  ['Path="C:\\dir\\" User=a', 'User', 'a'],
  ['a=1, b=2, c=3', 'a', '1'],
  ['a=1,b=2', 'b', '2'],
  ['a=1 some words b=2', 'text', 'some words'],
  ['a= b=2', 'a', ''],
  ['a=1 a=2', 'a', ['1', '2']],
])('%j: %s is %j', (text, field, value) => expect(eventsOf(text)[0]!.get(field)).toEqual(value));

it.each([
  ['level=info msg=x', 'key=value'],
  ['level=info', 'plain lines'],
  ['GET /?a=1&b=2 HTTP/1.1', 'plain lines'],
  ['const a = 1; b = 2', 'plain lines'],
])('%j is recognised as %s', (text, format) => {
  const reader = new EventReader(text);
  while (reader.next());
  expect(reader.recognised[0]?.format).toBe(format);
});

describe('any line', () => {
  it('gives the values that were written, at their characters', () => {
    const value = fc.array(fc.constantFrom('"', '\\', 'a', ' ', '=', ',', 'ü')).map((all) => all.join(''));
    const written = (one: string) => `"${one.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 4 }), (rows) => {
        const text = rows.map(([a, b]) => `one=${written(a)} two=${written(b)}`).join('\n');
        const events = eventsOf(text);
        expect(events.map((event) => [event.get('one'), event.get('two')])).toEqual(rows);
        for (const event of events)
          for (const name of ['one', 'two']) {
            const one = event.get(name) as string;
            for (let i = 0; i < one.length; i++) {
              const [place] = event.locate(name)!.toText({ start: i, end: i + 1 });
              const characters = text.slice(place!.start, place!.end);
              expect(characters).toBe(/["\\]/.test(one[i]!) ? `\\${one[i]}` : one[i]);
            }
          }
      }),
    );
  });

  it('is read without throwing, in order', () => {
    const piece = fc.oneof(fc.constantFrom('a=', '"', '\\', '\n', ' ', ',', '{"a":1}\n'), fc.string());
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        let last = 0;
        for (const { range, event } of readEvents(`a=1 b=2\n${pieces.join('')}`).slices) {
          expect(range.start).toBeGreaterThanOrEqual(last);
          expect(range.end).toBeGreaterThan(range.start);
          last = range.end;
          for (const name of event?.fields() ?? []) event!.locate(name);
        }
      }),
    );
  });

  it.each([
    ['lines', 2000, (n: number) => 'a=1 b="x"\n'.repeat(n)],
    ['open quotes', 2000, (n: number) => `a=1 b=2 ${'c=" '.repeat(n)}`],
    ['commas', 2000, (n: number) => `a=1 b=${',x'.repeat(n)}`],
  ])('takes linear time: %s', (_, size, make) => expectLinear(size, make, (text) => readEvents(text)));
});
