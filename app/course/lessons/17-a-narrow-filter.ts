import type { Lesson } from '../../../src/teach';
import { indented, lessonText, ruleWith } from './writing';

/** A program that started on Linux, as Sysmon for Linux records it. */
const started = (User: string, CommandLine: string, ParentImage = '/usr/bin/bash') => ({
  EventID: 1,
  Channel: 'Linux-Sysmon/Operational',
  Computer: 'web-03.lab.example',
  Image: '/usr/bin/chmod',
  CommandLine,
  User,
  ParentImage,
});

const ANSIBLE = 'chmod u+x /tmp/ansible-tmp-1763629200.4-811/AnsiballZ_setup.py';

const rule = ruleWith(`
title: File In A Temporary Folder Made Executable
logsource:
    product: linux
    category: process_creation
`);

const selection = `
selection:
    Image|endswith: '/chmod'
    CommandLine|contains|all:
        - '+x '
        - ' /tmp/'
`;

const withFilter = (filter: string, condition = 'selection and not filter_main_ansible') =>
  rule(`${selection.trim()}
${filter.trim()}
condition: ${condition}
`);

export const aNarrowFilter: Lesson = {
  id: 'a-narrow-filter',
  title: 'Quiet, but not blind',
  chapter: 'Rules that last',
  teaches: 'Tune a noisy rule with a filter that is as narrow as the noise',
  minutes: 5,
  text: lessonText`
The rule is right, and nobody can stand it: a thousand alerts a day. They all come from the tool that manages the
servers. It copies a script to \`/tmp\`, makes it executable, runs it, and goes.

Do not change the selection: it says what is bad. Say in a **filter** what is known and good, and take it away in the
condition:

\`\`\`yaml
filter_main_backup:
    User: backup
    CommandLine|contains: ' /tmp/restic-'
condition: selection and not filter_main_backup
\`\`\`

A filter is a hole, and attackers look for holes. So make it as narrow as the noise: **all** that the noise has in
common, not one thing of it. Whoever breaks into a web server can call a folder what they like. They cannot as easily
be another user, too.

Lines in one map must all fit. With dashes in front of them, one would be enough.
`,
  task: 'rule',
  goal: 'Take away the noise of the tool, events 2 and 3. Still find event 1.',
  rule: rule(`${selection.trim()}\ncondition: selection\n`),
  events: indented(
    started('www-data', 'chmod +x /tmp/.cache/kworker', '/bin/sh'),
    started('deploy', ANSIBLE, '/bin/sh'),
    started('deploy', 'chmod u+x /tmp/ansible-tmp-1763629268.1-902/AnsiballZ_apt.py', '/bin/sh'),
  ),
  expected: ['match', 'no match', 'no match'],
  held: [
    {
      kind: 'another run of the tool',
      text: indented(
        started('deploy', 'chmod u+x /tmp/ansible-tmp-1763715604.9-77/AnsiballZ_copy.py', '/bin/sh'),
      ),
      expected: 'no match',
    },
    {
      kind: "another user who calls a folder like the tool's",
      tip: 'Let the filter ask for the user as well.',
      text: indented(started('www-data', 'chmod +x /tmp/ansible-tmp-0/run', '/bin/sh')),
      expected: 'match',
    },
    {
      kind: "the tool's user, with a file that is not the tool's",
      tip: 'Let the filter ask for the folder as well.',
      text: indented(started('deploy', 'chmod +x /tmp/x')),
      expected: 'match',
    },
    {
      kind: 'the same with a program in another folder, by root',
      text: indented({ ...started('root', 'chmod a+x /tmp/m/xmr'), Image: '/bin/chmod' }),
      expected: 'match',
    },
  ],
  solutions: [
    {
      does: "One filter that asks for the tool's user and for its folder.",
      rule: withFilter(`
filter_main_ansible:
    User: deploy
    CommandLine|contains: ' /tmp/ansible-tmp-'
`),
    },
    {
      does: 'Two small selections, which the condition takes away only together.',
      rule: withFilter(
        `
is_tool_user:
    User: deploy
is_tool_file:
    CommandLine|re: '/tmp/ansible-tmp-[\\d.-]+/AnsiballZ_\\w+\\.py$'
`,
        'selection and not (is_tool_user and is_tool_file)',
      ),
    },
  ],
  wrong: [
    {
      what: 'the filter asks only for the folder',
      hint: { about: "another user who calls a folder like the tool's", says: 'ask for the user as well' },
      rule: withFilter(`
filter_main_ansible:
    CommandLine|contains: '/ansible-tmp-'
`),
    },
    {
      what: 'the filter asks only for the user',
      hint: {
        about: "the tool's user, with a file that is not the tool's",
        says: 'ask for the folder as well',
      },
      rule: withFilter(`
filter_main_ansible:
    User: deploy
`),
    },
    {
      what: 'a list of maps: either is enough',
      hint: { about: "another user who calls a folder like the tool's", says: 'take the dashes away' },
      rule: withFilter(`
filter_main_ansible:
    - User: deploy
    - CommandLine|contains: ' /tmp/ansible-tmp-'
`),
    },
    {
      what: 'the filter is written, but the condition does not use it',
      hint: { about: 'event 2', says: 'Add `and not filter_main_ansible`' },
      rule: withFilter(
        `
filter_main_ansible:
    User: deploy
    CommandLine|contains: ' /tmp/ansible-tmp-'
`,
        'selection',
      ),
    },
    {
      what: 'the condition lacks its not, and asks for the noise',
      hint: { about: 'event 1', says: 'Write `and not` before the filter' },
      rule: withFilter(
        `
filter_main_ansible:
    User: deploy
    CommandLine|contains: ' /tmp/ansible-tmp-'
`,
        'selection and filter_main_ansible',
      ),
    },
    {
      what: 'the command lines on screen, one by one',
      hint: { about: 'another run of the tool', says: '`filter_main_ansible` does not exclude it' },
      rule: withFilter(`
filter_main_ansible:
    User: deploy
    CommandLine|contains:
        - 'ansible-tmp-1763629200.4-811'
        - 'ansible-tmp-1763629268.1-902'
`),
    },
    {
      what: 'the selection itself is narrowed to one folder',
      hint: {
        about: "another user who calls a folder like the tool's",
        says: '`CommandLine` has another value',
      },
      rule: rule(`
selection:
    Image|endswith: '/chmod'
    CommandLine|contains|all:
        - '+x '
        - ' /tmp/.'
condition: selection
`),
    },
  ],
  hints: [
    'Look at what events 2 and 3 have in common, and event 1 does not.',
    'Nothing in the rule says yet that the tool is known.',
    'Write a filter with the user and the folder of the tool, and `and not` its name in the condition.',
  ],
  starts: { in: 'rule', select: 'condition: selection' },
};
