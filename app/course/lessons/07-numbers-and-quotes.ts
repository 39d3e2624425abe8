import type { Lesson } from '../../../src/teach';
import { indented, lessonText, ruleWith } from './writing';

const failed = (fields: object) => ({
  EventID: 4625,
  Channel: 'Security',
  Computer: 'srv-02.lab.example',
  ...fields,
});

const rule = ruleWith(`
title: Network Logon With An Unknown Name
logsource:
    product: windows
    service: security
`);

const begun = rule(`
selection:
    EventID: 4625
    LogonType: 3
    SubStatus: 0xC0000064
condition: selection
`);

export const numbersAndQuotes: Lesson = {
  id: 'numbers-and-quotes',
  title: 'Numbers and quotes',
  chapter: 'Fields and values',
  teaches: 'YAML reads a value before Sigma does: when it needs quotes, and which',
  minutes: 4,
  text: lessonText`
A rule is YAML, and YAML has its own idea of what you wrote. Numbers are harmless: \`LogonType: 3\` finds the number 3
and the text \`"3"\` alike, since logs write both. But some things only look like text:

\`\`\`yaml
SubStatus: 0xC0000064      # YAML reads the number 3221225572
SubStatus: '0xC0000064'    # the ten characters that stand in the log
\`\`\`

Windows writes its codes as text that begins with \`0x\`. No log of it has the number.

**Single quotes** keep every character as it is, backslashes too. Double quotes do not: in \`"C:\new"\` YAML reads a line
break. And quotes that a word processor made, \`‘…’\`, are no quotes at all but part of the value.

Quotes turn a number into text, which hardly matters for a whole value. A part of a number is another matter:
\`LogonType|contains: 3\` finds 13 as well.
`,
  task: 'rule',
  goal: 'Find logons over the network (type 3) with a name that does not exist: events 1 and 2. Leave 3 and 4.',
  rule: begun,
  events: indented(
    failed({
      TargetUserName: 'administrater',
      LogonType: 3,
      SubStatus: '0xC0000064',
      IpAddress: '192.0.2.71',
    }),
    failed({
      EventID: '4625',
      TargetUserName: 'svc-bakcup',
      LogonType: '3',
      SubStatus: '0xc0000064',
      IpAddress: '192.0.2.71',
    }),
    failed({ TargetUserName: 'ana', LogonType: 3, SubStatus: '0xC000006A', IpAddress: '192.0.2.18' }),
    failed({ TargetUserName: 'bne', LogonType: 2, SubStatus: '0xC0000064', IpAddress: '127.0.0.1' }),
  ),
  expected: ['match', 'match', 'no match', 'no match'],
  held: [
    {
      kind: 'another name that does not exist, from another address',
      text: indented(
        failed({
          TargetUserName: 'guest1',
          LogonType: 3,
          SubStatus: '0xC0000064',
          IpAddress: '198.51.100.9',
        }),
      ),
      expected: 'match',
    },
    {
      kind: 'a type of logon that only has the same digit',
      tip: 'Compare the whole number, without a modifier.',
      text: indented(
        failed({ TargetUserName: 'cloe', LogonType: 13, SubStatus: '0xC0000064', IpAddress: '-' }),
      ),
      expected: 'no match',
    },
    {
      kind: 'a locked account',
      text: indented(
        failed({ TargetUserName: 'dan', LogonType: 3, SubStatus: '0xC0000234', IpAddress: '192.0.2.71' }),
      ),
      expected: 'no match',
    },
  ],
  solutions: [
    {
      does: 'It quotes the code, so that YAML leaves it as it is.',
      rule: rule(`
selection:
    EventID: 4625
    LogonType: 3
    SubStatus: '0xC0000064'
condition: selection
`),
    },
    {
      does: 'It compares the end of the code. Without 0x, YAML sees no number and needs no quotes.',
      rule: rule(`
selection:
    EventID: 4625
    LogonType: '3'
    SubStatus|endswith: C0000064
condition: selection
`),
    },
  ],
  wrong: [
    {
      what: 'quotes around the numbers, where none are needed',
      hint: { about: 'event 1', says: 'Put the value between single quotes.' },
      rule: rule(`
selection:
    EventID: '4625'
    LogonType: '3'
    SubStatus: 0xC0000064
condition: selection
`),
    },
    {
      what: 'the number that YAML made of it',
      hint: { about: 'event 1', says: 'not 3221225572' },
      rule: rule(`
selection:
    EventID: 4625
    LogonType: 3
    SubStatus: 3221225572
condition: selection
`),
    },
    {
      what: 'quotes of a word processor',
      hint: { about: 'event 1', says: 'not `‘0xC0000064’`' },
      rule: rule(`
selection:
    EventID: 4625
    LogonType: 3
    SubStatus: ‘0xC0000064’
condition: selection
`),
    },
    {
      what: 'a part of the number of the type',
      hint: { about: 'a type of logon that only has the same digit', says: 'Compare the whole value' },
      rule: rule(`
selection:
    EventID: 4625
    LogonType|contains: 3
    SubStatus: '0xC0000064'
condition: selection
`),
    },
    {
      what: 'only the last two digits of the code',
      hint: { about: 'event 4', says: 'Keep all three lines' },
      rule: rule(`
selection:
    EventID: 4625
    SubStatus|endswith: '64'
condition: selection
`),
    },
    {
      what: 'the code is left out',
      hint: { about: 'event 3', says: 'Keep all three lines' },
      rule: rule(`
selection:
    EventID: 4625
    LogonType: 3
condition: selection
`),
    },
  ],
  hints: [
    'Look at the code: how YAML reads it, and how the log writes it.',
    'Without quotes it is a number, and the log has a text.',
    "Keep all three lines, and put the code between single quotes: `'0xC0000064'`.",
  ],
  starts: { in: 'rule', select: '0xC0000064' },
};
