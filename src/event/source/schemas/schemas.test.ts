import { describe, expect, it } from 'vitest';
import { SCHEMA_CASES } from '../../../testing/schema-cases';
import {
  CROWDSTRIKE_PROCESS,
  DEFENDER_PROCESS,
  DEFENDER_REGISTRY,
  ECS_PROCESS,
  OCSF_PROCESS,
} from '../../../testing/schema-events';
import { plain } from '../../../text';
import { readEvents } from '../../read';
import { coverage } from '../coverage';
import { evidence } from '../evidence';
import { Recogniser } from '../recognise';
import { SCHEMAS } from './list';

const recogniser = new Recogniser();
const recognise = recogniser.recognise.bind(recogniser);

const W = 'windows';
const read = (text: string) => readEvents(text).slices[0]!.event!;

describe.each(Object.entries(SCHEMA_CASES))('%s', (label, given) => {
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
    expect(plain(evidence(event))).toBe(given.evidence);
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
    expect(plain(view.origin(field, event).text!)).toBe(told);
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
      'as Elasticsearch returns fields that were asked for',
      JSON.stringify({
        _index: 'logs',
        fields: {
          'event.category': ['process'],
          'event.type': ['start'],
          'host.os.type': ['windows'],
          'process.command_line': ['a -x'],
        },
      }),
      'ECS process start',
      'CommandLine',
      ['a -x'],
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
    'The event does not show its product, so it may or may not be windows.',
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
