import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { describeWithShared } from '../testing/shared';
import { dumpJson } from './dump-json';
import { readEvtx } from './evtx/read';
import { readEvents } from './read';

const dumped = (text: string) => readEvents(text).slices.map(({ event }) => dumpJson(event!));
const xml = (data: string) =>
  `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="P" Guid="{5770385f-c22a-43e0-bf4c-06f5698ffbd9}"/><EventID>1</EventID><TimeCreated SystemTime="2026-03-04T08:15:30.1234567Z"/><Correlation/></System><EventData>${data}</EventData></Event>`;

test('an event as XML', () => {
  const [text] = dumped(
    xml(
      '<Data Name="a"> x </Data><Data Name="n">007</Data><Data Name="m">18446744073709551615</Data><Data Name="i">12</Data>',
    ),
  );
  expect(text).toBe(`{
  "Event": {
    "#attributes": {
      "xmlns": "http://schemas.microsoft.com/win/2004/08/events/event"
    },
    "System": {
      "Provider": {
        "#attributes": {
          "Name": "P",
          "Guid": "5770385F-C22A-43E0-BF4C-06F5698FFBD9"
        }
      },
      "EventID": 1,
      "TimeCreated": {
        "#attributes": {
          "SystemTime": "2026-03-04T08:15:30.123456Z"
        }
      },
      "Correlation": null
    },
    "EventData": {
      "a": "x",
      "n": "007",
      "m": "18446744073709551615",
      "i": 12
    }
  }
}`);
});

test('data without names', () => {
  expect(JSON.parse(dumped(xml('<Data>x</Data><Data>y</Data>'))[0]!).Event.EventData).toEqual({
    Data: { '#text': ['x', 'y'] },
  });
});

test.each([
  [
    'JSON keeps its numbers',
    '{"A": 1.10, "b": [1, {"c": 1e3}]}',
    '{\n  "A": 1.10,\n  "b": [\n    1,\n    {\n      "c": 1e3\n    }\n  ]\n}',
  ],
  ['a line of a log has its fields', 'level=info user=mira', '{\n  "level": "info",\n  "user": "mira"\n}'],
])('%s', (_, text, expected) => {
  expect(dumped(text)).toEqual([expected]);
});

describeWithShared('recordings of SigmaHQ', (dir) => {
  const folder = join(dir, 'corpus', 'regression');
  const recorded = readdirSync(folder).filter((id) => existsSync(join(folder, id, 'events.evtx')));

  it.each(recorded)('%s as JSON stays as it is', (id) => {
    const json = readFileSync(join(folder, id, 'events.json'), 'utf8');
    expect(
      dumped(json)
        .map((text) => `${text}\n`)
        .join(''),
    ).toBe(json);
  });

  it('as XML they differ only where text looks like a number', () => {
    const differing = recorded.flatMap((id) => {
      const json = readFileSync(join(folder, id, 'events.json'), 'utf8').split('\n');
      const text = readEvtx(readFileSync(join(folder, id, 'events.evtx')))
        .records.flatMap((record) => dumped(record.xml))
        .map((one) => `${one}\n`)
        .join('')
        .split('\n');
      expect(text.length).toBe(json.length);
      return text.flatMap((line, i) => (line === json[i] ? [] : [[json[i], line]]));
    });
    for (const [was, is] of differing) expect(was!.replace(/"(\d+)"/, '$1')).toBe(is);
    expect(differing.length).toBeLessThan(30);
  });
});
