/** Events as one tool writes them in one form, and what has to be read from that. */
export interface Export {
  readonly tool: string;
  readonly form: string;
  /** The tool's version from which on it writes so, where older ones write otherwise. */
  readonly since?: string;
  readonly text: string;
  /** The events in their order: the source of each, and values of some of its fields. */
  readonly events: readonly ExportedEvent[];
  /** The code of what is told of it, where that is no fault. */
  readonly told?: string;
}

export type ExportedEvent = readonly [source: string, fields: Readonly<Record<string, unknown>>];

/** Lines, each ended. */
export const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

/** One object a line. */
export const json = (...all: readonly unknown[]): string => lines(...all.map((one) => JSON.stringify(one)));

/** A failed logon as Event Viewer renders it. */
export const LOGON = [
  'An account failed to log on.',
  '',
  'Subject:',
  '\tSecurity ID:\t\tS-1-0-0',
  '\tAccount Name:\t\t-',
  '\tLogon ID:\t\t0x0',
  '',
  'Logon Type:\t\t\t10',
  '',
  'Account For Which Logon Failed:',
  '\tSecurity ID:\t\tS-1-0-0',
  '\tAccount Name:\t\tmarta',
  '\tAccount Domain:\t\tLAB',
  '',
  'Failure Information:',
  '\tStatus:\t\t\t0xC000006D',
  '',
];

/** A process that Sysmon saw, with a command line of two lines. */
export const PROCESS = [
  'Process Create:',
  'RuleName: -',
  'UtcTime: 2026-03-02 08:09:10.111',
  'ProcessGuid: {0c5a1f00-0001-0002-0000-000000000003}',
  'ProcessId: 4242',
  'Image: C:\\Tools\\probe.exe',
  'CommandLine: probe.exe "one',
  'note: two"',
  'CurrentDirectory: C:\\Tools\\',
  'User: LAB\\marta',
  'Hashes: MD5=00',
  'ParentImage: C:\\Windows\\explorer.exe',
];
export const COMMAND = 'probe.exe "one\nnote: two"';

const NAMESPACE = 'http://schemas.microsoft.com/win/2004/08/events/event';

/** The same process as XML, in the quotes that a tool uses. */
export const processXml = (quote = "'", gap = ''): string => {
  const name = (text: string) => `${quote}${text}${quote}`;
  const data = [
    ['Image', 'C:\\Tools\\probe.exe'],
    ['CommandLine', 'probe.exe &quot;a &amp; b&quot;'],
    ['ProcessId', '4242'],
  ];
  return [
    `<Event xmlns=${name(NAMESPACE)}>`,
    `<System><Provider Name=${name('Microsoft-Windows-Sysmon')} Guid=${name('{5770385f-c22a-43e0-bf4c-06f5698ffbd9}')}/>`,
    '<EventID>1</EventID><Version>5</Version>',
    `<TimeCreated SystemTime=${name('2026-03-02T08:09:10.111Z')}/><EventRecordID>77</EventRecordID>`,
    '<Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>lab-3.example</Computer></System>',
    `<EventData>${data.map(([field, value]) => `<Data Name=${name(field!)}>${value}</Data>`).join(gap)}</EventData>`,
    '</Event>',
  ].join(gap);
};
export const IN_XML = {
  Image: 'C:\\Tools\\probe.exe',
  CommandLine: 'probe.exe "a & b"',
  ProcessId: '4242',
  Computer: 'lab-3.example',
  EventID: '1',
};
/** The same process as names and values. */
export const PROCESS_DATA = {
  UtcTime: '2026-03-02 08:09:10.111',
  ProcessId: 4242,
  Image: 'C:\\Tools\\probe.exe',
  CommandLine: 'probe.exe "a & b"',
};
export const SYSMON = 'Microsoft-Windows-Sysmon/Operational';
export const SECURITY_PROVIDER = 'Microsoft-Windows-Security-Auditing';

/** A table of one row, each cell in quotes. */
export const table = (row: object): string =>
  lines(
    Object.keys(row).join(','),
    Object.values(row)
      .map((value) => `"${String(value).replaceAll('"', '""')}"`)
      .join(','),
  );
