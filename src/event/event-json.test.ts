import { expect, test } from 'vitest';
import { eventJson } from './event-json';
import { readEvents } from './read';

const XML = `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="P"/><EventID>4688</EventID><Channel>Security</Channel></System><EventData><Data Name="CommandLine">a "b" \\ c</Data></EventData></Event>`;

test.each<[string, string, unknown]>([
  ['JSON as it is written', '{"A": 1.10, "B": {"C": 9007199254740993}}', null],
  ['a row of a table', 'EventID,CommandLine\n1,"a, ""b"""\n', { EventID: '1', CommandLine: 'a, "b"' }],
  ['XML', XML, { EventID: '4688', Channel: 'Security', CommandLine: 'a "b" \\ c' }],
  ['key=value', 'EventID=1 CommandLine="a b"\n', { CommandLine: 'a b' }],
])('%s', (_, text, fields) => {
  const event = readEvents(text).slices[0]!.event!;
  const json = eventJson(event);
  if (fields === null) expect(json).toBe(text);
  else {
    const again = readEvents(json, 'JSON').slices[0]!.event!;
    for (const [field, value] of Object.entries(fields as object))
      expect(String(again.get(field))).toBe(value);
    for (const field of event.fields()) expect(again.get(field)).toEqual(event.get(field));
  }
});
