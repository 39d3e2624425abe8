import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectLinear } from '../../../testing/growth';
import { plain } from '../../../text';
import { EventReader, readEvents } from '../../read';

const outcome = (text: string) => readEvents(text).slices.map((slice) => (slice.event ? 'ok' : slice.code));
const eventsOf = (text: string) => readEvents(text).slices.flatMap((slice) => slice.event ?? []);

/** What the ranges of a field's values select in the text. */
function selected(text: string, field: string, member?: number): string | undefined {
  const event = eventsOf(text)[0]!;
  const value = event.get(field);
  const one = Array.isArray(value) ? value[member ?? 0] : value;
  const [range] = event.locate(field, member)?.toText({ start: 0, end: String(one).length }) ?? [];
  return range && text.slice(range.start, range.end);
}

const EVTXECMD =
  'RecordNumber,EventId,Provider,Channel,ProcessId,PayloadData1,Payload\r\n' +
  '1,1,Microsoft-Windows-Sysmon,Microsoft-Windows-Sysmon/Operational,900,ProcessID: 42,' +
  '"{""EventData"":{""Data"":[{""@Name"":""ProcessId"",""#text"":""42""},{""@Name"":""CommandLine"",""#text"":""\\""C:\\\\a b.exe\\"" -x""}]}}"\r\n';
const HAYABUSA =
  'Timestamp,RuleTitle,Computer,Channel,EventID,Details\n' +
  '2026-11-24 20:00:00,Some Rule,host,Sysmon,1,"Cmdline: ""C:\\x.exe"" a: b ¦ Proc: C:\\x.exe ¦ PID: 42"\n';
const SPLUNK = '"_time",host,"Account_Name","_raw"\n"2026-11-24",h,"SYSTEM\nalice","a\nb"\n';

it.each([
  ['EventID,Image\n1,a.exe\n', 'EventID', '1'],
  ['EventID,Image\n1,"a,""b"""\n', 'Image', 'a,"b"'],
  ['EventID,Image\n1,"a\r\nb"\r\n', 'Image', 'a\r\nb'],
  ['EventID,Image\n1,""\n', 'Image', ''],
  ['EventID,Image\n1,\n', 'Image', undefined],
  ['EventID\tCommandLine\n1\t"C:\\a.exe" -b\n', 'CommandLine', '"C:\\a.exe" -b'],
  ['EventID;Image\n1;a,b\n', 'Image', 'a,b'],
  ['@timestamp,process.command_line\n"Nov 24, 2026 @ 20:00",whoami\n', 'process.command_line', 'whoami'],
  ['Timestamp,DeviceName,ProcessCommandLine\nt,d,whoami /all\n', 'ProcessCommandLine', 'whoami /all'],
  [EVTXECMD, 'CommandLine', '"C:\\a b.exe" -x'],
  [EVTXECMD, 'ProcessId', '42'],
  [EVTXECMD, 'Execution_ProcessID', '900'],
  [EVTXECMD, 'Provider_Name', 'Microsoft-Windows-Sysmon'],
  [HAYABUSA, 'CommandLine', '"C:\\x.exe" a: b'],
  [HAYABUSA, 'Proc', 'C:\\x.exe'],
  [SPLUNK, 'Account_Name', ['SYSTEM', 'alice']],
  [SPLUNK, '_raw', 'a\nb'],
  ['EventID,__proto__,constructor\n1,2,3\n', '__proto__', '2'],
])('%j has %s', (text, field, value) => expect(eventsOf(text)[0]!.get(field)).toEqual(value));

it.each([
  ['EventID,Image\n1,"a,""b"""\n', 'Image', undefined, 'a,""b""'],
  [EVTXECMD, 'CommandLine', undefined, '\\""C:\\\\a b.exe\\"" -x'],
  [HAYABUSA, 'CommandLine', undefined, '""C:\\x.exe"" a: b'],
  [SPLUNK, 'Account_Name', 1, 'alice'],
])('%j: %s stands at its characters', (text, field, member, characters) =>
  expect(selected(text, field, member)).toBe(characters),
);

it.each([
  ['"lab-3.example",\n4688,\n"Security",\n', 'malformed JSON'],
  ['EventID,Image,\n1,a.exe,\n', 'CSV'],
])('%j is %s', (text, format) => expect(readEvents(text).format).toBe(format));

it('keeps ranges inside a value of JSON in a cell', () => {
  const event = eventsOf(EVTXECMD)[0]!;
  const [range] = event.locate('CommandLine')!.toText({ start: 3, end: 5 });
  expect(String(event.get('CommandLine')).slice(3, 5)).toBe('\\a');
  expect(EVTXECMD.slice(range!.start, range!.end)).toBe('\\\\a');
});

describe('what is wrong is told, and the other rows are read', () => {
  it.each([
    ['EventID,Image\n1,a,b\n2,c\n', ['table-more-cells', 'ok', 'ok'], 'b'],
    ['EventID,Image\n1,a,\n2,c\n', ['ok', 'ok'], ''],
    ['EventID,Image,User\n1,a\n2,c,d\n', ['table-fewer-cells', 'ok', 'ok'], '1,a'],
    ['EventID,Image\n1,"a"b\n2,c\n', ['table-quote', 'ok'], 'b'],
    ['EventID,Image\n1,"a\n2,c\n', ['table-quote', 'ok'], '"a'],
    ['EventID,Image\n1,a\n\nChannel,EventID,User\nx,2,c\n', ['ok', 'ok'], ''],
    ['EventID,Image\n1,a\nEventID,Image\n2,c\n', ['ok', 'ok'], ''],
    ['EventID,Image\n1,a\n{"a":1}\n', ['ok', 'ok'], ''],
  ])('%j', (text, expected, characters) => {
    expect(outcome(text)).toEqual(expected);
    const wrong = readEvents(text).slices.find((slice) => !slice.event);
    expect(wrong && !wrong.event ? text.slice(wrong.at.start, wrong.at.end) : '').toBe(characters);
  });
});

it.each([
  ['EventID,Image\n1,a', 'CSV', 'the first line has 2 comma-separated names, among them `EventID`'],
  [
    'a,b,c\n1,2,3',
    'CSV',
    'the first line has 3 comma-separated names, and the lines below have the same number of values',
  ],
  ['EventID\tImage\n1\ta', 'TSV', 'the first line has 2 tab-separated names, among them `EventID`'],
  [
    'EventID;Image\n1;a',
    'CSV with semicolons',
    'the first line has 2 semicolon-separated names, among them `EventID`',
  ],
  ['Hello, world\nand, more', 'plain lines', 'no other format was recognised'],
  ['one,two', 'plain lines', 'no other format was recognised'],
  ['10.0.0.1 - - [24/Nov/2026] "GET /a,b"\n', 'plain lines', 'no other format was recognised'],
  ['CEF:0|a|b|c|d|e|9|x=1,y', 'plain lines', 'no other format was recognised'],
  [
    'time=1,level=info,msg=x\ntime=2,level=info,msg=y',
    'key=value',
    'the line begins with `time=` and has 3 keys with values',
  ],
  ['#Fields: a,b,c\n1,2,3', 'plain lines', 'no other format was recognised'],
  ['<13>Nov 24 host a,b,c\n<13>Nov 24 host a,b,c', 'plain lines', 'no other format was recognised'],
  ['"a": 1,\n"b": 2,', 'JSON', 'no other format was recognised'],
  ['{"a":1}', 'JSON', 'it begins with a brace'],
])('%j is recognised as %s', (text, format, evidence) => {
  const reader = new EventReader(text);
  while (reader.next());
  expect([reader.recognised[0]?.format, plain(reader.recognised[0]!.evidence)]).toEqual([format, evidence]);
});

describe('any table', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom('"', ',', ';', '\t', '\n', '\r', 'a')).map((c) => c.join('')),
  );
  const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;

  it('gives the values that were written, at the characters that were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(',', '\t', ';'),
        fc.constantFrom('\n', '\r\n'),
        (rows, delimiter, feed) => {
          const names = ['EventID', 'Image', 'User'];
          const text = [names, ...rows.map((row) => row.map(quoted))]
            .map((line) => line.join(delimiter))
            .join(feed);
          const events = eventsOf(text);
          expect(events.map((event) => names.map((name) => event.get(name)))).toEqual(rows);
          for (const event of events)
            for (const name of names) {
              const value = event.get(name) as string;
              const place = event.locate(name)!;
              for (let i = 0; i < value.length; i++) {
                const [one] = place.toText({ start: i, end: i + 1 });
                expect(text.slice(one!.start, one!.end)).toBe(value[i] === '"' ? '""' : value[i]);
              }
            }
        },
      ),
    );
  });

  it('is read without throwing, in order, inside the text', () => {
    const piece = fc.oneof(
      fc.constantFrom('"', ',', '\n', '\r\n', '""', 'EventID,Image\n', '{"a":1}\n', 'x', '\t'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = `EventID,Image\n${pieces.join('')}`;
        let last = 0;
        for (const slice of readEvents(text).slices) {
          expect(slice.range.start).toBeGreaterThanOrEqual(last);
          expect(slice.range.end).toBeGreaterThan(slice.range.start);
          last = slice.range.end;
          if (slice.event) for (const name of slice.event.fields()) slice.event.locate(name);
          else expect(slice.at.end).toBeGreaterThan(slice.at.start);
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it.each([
    ['rows', 2000, (n: number) => `EventID,Image\n${'1,a\n'.repeat(n)}`],
    ['open quotes', 2000, (n: number) => `EventID,Image\n"${'\n""'.repeat(n)}`],
    ['faulty quotes', 2000, (n: number) => `EventID,Image\n${'1,"a""\n'.repeat(n)}`],
  ])('takes linear time: %s', (_, size, make) => expectLinear(size, make, (text) => readEvents(text)));
});
