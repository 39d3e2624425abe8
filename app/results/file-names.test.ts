import { expect, test } from 'vitest';
import { EventReader } from '../../src/event';
import { eventsNameOf } from './file-names';

test.each([
  ['nothing', '', 'events.json'],
  ['an object', '{"a":1}', 'events.json'],
  ['an object over lines', '{\n  "a": 1\n}\n', 'events.json'],
  ['objects over lines', '{ "a": 1,\n  "b": 2 }\n{ "a": 3,\n  "b": 4 }', 'events.json'],
  ['a list', '[{"a":1},\n{"a":2}]', 'events.json'],
  ['an object in each line', '{"a":1}\n{"a":2}\n', 'events.jsonl'],
  ['the same, with line ends of Windows and blank lines', '\n{"a":1} \r\n\r\n{"a":2}', 'events.jsonl'],
  ['an object, and blank lines', ' {"a":1}\n \n', 'events.json'],
  ['an object on a line, and one over lines', '{"a":1}\n{\n"b":2}', 'events.json'],
  ['a table', 'EventID,Image\n1,a\n2,b\n', 'events.csv'],
  ['XML', '<Event><System><EventID>1</EventID></System></Event>', 'events.xml'],
  ['plain lines', 'something happened\nsomething else\n', 'events.txt'],
  ['JSON and XML', '{"a":1}\n<Event><System><EventID>1</EventID></System></Event>', 'events.txt'],
])('%s', (_, text, name) => {
  const reader = new EventReader(text);
  while (reader.next()) {
    // Only its formats are of interest.
  }
  expect(eventsNameOf(text, reader.recognised)).toBe(name);
});
