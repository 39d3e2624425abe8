import {
  COMMAND,
  type Export,
  IN_XML,
  json,
  LOGON,
  lines,
  PROCESS,
  PROCESS_DATA,
  processXml,
  SECURITY_PROVIDER,
  SYSMON,
} from './export';

/* What Windows itself and PowerShell write. */

const FAILED = { TargetUserName: 'marta', LogonType: '10', SubjectUserName: '-', Status: '0xC000006D' };
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const message = LOGON.join('\r\n');
const sysmon = PROCESS.join('\r\n');
const STARTED = { Image: 'C:\\Tools\\probe.exe', User: 'LAB\\marta' };

/** The properties of a record as `Get-WinEvent` gives them. */
const record = (id: number, text: string, log: string, provider: string) => ({
  Message: text,
  Id: id,
  Version: 0,
  Qualifiers: null,
  Level: 0,
  Task: 12544,
  Opcode: 0,
  RecordId: 8123,
  ProviderName: provider,
  ProviderId: '54849625-5478-4994-a5ba-3e3b0328c30d',
  LogName: log,
  ProcessId: 712,
  ThreadId: 1830,
  MachineName: 'lab-3.example',
  UserId: null,
});
const logon = record(4625, message, 'Security', SECURITY_PROVIDER);
const process = record(1, sysmon, SYSMON, 'Microsoft-Windows-Sysmon');
const OF_RECORD = {
  Computer: 'lab-3.example',
  Channel: 'Security',
  EventID: 4625,
  Provider_Name: SECURITY_PROVIDER,
};

function list(object: Readonly<Record<string, unknown>>): string {
  const width = Math.max(...Object.keys(object).map((name) => name.length));
  return Object.entries(object)
    .map(([name, value]) => {
      const shown = String(value ?? '').replaceAll(/\r?\n/g, `\n${' '.repeat(width + 3)}`);
      return `${name.padEnd(width)} : ${shown}`;
    })
    .join('\n');
}

function table(object: Readonly<Record<string, unknown>>): string {
  const cells = Object.values(object).map((value) => (value === null ? '' : quoted(String(value))));
  return lines(Object.keys(object).map(quoted).join(','), cells.join(','));
}

const clixml = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\r\n\t]/g, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);

const CLIXML = lines(
  '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">',
  '  <Obj RefId="0">',
  '    <TN RefId="0"><T>System.Diagnostics.Eventing.Reader.EventLogRecord</T><T>System.Object</T></TN>',
  '    <ToString>System.Diagnostics.Eventing.Reader.EventLogRecord</ToString>',
  '    <Props>',
  '      <I32 N="Id">4625</I32>',
  '      <By N="Version">0</By>',
  '      <Nil N="Qualifiers" />',
  '      <I64 N="RecordId">8123</I64>',
  `      <S N="ProviderName">${SECURITY_PROVIDER}</S>`,
  '      <S N="LogName">Security</S>',
  '      <S N="MachineName">lab-3.example</S>',
  '      <DT N="TimeCreated">2026-03-02T09:09:10.1110000+01:00</DT>',
  '      <Obj N="Bookmark" RefId="1"><Props><S N="Id">not this</S></Props></Obj>',
  '    </Props>',
  `    <MS><S N="Message">${clixml(message)}</S></MS>`,
  '  </Obj>',
  '</Objs>',
);

const HEADER = [
  'Log Name:      Security',
  `Source:        ${SECURITY_PROVIDER}`,
  'Date:          3/2/2026 8:09:10 AM',
  'Event ID:      4625',
  'Task Category: Logon',
  'Level:         Information',
  'Keywords:      Audit Failure',
  'User:          N/A',
  'Computer:      lab-3.example',
  'Description:',
];
const csvRow = (cell: (text: string) => string, delimiter: string) =>
  ['Information', '3/2/2026 8:09:10 AM', SECURITY_PROVIDER, '4625', 'Logon', cell(`${message}\r\n`)].join(
    delimiter,
  );

export const WINDOWS: readonly Export[] = [
  {
    tool: 'Event Viewer',
    form: 'Save all events as CSV',
    text: lines('Level,Date and Time,Source,Event ID,Task Category', csvRow(quoted, ',')),
    events: [
      [
        'Security 4625',
        { ...FAILED, EventID: '4625', Provider_Name: SECURITY_PROVIDER, Channel: 'Security' },
      ],
    ],
  },
  {
    tool: 'Event Viewer',
    form: 'Save all events as text',
    text: lines('Keywords\tDate and Time\tSource\tEvent ID\tTask Category', csvRow(quoted, '\t')),
    events: [['Security 4625', FAILED]],
  },
  {
    tool: 'Event Viewer',
    form: 'Save all events as XML',
    text: `\ufeff<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n<Events>${processXml()}${processXml()}</Events>`,
    events: [
      ['Sysmon 1', IN_XML],
      ['Sysmon 1', IN_XML],
    ],
  },
  {
    tool: 'Event Viewer',
    form: 'Copy details as text',
    text: lines(...HEADER, ...LOGON),
    events: [['Security 4625', { ...FAILED, Computer: 'lab-3.example' }]],
  },
  {
    tool: 'Event Viewer',
    form: 'the text of one event',
    text: lines(...PROCESS),
    events: [['Sysmon 1', { ...STARTED, CommandLine: COMMAND, note: undefined }]],
  },
  {
    tool: 'Get-WinEvent',
    form: '`ConvertTo-Json`',
    since: 'Windows PowerShell 3',
    text: JSON.stringify([{ ...logon, TimeCreated: '/Date(1772438950111)/' }, process], null, 4),
    events: [
      ['Security 4625', { ...FAILED, ...OF_RECORD }],
      ['Sysmon 1', { ...STARTED, ProcessId: '4242', CommandLine: COMMAND.replace('\n', '\r\n') }],
    ],
  },
  {
    tool: 'Get-WinEvent',
    form: '`Select-Object TimeCreated, Id, Message`, `ConvertTo-Json`',
    text: json({ TimeCreated: '2026-03-02T09:09:10.111+01:00', Id: 4625, Message: message }),
    events: [['Security 4625', { ...FAILED, EventID: 4625 }]],
  },
  {
    tool: 'Get-WinEvent',
    form: '`Format-List`',
    text: `\n\n${list({ TimeCreated: '3/2/2026 8:09:10 AM', ProviderName: SECURITY_PROVIDER, Id: 4625, Message: LOGON.join('\n') })}\n\n${list(process)}\n\n\n`,
    events: [
      ['Security 4625', { ...FAILED, EventID: '4625' }],
      ['Sysmon 1', { ...STARTED, CommandLine: COMMAND, Computer: 'lab-3.example', ProcessId: '4242' }],
    ],
  },
  {
    tool: 'Get-WinEvent',
    form: '`Export-Csv`',
    since: 'PowerShell 6',
    text: table(logon),
    events: [['Security 4625', { ...FAILED, ...OF_RECORD, EventID: '4625' }]],
  },
  {
    tool: 'Get-WinEvent',
    form: '`Export-Csv` with `#TYPE`',
    text: `#TYPE System.Diagnostics.Eventing.Reader.EventLogRecord\n${table(logon)}`,
    events: [['Security 4625', { ...FAILED, ...OF_RECORD, EventID: '4625' }]],
  },
  {
    tool: 'Get-WinEvent',
    form: '`Export-Clixml`',
    text: CLIXML,
    events: [['Security 4625', { ...FAILED, ...OF_RECORD, EventID: '4625' }]],
  },
  {
    tool: 'Get-WinEvent',
    form: '`ConvertTo-Xml -As String`',
    text: lines(
      '<?xml version="1.0" encoding="utf-8"?>',
      '<Objects>',
      '  <Object Type="System.Diagnostics.Eventing.Reader.EventLogRecord">',
      '    <Property Name="Id" Type="System.Int32">4625</Property>',
      '    <Property Name="Qualifiers" />',
      '    <Property Name="LogName" Type="System.String">Security</Property>',
      `    <Property Name="ProviderName" Type="System.String">${SECURITY_PROVIDER}</Property>`,
      '    <Property Name="MachineName" Type="System.String">lab-3.example</Property>',
      `    <Property Name="Message" Type="System.String">${LOGON.join('\n')}</Property>`,
      '  </Object>',
      '</Objects>',
    ),
    events: [['Security 4625', { ...FAILED, ...OF_RECORD, EventID: '4625' }]],
  },
  {
    tool: 'Get-WinEvent',
    form: '`ToXml()`',
    text: lines(processXml(), processXml()),
    events: [
      ['Sysmon 1', IN_XML],
      ['Sysmon 1', IN_XML],
    ],
  },
  {
    tool: 'Get-EventLog',
    form: '`ConvertTo-Json`',
    text: json({
      MachineName: 'lab-3.example',
      Index: 8123,
      Category: '(12544)',
      EntryType: 16,
      Message: message,
      Source: SECURITY_PROVIDER,
      InstanceId: 4625,
      TimeGenerated: '/Date(1772438950000)/',
    }),
    events: [['Security 4625', { ...FAILED, EventID: 4625 }]],
  },
  {
    tool: 'wevtutil',
    form: '`/f:xml`',
    text: lines(processXml(), processXml()),
    events: [
      ['Sysmon 1', IN_XML],
      ['Sysmon 1', IN_XML],
    ],
  },
  {
    tool: 'wevtutil',
    form: '`/f:RenderedXml /e:Events`',
    text: `<Events>${processXml().replace('</Event>', '<RenderingInfo Culture="en-US"><Message>Process Create</Message></RenderingInfo></Event>')}</Events>`,
    events: [['Sysmon 1', IN_XML]],
  },
  {
    tool: 'wevtutil',
    form: '`/f:text`',
    text: [0, 1]
      .map((i) =>
        lines(
          `Event[${i}]:`,
          '  Log Name: Security',
          `  Source: ${SECURITY_PROVIDER}`,
          '  Date: 2026-03-02T08:09:10.1110000Z',
          '  Event ID: 4625',
          '  Task: Logon',
          '  Level: Information',
          '  Opcode: Info',
          '  Keyword: Audit Failure',
          '  User: N/A',
          '  User Name: N/A',
          '  Computer: lab-3.example',
          '  Description: ',
          ...LOGON,
        ),
      )
      .join('\n'),
    events: [
      ['Security 4625', { ...FAILED, Computer: 'lab-3.example', Channel: 'Security' }],
      ['Security 4625', FAILED],
    ],
  },
  {
    tool: 'Windows Event Collector',
    form: 'forwarded events, with RenderingInfo',
    text: lines(
      processXml().replace(
        '</Event>',
        '<RenderingInfo Culture="en-US"><Channel>x</Channel><Provider>Sysmon</Provider></RenderingInfo></Event>',
      ),
    ),
    events: [['Sysmon 1', IN_XML]],
  },
  {
    tool: 'Sysmon',
    form: 'JSON of its fields',
    text: json({ EventID: 1, ...PROCESS_DATA }),
    events: [['Sysmon 1', { Image: 'C:\\Tools\\probe.exe' }]],
  },
];
