import type { RuleLesson } from '../../../src/teach';
import { lessonText, perLine, ruleWith } from './writing';

const rule = ruleWith(`
title: Program Hidden In The Registry
logsource:
    product: windows
    category: registry_set
level: high
`);

const looking = (line: string) => rule(`selection:\n    ${line}\ncondition: selection`);

const set = (TargetObject: string, Details: string) => ({
  EventID: 13,
  Channel: 'Microsoft-Windows-Sysmon/Operational',
  Computer: 'ws-07.lab.example',
  EventType: 'SetValue',
  Image: 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
  TargetObject,
  Details,
});

const USER = 'HKU\\S-1-5-21-1004336348-1177238915-682003330-1001\\Software\\';
const RUN = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run\\';

export const caseCounts: RuleLesson = {
  id: 'case-counts',
  title: 'When case counts',
  chapter: 'Modifiers',
  teaches: 'Sigma does not mind case; `cased` does',
  minutes: 4,
  text: lessonText`
Windows does not mind whether you write \`'cmd.exe'\` or \`'CMD.EXE'\`, and neither does Sigma: values match in **any case**. For
names and paths that is just right.

Base64 is different. There \`A\` and \`a\` are different characters. Nearly every Windows program begins with the same three
bytes, which are \`TVqQ\` in base64, in exactly that case. Someone who keeps a program in the registry, where no scanner of files looks,
leaves these four letters there.

In any case, four letters stand in many harmless words. The modifier \`cased\` lets case count. It goes along with others:

\`\`\`yaml
Details|startswith|cased: 'UEsDB'
\`\`\`

This finds a ZIP file in base64, at the beginning of a value. A regular expression (\`re\`) minds case by itself.
`,
  task: 'rule',
  goal: 'Find events 1 and 3, which hold a program. Leave 2 and 4, which only have the same letters.',
  rule: looking("Details|contains: 'TVqQ'"),
  events: perLine(
    set(`${USER}LabSync\\Cache`, 'TVqQAAMAAAAEAAAA//8AALgAAAAAAAAAQAAAAAAAAAAAAAAA'),
    set(`${RUN}LabTV`, '"C:\\Program Files\\LabTV\\tvqqhelper.exe" /tray'),
    set(`${USER}Classes\\job`, 'data=TVqQAAEAAAAEAAAA//8AALgAAAAAAAAA'),
    set(`${USER}LabMail\\Id`, 'b3RtbWUtdVqqtvqQc2Vzc2lvbg=='),
  ),
  expected: ['match', 'no match', 'match', 'no match'],
  held: [
    {
      kind: 'a program in the middle of a command',
      text: perLine(set(`${RUN}Updater`, 'powershell -c "$p=\'TVqQAAIAAAAEAA8A\'; ..."')),
      expected: 'match',
      tip: 'Look for the four letters anywhere in the value.',
    },
    {
      kind: 'the same letters in capitals, in a name',
      text: perLine(set(`${USER}LabTV\\Device`, 'LABTVQQ-0042')),
      expected: 'no match',
      tip: 'Let case count: `cased`.',
    },
  ],
  solutions: [
    {
      does: 'The four letters anywhere, and their case counts.',
      rule: looking("Details|contains|cased: 'TVqQ'"),
    },
    {
      does: 'A regular expression minds case unless `i` follows, and may match anywhere.',
      rule: looking("Details|re: 'TVqQ'"),
    },
  ],
  wrong: [
    {
      what: 'Lets case count, but compares the whole value',
      rule: looking("Details|cased: 'TVqQ'"),
      hint: { about: 'event 1', says: '`contains`' },
    },
    {
      what: 'Looks only at the beginning',
      rule: looking("Details|startswith|cased: 'TVqQ'"),
      hint: { about: 'event 3', says: '`contains`' },
    },
    {
      what: 'Writes the letters small',
      rule: looking("Details|contains|cased: 'tvqq'"),
      hint: { about: 'event 1', says: 'Only the case differs' },
    },
    {
      what: 'Takes an expression that ignores case',
      rule: looking("Details|re|i: 'TVqQ'"),
      hint: { about: 'event 2', says: 'without `i`' },
    },
    {
      what: 'Adds more letters of the first program',
      rule: looking("Details|contains|cased: 'TVqQAAMAAAAEAAAA'"),
      hint: { about: 'event 3', says: '`TVqQAAMAAAAEAAAA`' },
    },
  ],
  hints: [
    'Compare the letters in events 1 and 2, one by one.',
    'Sigma does not mind case unless you say so.',
    "Write `Details|contains|cased: 'TVqQ'`.",
  ],
  starts: { in: 'rule', select: 'contains' },
};
