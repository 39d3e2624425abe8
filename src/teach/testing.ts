import type { RuleLesson } from './lesson';

/*
 * A small lesson for tests.
 */

/** A rule for processes with these lines under `detection`. */
export const ruleOf = (detection: string) => `title: T
logsource:
  product: windows
  category: process_creation
detection:
${detection.replace(/^(?=.)/gm, '  ')}
`;

/** A Sysmon event of a new process. */
export const started = (image: string, command = image) =>
  JSON.stringify({
    EventID: 1,
    Channel: 'Microsoft-Windows-Sysmon/Operational',
    Image: image,
    CommandLine: command,
  });

const WHOAMI = 'C:\\Windows\\System32\\whoami.exe';

/** Find whoami wherever it is. */
export const LESSON: RuleLesson = {
  id: 'whoami',
  title: 'Who am I',
  chapter: 'First',
  teaches: 'The end of a path',
  text: 'Use `endswith`.',
  task: 'rule',
  goal: 'Find event 1, leave event 2.',
  rule: ruleOf("sel:\n  Image: 'whoami.exe'\ncondition: sel"),
  events: [started(WHOAMI), started('C:\\Windows\\System32\\cmd.exe', 'cmd /c whoami.exe')].join('\n'),
  expected: ['match', 'no match'],
  held: [
    { kind: 'the program in another folder', text: started('D:\\tools\\whoami.exe'), expected: 'match' },
    {
      kind: 'a program whose name only ends alike',
      text: started('D:\\tools\\notwhoami.exe'),
      expected: 'no match',
      tip: 'Let the value begin with a backslash.',
    },
  ],
  solutions: [
    { does: 'It asks for the end.', rule: ruleOf("sel:\n  Image|endswith: '\\whoami.exe'\ncondition: sel") },
    { does: 'It uses a wildcard.', rule: ruleOf("sel:\n  Image: '*\\\\whoami.exe'\ncondition: sel") },
  ],
  wrong: [],
  hints: ['Look at the path.'],
  starts: { in: 'rule', select: 'whoami.exe' },
};
