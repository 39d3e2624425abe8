import type { Lesson } from '../../../src/teach';
import { indented, lessonText, ruleWith, sysmonStart } from './writing';

const started = (fields: object) =>
  sysmonStart({
    Image: 'C:\\Windows\\System32\\notepad.exe',
    OriginalFileName: 'NOTEPAD.EXE',
    CommandLine: 'notepad.exe',
    User: 'LAB\\ana',
    ParentImage: 'C:\\Windows\\explorer.exe',
    ...fields,
  });

const rule = ruleWith(`
title: Shell Started By A Web Server
logsource:
    product: windows
    category: process_creation
`);

const PARENT = String.raw`
selection_parent:
    ParentImage|endswith:
        - '\w3wp.exe'
        - '\httpd.exe'
        - '\php-cgi.exe'
`.trim();

const SHELL = String.raw`
selection_shell:
    - Image|endswith:
          - '\cmd.exe'
          - '\powershell.exe'
    - OriginalFileName:
          - 'Cmd.Exe'
          - 'PowerShell.EXE'
`.trim();

const FILTER = String.raw`
filter_main_health:
    CommandLine|startswith: 'cmd.exe /c C:\Monitoring\'
    User|endswith: '\svc-health'
`.trim();

const HTTPD = 'C:\\Apache24\\bin\\httpd.exe';
const CMD = 'C:\\Windows\\System32\\cmd.exe';

const renamed = started({
  Image: 'C:\\inetpub\\tmp\\c.exe',
  OriginalFileName: 'Cmd.Exe',
  CommandLine: 'c.exe /c whoami',
  User: 'IIS APPPOOL\\shop',
  ParentImage: 'C:\\Windows\\System32\\inetsrv\\w3wp.exe',
});
const excluded = started({
  Image: CMD,
  OriginalFileName: 'Cmd.Exe',
  CommandLine: 'cmd.exe /c C:\\Monitoring\\ping.cmd',
  User: 'LAB\\svc-health',
  ParentImage: HTTPD,
});

export const somebodyElsesRule: Lesson = {
  id: 'somebody-elses-rule',
  title: "Somebody else's rule",
  chapter: 'Rules that last',
  teaches: 'Read a rule from its condition upwards, and prove it with events',
  minutes: 6,
  text: lessonText`
You get a rule that you did not write. What does it find, and what does it let through? Read it in this order:

1. The **condition**: which selections are needed, and which are taken away?
2. Each **selection**: lines of one map must all fit; of a list, or of maps with dashes, one is enough.
3. The **modifiers**: \`endswith\` says that only the end of the path counts.

A rule may also say which version of Sigma it is written for, in \`sigma-version\`; if it says nothing, the bar above it does.
A draft may read the same text in another way.

Then prove that you have understood, with events. In \`(a or b) and not c\`, for example, one event shows that \`b\` alone
is enough, and one that \`c\` takes something away which would be found without it.

The rule here waits for web servers that start a shell. Both events show a harmless editor. Make of event 1 a shell that
the rule finds **although its file has another name**. Make of event 2 a shell that the rule would find, were it not for
**the filter**. In JSON, a backslash is written twice.
`,
  task: 'events',
  goal: 'Let the rule find event 1 by the name inside its file, and let only the filter keep it from event 2.',
  rule: rule(`${PARENT}\n${SHELL}\n${FILTER}\ncondition: all of selection_* and not 1 of filter_main_*\n`),
  events: indented(started({}), started({ User: 'LAB\\ben' })),
  expected: ['match', 'no match'],
  held: [
    {
      kind: 'a shell whose file has another name',
      tip: 'Leave another name in `Image`, and write what the rule wants into `OriginalFileName`.',
      rule: rule(String.raw`
selection:
    Image|endswith:
        - '\cmd.exe'
        - '\powershell.exe'
condition: selection
`),
      expected: ['no match', null],
    },
    {
      kind: 'something that the rule finds without its filter',
      tip: 'First write event 2 so that the rule finds it. Then change only what the filter looks at.',
      rule: rule(`${PARENT}\n${SHELL}\ncondition: all of selection_*\n`),
      expected: ['match', 'match'],
    },
    {
      kind: 'something that the filter takes away',
      tip: 'Both lines of the filter must fit.',
      rule: rule(`${FILTER}\ncondition: 1 of filter_main_*\n`),
      expected: ['no match', 'match'],
    },
  ],
  solutions: [
    {
      does: 'A copy of `cmd.exe` started by IIS, and the health check of Apache.',
      events: indented(renamed, excluded),
    },
    {
      does: 'A copy of PowerShell started by PHP, and the health check with a copy of its own.',
      events: indented(
        started({
          Image: 'D:\\www\\upload\\img.exe',
          OriginalFileName: 'PowerShell.EXE',
          CommandLine: 'img.exe -nop -c whoami',
          ParentImage: 'D:\\php\\php-cgi.exe',
        }),
        started({
          Image: 'C:\\Monitoring\\sh.exe',
          OriginalFileName: 'Cmd.Exe',
          CommandLine: 'cmd.exe /c C:\\Monitoring\\disk.cmd',
          User: 'LAB\\svc-health',
          ParentImage: 'C:\\Windows\\System32\\inetsrv\\w3wp.exe',
        }),
      ),
    },
  ],
  wrong: [
    {
      what: 'the program is a shell, but a web server did not start it',
      hint: { about: 'event 1', says: '`ParentImage` ends with' },
      events: indented(
        started({ Image: 'C:\\inetpub\\tmp\\c.exe', OriginalFileName: 'Cmd.Exe', CommandLine: 'c.exe' }),
        excluded,
      ),
    },
    {
      what: 'the shell has its usual name',
      hint: { about: 'a shell whose file has another name', says: 'Leave another name in `Image`' },
      events: indented(
        started({ Image: CMD, OriginalFileName: 'Cmd.Exe', CommandLine: 'cmd.exe', ParentImage: HTTPD }),
        excluded,
      ),
    },
    {
      what: 'event 2 is left as it was: nothing is there to take away',
      hint: { about: 'something that the rule finds without its filter', says: 'First write event 2' },
      events: indented(renamed, started({ User: 'LAB\\ben' })),
    },
    {
      what: 'only one line of the filter fits',
      hint: { about: 'event 2', says: '`filter_main_health` does not exclude it' },
      events: indented(
        renamed,
        started({
          Image: CMD,
          OriginalFileName: 'Cmd.Exe',
          CommandLine: 'cmd.exe /c C:\\Monitoring\\ping.cmd',
          ParentImage: HTTPD,
        }),
      ),
    },
    {
      what: 'the filter fits, but the program is no shell',
      hint: {
        about: 'something that the rule finds without its filter',
        says: 'Its `Image` does not say that',
      },
      events: indented(
        renamed,
        started({
          CommandLine: 'cmd.exe /c C:\\Monitoring\\ping.cmd',
          User: 'LAB\\svc-health',
          ParentImage: HTTPD,
        }),
      ),
    },
  ],
  hints: [
    'Begin with the condition: what has to match, and what must not?',
    'Each selection asks for something else of the event.',
    'Change `ParentImage` and `OriginalFileName` of both events, then `CommandLine` and `User` of event 2.',
  ],
  starts: { in: 'events', select: 'C:\\\\Windows\\\\explorer.exe' },
};
