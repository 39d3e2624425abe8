import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvents } from '../../event';
import { applyEdits } from '../../text';
import { appendEvent } from './append-event';

const NEW = '{"N":1}';

test.each([
  ['nothing', '', `${NEW}\n`],
  ['blanks', ' \n\n', `${NEW}\n`],
  ['lines', '{"a":1}\n{"a":2}\n', `{"a":1}\n{"a":2}\n${NEW}\n`],
  ['no last line break', '{"a":1}', `{"a":1}\n${NEW}\n`],
  ['line breaks of Windows', '{"a":1}\r\n', `{"a":1}\r\n${NEW}\r\n`],
  ['an array in one line', '[{"a":1}]', `[{"a":1}, ${NEW}]`],
  ['an array over lines', '[\n  {"a":1}\n]\n', `[\n  {"a":1},\n  ${NEW}\n]\n`],
  ['an empty array', '[]', `[${NEW}]`],
  ['an array that is broken', '[{"a":}]', `[{"a":}]\n${NEW}\n`],
  ['plain lines in brackets', '[1] hello [x]', `[1] hello [x]\n${NEW}\n`],
])('after %s', (_, text, expected) => {
  expect(applyEdits(text, [appendEvent(text, NEW)])).toBe(expected);
});

test('one more event is read, and the others are unchanged', () => {
  const event = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.oneof(fc.integer(), fc.string()), {
    minKeys: 1,
  });
  const written = fc
    .tuple(fc.array(event, { minLength: 1, maxLength: 4 }), fc.constantFrom(0, 2))
    .chain(([events, space]) =>
      fc.constantFrom(events.map((e) => JSON.stringify(e)).join('\n'), JSON.stringify(events, null, space)),
    );
  fc.assert(
    fc.property(written, (text) => {
      const [before, after] = [text, applyEdits(text, [appendEvent(text, NEW)])].map(
        (t) => readEvents(t).slices,
      );
      expect(after!.length).toBe(before!.length + 1);
      expect(after!.every((s) => s.event !== undefined)).toBe(true);
      expect(after!.at(-1)!.event!.get('N')).toBe(1);
    }),
  );
});
