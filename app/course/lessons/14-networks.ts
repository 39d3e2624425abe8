import type { Lesson } from '../../../src/teach';
import { indented, lessonText, ruleWith } from './writing';

const login = (userName: string, sourceIPAddress: string) => ({
  eventTime: '2026-11-20T09:14:03Z',
  eventSource: 'signin.amazonaws.com',
  eventName: 'ConsoleLogin',
  awsRegion: 'eu-central-1',
  sourceIPAddress,
  userIdentity: { type: 'IAMUser', userName },
  responseElements: { ConsoleLogin: 'Success' },
});

const rule = ruleWith(`
title: Console Login From Outside The Office
logsource:
    product: aws
    service: cloudtrail
`);

const withFilter = (filter: string) =>
  rule(`
selection:
    eventSource: signin.amazonaws.com
    eventName: ConsoleLogin
    responseElements.ConsoleLogin: Success
filter_office:
${filter.trim().replace(/^/gm, '    ')}
condition: selection and not filter_office
`);

export const networks: Lesson = {
  id: 'networks',
  title: 'An address is not a text',
  chapter: 'Modifiers',
  teaches: '`cidr`: addresses in a network, where the beginning of the text is not enough',
  minutes: 4,
  text: lessonText`
The office has the network \`198.51.100.64/26\`: the addresses from \`198.51.100.64\` to \`198.51.100.127\`. The rest of
\`198.51.100.\` belongs to a neighbour. How do you say that with \`startswith\`? You cannot. A network is a range of
numbers, and its borders rarely fall on a dot.

\`cidr\` reads the address as a number:

\`\`\`yaml
sourceIPAddress|cidr: '192.0.2.0/24'
\`\`\`

The number after the slash says how many bits are fixed: \`/24\` leaves 256 addresses, \`/26\` leaves 64. Several networks
make a list. IPv6 works alike, however an address is spelled: \`2001:db8:40::9\` and \`2001:0db8:0040:0:0:0:0:9\` are the
same.

The office also has \`2001:db8:40::/48\`. A login from there is no news. One from anywhere else is.
`,
  task: 'rule',
  goal: 'Find logins from outside the office, events 1 and 3. Leave those from inside, events 2 and 4.',
  rule: withFilter("sourceIPAddress|startswith: '198.51.100.'"),
  events: indented(
    login('ana', '203.0.113.9'),
    login('ben', '198.51.100.70'),
    login('ana', '198.51.100.200'),
    login('cleo', '2001:db8:40:1::17'),
  ),
  expected: ['match', 'no match', 'match', 'no match'],
  held: [
    {
      kind: "an address at the end of the office's network",
      tip: 'Let the network say where it ends: `/26`.',
      text: indented(login('dan', '198.51.100.127')),
      expected: 'no match',
    },
    {
      kind: "an address just behind the office's network",
      tip: 'Let the network say where it ends: `/26`.',
      text: indented(login('dan', '198.51.100.128')),
      expected: 'match',
    },
    {
      kind: "an address of the office's IPv6 network, written in full",
      text: indented(login('ben', '2001:0DB8:0040:0002:0000:0000:0000:0031')),
      expected: 'no match',
    },
    {
      kind: 'an address of another IPv6 network that begins alike',
      text: indented(login('ana', '2001:db8:400::5')),
      expected: 'match',
    },
  ],
  solutions: [
    {
      does: 'Both networks of the office, as networks.',
      rule: withFilter(`
sourceIPAddress|cidr:
    - 198.51.100.64/26
    - 2001:db8:40::/48
`),
    },
    {
      does: 'A filter for each network. A third office is one more filter.',
      rule: rule(`
selection:
    eventSource: signin.amazonaws.com
    eventName: ConsoleLogin
    responseElements.ConsoleLogin: Success
filter_office_4:
    sourceIPAddress|cidr: 198.51.100.64/26
filter_office_6:
    sourceIPAddress|cidr: 2001:db8:40::/48
condition: selection and not 1 of filter_office_*
`),
    },
  ],
  wrong: [
    {
      what: 'a network without the modifier, which is only a text with a slash',
      hint: { about: 'event 2', says: '`filter_office` does not exclude it' },
      rule: withFilter(`
sourceIPAddress:
    - '198.51.100.64/26'
    - '2001:db8:40::/48'
`),
    },
    {
      what: 'the network is too large',
      hint: { about: 'event 3', says: 'is in network `198.51.100.0/24`' },
      rule: withFilter(`
sourceIPAddress|cidr:
    - 198.51.100.0/24
    - 2001:db8:40::/48
`),
    },
    {
      what: 'the network is too small',
      hint: { about: "an address at the end of the office's network", says: '`/26`' },
      rule: withFilter(`
sourceIPAddress|cidr:
    - 198.51.100.64/27
    - 2001:db8:40::/48
`),
    },
    {
      what: 'only the IPv4 network',
      hint: { about: 'event 4', says: 'outside 198.51.100.64/26' },
      rule: withFilter('sourceIPAddress|cidr: 198.51.100.64/26'),
    },
    {
      what: 'the beginnings of texts that are inside',
      hint: { about: "an address at the end of the office's network", says: '`/26`' },
      rule: withFilter(`
sourceIPAddress|startswith:
    - '198.51.100.6'
    - '198.51.100.7'
    - '198.51.100.8'
    - '198.51.100.9'
    - '2001:db8:40:'
`),
    },
    {
      what: 'the networks are wanted instead of excluded',
      hint: { about: 'event 1', says: 'in none of the 2 networks' },
      rule: rule(`
selection:
    eventSource: signin.amazonaws.com
    eventName: ConsoleLogin
    responseElements.ConsoleLogin: Success
    sourceIPAddress|cidr:
        - 198.51.100.64/26
        - 2001:db8:40::/48
condition: selection
`),
    },
  ],
  hints: [
    'Look at the filter and at the address of event 3.',
    'The filter compares the beginning of a text, but the office has only a part of those addresses.',
    'In the filter, write `sourceIPAddress|cidr` with a list of `198.51.100.64/26` and `2001:db8:40::/48`.',
  ],
  starts: { in: 'rule', select: 'sourceIPAddress|startswith' },
};
