import type { Lesson } from '../../../src/teach';
import { indented, lessonText, ruleWith, sysmonStart } from './writing';

const started = (Image: string, User = 'LAB\\ana') =>
  sysmonStart({ Image, CommandLine: `"${Image}"`, User, ParentImage: 'C:\\Windows\\explorer.exe' });

const rule = ruleWith(`
title: Program Started From Downloads
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

export const starInTheMiddle: Lesson = {
  id: 'star-in-the-middle',
  title: 'A star in the middle',
  chapter: 'Modifiers',
  teaches: 'When to use a wildcard, when a modifier, and why neither is an expression',
  minutes: 4,
  text: lessonText`
A modifier is a wildcard with a name. \`startswith\` puts a star behind the value, \`endswith\` one in front, \`contains\`
both. Prefer the name: it is easier to read, and a star that you add yourself at that end does nothing.

One thing has no name: a gap **in the middle**. There you write the star yourself, with any modifier around it:

\`\`\`yaml
Image|startswith: 'C:\Program Files\\*\updater.'
\`\`\`

Two things go wrong here:

- \`.*\` is how an expression (\`re\`) writes a gap. In a plain value the dot is a dot.
- \`\*\` is a star, not a wildcard. Behind a backslash of the path, write \`\\*\` ([why](#lesson=backslash-before-a-wildcard)).

The rule is meant for programs that people start from their own folder \`Downloads\`, somewhere below \`C:\Users\`.
`,
  task: 'rule',
  goal: "Find programs from anybody's downloads, events 1 and 2. Leave events 3 and 4.",
  rule: withItem(String.raw`Image|startswith: 'C:\Users\.*\Downloads\'`),
  events: indented(
    started('C:\\Users\\ana\\Downloads\\invoice.exe'),
    started('C:\\Users\\ben\\Downloads\\kit\\setup.exe', 'LAB\\ben'),
    started('D:\\Mirror\\Downloads\\agent.exe', 'LAB\\svc-mirror'),
    started('C:\\Users\\ana\\AppData\\Local\\Programs\\editor\\editor.exe'),
  ),
  expected: ['match', 'match', 'no match', 'no match'],
  held: [
    {
      kind: 'the downloads of somebody else',
      tip: 'Let a wildcard stand for the name of the user.',
      text: indented(started('C:\\Users\\cleo.adm\\Downloads\\viewer.exe', 'LAB\\cleo.adm')),
      expected: 'match',
    },
    {
      kind: 'a program whose name only mentions downloads',
      tip: 'Close the name of the folder with a backslash.',
      text: indented(started('C:\\Users\\dan\\Desktop\\DownloadsCleaner.exe', 'LAB\\dan')),
      expected: 'no match',
    },
    {
      kind: 'downloads that belong to no user',
      tip: 'Say where the path begins, too.',
      text: indented(started('C:\\Program Files\\LabSync\\Downloads\\patch.exe', 'LAB\\ben')),
      expected: 'no match',
    },
  ],
  solutions: [
    {
      does: 'A modifier for the end, a star for the name in the middle.',
      rule: withItem(String.raw`Image|startswith: 'C:\Users\\*\Downloads\'`),
    },
    {
      does: 'Both parts, wherever they stand: the order does not matter here.',
      rule: withItem(String.raw`Image|contains|all:
        - 'C:\Users\'
        - '\Downloads\'`),
    },
    {
      does: 'An expression, with its own rules: doubled backslashes, and a gap that is not a backslash.',
      rule: withItem(String.raw`Image|re: '^C:\\Users\\[^\\]+\\Downloads\\'`),
    },
  ],
  wrong: [
    {
      what: 'the backslash takes away the meaning of the star',
      hint: { about: 'event 1', says: 'Match a backslash before the wildcard' },
      rule: withItem(String.raw`Image|startswith: 'C:\Users\*\Downloads\'`),
    },
    {
      what: 'no gap at the end, so that the program must be the folder',
      hint: { about: 'event 1', says: 'Look for the value anywhere' },
      rule: withItem(String.raw`Image: 'C:\Users\\*\Downloads\'`),
    },
    {
      what: 'the sign of a database for a gap',
      hint: { about: 'event 1', says: 'with `ana` instead of `%`' },
      rule: withItem(String.raw`Image|startswith: 'C:\Users\%\Downloads\'`),
    },
    {
      what: 'a path is no expression: its backslashes mean something there',
      hint: { about: 'regex-syntax', says: 'This escape is unknown' },
      rule: withItem(String.raw`Image|re: 'C:\Users\.*\Downloads\'`),
    },
    {
      what: 'only the folder, wherever it is',
      hint: { about: 'event 3', says: '`Image` contains `' },
      rule: withItem(String.raw`Image|contains: '\Downloads\'`),
    },
    {
      what: 'the users on screen, by name',
      hint: { about: 'the downloads of somebody else', says: 'Let a wildcard stand for the name' },
      rule: withItem(String.raw`Image|startswith:
        - 'C:\Users\ana\Downloads\'
        - 'C:\Users\ben\Downloads\'`),
    },
    {
      what: 'the backslash behind the folder is missing, and a second gap lets anything come before it',
      hint: { about: 'a program whose name only mentions downloads', says: 'Close the name of the folder' },
      rule: withItem(String.raw`Image|startswith: 'C:\Users\\*\\*Downloads'`),
    },
  ],
  hints: [
    'Look at what stands between `Users` and `Downloads`, in the rule and in event 1.',
    'The rule has a dot there, and no path has one.',
    "Write `Image|startswith: 'C:\\Users\\\\*\\Downloads\\'`, with two backslashes before the star.",
  ],
  starts: { in: 'rule', select: '.*' },
};
