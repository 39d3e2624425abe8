import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogWriter } from '../../../testing/evtx/log';
import { processEvent } from '../../../testing/evtx/sample';
import { expectLinear } from '../../../testing/growth';
import { plain } from '../../../text';
import type { SigmaEvent } from '../../event';
import { faultWords } from '../../event';
import { readEvtx } from '../../evtx/read';
import { readEvents } from '../../read';

const SYSTEM = `<System><Provider Name="P" Guid='{g}'/><EventID Qualifiers="16384">7</EventID><Correlation/>
  <TimeCreated SystemTime="2026-03-04T08:15:30.1234567Z"/><Execution ProcessID="4"/><Channel>C</Channel><Computer>host</Computer><Security/></System>`;
const event = (inside: string) => `<Event xmlns="http://schemas">${SYSTEM}${inside}</Event>`;
const data = (inside: string) => event(`<EventData>${inside}</EventData>`);
const first = (text: string) => readEvents(text).slices[0]!.event!;

describe('get', () => {
  it.each<[string, string, string, unknown]>([
    ['a named Data', data('<Data Name="Image">C:\\a.exe</Data>'), 'Image', 'C:\\a.exe'],
    ['references', data('<Data Name="a">&lt;&#65;&#x42;&amp;&quot;&apos;&gt;</Data>'), 'a', '<AB&"\'>'],
    ['a character of two units', data('<Data Name="a">&#x1F600;</Data>'), 'a', '😀'],
    ['line ends as they stand', data('<Data Name="a">x\r\ny&#xD;\nz</Data>'), 'a', 'x\r\ny\r\nz'],
    ['blanks around', data('<Data Name="a"> x </Data>'), 'a', ' x '],
    ['blanks alone', data('<Data Name="a"> </Data>'), 'a', ' '],
    ['CDATA', data('<Data Name="a">x<![CDATA[<&amp;>]]>y</Data>'), 'a', 'x<&amp;>y'],
    ['a comment inside', data('<Data Name="a">x<!-- <b> & -->y</Data>'), 'a', 'xy'],
    ['an empty Data', data('<Data Name="a"></Data>'), 'a', ''],
    ['an empty Data of one tag', data('<Data Name="a" />'), 'a', ''],
    ['an absent one', data('<Data Name="a"/>'), 'b', undefined],
    ['a name with references', data('<Data Name="a&amp;b">x</Data>'), 'a&b', 'x'],
    ['a name with a space', data('<Data Name="Threat Name">x</Data>'), 'ThreatName', 'x'],
    ['__proto__', data('<Data Name="__proto__">x</Data>'), '__proto__', 'x'],
    ['constructor', data(''), 'constructor', undefined],
    [
      'a name twice',
      data('<Data Name="a">1</Data><Data Name="a">2</Data><Data Name="a">3</Data>'),
      'a',
      ['1', '2', '3'],
    ],
    ['a Data without a name', data('<Data>1</Data>'), 'Data', '1'],
    ['several without a name', data('<Data>1</Data><Data>2</Data>'), 'Data', ['1', '2']],
    ['Binary beside Data', data('<Data>1</Data><Binary>00FF</Binary>'), 'Binary', '00FF'],
    ['an element of EventData', data('<State>on</State>'), 'State', 'on'],
    [
      'UserData',
      event('<UserData><EventXML xmlns="urn:x"><Param>v</Param></EventXML></UserData>'),
      'Param',
      'v',
    ],
    ['nested in UserData', event('<UserData><E><A><B>v</B></A></E></UserData>'), 'A.B', 'v'],
    [
      'RenderingInfo',
      event('<RenderingInfo Culture="en-US"><Message>m</Message></RenderingInfo>'),
      'RenderingInfo.Message',
      'm',
    ],
    ['an element of System', data(''), 'Channel', 'C'],
    ['one with attributes', data(''), 'EventID', '7'],
    ['an attribute', data(''), 'Provider_Name', 'P'],
    ['an attribute in single quotes', data(''), 'Provider_Guid', '{g}'],
    ['an attribute beside text', data(''), 'EventID_Qualifiers', '16384'],
    ['an empty element of System', data(''), 'Correlation', null],
    ['a time', data(''), 'TimeCreated_SystemTime', '2026-03-04T08:15:30.1234567Z'],
    ['EventData before System', data('<Data Name="Computer">own</Data>'), 'Computer', 'own'],
    ['an element with other letters', data('<Größe>1</Größe>'), 'Größe', '1'],
    ['an event without anything', '<Event/>', 'EventID', undefined],
    ['an event of text', '<Event>x</Event>', 'EventID', undefined],
  ])('%s', (_, text, field, value) => {
    const slice = readEvents(text).slices[0]!;
    expect(slice.event ? '' : plain(faultWords(slice))).toBe('');
    expect(slice.event!.get(field)).toEqual(value);
  });
});

describe('several events', () => {
  const one = data('<Data Name="a">1</Data>');
  it.each<[string, string, number]>([
    ['one', one, 1],
    ['after a declaration', `\ufeff<?xml version="1.0" encoding="utf-8"?>\n${one}`, 1],
    ['one after another', `${one}\n${one}${one}`, 3],
    ['in Events', `<?xml version="1.0"?><Events>${one}\n${one}</Events>`, 2],
    ['in any element', `<Log a="1"> ${one}</Log>`, 1],
    ['none in Events', '<Events></Events>', 0],
    ['with comments', `<!-- <Event> -->${one}<!-- -->`, 1],
  ])('%s', (_, text, count) => {
    const { slices, format } = readEvents(text);
    expect([format, slices.length, slices.every((slice) => slice.event)]).toEqual(['XML', count, true]);
    expect(slices.map((slice) => text.slice(slice.range.start, slice.range.end))).toEqual(
      Array.from({ length: count }, () => one),
    );
  });
});

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

/** Every value is found in the text, and each of its characters at its position. */
function expectPlaces(text: string, one: SigmaEvent): void {
  for (const { path, value } of one.leaves()) {
    const found = one.locatePath(path)!;
    const written = found
      .toText({ start: 0, end: String(value).length })
      .map((r) => text.slice(r.start, r.end))
      .join('');
    expect(decode(written)).toBe(value);
  }
  for (const field of one.fields()) expect([field, one.locate(field) !== undefined]).toEqual([field, true]);
}

/** A decoder independent of the reader's own. */
function decode(raw: string): string {
  return raw
    .replace(/&#x([\dA-F]+);/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

describe('any', () => {
  const escaped = (value: string) =>
    value.replace(
      /[&<>"\r\n\t\0-\x1f\ufffe\uffff]/g,
      (c) => `&#x${c.charCodeAt(0).toString(16).toUpperCase()};`,
    );
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('&', '<', 'a', '😀', '\r', '"') }),
  );

  it('values come out as they went in, each with its characters', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(names, fc.array(value, { minLength: 5, maxLength: 5 }), (fields, values) => {
        const inside = fields
          .map((name, i) => `<Data Name="${escaped(name)}">${escaped(values[i]!)}</Data>`)
          .join('\n');
        const text = data(inside);
        const one = first(text);
        for (const [i, name] of fields.entries()) {
          if (one.fields().includes(name)) expect([name, one.get(name)]).toEqual([name, values[i]]);
        }
        expectPlaces(text, one);
      }),
    );
  });

  it('what the reader of event logs writes is read', () => {
    const log = new LogWriter();
    for (let i = 0; i < 20; i++) log.add(processEvent(i));
    const text = readEvtx(log.bytes())
      .records.map(({ xml }) => xml)
      .join('\n');
    const { slices } = readEvents(text);
    expect(slices.length).toBe(20);
    for (const [i, { event }] of slices.entries()) {
      expect(event!.get('CommandLine')).toBe(
        `"C:\\Windows\\System32\\tool${i % 10}.exe" /run <${i}> && exit`,
      );
      expectPlaces(text, event!);
    }
  });

  const piece = fc.oneof(
    fc.constantFrom(
      ...'<Event|</Event>|<Event>|<Events>|<a>|</a>|<a b="1"/>|<Data Name="x">|</Data>|<!--|-->|<![CDATA[|]]>|<?|?>|&amp;|&|<|>|"|\n| |<System>|</System>|<!|/>|='.split(
        '|',
      ),
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => `<a${pieces.join('')}`);

  it('text is read without throwing, in order, with ranges inside it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const slice of readEvents(text).slices) {
          expect(slice.range.start).toBeGreaterThanOrEqual(last);
          expect(slice.range.end).toBeGreaterThan(slice.range.start);
          expect(slice.range.end).toBeLessThanOrEqual(text.length);
          last = slice.range.end;
          if (slice.event) for (const field of slice.event.fields()) slice.event.locate(field);
          else {
            expect(slice.at.start).toBeGreaterThanOrEqual(slice.range.start);
            expect(slice.at.end).toBeLessThanOrEqual(slice.range.end);
            expect(slice.at.end).toBeGreaterThan(slice.at.start);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['open events', 3000, (n: number) => '<Event>'.repeat(n)],
    ['open elements', 10_000, (n: number) => `<Event>${'<a>'.repeat(n)}`],
    ['open comments', 3000, (n: number) => '<Event><!--'.repeat(n)],
    ['open comments outside', 3000, (n: number) => '<Event/><!--'.repeat(n)],
    ['open quotes', 3000, (n: number) => '<Event a="'.repeat(n)],
    ['open tags', 3000, (n: number) => '<Event/><b '.repeat(n)],
    ['brackets', 15_000, (n: number) => '<'.repeat(n)],
    ['a tag of blanks', 15_000, (n: number) => `<Event${' '.repeat(n)}`],
    ['text', 30_000, (n: number) => `<a>${'x'.repeat(n)}`],
    ['references', 6000, (n: number) => `<Event><a>${'&amp;'.repeat(n)}</a></Event>`],
    [
      'one name again and again',
      1500,
      (n: number) => `<Event><EventData>${'<Data Name="a">1</Data>'.repeat(n)}</EventData></Event>`,
    ],
    ['names that look like events', 1500, (n: number) => `<Event>${'<EventData/>'.repeat(n)}`.repeat(2)],
    ['blanks between elements', 3000, (n: number) => `<Event>${' <a/>\n'.repeat(n)}</Event>`],
  ])('text takes linear time: %s', (_, size, make) => {
    expectLinear(size, make, (text) => {
      const one = readEvents(text).slices.find((slice) => slice.event)?.event;
      one?.leaves();
      one?.fields();
      one?.locate('a');
    });
  });
});
