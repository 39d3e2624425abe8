import { expect, test } from 'vitest';
import { EventReader } from '../event';
import type { SeenValue, Source } from '../language';
import { seenIn } from './seen';

function slices(events: readonly unknown[]) {
  const reader = new EventReader(
    events.map((e) => (typeof e === 'string' ? e : JSON.stringify(e))).join('\n'),
  );
  const all = [];
  for (let slice = reader.next(); slice; slice = reader.next()) all.push(slice);
  return all;
}

const PROCESS = { product: 'windows', category: 'process_creation' };
const EVENTS = [
  { Channel: 'Security', EventID: 4688, NewProcessName: 'C:\\a.exe', Groups: ['x', 'y', 'x'] },
  { Channel: 'Security', EventID: 4688, NewProcessName: 'C:\\b.exe', Groups: ['y'] },
  '{"broken": ',
  {
    Channel: 'Microsoft-Windows-Sysmon/Operational',
    EventID: 1,
    Image: 'C:\\b.exe',
    Deep: { er: true },
    None: null,
  },
];

test('log sources: those that the events belong to, the one of most events first', () => {
  const found = seenIn(slices(EVENTS), { logsources: true });
  expect(found[0]).toEqual({ value: 'windows|process_creation|', events: 3 });
  expect(found).toContainEqual({ value: 'windows||security', events: 2 });
  expect(found).toContainEqual({ value: 'windows||sysmon', events: 1 });
});

test.each<[string, string, Source, SeenValue['value'][], number[]]>([
  ['the most frequent first', 'EventID', {}, [4688, 1], [2, 1]],
  ['under the name that the log source has', 'Image', PROCESS, ['C:\\b.exe', 'C:\\a.exe'], [2, 1]],
  ['of a list each member, once an event', 'Groups', {}, ['y', 'x'], [2, 1]],
  ['null is no value', 'None', {}, [], []],
  ['of a path', 'Deep.er', {}, [true], [1]],
  ['of no field none', 'Nothing', {}, [], []],
])('values: %s', (_, field, source, values, counts) => {
  const seen = seenIn(slices(EVENTS), { field, source });
  expect(seen.map((s) => s.value)).toStrictEqual(values);
  expect(seen.map((s) => s.events)).toStrictEqual(counts);
});

test('the names of all fields', () => {
  const seen = seenIn(slices(EVENTS), { field: null, source: {} });
  expect(seen.slice(0, 2).map((s) => s.value)).toStrictEqual(['Channel', 'EventID']);
  expect(seen.map((s) => s.value)).toEqual(expect.arrayContaining(['NewProcessName', 'Image', 'Deep.er']));
});

test('the arrays, and what their members have', () => {
  expect(seenIn(slices(EVENTS), { arrays: true })).toStrictEqual([{ value: 'Groups[]', events: 2 }]);
});

test('of many events the first are looked at', () => {
  const many = Array.from({ length: 2500 }, () => ({ A: 1 }));
  expect(seenIn(slices(many), { field: 'A', source: {} })).toStrictEqual([{ value: 1, events: 2000 }]);
});
