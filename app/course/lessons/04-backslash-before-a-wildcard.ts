import type { RuleLesson } from '../../../src/teach';
import { lessonText, perLine, ruleWith, sysmonStart } from './writing';

const rule = ruleWith(`
title: Program Started From A Temporary Folder Of A User
logsource:
    product: windows
    category: process_creation
level: medium
`);

const looking = (lines: string) =>
  rule(`selection:\n${lines.trim().replace(/^/gm, '    ')}\ncondition: selection`);

const started = (Image: string, User = 'LAB\\mara') =>
  sysmonStart({ Image, CommandLine: `"${Image}"`, User, ParentImage: 'C:\\Windows\\explorer.exe' });

export const backslashBeforeAWildcard: RuleLesson = {
  id: 'backslash-before-a-wildcard',
  title: 'A backslash before a star',
  chapter: 'Fields and values',
  teaches: 'Why a star behind a backslash is no wildcard, and what to write',
  minutes: 5,
  text: lessonText`
Mail attachments and downloads often start from the temporary folder of whoever opened them. Its path differs for each
user, so the rule needs a wildcard: \`*\` stands for any characters, \`?\` for one.

The path in the rule looks right, and finds nothing. A backslash before a wildcard takes its meaning away:

- \`\*\` is a star, the character
- \`\\*\` is one backslash, then any characters
- \`\\\*\` is one backslash, then a star

Everywhere else one backslash is just a backslash, so most paths need no care at all: only where a wildcard follows.

For example, \`'C:\ProgramData\\*\run.exe'\` is a run.exe in any folder below ProgramData. Two backslashes stand only before
the star.
`,
  task: 'rule',
  goal: 'Find events 1 and 2, which start from the temporary folder of a user. Leave 3 and 4.',
  rule: looking(String.raw`Image: 'C:\Users\*\AppData\Local\Temp\*.exe'`),
  events: perLine(
    started('C:\\Users\\mara\\AppData\\Local\\Temp\\invoice-0318.exe'),
    started('C:\\Users\\kai.b\\AppData\\Local\\Temp\\7zO4F2\\update.exe', 'LAB\\kai.b'),
    started('C:\\Program Files\\LabOffice\\setup.exe'),
    started('C:\\Users\\mara\\AppData\\Local\\LabChat\\chat.exe'),
  ),
  expected: ['match', 'match', 'no match', 'no match'],
  held: [
    {
      kind: 'the temporary folder of another user',
      text: perLine(started('C:\\Users\\ben\\AppData\\Local\\Temp\\is-9K1.tmp\\setup.exe', 'LAB\\ben')),
      expected: 'match',
      tip: 'Put a wildcard where the name of the user stands, with two backslashes before it.',
    },
    {
      kind: 'a folder whose name only begins with Temp',
      text: perLine(started('C:\\Users\\ben\\AppData\\Local\\TempFiles\\sync.exe', 'LAB\\ben')),
      expected: 'no match',
      tip: 'The backslash behind Temp ends the name of the folder. Keep it: before the star it is written twice.',
    },
    {
      kind: 'the temporary folder of Windows itself',
      text: perLine(started('C:\\Windows\\Temp\\agent-update.exe', 'NT AUTHORITY\\SYSTEM')),
      expected: 'no match',
      tip: 'Ask for the folders of users.',
    },
  ],
  solutions: [
    {
      does: 'Two backslashes before each star: one backslash, then any characters.',
      rule: looking(String.raw`Image: 'C:\Users\\*\AppData\Local\Temp\\*.exe'`),
    },
    {
      does: 'No wildcards at all: the beginning, a part and the end. A backslash at the end of a value is just that.',
      rule: looking(String.raw`
Image|startswith: 'C:\Users\'
Image|contains: '\AppData\Local\Temp\'
Image|endswith: '.exe'
`),
    },
  ],
  wrong: [
    {
      what: 'Doubles only the first backslash',
      rule: looking(String.raw`Image: 'C:\Users\\*\AppData\Local\Temp\*.exe'`),
      hint: { about: 'event 1', says: 'backslash' },
    },
    {
      what: 'Takes the backslashes before the stars away',
      rule: looking(String.raw`Image: 'C:\Users*\AppData\Local\Temp*.exe'`),
      hint: { about: 'a folder whose name only begins with Temp', says: 'written twice' },
    },
    {
      what: 'Names one user',
      rule: looking(String.raw`Image: 'C:\Users\mara\AppData\Local\Temp\\*.exe'`),
      hint: { about: 'event 2', says: '`Image`' },
    },
    {
      what: 'Names both users',
      rule: looking(String.raw`
Image:
    - 'C:\Users\mara\AppData\Local\Temp\\*.exe'
    - 'C:\Users\kai.b\AppData\Local\Temp\\*.exe'
`),
      hint: { about: 'the temporary folder of another user', says: 'two backslashes' },
    },
    {
      what: 'Finds every folder that is called Temp',
      rule: looking(String.raw`Image|contains: '\Temp\'`),
      hint: { about: 'the temporary folder of Windows itself', says: 'folders of users' },
    },
    {
      what: 'Leaves the place of the star to one character',
      rule: looking(String.raw`Image: 'C:\Users\\?\AppData\Local\Temp\\*.exe'`),
      hint: { about: 'event 1', says: '`Image`' },
    },
  ],
  hints: [
    'Look at what stands before each star.',
    'A star behind a single backslash is the character.',
    'Write a star for the name of the user, and two backslashes before each star.',
  ],
  starts: { in: 'rule', select: String.raw`\*\AppData` },
};
