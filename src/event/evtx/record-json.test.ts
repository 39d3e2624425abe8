import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LogWriter } from '../../testing/evtx/log';
import { type Content, element, instance, optional, sub, template } from '../../testing/evtx/model';
import { event } from '../../testing/evtx/sample';
import {
  bytes,
  fileTimes,
  guidBytes,
  integers,
  nothing,
  reals,
  sidBytes,
  string,
  strings,
} from '../../testing/evtx/values';
import { describeWithShared } from '../../testing/shared';
import { evtxJson } from './text';

function jsonOf(...contents: Content[]): unknown[] {
  const log = new LogWriter();
  for (const content of contents) log.add(content);
  return evtxJson(log.bytes())
    .split(/\n(?=\{)/)
    .filter((text) => text.trim() !== '')
    .map((text) => JSON.parse(text));
}

describe('a record as evtx_dump writes it', () => {
  const value = template(element('a', { b: sub(0), c: 'x' }, [sub(1)]));
  it.each<[string, Content, unknown]>([
    ['an empty element', element('a'), { a: null }],
    ['text', element('a', {}, [' x < "y" ']), { a: 'x < "y"' }],
    ['attributes', element('a', { b: '1', c: '' }), { a: { '#attributes': { b: '1' } } }],
    [
      'text beside attributes',
      element('a', { b: '1' }, ['x']),
      { a: { '#attributes': { b: '1' }, '#text': 'x' } },
    ],
    [
      'elements of one name',
      element('a', {}, [element('b'), element('b', {}, ['1']), element('b')]),
      { a: { b: null, b_1: '1', b_2: null } },
    ],
    ['CDATA', element('a', {}, [{ kind: 'cdata', text: '<x> ]]> y' }]), { a: '<x> ]]> y' }],
    [
      'references',
      element('a', {}, [
        { kind: 'entity', name: 'lt' },
        { kind: 'character', code: 0x26 },
      ]),
      { a: '<&' },
    ],
    [
      'named data',
      element('EventData', {}, [element('Data', { Name: 'x' }, ['1']), element('Data', { Name: 'y' })]),
      { EventData: { x: '1', y: '' } },
    ],
    [
      'data without names',
      element('EventData', {}, [element('Data', {}, ['1']), element('Data', {}, ['2'])]),
      { EventData: { Data: { '#text': ['1', '2'] } } },
    ],
    [
      'one without a name',
      element('EventData', {}, [element('Data', {}, ['1']), element('Binary', {}, ['2'])]),
      { EventData: { Data: { '#text': '1' }, Binary: '2' } },
    ],
    [
      'numbers',
      instance(value, [integers(0x08, 4, 7), integers(0x0a, 8, 0xffffffffffffffffn)]),
      { a: { '#attributes': { b: 7, c: 'x' }, '#text': 18446744073709552000 } },
    ],
    [
      'a boolean and null',
      instance(value, [integers(0x0d, 4, 1), nothing]),
      { a: { '#attributes': { b: true, c: 'x' } } },
    ],
    [
      'a GUID',
      instance(value, [bytes(0x0f, ...guidBytes('{5770385f-c22a-43e0-bf4c-06f5698ffbd9}')), string('{x}')]),
      { a: { '#attributes': { b: '5770385F-C22A-43E0-BF4C-06F5698FFBD9', c: 'x' }, '#text': '{x}' } },
    ],
    [
      'a time and a SID',
      instance(value, [
        fileTimes(0x11, '2026-03-04T08:15:30.1234567Z'),
        bytes(0x13, ...sidBytes('S-1-5-18')),
      ]),
      { a: { '#attributes': { b: '2026-03-04T08:15:30.123456Z', c: 'x' }, '#text': 'S-1-5-18' } },
    ],
    [
      'other numbers as text',
      instance(value, [integers(0x15, 8, 0x3e7), reals(0x0c, 8, 1.5)]),
      { a: { '#attributes': { b: '0x3e7', c: 'x' }, '#text': '1.5' } },
    ],
    [
      'bytes',
      instance(value, [bytes(0x0e, 1, 0xab), string('12')]),
      { a: { '#attributes': { b: '01AB', c: 'x' }, '#text': '12' } },
    ],
    [
      'a list',
      element('EventData', {}, [
        instance(template(element('Data', {}, [sub(0, 0x81)])), [strings('x', 'y')]),
      ]),
      { EventData: { Data: { '#text': ['x', 'y'] } } },
    ],
    [
      'an optional value',
      instance(template(element('a', {}, [element('b', {}, [optional(0, 0x06)])])), [nothing]),
      { a: { b: null } },
    ],
  ])('%s', (_, content, expected) => expect(jsonOf(content)).toEqual([expected]));

  it('the digits of a number', () => {
    const log = new LogWriter();
    log.add(instance(value, [nothing, integers(0x0a, 8, 0xffffffffffffffffn)]));
    expect(evtxJson(log.bytes())).toContain('"#text": 18446744073709551615');
  });

  it('a whole event, laid out', () => {
    const log = new LogWriter();
    log.add(event(7));
    expect(evtxJson(log.bytes())).toMatch(/^\{\n {2}"Event": \{\n {4}"#attributes": \{\n {6}"xmlns": "/);
    expect(jsonOf(event(7), event(8))).toMatchObject([
      {
        Event: {
          System: {
            EventID: 1,
            EventRecordID: 7,
            Correlation: null,
            Security: { '#attributes': { UserID: 'S-1-5-18' } },
          },
        },
      },
      { Event: { System: { EventRecordID: 8 } } },
    ]);
  });
});

describeWithShared('recordings of SigmaHQ', (dir) => {
  const folder = join(dir, 'corpus', 'regression');
  const recorded = readdirSync(folder).filter((id) => existsSync(join(folder, id, 'events.evtx')));
  it.each(recorded)('%s is written as the JSON beside it, byte by byte', (id) => {
    const json = readFileSync(join(folder, id, 'events.json'), 'utf8');
    expect(evtxJson(readFileSync(join(folder, id, 'events.evtx')))).toBe(json);
  });
});
