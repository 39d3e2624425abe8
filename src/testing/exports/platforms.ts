import { type Export, json, PROCESS_DATA, SECURITY_PROVIDER, SYSMON, table } from './export';

/* What Sentinel, Defender, Wazuh and Graylog export and answer. */

const PROCESS = { Image: PROCESS_DATA.Image, CommandLine: PROCESS_DATA.CommandLine };
const SENTINEL_EVENT = {
  TenantId: 't',
  TimeGenerated: '2026-03-02T08:09:10.111Z',
  Source: 'Microsoft-Windows-Sysmon',
  EventLog: SYSMON,
  Computer: 'lab-3.example',
  EventID: 1,
  EventData:
    '<DataItem type="System.XmlData" time="2026-03-02T08:09:10.111Z"><EventData xmlns="x"><Data Name="Image">C:\\Tools\\probe.exe</Data><Data Name="CommandLine">probe.exe &quot;a &amp; b&quot;</Data></EventData></DataItem>',
  RenderedDescription: 'Process Create',
  Type: 'Event',
};
const SECURITY_EVENT = {
  TimeGenerated: '2026-03-02T08:09:10.111Z',
  Computer: 'lab-3.example',
  Channel: 'Security',
  EventID: 4688,
  EventSourceName: SECURITY_PROVIDER,
  NewProcessName: 'C:\\Tools\\probe.exe',
  CommandLine: 'probe.exe "a & b"',
  SubjectUserSid: 'S-1-5-18',
  Type: 'SecurityEvent',
};
const DEFENDER = {
  Timestamp: '2026-03-02T08:09:10.111Z',
  DeviceId: 'd',
  DeviceName: 'lab-3.example',
  ActionType: 'ProcessCreated',
  FileName: 'probe.exe',
  FolderPath: 'C:\\Tools\\probe.exe',
  ProcessCommandLine: 'probe.exe "a & b"',
  InitiatingProcessFileName: 'explorer.exe',
  InitiatingProcessFolderPath: 'c:\\windows\\explorer.exe',
  InitiatingProcessCommandLine: 'explorer.exe',
};
const OF_DEFENDER = { ProcessCommandLine: 'probe.exe "a & b"', FolderPath: 'C:\\Tools\\probe.exe' };
const double = (text: string) => text.replaceAll('\\', '\\\\');
const WAZUH = {
  timestamp: '2026-03-02T08:09:10.111+0000',
  rule: { id: '61603', level: 0 },
  agent: { id: '007', name: 'lab-3' },
  decoder: { name: 'windows_eventchannel' },
  data: {
    win: {
      system: {
        providerName: 'Microsoft-Windows-Sysmon',
        eventID: '1',
        channel: SYSMON,
        computer: 'lab-3.example',
      },
      eventdata: { image: double(PROCESS.Image), commandLine: `${double('C:\\x')} /c` },
    },
  },
  location: 'EventChannel',
};
const OF_WAZUH = { Image: PROCESS.Image, CommandLine: 'C:\\x /c', EventID: '1', Computer: 'lab-3.example' };

export const PLATFORMS: readonly Export[] = [
  {
    tool: 'Microsoft Sentinel',
    form: 'table `Event`',
    text: json(SENTINEL_EVENT),
    events: [['Sysmon 1', { ...PROCESS, Computer: 'lab-3.example' }]],
  },
  {
    tool: 'Microsoft Sentinel',
    form: 'table `Event`, CSV',
    text: `\ufeff${table({ ...SENTINEL_EVENT, TimeGenerated: undefined, 'TimeGenerated [UTC]': '3/2/2026, 8:09:10.111 AM' })}`.replace(
      'TimeGenerated,',
      'Kept,',
    ),
    events: [['Sysmon 1', PROCESS]],
  },
  {
    tool: 'Microsoft Sentinel',
    form: 'table `SecurityEvent`',
    text: json(SECURITY_EVENT),
    events: [['Security 4688', { NewProcessName: 'C:\\Tools\\probe.exe' }]],
  },
  {
    tool: 'Microsoft Defender',
    form: 'advanced hunting, CSV',
    text: table(DEFENDER),
    events: [['Defender DeviceProcessEvents', OF_DEFENDER]],
  },
  {
    tool: 'Microsoft Defender',
    form: 'advanced hunting, API',
    text: JSON.stringify({
      Stats: { ExecutionTime: 0.1 },
      Schema: [{ Name: 'Timestamp', Type: 'DateTime' }],
      Results: [DEFENDER, DEFENDER],
    }),
    events: [
      ['Defender DeviceProcessEvents', OF_DEFENDER],
      ['Defender DeviceProcessEvents', OF_DEFENDER],
    ],
  },
  {
    tool: 'Microsoft Defender',
    form: 'advanced hunting, Graph API',
    text: JSON.stringify({
      '@odata.context': 'https://graph.example',
      schema: [{ name: 'Timestamp', type: 'DateTime' }],
      results: [DEFENDER],
    }),
    events: [['Defender DeviceProcessEvents', OF_DEFENDER]],
  },
  {
    tool: 'Wazuh',
    form: '`alerts.json`, `archives.json`',
    text: json(WAZUH),
    events: [['Sysmon 1', OF_WAZUH]],
  },
  {
    tool: 'Wazuh',
    form: '`alerts.json`, a line of `sudo`',
    text: json({
      timestamp: '2026-03-02T08:09:10.111+0000',
      rule: { id: '5402', level: 3 },
      agent: { id: '003', name: 'lab-9' },
      full_log:
        'Mar  2 08:09:10 lab-9 sudo[77]:    marta : TTY=pts/1 ; PWD=/srv ; USER=root ; COMMAND=/usr/bin/id "a=b"',
      predecoder: { program_name: 'sudo', timestamp: 'Mar  2 08:09:10', hostname: 'lab-9' },
      decoder: { parent: 'sudo', name: 'sudo' },
      data: { srcuser: 'marta', dstuser: 'root', tty: 'pts/1', pwd: '/srv', command: '/usr/bin/id' },
      location: '/var/log/auth.log',
    }),
    events: [
      [
        'sudo',
        {
          USER: 'root',
          COMMAND: '/usr/bin/id "a=b"',
          PWD: '/srv',
          TTY: 'pts/1',
          hostname: 'lab-9',
          timestamp: '2026-03-02T08:09:10.111+0000',
        },
      ],
    ],
  },
  {
    tool: 'Wazuh',
    form: 'indexer',
    text: JSON.stringify({ hits: { hits: [{ _index: 'wazuh-alerts-4.x', _source: WAZUH }] } }),
    events: [['Sysmon 1', OF_WAZUH]],
  },
  {
    tool: 'Graylog',
    form: 'answer of a search',
    text: JSON.stringify({
      query: '*',
      messages: [
        {
          highlight_ranges: {},
          message: {
            _id: '1',
            timestamp: '2026-03-02T08:09:10.111Z',
            source: 'lab-3',
            message: 'Process Create',
            EventID: 1,
            Channel: SYSMON,
            ...PROCESS,
          },
          index: 'graylog_0',
        },
      ],
      total_results: 1,
    }),
    events: [['Sysmon 1', PROCESS]],
  },
  {
    tool: 'Graylog',
    form: 'messages of Winlogbeat',
    text: json({
      timestamp: '2026-03-02T08:09:10.111Z',
      source: 'lab-3',
      message: 'x',
      winlogbeat_winlog_channel: SYSMON,
      winlogbeat_winlog_event_id: '1',
      winlogbeat_winlog_event_data_Image: PROCESS.Image,
    }),
    events: [['Sysmon 1', { Image: PROCESS.Image, EventID: '1' }]],
  },
];
