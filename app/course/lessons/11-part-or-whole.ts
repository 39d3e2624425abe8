import type { RuleLesson } from '../../../src/teach';
import { lessonText, perLine, ruleWith } from './writing';

const rule = ruleWith(`
title: Program With A Name Of Eight Hex Digits
logsource:
    product: windows
    category: file_event
level: medium
`);

const looking = (lines: string) =>
  rule(`selection:\n${lines.trim().replace(/^/gm, '    ')}\ncondition: selection`);

const created = (TargetFilename: string) => ({
  EventID: 11,
  Channel: 'Microsoft-Windows-Sysmon/Operational',
  Computer: 'ws-07.lab.example',
  Image: 'C:\\Windows\\System32\\wscript.exe',
  TargetFilename,
});

export const partOrWhole: RuleLesson = {
  id: 'part-or-whole',
  title: 'A part, or the whole',
  chapter: 'Modifiers',
  teaches: 'A regular expression may match anywhere; `^`, `$` and a border hold it',
  minutes: 6,
  text: lessonText`
A loader drops programs with random names: eight hex digits, such as \`0a1b2c3d.exe\`. No list of names can hold them; a
regular expression (\`re\`) can.

It may match **anywhere** in the value. So it also finds longer names that happen to have such a part. Say where it must
hold:

- \`^\` is the beginning of the value, \`$\` the end
- what stands before and behind is a border too: a slash, a blank, or the backslash before the name of a file

In an expression a backslash takes the meaning of a sign away: \`\.\` is a dot, \`\\\` a backslash. This finds a script of six
digits directly below a folder:

\`\`\`yaml
TargetFilename|re: '\\[0-9]{6}\.vbs$'
\`\`\`
`,
  task: 'rule',
  goal: 'Find events 1 and 2, whose whole name is eight hex digits and .exe. Leave 3 and 4.',
  rule: looking(String.raw`TargetFilename|re: '[0-9a-f]{8}\.exe'`),
  events: perLine(
    created('C:\\ProgramData\\0a1b2c3d.exe'),
    created('C:\\Users\\mara\\AppData\\Roaming\\f00dcafe.exe'),
    created('C:\\Users\\mara\\Downloads\\report-20260301.exe'),
    created('C:\\ProgramData\\LabSync\\5e6f7a8b.exe.config'),
  ),
  expected: ['match', 'match', 'no match', 'no match'],
  held: [
    {
      kind: 'such a program in a folder of another drive',
      text: perLine(created('D:\\share\\x\\9c8b7a6f.exe')),
      expected: 'match',
      tip: 'Ask for the name of the file, not for the folder.',
    },
    {
      kind: 'a longer name of the same digits',
      text: perLine(created('C:\\ProgramData\\0a1b2c3d4e5f.exe')),
      expected: 'no match',
      tip: 'Exactly eight: put the backslash of the folder right before the digits.',
    },
    {
      kind: 'such a name that goes on behind .exe',
      text: perLine(created('C:\\ProgramData\\11aa22bb.exe_old')),
      expected: 'no match',
      tip: 'Let the expression end with `$`.',
    },
  ],
  solutions: [
    {
      does: 'The backslash is the border before the name, and $ is the end of the value.',
      rule: looking(String.raw`TargetFilename|re: '\\[0-9a-f]{8}\.exe$'`),
    },
    {
      does: 'The border stands in the expression, and a second line asks for the end.',
      rule: looking(String.raw`
TargetFilename|re: '\\[0-9a-f]{8}\.exe'
TargetFilename|endswith: '.exe'
`),
    },
  ],
  wrong: [
    {
      what: 'Holds only the end',
      rule: looking(String.raw`TargetFilename|re: '[0-9a-f]{8}\.exe$'`),
      hint: { about: 'event 3', says: '`TargetFilename|re`' },
    },
    {
      what: 'Holds only the beginning of the name',
      rule: looking(String.raw`TargetFilename|re: '\\[0-9a-f]{8}\.exe'`),
      hint: { about: 'event 4', says: 'end with `$`' },
    },
    {
      what: 'Takes the name for the whole value',
      rule: looking(String.raw`TargetFilename|re: '^[0-9a-f]{8}\.exe$'`),
      hint: { about: 'event 1', says: '`TargetFilename|re`' },
    },
    {
      what: 'Allows any number of digits',
      rule: looking(String.raw`TargetFilename|re: '\\[0-9a-f]+\.exe$'`),
      hint: { about: 'a longer name of the same digits', says: 'Exactly eight' },
    },
    {
      what: 'Writes only one backslash',
      rule: looking(String.raw`TargetFilename|re: '\[0-9a-f]{8}\.exe$'`),
      hint: { about: 'event 1', says: '`TargetFilename|re`' },
    },
    {
      what: 'Names the folders on screen',
      rule: looking(String.raw`TargetFilename|re: '(ProgramData|Roaming)\\[0-9a-f]{8}\.exe$'`),
      hint: { about: 'such a program in a folder of another drive', says: 'not for the folder' },
    },
  ],
  hints: [
    'What stands before the digits, and what behind .exe?',
    'The expression may begin in the middle of a name, and end before its end.',
    'Write a backslash, which is `\\\\` in an expression, before the digits and `$` at the end.',
  ],
  starts: { in: 'rule', select: '[0-9a-f]{8}' },
};
