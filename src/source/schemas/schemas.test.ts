import { describe, expect, it } from 'vitest';
import { readEvents } from '../../event/read';
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
  WINLOGBEAT_4688,
  WINLOGBEAT_SYSMON,
} from '../../testing/schema-events';
import { coverage } from '../coverage';
import { evidence } from '../evidence';
import { recognise } from '../recognise';
import { SCHEMAS } from './list';

/** What a schema's event is to rules. */
interface Case {
  readonly event: object;
  readonly evidence: string;
  /** The category through which its fields are seen. */
  readonly category: string;
  readonly product: string;
  /** Sigma's name, its value, and the characters of the original that it stands on where they differ from the value. */
  readonly fields: readonly (readonly [field: string, value: unknown, characters?: readonly string[]])[];
  /** Sigma's name and what people are told of it. */
  readonly told: readonly (readonly [field: string, text: string])[];
  /** Log sources of rules that see it. */
  readonly serves: readonly object[];
  /** Those that do not, with the reason. */
  readonly differs: readonly (readonly [logsource: object, reason: string])[];
}

const W = 'windows';
const CASES: Readonly<Record<string, Case>> = {
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
      ['CurrentDirectory', 'Defender DeviceProcessEvents never carries CurrentDirectory.'],
      [
        'FileVersion',
        'Defender DeviceProcessEvents never carries FileVersion; its ProcessVersionInfoProductVersion is the version of the product.',
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
        'Defender DeviceRegistryEvents (value set) has it in two fields, RegistryKey and RegistryValueName. It writes out HKEY_LOCAL_MACHINE where Sysmon has HKLM.',
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
        "CrowdStrike's ParentProcessId is a number of its own, not the parent's process id, which it never carries.",
      ],
      [
        'ParentImage',
        'CrowdStrike ProcessRollup2 names it ParentBaseFileName. That is the name of the file alone, so that a rule which asks for its folder misses.',
      ],
      ['OriginalFileName', 'CrowdStrike ProcessRollup2 never carries OriginalFileName.'],
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
      ['Company', 'Splunk process never carries Company.'],
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
    told: [['OriginalFileName', 'OCSF process launch never carries OriginalFileName.']],
    serves: [{ product: W }],
    differs: [
      [
        { product: W, category: 'process_termination' },
        'The rule is for windows / process_termination (Sysmon 5); this event is OCSF process launch.',
      ],
    ],
  },
};

const read = (text: string) => readEvents(text).slices[0]!.event!;

describe.each(Object.entries(CASES))('%s', (label, given) => {
  const text = JSON.stringify(given.event);
  const event = read(text);
  const logsource = { product: given.product, category: given.category };
  const view = coverage(logsource, recognise(event));

  it('is recognised, and says by what', () => {
    expect(recognise(event)).toMatchObject({
      label: label.replace(/ of \w+$/, ''),
      product: given.product,
      known: true,
    });
    expect(recognise(read(text))).toBe(recognise(event));
    expect(evidence(event)).toBe(given.evidence);
  });

  it.each(given.fields.map(([field, value, characters]) => ({ field, value, characters })))(
    '$field is $value',
    ({ field, value, characters }) => {
      expect(view.resolve(field)(event)).toEqual(value);
      if (value === undefined) return;
      const first = String(Array.isArray(value) ? value[0] : value);
      const found = view.locate(event, field, Array.isArray(value) ? 0 : undefined)!;
      const parts = found.toText({ start: 0, end: first.length }).map((r) => text.slice(r.start, r.end));
      expect(parts).toEqual(characters ?? [first]);
    },
  );

  it.each(given.told)('%s: %s', (field, told) => {
    expect(view.origin(field, event).text).toBe(told);
  });

  it.each([logsource, ...given.serves])('serves %j', (served) => {
    expect(coverage(served, recognise(event))).toMatchObject({ applicable: true, reason: '', note: '' });
  });

  it.each(given.differs)('does not serve %j', (other, reason) => {
    expect(coverage(other, recognise(event))).toMatchObject({ applicable: false, reason });
  });
});

describe('layouts of the same schema', () => {
  const columns = Object.keys(DEFENDER_PROCESS);
  const cell = (value: unknown) => `"${String(value).replaceAll('"', '""')}"`;
  const csv = `${columns.join(',')}\n${Object.values(DEFENDER_PROCESS).map(cell).join(',')}\n`;
  it.each<[string, string, string, string, unknown]>([
    ['a table', csv, 'Defender DeviceProcessEvents', 'Image', DEFENDER_PROCESS.FolderPath],
    [
      'streamed',
      JSON.stringify({ category: 'AdvancedHunting-DeviceProcessEvents', properties: DEFENDER_PROCESS }),
      'Defender DeviceProcessEvents in properties',
      'User',
      'corp\\mira',
    ],
    [
      'columns picked by a query',
      'Timestamp,DeviceName,FolderPath,ProcessCommandLine,InitiatingProcessFileName\nt,ws.example,C:\\a.exe,a -x,b.exe\n',
      'Defender DeviceProcessEvents',
      'CommandLine',
      'a -x',
    ],
    [
      'nested in event',
      JSON.stringify({ cid: '1', event: CROWDSTRIKE_PROCESS }),
      'CrowdStrike ProcessRollup2 in event',
      'Image',
      CROWDSTRIKE_PROCESS.ImageFileName,
    ],
    [
      'a table out of Kibana',
      '@timestamp,event.category,event.type,host.os.type,process.executable,process.command_line\nt,process,start,windows,C:\\a.exe,a -x\n',
      'ECS process start',
      'CommandLine',
      'a -x',
    ],
    [
      "a table out of Kibana, of Windows' events",
      '@timestamp,winlog.channel,winlog.event_id,winlog.event_data.ParentImage,process.command_line\nt,Microsoft-Windows-Sysmon/Operational,1,C:\\b.exe,a -x\n',
      'Sysmon 1',
      'ParentImage',
      'C:\\b.exe',
    ],
    [
      'the same table, of a field that Winlogbeat moved',
      '@timestamp,winlog.channel,winlog.event_id,winlog.event_data.ParentImage,process.command_line\nt,Microsoft-Windows-Sysmon/Operational,1,C:\\b.exe,a -x\n',
      'Sysmon 1',
      'CommandLine',
      'a -x',
    ],
    [
      'names with dots',
      JSON.stringify({
        'event.category': 'process',
        'event.type': ['start'],
        'host.os.type': 'windows',
        'process.executable': 'C:\\a.exe',
      }),
      'ECS process start',
      'Image',
      'C:\\a.exe',
    ],
    [
      'as Elasticsearch returns it',
      JSON.stringify({ _index: 'logs', _source: ECS_PROCESS }),
      'ECS process start',
      'User',
      'CORP\\mira',
    ],
    [
      'fields of which nothing but the command line tells',
      JSON.stringify({ process: { command_line: 'a -x' } }),
      'ECS process start',
      'CommandLine',
      'a -x',
    ],
    [
      'a 4688 of Splunk without its channel',
      JSON.stringify({ EventCode: 4688, New_Process_Name: 'C:\\a.exe' }),
      'Security 4688',
      'Image',
      'C:\\a.exe',
    ],
    [
      'searched',
      JSON.stringify({ '#event_simpleName': 'ProcessRollup2', ImageFileName: '\\Device\\x.exe' }),
      'CrowdStrike ProcessRollup2',
      'Image',
      '\\Device\\x.exe',
    ],
  ])('%s', (_, text, label, field, value) => {
    const event = read(text);
    const source = recognise(event);
    expect(source.label).toBe(label);
    expect(coverage({ product: W, category: 'process_creation' }, source).resolve(field)(event)).toEqual(
      value,
    );
  });
});

it('no two kinds of events have the same label, and schemas have different names', () => {
  expect(new Set(SCHEMAS.map(({ name }) => name)).size).toBe(SCHEMAS.length);
  const labels = SCHEMAS.flatMap(({ kinds }) => kinds.map(({ label }) => label));
  expect(new Set(labels).size).toBe(labels.length);
  expect(labels.length).toBeGreaterThan(SCHEMAS.length);
});

it.each<[object, string | null, string]>([
  [
    { ...DEFENDER_PROCESS, InitiatingProcessFolderPath: '/usr/bin/bash', FolderPath: '/usr/bin/id' },
    'linux',
    '',
  ],
  [
    { ...DEFENDER_PROCESS, InitiatingProcessFolderPath: '/System/Library/x', FolderPath: '/bin/sh' },
    'macos',
    '',
  ],
  [
    { ...CROWDSTRIKE_PROCESS, event_platform: undefined },
    null,
    'The event does not tell its product, so whether that is windows cannot be told.',
  ],
])('%j is of the product %s', (value, product, note) => {
  const source = recognise(read(JSON.stringify(value)));
  expect(source.product).toBe(product);
  const cover = coverage({ product: W, category: 'process_creation' }, source);
  expect([cover.applicable, cover.note]).toEqual([product === null, note]);
});

const ecs = (category: string, type: string, more: object = {}) => ({
  event: { category: [category], type: [type] },
  host: { os: { platform: 'ubuntu' } },
  process: { pid: 1 },
  ...more,
});

it.each<[string, string | null, object]>([
  ['ECS process end', 'linux', ecs('process', 'end')],
  ['ECS file creation', 'linux', ecs('file', 'creation')],
  [
    'ECS file rename',
    'macos',
    {
      ...ecs('file', 'change'),
      event: { category: 'file', type: 'change', action: 'rename' },
      host: { os: { type: 'macos' } },
    },
  ],
  ['ECS network connection', 'linux', ecs('network', 'start')],
  ['ECS DNS query', 'linux', ecs('network', 'info', { dns: { question: { name: 'a.example' } } })],
  ['ECS library load', 'linux', ecs('library', 'start')],
  ['unknown source', null, ecs('network', 'connection', { process: undefined })],
  ['unknown source', null, ecs('network', 'end')],
  ['unknown source', null, ecs('authentication', 'start')],
  ['unknown source', null, { class_uid: 1007 }],
  ['unknown source', null, { ...OCSF_PROCESS, activity_id: 3 }],
  ['unknown source', null, { ...OCSF_PROCESS, class_uid: 3002 }],
  ['OCSF process end', W, { ...OCSF_PROCESS, activity_id: 2 }],
  ['OCSF process launch', 'linux', { ...OCSF_PROCESS, device: { os: { type_id: 200 } } }],
  ['Splunk process', 'linux', { process: 'ls', process_name: 'ls', process_path: '/bin/ls' }],
  ['unknown source', null, { process: 'ls', process_name: 'ls' }],
  ['CrowdStrike DnsRequest', W, { event_simpleName: 'DnsRequest', event_platform: 'Win' }],
  [
    'CrowdStrike NetworkReceiveAccept',
    W,
    { event_simpleName: 'NetworkReceiveAcceptIP4', event_platform: 'Win' },
  ],
  ['Defender DeviceNetworkEvents', W, { ...DEFENDER_REGISTRY, ActionType: 'ConnectionSuccess' }],
  [
    'Defender DeviceNetworkEvents (inbound)',
    W,
    { ...DEFENDER_REGISTRY, ActionType: 'InboundConnectionAccepted' },
  ],
  ['Defender DeviceImageLoadEvents', W, { ...DEFENDER_REGISTRY, ActionType: 'ImageLoaded' }],
])('%s on %s: %j', (label, product, value) => {
  expect(recognise(read(JSON.stringify(value)))).toMatchObject({ label, product });
});

it.each<[string, object]>([
  ['an action that no rule is about', { ...DEFENDER_PROCESS, ActionType: 'AntivirusReport' }],
  ['an action that is no text', { ...DEFENDER_PROCESS, ActionType: { a: 1 }, ProcessCommandLine: undefined }],
  ['ActionType alone', { ActionType: 'ProcessCreated' }],
  ['an event that no rule is about', { event_simpleName: 'SensorHeartbeat' }],
])('%s leaves the source unknown', (_, value) => {
  expect(recognise(read(JSON.stringify(value))).known).toBe(false);
});
