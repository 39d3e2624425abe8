import {
  CROWDSTRIKE_PROCESS,
  DEFENDER_PROCESS,
  DEFENDER_REGISTRY,
  ECS_PROCESS,
  ECS_REGISTRY,
  OCSF_PROCESS,
  SENTINEL_4688,
  SPLUNK_4688,
  SPLUNK_PROCESS,
  WINLOGBEAT_400,
  WINLOGBEAT_4104,
  WINLOGBEAT_4688,
  WINLOGBEAT_SYSMON,
} from './schema-events';

/** How rules see a schema's event. */
export interface SchemaCase {
  readonly event: object;
  readonly evidence: string;
  /** The category whose names its fields get. */
  readonly category: string;
  readonly product: string;
  /** Sigma's name, its value, and the characters of the original if they differ from the value. */
  readonly fields: readonly (readonly [field: string, value: unknown, characters?: readonly string[]])[];
  /** Sigma's name, and what people read about it. */
  readonly told: readonly (readonly [field: string, text: string])[];
  /** Log sources of rules that cover it. */
  readonly serves: readonly object[];
  /** Log sources that do not, with the reason. */
  readonly differs: readonly (readonly [logsource: object, reason: string])[];
}

const W = 'windows';
/** By the label of the source; the part after `of` only distinguishes two. */
export const SCHEMA_CASES: Readonly<Record<string, SchemaCase>> = {
  'Defender DeviceProcessEvents': {
    event: DEFENDER_PROCESS,
    evidence:
      '`ActionType` is ProcessCreated and `InitiatingProcessFolderPath` is c:\\windows\\system32\\cmd.exe, so it is Defender DeviceProcessEvents on Windows',
    category: 'process_creation',
    product: W,
    fields: [
      ['Image', 'C:\\Windows\\System32\\rundll32.exe', ['C:\\\\Windows\\\\System32\\\\rundll32.exe']],
      [
        'CommandLine',
        'rundll32.exe C:\\Users\\Public\\tool.dll,Start',
        ['rundll32.exe C:\\\\Users\\\\Public\\\\tool.dll,Start'],
      ],
      ['ParentImage', 'c:\\windows\\system32\\cmd.exe', ['c:\\\\windows\\\\system32\\\\cmd.exe']],
      ['ParentCommandLine', '"cmd.exe" /c run.bat', ['\\"cmd.exe\\" /c run.bat']],
      ['User', 'corp\\mira', ['corp', 'mira']],
      ['ParentUser', 'corp\\jon', ['corp', 'jon']],
      ['OriginalFileName', 'RUNDLL32.EXE'],
      ['ProcessId', 7312],
      ['ParentProcessId', 4120],
      ['LogonId', [999, '0x3e7']],
      ['IntegrityLevel', 'High'],
      ['sha256', DEFENDER_PROCESS.SHA256],
      [
        'Hashes',
        `SHA1=${DEFENDER_PROCESS.SHA1},MD5=${DEFENDER_PROCESS.MD5},SHA256=${DEFENDER_PROCESS.SHA256}`,
        [DEFENDER_PROCESS.SHA1, DEFENDER_PROCESS.MD5, DEFENDER_PROCESS.SHA256],
      ],
      ['CurrentDirectory', undefined],
      ['FileName', 'rundll32.exe'],
    ],
    told: [
      ['Image', 'Defender DeviceProcessEvents names it FolderPath.'],
      ['User', 'Defender DeviceProcessEvents has it in two fields, AccountDomain and AccountName.'],
      ['CurrentDirectory', 'Defender DeviceProcessEvents never has CurrentDirectory.'],
      [
        'FileVersion',
        'Defender DeviceProcessEvents never has FileVersion; its ProcessVersionInfoProductVersion is the version of the product.',
      ],
    ],
    serves: [{}, { product: W }, { category: 'process_creation' }],
    differs: [
      [
        { product: W, category: 'registry_set' },
        'The rule is for windows / registry_set (Sysmon 13); this event is Defender DeviceProcessEvents.',
      ],
      [
        { product: W, service: 'security' },
        'The rule is for windows / security (Security); this event is Defender DeviceProcessEvents.',
      ],
      [
        { product: 'linux', category: 'process_creation' },
        'The rule is for linux / process_creation (Sysmon for Linux 1); this event is Defender DeviceProcessEvents (windows).',
      ],
    ],
  },
  'Defender DeviceRegistryEvents (value set)': {
    event: DEFENDER_REGISTRY,
    evidence:
      '`ActionType` is RegistryValueSet and `InitiatingProcessFolderPath` is c:\\windows\\system32\\reg.exe, so it is Defender DeviceRegistryEvents (value set) on Windows',
    category: 'registry_set',
    product: W,
    fields: [
      [
        'TargetObject',
        'HKEY_LOCAL_MACHINE\\SOFTWARE\\Example\\Run\\Updater',
        ['HKEY_LOCAL_MACHINE\\\\SOFTWARE\\\\Example\\\\Run', 'Updater'],
      ],
      ['Details', 'C:\\Users\\Public\\tool.exe', ['C:\\\\Users\\\\Public\\\\tool.exe']],
      ['Image', 'c:\\windows\\system32\\reg.exe', ['c:\\\\windows\\\\system32\\\\reg.exe']],
    ],
    told: [
      [
        'TargetObject',
        'Defender DeviceRegistryEvents (value set) has it in two fields, RegistryKey and RegistryValueName. It has HKEY_LOCAL_MACHINE where Sysmon has HKLM.',
      ],
    ],
    serves: [{ product: W, category: 'registry_event' }],
    differs: [
      [
        { product: W, category: 'process_creation' },
        'The rule is for windows / process_creation (Sysmon 1, Security 4688); this event is Defender DeviceRegistryEvents (value set).',
      ],
    ],
  },
  'CrowdStrike ProcessRollup2': {
    event: CROWDSTRIKE_PROCESS,
    evidence:
      '`event_simpleName` is ProcessRollup2 and `event_platform` is Win, so it is CrowdStrike ProcessRollup2 on Windows',
    category: 'process_creation',
    product: W,
    fields: [
      [
        'Image',
        '\\Device\\HarddiskVolume3\\Windows\\System32\\whoami.exe',
        ['\\\\Device\\\\HarddiskVolume3\\\\Windows\\\\System32\\\\whoami.exe'],
      ],
      ['CommandLine', 'whoami /all'],
      ['ParentImage', ['cmd.exe', '\\cmd.exe', '/cmd.exe'], ['cmd.exe']],
      ['ProcessId', ['892', '0x37c'], ['892']],
      ['ParentProcessId', undefined],
      ['LogonId', ['999', '0x3e7'], ['999']],
      ['IntegrityLevel', ['High', '12288'], ['12288']],
      ['User', 'mira'],
      ['md5', CROWDSTRIKE_PROCESS.MD5HashData],
      [
        'Hashes',
        `MD5=${CROWDSTRIKE_PROCESS.MD5HashData},SHA256=${CROWDSTRIKE_PROCESS.SHA256HashData}`,
        [CROWDSTRIKE_PROCESS.MD5HashData, CROWDSTRIKE_PROCESS.SHA256HashData],
      ],
    ],
    told: [
      [
        'ParentProcessId',
        "CrowdStrike's ParentProcessId is not the parent's process id but a number of its own. CrowdStrike never has the parent's process id.",
      ],
      [
        'ParentImage',
        'CrowdStrike ProcessRollup2 names it ParentBaseFileName. It is only the file name, so a rule that requires its folder does not match.',
      ],
      ['OriginalFileName', 'CrowdStrike ProcessRollup2 never has OriginalFileName.'],
    ],
    serves: [{ product: W }],
    differs: [
      [
        { product: W, category: 'image_load' },
        'The rule is for windows / image_load (Sysmon 7); this event is CrowdStrike ProcessRollup2.',
      ],
    ],
  },
  'ECS process start': {
    event: ECS_PROCESS,
    evidence:
      '`event.category` is process, `event.type` is start and `host.os.type` is windows, so it is ECS process start on Windows',
    category: 'process_creation',
    product: W,
    fields: [
      ['Image', 'C:\\Windows\\System32\\certutil.exe', ['C:\\\\Windows\\\\System32\\\\certutil.exe']],
      ['CommandLine', 'certutil.exe -urlcache -f http://files.example/a a.bin'],
      ['ParentImage', 'C:\\Windows\\System32\\cmd.exe', ['C:\\\\Windows\\\\System32\\\\cmd.exe']],
      ['ParentCommandLine', 'cmd.exe /c start.bat'],
      ['ParentProcessId', 4120],
      ['User', 'CORP\\mira', ['CORP', 'mira']],
      ['OriginalFileName', 'CertUtil.exe'],
      ['sha256', 'ab'.repeat(32)],
      ['Imphash', 'cd'.repeat(16)],
      [
        'Hashes',
        `MD5=${ECS_PROCESS.process.hash.md5},SHA256=${ECS_PROCESS.process.hash.sha256},IMPHASH=${ECS_PROCESS.process.pe.imphash}`,
        [ECS_PROCESS.process.hash.md5, ECS_PROCESS.process.hash.sha256, ECS_PROCESS.process.pe.imphash],
      ],
      ['process.args', ECS_PROCESS.process.args, ['certutil.exe']],
    ],
    told: [
      ['CommandLine', 'ECS process start names it process.command_line.'],
      ['User', 'ECS process start has it in two fields, user.domain and user.name.'],
    ],
    serves: [{ product: W }, { category: 'process_creation' }],
    differs: [
      [
        { product: 'linux', category: 'process_creation' },
        'The rule is for linux / process_creation (Sysmon for Linux 1); this event is ECS process start (windows).',
      ],
      [
        { product: W, category: 'process_creation', service: 'sysmon' },
        'The rule is for windows / process_creation / sysmon (Sysmon 1); this event is ECS process start.',
      ],
    ],
  },
  'ECS registry change': {
    event: ECS_REGISTRY,
    evidence:
      '`event.category` is registry, `event.type` is change and `host.os.family` is windows, so it is ECS registry change on Windows',
    category: 'registry_set',
    product: W,
    fields: [
      ['TargetObject', ECS_REGISTRY.registry.path, ['HKLM\\\\SOFTWARE\\\\Example\\\\Run\\\\Updater']],
      ['Details', ['C:\\Users\\Public\\tool.exe'], ['C:\\\\Users\\\\Public\\\\tool.exe']],
    ],
    told: [['Details', 'ECS registry change names it registry.data.strings.']],
    serves: [{ product: W, category: 'registry_event' }],
    differs: [
      [
        { product: W, category: 'registry_add' },
        'The rule is for windows / registry_add (Sysmon 12); this event is ECS registry change.',
      ],
    ],
  },
  'Sysmon 1': {
    event: WINLOGBEAT_SYSMON,
    evidence:
      '`winlog.channel` is Microsoft-Windows-Sysmon/Operational and `winlog.event_id` is 1, so it is Sysmon 1',
    category: 'process_creation',
    product: W,
    fields: [
      ['Image', 'C:\\Windows\\System32\\whoami.exe', ['C:\\\\Windows\\\\System32\\\\whoami.exe']],
      ['CommandLine', 'whoami /groups'],
      ['IntegrityLevel', 'High'],
      ['User', 'CORP\\mira', ['CORP', 'mira']],
      ['Hashes', `SHA1=${WINLOGBEAT_SYSMON.process.hash.sha1}`, [WINLOGBEAT_SYSMON.process.hash.sha1]],
    ],
    told: [['Image', "Winlogbeat's Sysmon names it process.executable."]],
    serves: [
      { product: W, service: 'sysmon' },
      { product: W, category: 'process_creation', service: 'sysmon' },
    ],
    differs: [
      [
        { product: W, category: 'network_connection' },
        'The rule is for windows / network_connection (Sysmon 3); this event is Sysmon 1.',
      ],
    ],
  },
  'Security 4688': {
    event: WINLOGBEAT_4688,
    evidence: '`winlog.channel` is Security and `winlog.event_id` is 4688, so it is Security 4688',
    category: 'process_creation',
    product: W,
    fields: [
      ['Image', 'C:\\Windows\\System32\\net.exe', ['C:\\\\Windows\\\\System32\\\\net.exe']],
      ['CommandLine', 'net user'],
      ['ParentImage', 'C:\\Windows\\System32\\cmd.exe', ['C:\\\\Windows\\\\System32\\\\cmd.exe']],
      ['ProcessId', ['0x37c', '892'], ['0x37c']],
    ],
    told: [
      ['ParentImage', 'Winlogbeat names it process.parent.executable.'],
      ['Image', "Winlogbeat's Security 4688 names it NewProcessName."],
    ],
    serves: [{ product: W, service: 'security' }],
    differs: [
      [
        { product: W, category: 'process_creation', service: 'sysmon' },
        'The rule is for windows / process_creation / sysmon (Sysmon 1); this event is Security 4688.',
      ],
    ],
  },
  'PowerShell 4104': {
    event: WINLOGBEAT_4104,
    evidence:
      '`winlog.channel` is Microsoft-Windows-PowerShell/Operational and `winlog.event_id` is 4104, so it is PowerShell 4104',
    category: 'ps_script',
    product: W,
    fields: [
      ['ScriptBlockText', 'Get-ChildItem C:\\Users', ['Get-ChildItem C:\\\\Users']],
      ['MessageNumber', '1'],
    ],
    told: [['ScriptBlockText', "Winlogbeat's PowerShell names it powershell.file.script_block_text."]],
    serves: [{ product: W, service: 'powershell' }],
    differs: [
      [
        { product: W, category: 'ps_module' },
        'The rule is for windows / ps_module (PowerShell 4103, PowerShell Core 4103); this event is PowerShell 4104.',
      ],
    ],
  },
  'Windows PowerShell 400': {
    event: WINLOGBEAT_400,
    evidence:
      '`winlog.channel` is Windows PowerShell and `winlog.event_id` is 400, so it is Windows PowerShell 400',
    category: 'ps_classic_start',
    product: W,
    fields: [['Data', Object.values(WINLOGBEAT_400.winlog.event_data), ['Available']]],
    told: [['Data', 'The event has them in separate fields: param1, param2, param3.']],
    serves: [{ product: W, service: 'powershell-classic' }],
    differs: [
      [
        { product: W, category: 'ps_classic_script' },
        'The rule is for windows / ps_classic_script (Windows PowerShell 800); this event is Windows PowerShell 400.',
      ],
    ],
  },
  'Security 4688 of Splunk': {
    event: SPLUNK_4688,
    evidence: '`LogName` is Security and `EventCode` is 4688, so it is Security 4688',
    category: 'process_creation',
    product: W,
    fields: [
      ['Image', 'C:\\Windows\\System32\\net.exe', ['C:\\\\Windows\\\\System32\\\\net.exe']],
      ['CommandLine', 'net user /domain'],
      ['ParentImage', 'C:\\Windows\\System32\\cmd.exe', ['C:\\\\Windows\\\\System32\\\\cmd.exe']],
      ['ProcessId', ['0x37c', '892'], ['0x37c']],
      ['ParentProcessId', ['0x10', '16'], ['0x10']],
      [
        'IntegrityLevel',
        ['High', 'Mandatory Label\\High Mandatory Level'],
        ['Mandatory Label\\\\High Mandatory Level'],
      ],
      ['User', 'CORP\\mira', ['CORP', 'mira']],
    ],
    told: [
      ['Image', 'Splunk names it New_Process_Name.'],
      ['User', 'Splunk has it in two fields, Account_Domain and Account_Name.'],
    ],
    serves: [{ product: W, service: 'security' }],
    differs: [],
  },
  'Security 4688 of Sentinel': {
    event: SENTINEL_4688,
    evidence: '`Channel` is Security and `EventID` is 4688, so it is Security 4688',
    category: 'process_creation',
    product: W,
    fields: [
      ['Image', 'C:\\Windows\\System32\\net.exe', ['C:\\\\Windows\\\\System32\\\\net.exe']],
      ['CommandLine', 'net user'],
      ['User', 'CORP\\mira', ['CORP', 'mira']],
    ],
    told: [['Image', 'Security 4688 names it NewProcessName.']],
    serves: [{ product: W, service: 'security' }],
    differs: [],
  },
  'Splunk process': {
    event: SPLUNK_PROCESS,
    evidence:
      '`process_name` is net.exe and `process_path` is C:\\Windows\\System32\\net.exe, so it is Splunk process on Windows',
    category: 'process_creation',
    product: W,
    fields: [
      ['Image', 'C:\\Windows\\System32\\net.exe', ['C:\\\\Windows\\\\System32\\\\net.exe']],
      ['CommandLine', 'net user /domain'],
      ['ParentCommandLine', 'cmd.exe /c net user /domain'],
      ['User', 'CORP\\mira', ['CORP\\\\mira']],
      ['Hashes', 'MD5=0F1E2D3C4B5A69788796A5B4C3D2E1F0'],
    ],
    told: [
      ['CommandLine', 'Splunk process names it process.'],
      ['Company', 'Splunk process never has Company.'],
    ],
    serves: [{}],
    differs: [
      [
        { product: W, service: 'security' },
        'The rule is for windows / security (Security); this event is Splunk process.',
      ],
    ],
  },
  'OCSF process launch': {
    event: OCSF_PROCESS,
    evidence:
      '`class_uid` is 1007, `activity_id` is 1 and `device.os.type` is Windows, so it is OCSF process launch on Windows',
    category: 'process_creation',
    product: W,
    fields: [
      ['Image', 'C:\\Windows\\System32\\certutil.exe', ['C:\\\\Windows\\\\System32\\\\certutil.exe']],
      ['CommandLine', 'certutil.exe -decode a b'],
      ['ParentImage', 'C:\\Windows\\System32\\cmd.exe', ['C:\\\\Windows\\\\System32\\\\cmd.exe']],
      ['ParentCommandLine', 'cmd.exe /c run'],
      ['User', 'CORP\\mira', ['CORP', 'mira']],
      [
        'md5',
        OCSF_PROCESS.process.file.hashes.map(({ value }) => value),
        ['0f1e2d3c4b5a69788796a5b4c3d2e1f0'],
      ],
    ],
    told: [['OriginalFileName', 'OCSF process launch never has OriginalFileName.']],
    serves: [{ product: W }],
    differs: [
      [
        { product: W, category: 'process_termination' },
        'The rule is for windows / process_termination (Sysmon 5); this event is OCSF process launch.',
      ],
    ],
  },
};
