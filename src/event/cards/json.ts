import type { JsonCode } from '../codes';
import type { EventCards } from './card';

/** Problems of JSON. */
export const JSON_CARDS: EventCards<JsonCode> = {
  'json-bracket': {
    finds: 'The wrong closing bracket',
    why: '`{` is closed by `}`, and `[` by `]`. Often the bracket here is left over, or another one before it is missing.',
    bad: '{"Image": "cmd.exe", "Groups": ["users"«}»',
    good: '{"Image": "cmd.exe", "Groups": ["users"]}',
  },
  'json-bulk-action': {
    finds: 'A line of a bulk request that is no event',
    why: 'A file for a bulk request of Elasticsearch or OpenSearch has a line above each event that says where it goes. Such lines are skipped.',
    bad: '«{"index":{"_index":"logs"}}»\n{"EventID":1,"Image":"cmd.exe"}',
    good: '{"EventID":1,"Image":"cmd.exe"}',
  },
  'json-colon': {
    finds: 'A colon that separates nothing',
    why: 'A colon separates a name from its value and has no other use. In a string it must be inside the quotes.',
    bad: '{"EventID": 1«:», "User": "backup"}',
    good: '{"EventID": 1, "User": "backup"}',
  },
  'json-colon-missing': {
    finds: 'A name without a colon',
    why: 'Each name is followed by a colon and a value.',
    bad: '{"EventID" «1»}',
    good: '{"EventID": 1}',
  },
  'json-comma': {
    finds: 'A comma where something else is missing',
    why: 'A comma separates two members. Here there is no complete member before it.',
    bad: '{"EventID": 1,«,» "User": "backup"}',
    good: '{"EventID": 1, "User": "backup"}',
  },
  'json-comma-missing': {
    finds: 'Two members without a comma between them',
    why: 'Commas separate the members of an event. A quote inside a string ends that string, which has the same effect: write `\\"` for it.',
    bad: '{"EventID": 1 «"User"»: "backup"}',
    good: '{"EventID": 1, "User": "backup"}',
  },
  'json-comment': {
    finds: 'A comment',
    why: 'JSON has no comments. Some programs allow them in settings files; events never have them.',
    bad: '{"EventID": 1 «//» process creation\n}',
    good: '{"EventID": 1}',
  },
  'json-control-character': {
    finds: 'A control character in a string',
    why: 'JSON requires tabs and other control characters to be escaped: a tab is `\\t`. Usually the text was copied from a terminal that had unescaped it.',
    bad: '{"CommandLine": "whoami«\t»/all"}',
    good: '{"CommandLine": "whoami\\t/all"}',
  },
  'json-escape': {
    finds: 'A backslash that escapes nothing',
    why: 'In JSON a backslash begins an escape, so each backslash of a path is written twice.',
    bad: '{"Image": "C:«\\W»indows"}',
    good: '{"Image": "C:\\\\Windows"}',
  },
  'json-list-inside': {
    finds: 'An object around a list that is read as one event',
    why: 'Interfaces answer with one object around what they found. Where it is not known that each member of the list is an event, the object is read as one. Tables as JSON (names of columns, and rows without names) are not read as events either.',
    bad: '{"total": 2, "«rules»": [{"id": 1, "n": 1}, {"id": 2, "n": 2}]}',
    good: '[{"id": 1, "n": 1}, {"id": 2, "n": 2}]',
  },
  'json-literal': {
    finds: 'Another language’s word for true, false or null',
    why: 'JSON has `true`, `false` and `null`, in lower case. `True` and `None` come from Python, whose `json.dumps` writes valid JSON.',
    bad: '{"Elevated": «True»}',
    good: '{"Elevated": true}',
  },
  'json-name': {
    finds: 'A name without double quotes',
    why: 'Names are in double quotes. Without them, or in single quotes, the text is the output of a programming language, not JSON.',
    bad: '{«User»: "backup"}',
    good: '{"User": "backup"}',
  },
  'json-name-twice': {
    finds: 'A name that stands twice in one object',
    why: 'Of two values under one name JSON keeps the last, so that no rule finds the first. Where both are meant, write them as a list: `["a", "b"]`.',
    bad: '{"User": "backup", "«User»": "admin"}',
    good: '{"User": ["backup", "admin"]}',
  },
  'json-not-an-object': {
    finds: 'A value that is not an event',
    why: 'An event has named fields, so it is an object in braces. A list of events is read as several events. A list in a list, a string or a number is not an event.',
    bad: '[«1»]',
    good: '[{"EventID": 1}]',
  },
  'json-not-closed': {
    finds: 'An event that ends too early',
    why: 'A closing bracket is missing. Usually the event was cut off when it was copied. Events after it are still read.',
    bad: '{"EventID": «1»',
    good: '{"EventID": 1}',
  },
  'json-not-json': {
    finds: 'Other text beside JSON',
    why: 'After an event, on the same line, is text that is not an event. Remove it, or put it on a line of its own.',
    bad: '{"EventID": 1} «seen twice»',
    good: '{"EventID": 1}',
  },
  'json-number': {
    finds: 'A number that is not valid in JSON',
    why: 'Numbers are decimal, without leading zeros or a plus sign. A hexadecimal id is a string: put it in double quotes.',
    bad: '{"LogonId": «0x3e7»}',
    good: '{"LogonId": "0x3e7"}',
  },
  'json-path-escape': {
    finds: 'A path whose backslashes are read as escapes',
    why: 'In JSON `\\t` is a tab and `\\n` a line break. The event can be read, but not with the path that you mean, so no rule finds it. Write each backslash of a path twice.',
    bad: '{"Image": "C:«\\t»emp\\tool.exe"}',
    good: '{"Image": "C:\\\\temp\\\\tool.exe"}',
  },
  'json-quotes': {
    finds: 'A string without double quotes',
    why: 'Strings are in double quotes. Single quotes come from Python and from shells; they have no meaning in JSON.',
    bad: '{"User": «backup»}',
    good: '{"User": "backup"}',
  },
  'json-string-open': {
    finds: 'A string without its closing quote',
    why: 'A string ends on the line on which it begins. Either its closing quote is missing, or it contains a line break, which is written `\\n`.',
    bad: '{"User": «"backup}»',
    good: '{"User": "backup"}',
  },
  'json-syntax': {
    finds: 'Something that is not valid JSON',
    why: 'A closing bracket has no opening one, or the event ends before it has begun. Check the brackets before it.',
    bad: '{"EventID": 1}\n{"EventID": 2}«}»',
    good: '{"EventID": 1}\n{"EventID": 2}',
  },
  'json-text-after': {
    finds: 'Text after the end of an event',
    why: 'An event ends with its closing brace. Put the next event on a line of its own, and remove other text.',
    bad: '[{"EventID": 1}, "a" «x»]',
    good: '[{"EventID": 1}]',
  },
  'json-trailing-comma': {
    finds: 'A comma after the last member',
    why: 'A comma announces another member. Some languages allow one more at the end; JSON does not.',
    bad: '{"EventID": 1«,»}',
    good: '{"EventID": 1}',
  },
  'json-value-missing': {
    finds: 'A name without a value',
    why: 'Each name needs a value. For an empty field, write `""` or `null`.',
    bad: '{"User": «}»',
    good: '{"User": null}',
  },
};
