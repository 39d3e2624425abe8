import type { Lesson } from '../../../src/teach';
import { indented, lessonText, ruleWith, sysmonStart } from './writing';

const saved = (fields: object) =>
  sysmonStart({
    Image: 'C:\\Windows\\System32\\reg.exe',
    OriginalFileName: 'reg.exe',
    CommandLine: 'reg save HKLM\\SAM C:\\Temp\\s.hiv',
    User: 'LAB\\adm-ben',
    IntegrityLevel: 'High',
    ParentImage: 'C:\\Windows\\System32\\cmd.exe',
    ...fields,
  });

const rule = ruleWith(`
title: Passwords Saved From The Registry
logsource:
    product: windows
    category: process_creation
`);

export const slipPastIt: Lesson = {
  id: 'slip-past-it',
  title: 'Slip past it',
  chapter: 'Rules that last',
  teaches: 'Think like somebody who knows the rule: what costs nothing to change?',
  minutes: 5,
  text: lessonText`
For once you are the attacker. Windows keeps the hashes of local passwords in the hive \`HKLM\SAM\`. The program
\`reg.exe\` can save it to a file, and the rule waits for just that:

\`\`\`yaml
CommandLine|contains: 'reg save HKLM\SAM'
\`\`\`

The rule looks at a text. The program looks at what the text **means**, and to it many texts mean the same:

- blanks: two of them between \`reg\` and \`save\`
- names: \`reg.exe\` for \`reg\`, \`HKEY_LOCAL_MACHINE\` for \`HKLM\`
- copies: the file under another name, \`r.exe\`

Other things cannot be given up, or the attack fails: the word \`save\`, the hive, and what is written inside the file of
the program, such as its \`OriginalFileName\`. Case is no way out here, since Sigma does not look at it.

Change the events as somebody would who has read the rule. (In JSON, a backslash is written twice.) In the next lesson
you stop yourself.
`,
  task: 'events',
  goal: 'Let the rule find neither event, though both still save the hive: event 1 as `HKLM`, event 2 by its long name.',
  rule: rule(String.raw`
selection:
    CommandLine|contains: 'reg save HKLM\SAM'
condition: selection
`),
  events: indented(saved({}), saved({ CommandLine: 'reg save HKLM\\SAM C:\\Temp\\t.hiv' })),
  expected: ['no match', 'no match'],
  held: [
    {
      kind: 'the same program, by the name inside its file',
      tip: 'Leave `OriginalFileName` as it is. You may change `Image`.',
      rule: rule(`
selection:
    OriginalFileName: 'reg.exe'
condition: selection
`),
      expected: ['match', 'match'],
    },
    {
      kind: 'a command that saves the hive to a file',
      tip: 'Keep `save`, then one of the two names of the hive, then a file.',
      rule: rule(String.raw`
selection:
    CommandLine|re|i: '\ssave\s+"?(hklm|hkey_local_machine)\\sam"?\s+\S'
condition: selection
`),
      expected: ['match', 'match'],
    },
    {
      kind: 'a command with the short name of the hive',
      tip: 'Keep `HKLM` in event 1, and change something else there.',
      rule: rule(String.raw`
selection:
    CommandLine|contains: 'HKLM\SAM'
condition: selection
`),
      expected: ['match', null],
    },
    {
      kind: 'a command with the long name of the hive',
      tip: 'Write `HKEY_LOCAL_MACHINE` in event 2.',
      rule: rule(String.raw`
selection:
    CommandLine|contains: 'HKEY_LOCAL_MACHINE\SAM'
condition: selection
`),
      expected: [null, 'match'],
    },
  ],
  solutions: [
    {
      does: 'A second blank, and the long name of the hive.',
      events: indented(
        saved({ CommandLine: 'reg  save HKLM\\SAM C:\\Temp\\s.hiv' }),
        saved({ CommandLine: 'reg save HKEY_LOCAL_MACHINE\\SAM C:\\Temp\\s.hiv' }),
      ),
    },
    {
      does: 'The name of the program with its ending, and a copy under another name.',
      events: indented(
        saved({ CommandLine: 'reg.exe save HKLM\\SAM C:\\Temp\\s.hiv' }),
        saved({
          Image: 'C:\\Users\\Public\\r.exe',
          CommandLine: 'r.exe save "HKEY_LOCAL_MACHINE\\SAM" C:\\Temp\\s.hiv',
        }),
      ),
    },
  ],
  wrong: [
    {
      what: 'only another case, which Sigma does not see',
      hint: { about: 'event 1', says: '`CommandLine|contains` fits it' },
      events: indented(
        saved({ CommandLine: 'REG SAVE hklm\\sam C:\\Temp\\s.hiv' }),
        saved({ CommandLine: 'reg save HKEY_LOCAL_MACHINE\\SAM C:\\Temp\\s.hiv' }),
      ),
    },
    {
      what: 'another program in the path, but the same command line',
      hint: { about: 'event 1', says: '`CommandLine|contains` fits it' },
      events: indented(
        saved({ Image: 'C:\\Users\\Public\\r.exe' }),
        saved({ CommandLine: 'reg save HKEY_LOCAL_MACHINE\\SAM C:\\Temp\\s.hiv' }),
      ),
    },
    {
      what: 'it saves something else, which is no attack on passwords',
      hint: { about: 'a command that saves the hive to a file', says: 'Keep `save`' },
      events: indented(
        saved({ CommandLine: 'reg save HKLM\\SOFTWARE C:\\Temp\\s.hiv' }),
        saved({ CommandLine: 'reg save HKEY_LOCAL_MACHINE\\SAM C:\\Temp\\s.hiv' }),
      ),
    },
    {
      what: 'what is written inside the file is changed, too',
      hint: {
        about: 'the same program, by the name inside its file',
        says: 'Leave `OriginalFileName` as it is',
      },
      events: indented(
        saved({ OriginalFileName: 'r.exe', CommandLine: 'r save HKLM\\SAM C:\\Temp\\s.hiv' }),
        saved({ CommandLine: 'reg save HKEY_LOCAL_MACHINE\\SAM C:\\Temp\\s.hiv' }),
      ),
    },
    {
      what: 'the same trick twice',
      hint: { about: 'a command with the long name of the hive', says: '`HKEY_LOCAL_MACHINE`' },
      events: indented(
        saved({ CommandLine: 'reg  save HKLM\\SAM C:\\Temp\\s.hiv' }),
        saved({ CommandLine: 'reg   save HKLM\\SAM C:\\Temp\\s.hiv' }),
      ),
    },
  ],
  hints: [
    'Look at the text that the rule waits for, blank by blank.',
    'The text of the rule still stands in the command line.',
    'Write a second blank in event 1, and the long name of the hive in event 2.',
  ],
  starts: { in: 'events', select: 'reg save HKLM' },
};
