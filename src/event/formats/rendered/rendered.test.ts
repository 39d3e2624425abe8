import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventFact, eventsOfSentence, fieldOfLabel, RENDERED, SECURITY } from '../../../knowledge';
import { recognise } from '../../source/recognise';
import '../../../testing/seed';
import { expectLinear } from '../../../testing/growth';
import type { SigmaEvent } from '../../event';
import { EventReader, readEvents } from '../../read';
import { expectSlices, expectWritten } from '../testing';

const SYSMON = `Process Create:
RuleName: -
UtcTime: 2026-03-04 08:15:30.123
ProcessId: 4711
Image: C:\\Windows\\System32\\cmd.exe
CommandLine: cmd.exe /c "echo a: b"
User: HOST\\me
Hashes: MD5=00,SHA256=11
ParentCommandLine: `;
const SECURITY_TEXT = `A new process has been created.

Creator Subject:
\tSecurity ID:\t\tS-1-5-18
\tAccount Name:\t\tHOST$
\tLogon ID:\t\t0x3E7

Target Subject:
\tAccount Name:\t\tme

Process Information:
\tNew Process ID:\t\t0x1f4
\tNew Process Name:\tC:\\Windows\\System32\\cmd.exe
\tToken Elevation Type:\t%%1936
\tCreator Process Name:\tC:\\a b.exe
\tProcess Command Line:\t

Token Elevation Type indicates the type of token: none of it is a field.`;
const header = (id: number, log: string) =>
  `Log Name:      ${log}\nSource:        Some-Source\nDate:          3/4/2026 8:15:30 AM\nEvent ID:      ${id}\nTask Category: None\nUser:          N/A\nComputer:      host\nDescription:\n`;
const SERVICE =
  'A service was installed in the system.\n\nService Name:  svc\nService File Name:  C:\\svc.exe -k\nService Account:  ';
const PRIVILEGES =
  'Special privileges assigned to new logon.\r\n\r\nSubject:\r\n\tAccount Name:\t\tme\r\n\r\nPrivileges:\t\tSeA\r\n\t\t\tSeB\r\n';
const first = (text: string) => readEvents(text).slices[0]!.event!;

describe('fields', () => {
  it.each<[string, string, string, unknown]>([
    ['Sysmon', SYSMON, 'Image', 'C:\\Windows\\System32\\cmd.exe'],
    ['a colon in a value', SYSMON, 'CommandLine', 'cmd.exe /c "echo a: b"'],
    ['an empty value', SYSMON, 'ParentCommandLine', ''],
    ['the source of Sysmon', SYSMON, 'Channel', 'Microsoft-Windows-Sysmon/Operational'],
    ['its id', SYSMON, 'EventID', '1'],
    ['a value of two lines', SYSMON.replace('a: b', 'a\nb'), 'CommandLine', 'cmd.exe /c "echo a\nb"'],
    ['Security', SECURITY_TEXT, 'NewProcessName', 'C:\\Windows\\System32\\cmd.exe'],
    ['a name under its subject', SECURITY_TEXT, 'SubjectUserName', 'HOST$'],
    ['the same label under another', SECURITY_TEXT, 'TargetUserName', 'me'],
    ['the parent', SECURITY_TEXT, 'ParentProcessName', 'C:\\a b.exe'],
    ['an unknown label', SECURITY_TEXT, 'TokenElevationType', '%%1936'],
    ['an empty command line', SECURITY_TEXT, 'CommandLine', ''],
    ['what follows', SECURITY_TEXT, 'TokenElevationTypeindicatesthetypeoftoken', undefined],
    [
      'without indentation',
      SECURITY_TEXT.replaceAll('\t', ' ').replace(/^ /gm, ''),
      'SubjectLogonId',
      '0x3E7',
    ],
    ['the provider', SECURITY_TEXT, 'Provider_Name', 'Microsoft-Windows-Security-Auditing'],
    ['a header', `${header(4688, 'Security')}${SECURITY_TEXT}`, 'Computer', 'host'],
    ['its provider', `${header(4688, 'Security')}${SECURITY_TEXT}`, 'Provider_Name', 'Some-Source'],
    ['a field below a header', `${header(4688, 'Security')}${SECURITY_TEXT}`, 'NewProcessId', '0x1f4'],
    ['an event that is not known', `${header(1, 'Log')}Words.\n\nSome Label: x`, 'SomeLabel', 'x'],
    ['a text without labels', `${header(1, 'Log')}Words and\nwords.\n`, 'Message', 'Words and\nwords.'],
    ['a new service', SERVICE, 'ImagePath', 'C:\\svc.exe -k'],
    ['its event', SERVICE, 'EventID', '7045'],
    [
      'the same in Security',
      SERVICE.replace('\n\n', '\n\nSubject:\n\tAccount Name:\t\tme\n\n'),
      'ServiceFileName',
      'C:\\svc.exe -k',
    ],
    ['a list below one another', PRIVILEGES, 'PrivilegeList', 'SeA\r\n\t\t\tSeB'],
  ])('%s', (_, text, field, value) => {
    const event = first(text);
    expect(event.get(field)).toEqual(value);
    expectWritten(text, event);
  });

  it('what was concluded stands at the sentence', () => {
    const place = first(`\n${SYSMON}`).locate('EventID')!;
    expect(place.toText({ start: 0, end: 1 })).toEqual([{ start: 1, end: 1 + 'Process Create:'.length }]);
  });

  it.each<[string, string, string]>([
    ['Sysmon', SYSMON, 'Sysmon 1'],
    ['Security', SECURITY_TEXT, 'Security 4688'],
    ['a service', SERVICE, 'System 7045'],
  ])('the source of %s', (_, text, label) => expect(recognise(first(text)).label).toBe(label));
});

describe('several', () => {
  const shown = (text: string) =>
    readEvents(text).slices.map(({ event, range }) =>
      event ? `${event.get('EventID')}` : `no event: ${text.slice(range.start, range.end)}`,
    );
  it.each<[string, string, readonly string[]]>([
    ['Sysmon', `${SYSMON}\n${SYSMON}`, ['1', '1']],
    ['both', `${SECURITY_TEXT}\n\n${SYSMON}\n\n${SECURITY_TEXT}`, ['4688', '1', '4688']],
    ['with headers', `${header(1, 'S')}${SYSMON}\n\n${header(4688, 'S')}${SECURITY_TEXT}`, ['1', '4688']],
    ['JSON below', `${SYSMON}\n{"EventID": 3}\n${SYSMON}`, ['1', '3', '1']],
    [
      'the same as XML',
      `${header(9, 'S')}${SECURITY_TEXT}\nEvent Xml:\n<Event><System><EventID>9</EventID></System></Event>\n${SYSMON}`,
      ['9', '1'],
    ],
  ])('%s', (_, text, ids) => expect(shown(text)).toEqual(ids));

  it.each([
    'Process Create:',
    'Process Create:\nwithout labels',
    'Log Name: x\nSource: y',
    'File created: yes\nImage: x',
    'Something else:\nImage: x',
  ])('is not claimed: %s', (text) => {
    const reader = new EventReader(text);
    while (reader.next());
    expect(reader.recognised).not.toContainEqual(expect.objectContaining({ format: 'Event Viewer text' }));
  });
});

describe('the facts', () => {
  it.each(RENDERED.map((event) => [`${event.channel} ${event.eventId}`, event] as const))(
    '%s',
    (_, event) => {
      expect(eventsOfSentence(event.sentence)).toContain(event);
      const { fields } = eventFact(event.channel, event.eventId, [event.provider]) ?? {};
      if (!fields || event.channel !== SECURITY) return;
      for (const [label, field] of event.labels) expect([label, fields.has(field)]).toEqual([label, true]);
    },
  );

  it('an unknown label is its words', () =>
    expect(fieldOfLabel(null, 'Any', 'Some Label-x')).toBe('SomeLabelx'));
});

describe('any', () => {
  const value = fc
    .string({ unit: fc.constantFrom('a', ' ', ':', '\\', '"', '<', '😀', '\t', '=') })
    .map((text) => text.trim());
  const names = ['Image', 'CommandLine', 'User', 'ParentImage', 'OriginalFileName'];

  it('values come out as they went in, each with its characters', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
        (all) => {
          const text = all
            .map(
              (values) => `Process Create:\n${names.map((name, i) => `${name}: ${values[i]}`).join('\n')}\n`,
            )
            .join('\n');
          const { slices } = readEvents(text);
          expect(slices.length).toBe(all.length);
          for (const [i, { event }] of slices.entries()) {
            expect(names.map((name) => event!.get(name))).toEqual(all[i]);
            expectWritten(text, event as SigmaEvent);
          }
        },
      ),
    );
  });

  it('text is read without throwing, in order, with ranges inside it', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...[
          'Process Create:\n',
          'Image: x\n',
          '\n',
          '\t',
          'Log Name: a\nSource: b\nEvent ID: 1\n',
          'Description:\n',
        ],
        ...[
          'A new process has been created.\n',
          'Subject:\n',
          'Event Xml:\n',
          '<Event/>',
          '{}',
          ' ',
          '\r\n',
          ':',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expectSlices(`Process Create:\nImage: x\n${pieces.join('')}`);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['events', 1000, (n: number) => `${SYSMON}\n`.repeat(n)],
    ['sentences', 3000, (n: number) => `${SYSMON}\n${'Process Create:\n'.repeat(n)}`],
    ['blanks', 10_000, (n: number) => `${SYSMON}${' '.repeat(n)}\n${'\t\n'.repeat(n)}`],
    ['one long value', 30_000, (n: number) => `${SYSMON}${'x: '.repeat(n)}`],
    ['a value of many lines', 3000, (n: number) => `${SYSMON}${'x\n'.repeat(n)}`],
    ['headers', 300, (n: number) => header(1, 'S').repeat(n)],
  ])('text takes linear time: %s', (_, size, make) => {
    expectLinear(size, make, (text) => {
      for (const { event } of readEvents(text).slices.slice(0, 3)) event?.fields();
    });
  });
});
