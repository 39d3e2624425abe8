import { describe, expect, it } from 'vitest';
import { readEvents } from '../../event/read';
import { CROWDSTRIKE_PROCESS, DEFENDER_PROCESS, DEFENDER_REGISTRY } from '../../testing/schema-events';
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
};

const read = (text: string) => readEvents(text).slices[0]!.event!;

describe.each(Object.entries(CASES))('%s', (label, given) => {
  const text = JSON.stringify(given.event);
  const event = read(text);
  const logsource = { product: given.product, category: given.category };
  const view = coverage(logsource, recognise(event));

  it('is recognised, and says by what', () => {
    expect(recognise(event)).toMatchObject({ label, product: given.product, known: true });
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
    expect(view.origin(field).text).toBe(told);
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

it.each<[string, object]>([
  ['an action that no rule is about', { ...DEFENDER_PROCESS, ActionType: 'AntivirusReport' }],
  ['an action that is no text', { ...DEFENDER_PROCESS, ActionType: { a: 1 }, ProcessCommandLine: undefined }],
  ['ActionType alone', { ActionType: 'ProcessCreated' }],
  ['an event that no rule is about', { event_simpleName: 'SensorHeartbeat' }],
])('%s leaves the source unknown', (_, value) => {
  expect(recognise(read(JSON.stringify(value))).known).toBe(false);
});
