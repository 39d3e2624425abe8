import {
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

/* What collectors and shippers write. */

const STARTED = { Image: PROCESS_DATA.Image, CommandLine: PROCESS_DATA.CommandLine };
const message = LOGON.join('\r\n');
const FAILED = { TargetUserName: 'marta', LogonType: '10' };
const RECORD = 'type=CWD msg=audit(1772438950.111:7): cwd="/srv"';
const winlog = {
  channel: SYSMON,
  event_id: 1,
  provider_name: 'Microsoft-Windows-Sysmon',
  computer_name: 'lab-3.example',
  event_data: PROCESS_DATA,
};
const text = (value: string) => ({ stringValue: value });
const pairs = (object: Readonly<Record<string, unknown>>) => ({
  kvlistValue: { values: Object.entries(object).map(([key, value]) => ({ key, value })) },
});
const NXLOG = {
  EventTime: '2026-03-02 08:09:10',
  Hostname: 'lab-3.example',
  Keywords: '-9214364837600034816',
  EventType: 'AUDIT_FAILURE',
  SeverityValue: 4,
  EventID: 4625,
  SourceName: SECURITY_PROVIDER,
  RecordNumber: 77,
  ProcessID: 712,
  ThreadID: 1830,
  Channel: 'Security',
  Message: message,
  SubjectUserName: '-',
  TargetUserName: 'marta',
  LogonType: '10',
  Status: '0xc000006d',
  SourceModuleType: 'im_msvistalog',
};

export const SHIPPERS: readonly Export[] = [
  {
    tool: 'Winlogbeat',
    form: 'JSON, fields under `event_data`',
    text: json({
      '@timestamp': '2026-03-02T08:09:10.111Z',
      log_name: SYSMON,
      source_name: 'Microsoft-Windows-Sysmon',
      event_id: 1,
      computer_name: 'lab-3.example',
      event_data: PROCESS_DATA,
      message: PROCESS.join('\n'),
    }),
    events: [['Sysmon 1', { ...STARTED, EventID: 1, Computer: 'lab-3.example' }]],
  },
  {
    tool: 'Winlogbeat',
    form: 'JSON, fields under `winlog.event_data`',
    since: '7',
    text: json({
      '@timestamp': '2026-03-02T08:09:10.111Z',
      event: { code: 1 },
      message: PROCESS.join('\n'),
      winlog,
    }),
    events: [['Sysmon 1', { ...STARTED, EventID: 1 }]],
  },
  {
    tool: 'Winlogbeat',
    form: 'JSON, with the module for Sysmon',
    text: json({
      '@timestamp': '2026-03-02T08:09:10.111Z',
      event: { code: '1', category: ['process'], type: ['start'] },
      process: { executable: STARTED.Image, command_line: STARTED.CommandLine },
      winlog: { ...winlog, event_id: '1', event_data: { UtcTime: PROCESS_DATA.UtcTime } },
    }),
    events: [['Sysmon 1', { EventID: '1', 'process.executable': STARTED.Image }]],
  },
  {
    tool: 'Winlogbeat',
    form: 'JSON, with `event.original`',
    text: json({
      '@timestamp': '2026-03-02T08:09:10.111Z',
      event: { code: '1', original: processXml() },
      winlog: { ...winlog, event_id: '1' },
    }),
    events: [['Sysmon 1', { ...STARTED, EventID: '1' }]],
  },
  {
    tool: 'NXLog',
    form: '`to_json()`',
    text: json(NXLOG),
    events: [
      [
        'Security 4625',
        { ...FAILED, Status: '0xc000006d', Computer: 'lab-3.example', Provider_Name: SECURITY_PROVIDER },
      ],
    ],
  },
  {
    tool: 'NXLog',
    form: '`to_syslog_bsd()` with JSON',
    text: lines(
      `<14>Mar  2 08:09:10 lab-3 Microsoft-Windows-Security-Auditing[712]: ${JSON.stringify(NXLOG)}`,
    ),
    events: [['Security 4625', FAILED]],
  },
  {
    tool: 'NXLog',
    form: '`to_xml()` of Windows',
    text: lines(processXml('"')),
    events: [['Sysmon 1', IN_XML]],
  },
  {
    tool: 'Fluent Bit',
    form: '`in_winevtlog`',
    text: json({
      ProviderName: SECURITY_PROVIDER,
      ProviderGuid: 'x',
      EventID: 4625,
      Channel: 'Security',
      Computer: 'lab-3.example',
      TimeCreated: '2026-03-02 08:09:10 +0000',
      EventRecordID: 77,
      ProcessID: 712,
      Message: message,
      StringInserts: ['a'],
    }),
    events: [
      [
        'Security 4625',
        { ...FAILED, Computer: 'lab-3.example', Provider_Name: SECURITY_PROVIDER, EventID: 4625 },
      ],
    ],
  },
  {
    tool: 'Fluent Bit',
    form: '`in_winevtlog` with `render_event_as_xml`',
    text: json({ date: 1772438950.1, System: processXml(), Message: 'Process Create', StringInserts: ['a'] }),
    events: [['Sysmon 1', IN_XML]],
  },
  {
    tool: 'Fluent Bit',
    form: '`in_winlog`',
    text: json({
      RecordNumber: 77,
      TimeGenerated: '2026-03-02 08:09:10 +0000',
      EventID: 4625,
      EventType: 'FailureAudit',
      Channel: 'Security',
      SourceName: SECURITY_PROVIDER,
      ComputerName: 'lab-3.example',
      Message: message,
      StringInserts: [],
    }),
    events: [['Security 4625', { ...FAILED, Computer: 'lab-3.example', Provider_Name: SECURITY_PROVIDER }]],
  },
  {
    tool: 'Fluent Bit',
    form: '`in_tail`, a record in `log`',
    text: json({ date: 1772438950.1, log: RECORD }),
    events: [['auditd', { type: 'CWD', cwd: '/srv' }]],
  },
  {
    tool: 'Vector',
    form: '`file` source, a record in `message`',
    text: json({
      file: '/var/log/audit/audit.log',
      host: 'lab-9',
      message: RECORD,
      source_type: 'file',
      timestamp: '2026-03-02T08:09:10.111Z',
    }),
    events: [['auditd', { type: 'CWD', cwd: '/srv' }]],
  },
  {
    tool: 'Vector',
    form: 'JSON in `message`',
    text: json({
      host: 'lab-3',
      message: JSON.stringify({ EventID: 1, Channel: SYSMON, ...STARTED }),
      source_type: 'socket',
    }),
    events: [['Sysmon 1', STARTED]],
  },
  {
    tool: 'Vector',
    form: '`windows_event_log` source',
    text: json({
      channel: SYSMON,
      event_id: 1,
      provider_name: 'Microsoft-Windows-Sysmon',
      computer: 'lab-3.example',
      record_id: 77,
      event_data: PROCESS_DATA,
      source_type: 'windows_event_log',
    }),
    events: [['Sysmon 1', { ...STARTED, EventID: 1, Computer: 'lab-3.example' }]],
  },
  {
    tool: 'Cribl',
    form: 'XML in `_raw`',
    text: json({
      _raw: processXml(),
      _time: 1772438950.111,
      host: 'lab-3',
      cribl_pipe: 'main',
      source: 'wef',
    }),
    events: [['Sysmon 1', IN_XML]],
  },
  {
    tool: 'Cribl',
    form: 'fields',
    text: json({ _time: 1772438950.111, Channel: SYSMON, EventID: 1, ...STARTED, cribl_breaker: 'x' }),
    events: [['Sysmon 1', STARTED]],
  },
  {
    tool: 'OpenTelemetry',
    form: 'receiver for Windows, fields as a list',
    text: json({
      channel: 'Security',
      computer: 'lab-3.example',
      event_id: { id: 4625, qualifiers: 0 },
      provider: { name: SECURITY_PROVIDER },
      event_data: { data: [{ TargetUserName: 'marta' }, { LogonType: '10' }] },
    }),
    events: [['Security 4625', { ...FAILED, EventID: 4625 }]],
  },
  {
    tool: 'OpenTelemetry',
    form: 'receiver for Windows, fields as a map',
    text: json({
      channel: 'Security',
      computer: 'lab-3.example',
      event_id: { id: 4625, qualifiers: 0 },
      provider: { name: SECURITY_PROVIDER },
      event_data: FAILED,
    }),
    events: [['Security 4625', { ...FAILED, EventID: 4625 }]],
  },
  {
    tool: 'OpenTelemetry',
    form: '`resourceLogs` of OTLP',
    text: json({
      resourceLogs: [
        {
          resource: { attributes: [{ key: 'host.name', value: text('lab-3') }] },
          scopeLogs: [
            {
              scope: { name: 'otelcol' },
              logRecords: [
                {
                  timeUnixNano: '1772438950111000000',
                  body: pairs({
                    channel: text('Security'),
                    computer: text('lab-3.example'),
                    event_id: pairs({ id: { intValue: '4625' } }),
                    event_data: pairs({ TargetUserName: text('marta'), LogonType: text('10') }),
                  }),
                  attributes: [{ key: 'log.file.name', value: text('x') }],
                },
                { timeUnixNano: '1772438950111000000', body: text(processXml()), attributes: [] },
              ],
              schemaUrl: 'https://otel.example',
            },
          ],
        },
        {
          resource: {},
          scopeLogs: [
            { scope: {}, logRecords: [{ timeUnixNano: '1772438950111000000', body: text(RECORD) }] },
          ],
        },
      ],
    }),
    events: [
      ['Security 4625', { ...FAILED, EventID: '4625' }],
      ['Sysmon 1', IN_XML],
      ['auditd', { type: 'CWD', cwd: '/srv' }],
    ],
  },
];
