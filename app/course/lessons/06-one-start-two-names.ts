import type { Lesson } from '../../../src/teach';
import { indented, lessonText, ruleWith, securityStart, sysmonStart } from './writing';

const SCHTASKS = 'C:\\Windows\\System32\\schtasks.exe';
const CREATE = 'schtasks /create /tn Sync /tr C:\\Users\\Public\\sync.exe /sc onlogon';

const rule = ruleWith(`
title: Scheduled Task Created On The Command Line
logsource:
    product: windows
    category: process_creation
`);

const begun = rule(String.raw`
selection:
    EventID: 4688
    NewProcessName|endswith: '\schtasks.exe'
    CommandLine|contains: '/create'
condition: selection
`);

export const oneStartTwoNames: Lesson = {
  id: 'one-start-two-names',
  title: 'One start, two names',
  chapter: 'Fields and values',
  teaches: 'Sigma has its own names for fields, and the category says which logs are meant',
  minutes: 4,
  text: lessonText`
Somebody starts a program, and several logs tell of it. Each has its own name for the path of the program:

- Sysmon, event 1: \`Image\`
- Windows' Security log, event 4688: \`NewProcessName\`
- agents that write ECS: \`process.executable\`

A rule for each log would be three rules to keep. Sigma wants one: \`category: process_creation\` means **every** log of
new programs, and the rule uses Sigma's names, which are those of Sysmon. Whatever runs the rule maps them to each log:

\`\`\`yaml
ParentImage|endswith: '\winword.exe'   # 4688 calls it ParentProcessName
\`\`\`

So leave the number of the event out: the category already says it. And mind what a log lacks. 4688 has no
\`OriginalFileName\`; a rule that insists on it never finds a 4688.

This rule was written by somebody who had only 4688 at hand.
`,
  task: 'rule',
  goal: 'Find the new task in both logs, events 1 and 2. Leave event 3.',
  rule: begun,
  events: indented(
    sysmonStart({
      Image: SCHTASKS,
      OriginalFileName: 'schtasks.exe',
      CommandLine: CREATE,
      User: 'LAB\\ana',
      ParentImage: 'C:\\Windows\\System32\\cmd.exe',
    }),
    securityStart({
      SubjectUserName: 'ben',
      NewProcessName: SCHTASKS,
      CommandLine: CREATE,
      ParentProcessName: 'C:\\Windows\\System32\\cmd.exe',
    }),
    securityStart({
      SubjectUserName: 'ben',
      NewProcessName: SCHTASKS,
      CommandLine: 'schtasks /query /fo list',
      ParentProcessName: 'C:\\Windows\\System32\\cmd.exe',
    }),
  ),
  expected: ['match', 'match', 'no match'],
  held: [
    {
      kind: 'a new task in the log of an agent that writes ECS',
      tip: 'Use only names of Sigma, and no number of an event: other logs have neither.',
      text: indented({
        '@timestamp': '2026-11-20T09:14:03.118Z',
        event: { category: ['process'], type: ['start'] },
        host: { name: 'ws-31.lab.example', os: { type: 'windows' } },
        process: {
          executable: SCHTASKS,
          command_line: 'schtasks.exe /create /tn Report /tr C:\\ProgramData\\r.exe /sc daily',
          parent: { executable: 'C:\\Windows\\explorer.exe' },
        },
      }),
      expected: 'match',
    },
    {
      kind: 'the program in the folder for 32 bits',
      text: indented(
        securityStart({
          SubjectUserName: 'cleo',
          NewProcessName: 'C:\\Windows\\SysWOW64\\schtasks.exe',
          CommandLine: 'schtasks.exe /Create /TN Cleanup /TR C:\\Temp\\c.exe /SC hourly',
          ParentProcessName: 'C:\\Windows\\SysWOW64\\cmd.exe',
        }),
      ),
      expected: 'match',
    },
    {
      kind: 'another program with the same option',
      tip: 'Ask for the program as well.',
      text: indented(
        sysmonStart({
          Image: 'C:\\Program Files\\LabDB\\labdb.exe',
          OriginalFileName: 'labdb.exe',
          CommandLine: 'labdb.exe /create /name orders',
          User: 'LAB\\dan',
          ParentImage: 'C:\\Windows\\System32\\cmd.exe',
        }),
      ),
      expected: 'no match',
    },
  ],
  solutions: [
    {
      does: "It uses Sigma's names and leaves the choice of logs to the category.",
      rule: rule(String.raw`
selection:
    Image|endswith: '\schtasks.exe'
    CommandLine|contains: '/create'
condition: selection
`),
    },
    {
      does: 'It also knows a renamed copy where a log has the original name, but does not insist on it.',
      rule: rule(String.raw`
selection_program:
    - Image|endswith: '\schtasks.exe'
    - OriginalFileName: 'schtasks.exe'
selection_option:
    CommandLine|contains: '/create'
condition: all of selection_*
`),
    },
  ],
  wrong: [
    {
      what: 'it has the name of the field, but still the number of one log',
      hint: { about: 'event 1', says: '`EventID` is `1`, not 4688' },
      rule: rule(String.raw`
selection:
    EventID: 4688
    Image|endswith: '\schtasks.exe'
    CommandLine|contains: '/create'
condition: selection
`),
    },
    {
      what: "Sysmon's number instead of that of the Security log",
      hint: { about: 'event 2', says: '`EventID` is `4688`, not 1' },
      rule: rule(String.raw`
selection:
    EventID: 1
    Image|endswith: '\schtasks.exe'
    CommandLine|contains: '/create'
condition: selection
`),
    },
    {
      what: 'the numbers of both logs, which a third log does not have',
      hint: {
        about: 'a new task in the log of an agent that writes ECS',
        says: 'the event has no `EventID`',
      },
      rule: rule(String.raw`
selection:
    EventID:
        - 1
        - 4688
    Image|endswith: '\schtasks.exe'
    CommandLine|contains: '/create'
condition: selection
`),
    },
    {
      what: 'a field that 4688 does not have',
      hint: { about: 'event 2', says: '4688 never has OriginalFileName' },
      rule: rule(`
selection:
    OriginalFileName: 'schtasks.exe'
    CommandLine|contains: '/create'
condition: selection
`),
    },
    {
      what: 'names of ECS in the rule',
      hint: { about: 'event 1', says: 'Look in the field `Image`' },
      rule: rule(String.raw`
selection:
    process.executable|endswith: '\schtasks.exe'
    process.command_line|contains: '/create'
condition: selection
`),
    },
    {
      what: 'only the option, whatever the program',
      hint: { about: 'another program with the same option', says: 'Ask for the program as well.' },
      rule: rule(`
selection:
    CommandLine|contains: '/create'
condition: selection
`),
    },
  ],
  hints: [
    'Look at how event 1 calls the path of the program.',
    'The rule asks for a name and a number that only one of the logs has.',
    'Write `Image|endswith` for the program, and leave `EventID` out.',
  ],
  starts: { in: 'rule', select: 'NewProcessName' },
};
