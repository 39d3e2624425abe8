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
