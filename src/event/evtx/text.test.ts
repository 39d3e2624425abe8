import { expect, it } from 'vitest';
import { LogWriter } from '../../testing/evtx/log';
import { element } from '../../testing/evtx/model';
import { isEvtx } from './signature';
import { evtxText } from './text';

const log = new LogWriter().add(element('a')).add(element('b')).add(element('c')).bytes();

it.each<[number | undefined, string, string[]]>([
  [undefined, '<a />\n<b />\n<c />', []],
  [12, '<a />\n<b />', ['evtx-too-long']],
  [5, '', ['evtx-too-long']],
])('a log as text, at most %s characters', (longest, expected, codes) => {
  const { text, records, problems } = evtxText(log, longest);
  expect([text, problems.all.map(({ code }) => code)]).toEqual([expected, codes]);
  expect(records).toBe(expected === '' ? 0 : expected.split('\n').length);
});

it.each<[Uint8Array, boolean]>([
  [log, true],
  [log.subarray(0, 7), true],
  [log.subarray(0, 6), false],
  [new TextEncoder().encode('{"a":1}'), false],
  [new Uint8Array(0), false],
])('is an event log: %#', (bytes, expected) => expect(isEvtx(bytes)).toBe(expected));
