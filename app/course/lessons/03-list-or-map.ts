import type { RuleLesson } from '../../../src/teach';
import { lessonText, perLine, ruleWith, securityStart } from './writing';

const rule = ruleWith(`
title: Account Or Group Member Added With Net
logsource:
    product: windows
    category: process_creation
level: medium
`);

const started = (NewProcessName: string, CommandLine: string, SubjectUserName = 'mara') =>
  securityStart({ SubjectUserName, NewProcessName, CommandLine });

const another = (program: string, command: string) => perLine(started(program, command, 'ben'));

const NET = 'C:\\Windows\\System32\\net.exe';

const either = rule(String.raw`
selection:
    - Image|endswith:
        - '\net.exe'
        - '\net1.exe'
    - CommandLine|contains: ' /add'
condition: selection
`);

export const listOrMap: RuleLesson = {
  id: 'list-or-map',
  title: 'A dash makes the difference',
  chapter: 'Fields and values',
  teaches: 'Entries of a map must all match; of a list, one is enough',
  minutes: 5,
  text: lessonText`
An intruder adds an account of their own with \`net user … /add\`. To see that, a rule has to look at two things at once:
the program is net, **and** the command has \`/add\`.

- The lines of a **map** must all match (AND).
- Of the entries of a **list**, with a dash before each, one is enough (OR).

The values of a field are a list too, so one of them is enough:

\`\`\`yaml
selection:
    Image|endswith: '\reg.exe'
    CommandLine|contains:
        - ' save '
        - ' export '
\`\`\`

This reads: the program is reg **and** the command has save **or** export.

The rule here has a dash too many: it was written as two lines that must both match, and is a list of which one
is enough. So it finds every start of net, and every \`/add\` of any program.
`,
  task: 'rule',
  goal: 'Find events 1 and 2, in which net adds something. Leave 3 and 4.',
  rule: either,
  events: perLine(
    started(NET, 'net user helpdesk2 Winter-2026 /add'),
    started('C:\\Windows\\System32\\net1.exe', 'net1 localgroup administrators helpdesk2 /add'),
    started(NET, 'net view \\\\srv-02', 'kai'),
    started('C:\\Windows\\System32\\cmdkey.exe', 'cmdkey /add:srv-02 /user:LAB\\kai', 'kai'),
  ),
  expected: ['match', 'match', 'no match', 'no match'],
  held: [
    {
      kind: 'net that adds someone to a group of the domain',
      text: another(NET, 'net group "Backup Operators" ben /add /domain'),
      expected: 'match',
      tip: 'Ask for the option, not for what is added.',
    },
    {
      kind: 'net that only shows an account',
      text: another(NET, 'net user helpdesk2 /domain'),
      expected: 'no match',
      tip: 'The program and the option must both be there: take the dashes before the two fields away.',
    },
    {
      kind: 'another program with the same option',
      text: another('C:\\Windows\\System32\\bitsadmin.exe', 'bitsadmin /transfer job /addfile /add'),
      expected: 'no match',
      tip: 'The program and the option must both be there: take the dashes before the two fields away.',
    },
  ],
  solutions: [
    {
      does: 'One map with two lines: both must match. The names of net stay a list, of which one is enough.',
      rule: rule(String.raw`
selection:
    Image|endswith:
        - '\net.exe'
        - '\net1.exe'
    CommandLine|contains: ' /add'
condition: selection
`),
    },
    {
      does: 'Two selections, which the condition joins with "and".',
      rule: rule(String.raw`
program:
    - Image|endswith: '\net.exe'
    - Image|endswith: '\net1.exe'
option:
    CommandLine|contains: ' /add'
condition: program and option
`),
    },
  ],
  wrong: [
    {
      what: 'Two selections, of which one is enough',
      rule: rule(String.raw`
program:
    Image|endswith:
        - '\net.exe'
        - '\net1.exe'
option:
    CommandLine|contains: ' /add'
condition: program or option
`),
      hint: { about: 'event 3', says: '`and` instead of `or`' },
    },
    {
      what: 'Asks for both programs at once',
      rule: rule(String.raw`
selection:
    Image|endswith|all:
        - '\net.exe'
        - '\net1.exe'
    CommandLine|contains: ' /add'
condition: selection
`),
      hint: { about: 'event 1', says: '`all`' },
    },
    {
      what: 'Forgets the second name of net',
      rule: rule(String.raw`
selection:
    Image|endswith: '\net.exe'
    CommandLine|contains: ' /add'
condition: selection
`),
      hint: { about: 'event 2', says: 'net1.exe' },
    },
    {
      what: 'Names what is added on screen',
      rule: rule(String.raw`
selection:
    Image|endswith:
        - '\net.exe'
        - '\net1.exe'
    CommandLine|contains|all:
        - 'helpdesk2'
        - ' /add'
condition: selection
`),
      hint: { about: 'net that adds someone to a group of the domain', says: '`CommandLine|contains|all`' },
    },
    {
      what: 'Makes the option one of several values',
      rule: rule(`
selection:
    CommandLine|contains:
        - 'net'
        - ' /add'
condition: selection
`),
      hint: { about: 'event 3', says: 'all' },
    },
  ],
  hints: [
    'Look at the dashes.',
    'A list of maps matches if one of them does.',
    'Take the dashes before `Image` and `CommandLine` away.',
  ],
  starts: { in: 'rule', select: '- Image' },
};
