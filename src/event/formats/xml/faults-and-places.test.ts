import { describe, expect, it } from 'vitest';
import { plain } from '../../../text';
import { faultWords } from '../../event';
import { readEvents } from '../../read';

/* What is wrong in XML is told at its characters, and each value is found at its own. */

const SYSTEM = `<System><Provider Name="P" Guid='{g}'/><EventID Qualifiers="16384">7</EventID><Correlation/>
  <TimeCreated SystemTime="2026-03-04T08:15:30.1234567Z"/><Execution ProcessID="4"/><Channel>C</Channel><Computer>host</Computer><Security/></System>`;
const event = (inside: string) => `<Event xmlns="http://schemas">${SYSTEM}${inside}</Event>`;
const data = (inside: string) => event(`<EventData>${inside}</EventData>`);
const first = (text: string) => readEvents(text).slices[0]!.event!;

describe('what is malformed, and where', () => {
  const outcome = (text: string) => {
    const slice = readEvents(text).slices[0]!;
    if (slice.event) return ['ok'];
    expect(plain(faultWords(slice))).toMatch(/^Line 1: .*\.$/);
    return [slice.code, text.slice(slice.at.start, slice.at.end)];
  };
  it.each<[string, string, string]>([
    ['<Event><a>x & y</a></Event>', 'xml-reference', '&'],
    ['<Event><a b="x & y"/></Event>', 'xml-reference', '&'],
    ['<Event><a>&nbsp;</a></Event>', 'xml-reference', '&nbsp;'],
    ['<Event><a>&#x110000;</a></Event>', 'xml-reference', '&#x110000;'],
    ['<Event><a>1 < 2</a></Event>', 'xml-name', '<'],
    ['<Event><a>x</b></Event>', 'xml-tag', '</b'],
    ['<Event><a>x</Event>', 'xml-tag', '</Event'],
    ['<Event><a b=1/></Event>', 'xml-attribute', 'b'],
    ['<Event><a b/></Event>', 'xml-attribute', 'b'],
    ['<Event><a "b"/></Event>', 'xml-attribute', '"'],
    ['<Event><a b="x></a></Event>', 'xml-attribute', '"'],
    ['<Event><a', 'xml-not-closed', 'a'],
    ['<Event><a>x', 'xml-not-closed', 'x'],
    ['<Event><a>x</a>', 'xml-not-closed', '>'],
    ['<Event><a>x</a></Event', 'xml-not-closed', '</Event'],
    ['<Event><!-- x', 'xml-not-closed', '<!--'],
    ['<Event><![CDATA[x', 'xml-not-closed', '<![CDATA['],
    ['<Event><!ENTITY a "b"></Event>', 'xml-declaration', '<!'],
    [`<Event>${'<a>'.repeat(200)}`, 'xml-too-deep', '<'],
    ['<rows><row/></rows>', 'xml-not-an-event', '<rows><row/></rows>'],
    ['<Event></Event>text', 'ok', ''],
  ])('%s', (text, code, characters) =>
    expect(outcome(text)).toEqual(code === 'ok' ? ['ok'] : [code, characters]),
  );

  it.each<[string, string[]]>([
    ['<Event><a>&</a></Event><Event><b/></Event>', ['xml-reference', 'ok']],
    ['<Event><a>x\n<Event><b/></Event>', ['xml-not-closed', 'ok']],
    ['<Event><!-- \n<Event><b/></Event>', ['xml-not-closed', 'ok']],
    ['<Event/>text<Event/>', ['ok', 'xml-not-an-event', 'ok']],
    ['<Events><Event><a></b></Event> <Event/></Events>', ['xml-tag', 'ok']],
    ['<Event a=1><Event/></Event><Event/>', ['xml-attribute', 'ok', 'ok']],
  ])('the others are read: %s', (text, expected) =>
    expect(readEvents(text).slices.map((slice) => (slice.event ? 'ok' : slice.code))).toEqual(expected),
  );

  it('names the line', () => {
    const slice = readEvents('<Events>\n<Event/>\n<Event>\n<a>x & y</a></Event></Events>').slices[1]!;
    expect(slice.event ? '' : plain(faultWords(slice))).toBe('Line 4: `&` must be written `&amp;`.');
  });
});

describe('locate', () => {
  const text = data(
    '<Data Name="a">x&amp;y&#x1F600;z</Data><Data Name="b">p<!-- -->q<![CDATA[<&amp;]]></Data><Data Name="c"/><Data Name="d">1</Data><Data Name="d">2</Data>',
  );
  const cut = (field: string, start: number, end: number, member?: number) =>
    first(text)
      .locate(field, member)
      ?.toText({ start, end })
      .map((r) => text.slice(r.start, r.end));
  it.each<[string, number, number, string[] | undefined, number?]>([
    ['a', 0, 1, ['x']],
    ['a', 1, 2, ['&amp;']],
    ['a', 0, 3, ['x&amp;y']],
    ['a', 3, 4, ['&#x1F600;']],
    ['a', 4, 5, ['&#x1F600;']],
    ['a', 3, 6, ['&#x1F600;z']],
    ['a', 2, 99, ['y&#x1F600;z']],
    ['a', 2, 2, ['']],
    ['b', 0, 2, ['p', 'q']],
    ['b', 1, 3, ['q', '<']],
    ['b', 3, 8, ['&amp;']],
    ['c', 0, 0, ['']],
    ['d', 0, 1, ['1', '2']],
    ['d', 0, 1, ['2'], 1],
    ['EventID', 0, 1, ['7']],
    ['EventID_Qualifiers', 0, 2, ['16']],
    ['Provider_Guid', 0, 2, ['{g']],
    ['Channel', 0, 1, ['C']],
    ['Execution', 0, 1, ['<Execution ProcessID="4"/>']],
    ['nothing', 0, 1, undefined],
  ])('%s %i–%i', (field, start, end, expected, member) =>
    expect(cut(field, start, end, member)).toEqual(expected),
  );

  it.each([
    ['a', 'a', 'a'],
    ['Channel', 'Channel', 'Channel'],
    ['EventID', 'EventID', 'EventID'],
    ['EventID_Qualifiers', 'Qualifiers', 'EventID_Qualifiers'],
  ])('%s is named at %s', (field, key, name) => {
    const found = first(text).locate(field)!;
    expect([found.name, text.slice(found.key!.start, found.key!.end)]).toEqual([name, key]);
  });

  it('counts from the text, not from the event', () => {
    const two = `<Events>\n${text}\n${text}</Events>`;
    const second = readEvents(two).slices[1]!.event!;
    const [place] = second.locate('a')!.toText({ start: 1, end: 2 });
    expect([two.slice(place!.start, place!.end), place!.start > text.length]).toEqual(['&amp;', true]);
  });
});
