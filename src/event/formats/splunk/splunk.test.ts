import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventTime } from '../../../match';
import { expectLinear } from '../../../testing/growth';
import { plain } from '../../../text';
import { EventReader, readEvents } from '../../read';
import { recognise } from '../../source/recognise';
import { expectSlices, expectWritten } from '../testing';

const BLOCK = `11/24/2026 10:00:00 PM
LogName=Security
EventCode=4688
EventType=0
ComputerName=host.example.org
SourceName=Microsoft Windows security auditing.
Type=Information
RecordNumber=812
Keywords=Audit Success
TaskCategory=Process Creation
OpCode=Info
Message=A new process has been created.

Creator Subject:
\tSecurity ID:\t\tS-1-5-18
\tAccount Name:\t\tHOST$
\tLogon ID:\t\t0x3E7

Process Information:
\tNew Process ID:\t\t0x1f4
\tNew Process Name:\tC:\\Tools\\a.exe
\tCreator Process Name:\tC:\\Tools\\b.exe
\tProcess Command Line:\ta.exe key=value LogName=x
`;
const SYSMON = `11/24/2026 10:00:01.250 AM
LogName=Microsoft-Windows-Sysmon/Operational
EventCode=1
Sid=S-1-5-18
Message=Process Create:
RuleName: -
Image: C:\\Tools\\a.exe
CommandLine: a.exe -x "b
c"
`;
const SERVICE = `11/24/2026 12:05:00 AM
LogName=Application
SourceName=MsiInstaller
EventCode=1040
Message=Words of one line
and of another.
`;
const first = (text: string) => readEvents(text).slices[0]!.event!;

describe('fields', () => {
  it.each<[string, string, string, unknown]>([
    ['its own name', BLOCK, 'EventCode', '4688'],
    ['the usual name', BLOCK, 'EventID', '4688'],
    ['the channel', BLOCK, 'Channel', 'Security'],
    ['the computer', BLOCK, 'Computer', 'host.example.org'],
    ['the provider that the sentence tells', BLOCK, 'Provider_Name', 'Microsoft-Windows-Security-Auditing'],
    ['its name as written', BLOCK, 'SourceName', 'Microsoft Windows security auditing.'],
    ['a key with spaces in its value', BLOCK, 'TaskCategory', 'Process Creation'],
    ['a value of the message', BLOCK, 'NewProcessName', 'C:\\Tools\\a.exe'],
    ['a name under its subject', BLOCK, 'SubjectUserName', 'HOST$'],
    ['a value that holds keys', BLOCK, 'CommandLine', 'a.exe key=value LogName=x'],
    ['Sysmon', SYSMON, 'Image', 'C:\\Tools\\a.exe'],
    ['a value of two lines', SYSMON, 'CommandLine', 'a.exe -x "b\nc"'],
    ['a provider of no known sentence', SERVICE, 'Provider_Name', 'MsiInstaller'],
    ['a message without labels', SERVICE, 'Message', 'Words of one line\nand of another.'],
    ['without a date', BLOCK.slice(BLOCK.indexOf('\n') + 1), 'CommandLine', 'a.exe key=value LogName=x'],
    ['without a message', 'LogName=System\nEventCode=7045\nType=x', 'Type', 'x'],
    ['an empty value', 'LogName=System\nEventCode=7045\nType=', 'Type', ''],
    ['lines of Windows', BLOCK.replaceAll('\n', '\r\n'), 'NewProcessName', 'C:\\Tools\\a.exe'],
  ])('%s', (_, text, field, value) => {
    const event = first(text);
    expect(event.get(field)).toEqual(value);
    expectWritten(text, event);
  });

  it.each<[string, string, string]>([
    ['afternoon', BLOCK, '2026-11-24 22:00:00'],
    ['morning', SYSMON, '2026-11-24 10:00:01.250'],
    ['after midnight', SERVICE, '2026-11-24 00:05:00'],
  ])('the time: %s', (_, text, time) => {
    const event = first(text);
    expect(event.get('TimeCreated')).toBe(time);
    expect(eventTime(event)?.micros).toBe(Date.parse(`${time.replace(' ', 'T')}Z`) * 1000);
    const [place] = event.locate('TimeCreated')!.toText({ start: 0, end: 4 });
    expect(text.slice(place!.start, place!.end)).toBe(text.slice(0, text.indexOf('\n')));
  });

  it.each<[string, string]>([
    [BLOCK, 'Security 4688'],
    [SYSMON, 'Sysmon 1'],
  ])('the source', (text, label) => expect(recognise(first(text)).label).toBe(label));
});

describe('several', () => {
  const ids = (text: string) => readEvents(text).slices.map(({ event }) => event?.get('EventID') ?? 'none');
  it.each<[string, string, unknown[]]>([
    ['one below another', BLOCK + SYSMON + SERVICE, ['4688', '1', '1040']],
    ['apart', `${BLOCK}\n\n${SYSMON}\n\n${BLOCK}`, ['4688', '1', '4688']],
    ['JSON among them', `${BLOCK}{"EventID": 3}\n${SYSMON}`, ['4688', 3, '1']],
    ['a table below', `${SYSMON}\nEventID,Image,Channel\n5,a,b\n`, ['1', '5']],
    ['the text of Event Viewer below', `${SERVICE}\nProcess Create:\nImage: x\n`, ['1040', '1']],
  ])('%s', (_, text, expected) => expect(ids(text)).toEqual(expected));

  it.each([
    '11/24/2026 10:00:00 AM\nLogName=Security',
    '11/24/2026 10:00:00 AM some line',
    'LogName=Security EventCode=1 x=y',
    'EventCode=1\nLogName: a',
    'LogName=Security\nsome line\nEventCode=1',
  ])('is not claimed: %j', (text) => {
    const reader = new EventReader(text);
    while (reader.next());
    for (const { format } of reader.recognised) expect(format).not.toBe('Splunk WinEventLog text');
  });

  it('says why', () => {
    const reader = new EventReader(BLOCK);
    while (reader.next());
    expect(reader.recognised).toMatchObject([{ format: 'Splunk WinEventLog text', at: 0, count: 1 }]);
    expect(plain(reader.recognised[0]!.evidence)).toContain('follow a date');
  });
});

describe('raw XML of Splunk', () => {
  const xml = (id: number) =>
    `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Security-Auditing' Guid='{0}'/><EventID>${id}</EventID><Channel>Security</Channel></System><EventData><Data Name='NewProcessName'>C:\\a &amp; b.exe</Data><Data Name='CommandLine'></Data></EventData></Event>`;
  it('is read, an event a line', () => {
    const text = `${xml(4688)}\n${xml(4689)}\n`;
    const { slices } = readEvents(text);
    expect(slices.map(({ event }) => recognise(event!).label)).toEqual(['Security 4688', 'Security 4689']);
    expect(slices[0]!.event!.get('NewProcessName')).toBe('C:\\a & b.exe');
    const [place] = slices[0]!.event!.locate('NewProcessName')!.toText({ start: 5, end: 6 });
    expect(text.slice(place!.start, place!.end)).toBe('&amp;');
  });
});

describe('any text', () => {
  it('is read without throwing, in order, with ranges inside it', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        BLOCK,
        SYSMON,
        '11/24/2026 10:00:00 AM\n',
        'LogName=a\n',
        'EventCode=1\n',
        'Message=',
        '\n',
      ),
      fc.constantFrom(
        '\r\n',
        '\t',
        '=',
        'A new process has been created.\n',
        'Subject:\n',
        '{"a":1}\n',
        '<Event/>',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expectSlices(`LogName=a\nEventCode=1\n${pieces.join('')}`);
      }),
      { numRuns: 1000 },
    );
  });

  it('a good event around broken ones is read', () => {
    const noise = fc.string({
      unit: fc.constantFrom('a', '=', ':', '\t', ' ', '}', '>', '"'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(noise, noise, (before, after) => {
        const events = readEvents(`${before}\n${BLOCK}${after}\n${SYSMON}`).slices.flatMap(
          (s) => s.event ?? [],
        );
        const found = events.filter((event) => event.get('EventCode') !== undefined);
        expect(found.map((event) => event.get('EventCode'))).toEqual(['4688', '1']);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['events', 400, (n: number) => BLOCK.repeat(n)],
    ['dates', 10_000, (n: number) => `${BLOCK}${'11/24/2026 10:00:00 AM\n'.repeat(n)}`],
    ['keys', 10_000, (n: number) => `${BLOCK}${'LogName=a\n'.repeat(n)}`],
    ['keys above the message', 20_000, (n: number) => `LogName=a\nEventCode=1\n${'a=b\n'.repeat(n)}`],
    ['one long key', 200_000, (n: number) => `LogName=a\nEventCode=1\n${'a'.repeat(n)}`],
    ['blanks', 50_000, (n: number) => `${BLOCK}${' '.repeat(n)}\n${'\t\n'.repeat(n)}`],
    ['a message of many lines', 20_000, (n: number) => `${SERVICE}${'x\n'.repeat(n)}`],
  ])('takes linear time: %s', (_, size, make) => {
    expectLinear(size, make, (text) => {
      for (const { event } of readEvents(text).slices.slice(0, 3)) event?.fields();
    });
  });
});
