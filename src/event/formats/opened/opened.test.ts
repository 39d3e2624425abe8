import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SigmaEvent } from '../../event';
import { readEvents } from '../../read';
import { recognise } from '../../source/recognise';

const XML =
  "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Sysmon'/>" +
  '<EventID>1</EventID><Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>lab-3</Computer></System>' +
  "<EventData><Data Name='Image'>C:\\tools\\a &amp; b.exe</Data></EventData></Event>";
const LOGON =
  'An account failed to log on.\r\n\r\nSubject:\r\n\tAccount Name:\t\tSVC$\r\n\r\nLogon Type:\t\t\t10\r\n\r\n' +
  'Account For Which Logon Failed:\r\n\tAccount Name:\t\tmarta\r\n';

const first = (value: unknown) => readEvents(JSON.stringify(value)).slices[0]!.event!;

/** The characters of a value are where the event says, through every layer of escapes. */
function written(text: string, event: SigmaEvent, field: string): string {
  const value = String(event.get(field));
  const place = event.locate(field)!;
  const ranges = [...value].map((_, i) => place.toText({ start: i, end: i + 1 }));
  return ranges.map((parts) => parts.map(({ start, end }) => text.slice(start, end)).join('')).join('');
}

interface Case {
  readonly event: unknown;
  readonly field: string;
  readonly value: unknown;
  /** As it is written in the text, with its escapes. */
  readonly text: string;
  readonly source: string;
}

const CASES: Readonly<Record<string, Case>> = {
  "Splunk's export, XML in _raw": {
    event: { preview: false, offset: 4, result: { _raw: XML, sourcetype: 'XmlWinEventLog' } },
    field: 'Image',
    value: 'C:\\tools\\a & b.exe',
    text: 'C:\\\\tools\\\\a &amp; b.exe',
    source: 'Sysmon 1',
  },
  "Splunk's export, fields": {
    event: {
      preview: false,
      offset: 0,
      result: { EventCode: '1', Image: 'C:\\x.exe', LogName: 'Microsoft-Windows-Sysmon/Operational' },
    },
    field: 'Image',
    value: 'C:\\x.exe',
    text: 'C:\\\\x.exe',
    source: 'Sysmon 1',
  },
  "Sentinel's table Event": {
    event: {
      TimeGenerated: '2026-03-01T10:00:00Z',
      Source: 'Microsoft-Windows-Sysmon',
      EventLog: 'Microsoft-Windows-Sysmon/Operational',
      EventID: 1,
      EventData:
        '<DataItem type="System.XmlData"><EventData><Data Name="CommandLine">cmd /c "dir"</Data></EventData></DataItem>',
    },
    field: 'CommandLine',
    value: 'cmd /c "dir"',
    text: 'cmd /c \\"dir\\"',
    source: 'Sysmon 1',
  },
  "EvtxECmd's JSON": {
    event: {
      EventId: 4688,
      Channel: 'Security',
      Provider: 'Microsoft-Windows-Security-Auditing',
      Payload: '{"EventData":{"Data":[{"@Name":"NewProcessName","#text":"C:\\\\x.exe"}]}}',
    },
    field: 'NewProcessName',
    value: 'C:\\x.exe',
    text: 'C:\\\\\\\\x.exe',
    source: 'Security 4688',
  },
  'Get-WinEvent': {
    event: {
      Id: 4625,
      LogName: 'Security',
      ProviderName: 'Microsoft-Windows-Security-Auditing',
      MachineName: 'lab-3',
      Message: LOGON,
    },
    field: 'TargetUserName',
    value: 'marta',
    text: 'marta',
    source: 'Security 4625',
  },
  'aws cloudtrail lookup-events': {
    event: {
      Events: [
        {
          EventName: 'CreateUser',
          CloudTrailEvent:
            '{"eventSource":"iam.amazonaws.com","eventName":"CreateUser","eventVersion":"1.08","awsRegion":"x"}',
        },
      ],
    },
    field: 'eventName',
    value: 'CreateUser',
    text: 'CreateUser',
    source: 'AWS CloudTrail',
  },
  'a record whose message is XML': {
    event: { '@timestamp': '2026-03-01T10:00:00Z', message: XML },
    field: 'Computer',
    value: 'lab-3',
    text: 'lab-3',
    source: 'Sysmon 1',
  },
  'a record whose log is JSON': {
    event: { stream: 'stdout', log: '{"Channel":"Security","EventID":4688,"CommandLine":"a"}' },
    field: 'CommandLine',
    value: 'a',
    text: 'a',
    source: 'Security 4688',
  },
  "OpenTelemetry's list": {
    event: {
      channel: 'Security',
      event_id: { id: 5156, qualifiers: 0 },
      provider: { name: 'p' },
      event_data: { data: [{ Application: '\\d\\x.exe' }] },
    },
    field: 'Application',
    value: '\\d\\x.exe',
    text: '\\\\d\\\\x.exe',
    source: 'Security 5156',
  },
  "OpenTelemetry's map": {
    event: { channel: 'Security', event_id: { id: 5156, qualifiers: 0 }, event_data: { Application: 'x' } },
    field: 'Application',
    value: 'x',
    text: 'x',
    source: 'Security 5156',
  },
  Wazuh: {
    event: {
      data: {
        win: {
          system: { channel: 'Microsoft-Windows-Sysmon/Operational', eventID: '1' },
          eventdata: { parentImage: 'p' },
        },
      },
    },
    field: 'ParentImage',
    value: 'p',
    text: 'p',
    source: 'Sysmon 1',
  },
};

describe('what carries an event', () => {
  test.each(Object.entries(CASES))('%s', (_, { event, field, value, text, source }) => {
    const whole = JSON.stringify(event);
    const read = first(event);
    expect(read.get(field)).toBe(value);
    expect(written(whole, read, field)).toBe(text);
    expect(recognise(read).label).toBe(source);
  });

  test('what is no event stays a text', () => {
    for (const event of [
      { message: '{"a": ' },
      { message: '<Event' },
      { EventData: '<EventData><Data' },
      { Payload: '{"a":1}' },
      { Id: 1, Message: 'Words without labels.' },
      { log: { level: 'info' }, x: 1 },
    ]) {
      const read = first(event);
      const [[name, value]] = Object.entries(event) as [[string, unknown]];
      if (typeof value === 'string') expect(read.get(name)).toBe(value);
    }
  });

  test('any values come through XML in JSON, each at its characters', () => {
    const value = fc
      .string({ unit: fc.constantFrom('a', '\\', '"', '&', '<', ' ', 'é', '😀', "'") })
      .filter((v) => v.trim() === v && v !== '');
    const escaped = (v: string) => v.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    fc.assert(
      fc.property(value, value, (image, line) => {
        const xml = `<Event><System><EventID>1</EventID></System><EventData><Data Name="Image">${escaped(image)}</Data><Data Name="CommandLine">${escaped(line)}</Data></EventData></Event>`;
        const text = JSON.stringify({ _raw: xml });
        const event = readEvents(text).slices[0]!.event!;
        expect([event.get('Image'), event.get('CommandLine')]).toEqual([image, line]);
        const place = event.locate('CommandLine')!;
        const [{ start, end }] = place.toText({ start: 0, end: line.length }) as [
          { start: number; end: number },
        ];
        expect(text.slice(start, end)).toBe(JSON.stringify(escaped(line)).slice(1, -1));
      }),
    );
  });
});
