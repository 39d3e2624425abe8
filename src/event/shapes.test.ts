import { describe, expect, it } from 'vitest';
import { readEvents } from './read';

const event = (value: unknown) =>
  readEvents(typeof value === 'string' ? value : JSON.stringify(value)).slices[0]!.event!;

const SYSTEM = {
  Provider: { '#attributes': { Name: 'P', Guid: 'g' } },
  EventID: { '#text': 7, '#attributes': { Qualifiers: 16384 } },
  TimeCreated: { '#attributes': { SystemTime: '2025-01-01T00:00:00Z' } },
  Correlation: null,
  Execution: { '#attributes': { ProcessID: 3308 } },
  Channel: 'C',
  Computer: 'host',
  Security: { '#attributes': { UserID: 'S-1-5-18' } },
};
const evtx = {
  Event: {
    '#attributes': { xmlns: 'http://schemas' },
    System: SYSTEM,
    EventData: { Image: 'i', Computer: 'own', N: null },
  },
};
const data = (list: unknown) => ({ System: SYSTEM, EventData: { Data: list } });
const beat = {
  '@timestamp': 't',
  host: { name: 'h' },
  winlog: {
    channel: 'C',
    event_id: '7',
    provider_name: 'P',
    computer_name: 'host',
    event_data: { Image: 'i' },
    process: { pid: 4 },
  },
};
const collected = {
  channel: 'C',
  event_id: { id: 7, qualifiers: 0 },
  event_data: { data: [{ Image: 'i' }] },
};

describe('get', () => {
  it.each<[string, unknown, string, unknown]>([
    ['flat', { a: 1 }, 'a', 1],
    ['flat, null', { a: null }, 'a', null],
    ['flat, empty list', { a: [] }, 'a', []],
    ['absent', { a: 1 }, 'b', undefined],
    ['case differs', { a: 1 }, 'A', undefined],
    ['constructor', { a: 1 }, 'constructor', undefined],
    ['__proto__', { a: 1 }, '__proto__', undefined],
    ['own __proto__', '{"__proto__": "x"}', '__proto__', 'x'],
    ['own constructor', '{"constructor": "x"}', 'constructor', 'x'],
    ['nested through __proto__', { a: 1 }, '__proto__.toString', undefined],
    ['literal dotted key', { 'a.b': 1, a: { b: 2 } }, 'a.b', 1],
    ['nested path', { a: { b: 2 } }, 'a.b', 2],
    ['literal key inside', { a: { 'b.c': 1, b: { c: 2 } } }, 'a.b.c', 1],
    ['through an array', { a: [{ b: 1 }, { b: [2, 3] }, 4] }, 'a.b', [1, 2, 3]],
    ['space', { 'Threat Name': 'x' }, 'ThreatName', 'x'],
    ['space, as written', { 'Threat Name': 'x' }, 'Threat Name', 'x'],
    ['collected, in a body', { body: collected }, 'EventID', 7],
    ['collected, in a body', { Body: collected, attributes: {} }, 'Image', 'i'],
    ['evtx field', evtx, 'Image', 'i'],
    ['evtx null', evtx, 'N', null],
    ['evtx, EventData wins', evtx, 'Computer', 'own'],
    ['evtx element', evtx, 'Channel', 'C'],
    ['evtx element with attributes', evtx, 'EventID', 7],
    ['evtx attribute', evtx, 'Provider_Name', 'P'],
    ['evtx attribute', evtx, 'Execution_ProcessID', 3308],
    ['evtx attribute', evtx, 'Security_UserID', 'S-1-5-18'],
    ['evtx attribute', evtx, 'TimeCreated_SystemTime', '2025-01-01T00:00:00Z'],
    ['evtx attribute', evtx, 'EventID_Qualifiers', 16384],
    ['evtx whole path', evtx, 'Event.System.EventID', 7],
    ['evtx whole path', evtx, 'Event.EventData.Image', 'i'],
    [
      'evtx UserData',
      { Event: { System: SYSTEM, UserData: { Inner: { '#attributes': {}, X: 1 } } } },
      'X',
      1,
    ],
    [
      'evtx, unnamed data',
      { Event: { System: SYSTEM, EventData: { Data: { '#text': ['a', 'b'] } } } },
      'Data',
      ['a', 'b'],
    ],
    [
      'evtx --separate-json-attributes',
      { Event: { System: { Provider_attributes: { Name: 'P' } } } },
      'Provider_Name',
      'P',
    ],
    ['list @Name', data([{ '@Name': 'Image', '#text': 'i' }]), 'Image', 'i'],
    ['list Name Value', data([{ Name: 'Image', Value: 'i' }]), 'Image', 'i'],
    ['list Name #text', data([{ Name: 'Image', '#text': 'i' }]), 'Image', 'i'],
    ['list $', data([{ $: { Name: 'Image' }, _: 'i' }]), 'Image', 'i'],
    ['list #attributes', data([{ '#attributes': { Name: 'Image' }, '#text': 'i' }]), 'Image', 'i'],
    ['list, empty element', data([{ '@Name': 'Image' }]), 'Image', ''],
    [
      'list, twice',
      data([
        { '@Name': 'A', '#text': 1 },
        { '@Name': 'A', '#text': 2 },
      ]),
      'A',
      [1, 2],
    ],
    ['list, __proto__', data([{ '@Name': '__proto__', '#text': 1 }]), '__proto__', 1],
    ['list, one object', data({ '@Name': 'Image', '#text': 'i' }), 'Image', 'i'],
    ['list, unnamed', data(['a', 'b']), 'Data', ['a', 'b']],
    ['list, mixed', data([{ '@Name': 'A', '#text': 1 }, 'b']), 'Data', 'b'],
    ['list, System', data(['a']), 'Channel', 'C'],
    ['Winlogbeat field', beat, 'Image', 'i'],
    ['Winlogbeat event id', beat, 'EventID', '7'],
    ['Winlogbeat channel', beat, 'Channel', 'C'],
    ['Winlogbeat provider', beat, 'Provider_Name', 'P'],
    ['Winlogbeat computer', beat, 'Computer', 'host'],
    ['Winlogbeat process', beat, 'Execution_ProcessID', 4],
    ['Winlogbeat whole path', beat, 'winlog.event_data.Image', 'i'],
    ['Winlogbeat in _source', { _index: 'x', _source: beat }, 'Image', 'i'],
    ['Winlogbeat in _source', { _index: 'x', _source: beat }, 'EventID', '7'],
    ['Winlogbeat dotted', { 'winlog.event_id': 7, 'winlog.event_data.Image': 'i' }, 'Image', 'i'],
    ['Winlogbeat dotted', { 'winlog.event_id': 7, 'winlog.event_data.Image': 'i' }, 'EventID', 7],
    [
      'Winlogbeat fields',
      { fields: { 'winlog.event_id': ['7'], 'winlog.event_data.Image': ['i'] } },
      'Image',
      ['i'],
    ],
    ['Winlogbeat 6', { event_id: 7, log_name: 'C', event_data: { Image: 'i' } }, 'Image', 'i'],
    ['Winlogbeat 6', { event_id: 7, log_name: 'C', event_data: { Image: 'i' } }, 'Channel', 'C'],
    ['Splunk', { EventCode: 7 }, 'EventID', 7],
  ])('%s: %#', (_, value, field, expected) => {
    const one = event(value);
    expect(one.get(field)).toEqual(expected);
    one.release?.();
    expect(one.get(field)).toEqual(expected);
    if (expected !== undefined && expected !== null) expect(one.locate(field)).toBeDefined();
  });
});

it('lists the names that get answers to', () => {
  for (const value of [
    evtx,
    beat,
    data([{ '@Name': 'A', '#text': 1 }]),
    { a: { b: [{ c: 1 }] }, 'x y': 2 },
  ]) {
    const one = event(value);
    expect(one.fields().length).toBeGreaterThan(1);
    for (const name of one.fields()) expect([name, one.get(name)]).not.toEqual([name, undefined]);
    expect(new Set(one.fields()).size).toBe(one.fields().length);
  }
  expect(event(evtx).fields()).toContain('Provider_Name');
  expect(event(beat).fields()).toEqual(
    expect.arrayContaining(['Image', 'EventID', 'host.name', 'winlog.process.pid']),
  );
});

it('lists every value, not names and not the namespace', () => {
  expect(
    event(data([{ '@Name': 'A', '#text': 'v' }]))
      .leaves()
      .map((leaf) => leaf.value),
  ).not.toContain('A');
  expect(
    event(evtx)
      .leaves()
      .map((leaf) => leaf.value),
  ).not.toContain('http://schemas');
  expect(event({ a: [1, { b: true }], c: null, d: '' }).leaves()).toEqual([
    { path: ['a', 0], value: 1 },
    { path: ['a', 1, 'b'], value: true },
    { path: ['d'], value: '' },
  ]);
});
