import type { JsonCode } from '../codes';
import type { EventCards } from './card';

/** What reading JSON finds. */
export const JSON_CARDS: EventCards<JsonCode> = {
  'json-bracket': {
    finds: 'The wrong closing bracket',
    why: 'What `{` opens is closed by `}`, and what `[` opens by `]`. The other bracket is often one that was left over, or one that was forgotten before it.',
    bad: '{"Image": "cmd.exe", "Groups": ["users"«}»',
    good: '{"Image": "cmd.exe", "Groups": ["users"]}',
  },
  'json-colon': {
    finds: 'A colon that separates nothing',
    why: 'A colon stands between a name and its value, and nowhere else. In a text it has to stand within the quotes.',
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
    why: 'A comma stands between two members. Here there is no whole member before it.',
    bad: '{"EventID": 1,«,» "User": "backup"}',
    good: '{"EventID": 1, "User": "backup"}',
  },
  'json-comma-missing': {
    finds: 'Two members without a comma between them',
    why: 'Members of an event are separated by commas. A quote inside a text ends that text, and then the same is found: write `\\"` for it.',
    bad: '{"EventID": 1 «"User"»: "backup"}',
    good: '{"EventID": 1, "User": "backup"}',
  },
  'json-comment': {
    finds: 'A comment',
    why: 'JSON has no comments. Settings files of some programs allow them; events never have them.',
    bad: '{"EventID": 1 «//» process creation\n}',
    good: '{"EventID": 1}',
  },
  'json-control-character': {
    finds: 'A control character in a text',
    why: 'Tabs and other control characters have to be escaped in JSON: a tab is `\\t`. Most often the text was copied from a terminal that had unescaped it.',
    bad: '{"CommandLine": "whoami«\t»/all"}',
    good: '{"CommandLine": "whoami\\t/all"}',
  },
  'json-escape': {
    finds: 'A backslash that escapes nothing',
    why: 'In JSON a backslash begins an escape, so that each backslash of a path is written twice.',
    bad: '{"Image": "C:«\\W»indows"}',
    good: '{"Image": "C:\\\\Windows"}',
  },
  'json-literal': {
    finds: 'A word of another language for true, false or null',
    why: 'JSON has `true`, `false` and `null`, in small letters. `True` and `None` come from Python, whose `json.dumps` writes them as JSON has them.',
    bad: '{"Elevated": «True»}',
    good: '{"Elevated": true}',
  },
  'json-name': {
    finds: 'A name without double quotes',
    why: 'Names stand in double quotes. Without them, or in single quotes, the text is what a programming language prints, and no JSON.',
    bad: '{«User»: "backup"}',
    good: '{"User": "backup"}',
  },
  'json-not-an-object': {
    finds: 'A value that is no event',
    why: 'An event has named fields, so it is an object in braces. A list of events is read as so many events; a list in a list, a text or a number is none.',
    bad: '[«1»]',
    good: '[{"EventID": 1}]',
  },
  'json-not-closed': {
    finds: 'An event that ends too early',
    why: 'A closing bracket is missing. Most often the event was cut off when it was copied; events after it are read all the same.',
    bad: '{"EventID": «1»',
    good: '{"EventID": 1}',
  },
  'json-not-json': {
    finds: 'Text beside JSON that is none',
    why: 'Something stands behind an event, on the same line, that is no event. Remove it, or put it on a line of its own.',
    bad: '{"EventID": 1} «seen twice»',
    good: '{"EventID": 1}',
  },
  'json-number': {
    finds: 'A number that JSON cannot write',
    why: 'Numbers are decimal and have no leading zeros and no plus sign. An id in hexadecimal is a text: put it in double quotes.',
    bad: '{"LogonId": «0x3e7»}',
    good: '{"LogonId": "0x3e7"}',
  },
  'json-path-escape': {
    finds: 'A path whose backslashes mean something else',
    why: 'In JSON `\\t` is a tab and `\\n` a line break. The event can be read, but its path is another one than is meant, and no rule finds it. Each backslash of a path is written twice.',
    bad: '{"Image": "C:«\\t»emp\\tool.exe"}',
    good: '{"Image": "C:\\\\temp\\\\tool.exe"}',
  },
  'json-quotes': {
    finds: 'A text without double quotes',
    why: 'Texts stand in double quotes. Single quotes come from Python and from shells, and mean nothing in JSON.',
    bad: '{"User": «backup»}',
    good: '{"User": "backup"}',
  },
  'json-string-open': {
    finds: 'A text without its closing quote',
    why: 'A text ends on the line that it begins on. Either its closing quote is missing, or it holds a line break, which is written `\\n`.',
    bad: '{"User": «"backup}»',
    good: '{"User": "backup"}',
  },
  'json-syntax': {
    finds: 'Something that is no JSON here',
    why: 'A bracket closes what nothing opened, or the event ends before it has begun. Look at the brackets before it.',
    bad: '{"EventID": 1}\n{"EventID": 2}«}»',
    good: '{"EventID": 1}\n{"EventID": 2}',
  },
  'json-text-after': {
    finds: 'Text behind the end of an event',
    why: 'An event ends with the brace that closes it. Put the next event on a line of its own, and leave out what is none.',
    bad: '[{"EventID": 1}, "a" «x»]',
    good: '[{"EventID": 1}]',
  },
  'json-trailing-comma': {
    finds: 'A comma behind the last member',
    why: 'A comma announces another member. Some languages allow one more at the end; JSON does not.',
    bad: '{"EventID": 1«,»}',
    good: '{"EventID": 1}',
  },
  'json-value-missing': {
    finds: 'A name without a value',
    why: 'Each name has a value. A field that is known to be empty has `""` or `null`.',
    bad: '{"User": «}»',
    good: '{"User": null}',
  },
};
