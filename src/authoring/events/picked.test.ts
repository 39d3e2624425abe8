import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../../event';
import { text } from '../../testing/generate';
import { eventOf } from '../../testing/oracle/check';
import { pickedAt } from './picked';

/** What `«»` in the text selects: the field, and the part of its value. */
function picked(marked: string): [string, string] | null {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const plain = marked.replace(/[«»]/g, '');
  const found = pickedAt(readEvents(plain).slices[0]!.event!, { start, end });
  return found && [found.field, String(found.value).slice(found.part.start, found.part.end)];
}

describe('text selected in an event', () => {
  test.each([
    ['{"F":"ab«cd»e"}', ['F', 'cd']],
    ['{"F":"«»abc"}', ['F', 'abc']],
    ['{"F«»":"abc"}', ['F', 'abc']],
    ['{"F":«"abc"»}', ['F', 'abc']],
    ['{«"F":"abc"»}', ['F', 'abc']],
    ['{"F":"a«b"»}', ['F', 'b']],
    [String.raw`{"F":"C:\\x\\«a.exe»"}`, ['F', 'a.exe']],
    [String.raw`{"F":"C:«\\x»\\a.exe"}`, ['F', '\\x']],
    [String.raw`{"F":"a\u0041«b\tc»"}`, ['F', 'b\tc']],
    ['{"N":«12»}', ['N', '12']],
    ['{"N":1«2»}', ['N', '2']],
    ['{"L":["ab","c«d»"]}', ['L', 'd']],
    ['{"F":"a«b","G":"c»d"}', null],
    ['{«»"F":"ab"}', null],
    ['{"O":{"P":"x«y»"}}', ['O.P', 'y']],
    ['<Event><EventData><Data Name="F">a&amp;«b&lt;»</Data></EventData></Event>', ['F', 'b<']],
  ])('%s', (marked, expected) => {
    expect(picked(marked)).toEqual(expected);
  });

  test('each part of a value is selected by its text as written', () => {
    fc.assert(
      fc.property(text, fc.nat(7), fc.nat(7), (value, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(to > from && to <= value.length);
        const event = eventOf(JSON.stringify({ F: value }));
        const ranges = event.locate('F')!.toText({ start: from, end: to });
        const part = pickedAt(event, { start: ranges[0]!.start, end: ranges.at(-1)!.end })?.part;
        expect(part).toEqual({ start: from, end: to });
      }),
      { numRuns: 500 },
    );
  });
});
