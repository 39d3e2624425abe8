import type { Lesson } from '../../../src/teach';
import { lessonText, perLine } from './writing';

const failed = (time: string, TargetUserName: string, IpAddress: string) => ({
  EventID: 4625,
  Channel: 'Security',
  '@timestamp': `2026-11-20T${time}Z`,
  Computer: 'dc-01.lab.example',
  LogonType: 3,
  TargetUserName,
  IpAddress,
});

const DETECTION = `detection:
    selection:
        EventID: 4625
        LogonType: 3`;
const SOURCE = `logsource:
    product: windows
    service: security`;

const old = (condition: string) => `title: One Address Tries Many Names
${SOURCE}
${DETECTION}
    timeframe: 5m
    condition: ${condition}
`;

const counted = (correlation: string) => `title: Failed Logon Over The Network
name: failed_logon
${SOURCE}
${DETECTION}
    condition: selection
---
title: One Address Tries Many Names
correlation:
    type: ${correlation.trim().replace(/\n/g, '\n    ')}
`;

const RULES = 'rules:\n    - failed_logon';

export const whatDoYouCount: Lesson = {
  id: 'what-do-you-count',
  title: 'What do you count?',
  chapter: 'Several events',
  teaches: 'From the counts of Sigma 1.x to `event_count` and `value_count`',
  minutes: 6,
  text: lessonText`
Old rules counted in the condition, behind a pipe. Sigma 2 has correlations for that, so this rule no longer runs:

\`\`\`yaml
timeframe: 5m
condition: selection | count() by IpAddress > 3
\`\`\`

Each part of it has a new place:

- the rule gets a \`name\`, and a second document its \`correlation\`
- \`count()\` becomes the type \`event_count\`
- \`count(TargetUserName)\` becomes \`value_count\`, with the \`field\` in its condition
- \`by IpAddress\` becomes \`group-by\`, and \`timeframe\` becomes \`timespan\`
- \`> 3\` becomes \`gt: 3\`; if you mean "three or more", write \`gte: 3\`

\`\`\`yaml
correlation:
    type: value_count
    rules:
        - dns_lookup
    group-by:
        - Image
    timespan: 1h
    condition:
        field: QueryName
        gte: 50
\`\`\`

\`event_count\` counts events, \`value_count\` **different values**. Somebody who mistypes a password makes many events with
one name. Somebody who tries a password on everybody makes many names.
`,
  task: 'rule',
  goal: 'Find an address that tries three or more names in five minutes: events 1, 3 and 5. Leave the others.',
  rule: old('selection | count() by IpAddress > 3'),
  events: perLine(
    failed('08:00:03', 'ana', '192.0.2.71'),
    failed('08:00:10', 'dan', '192.0.2.18'),
    failed('08:01:02', 'ben', '192.0.2.71'),
    failed('08:01:15', 'dan', '192.0.2.18'),
    failed('08:02:00', 'cleo', '192.0.2.71'),
    failed('08:02:20', 'dan', '192.0.2.18'),
    failed('08:02:41', 'dan', '192.0.2.18'),
  ),
  expected: ['match', 'no match', 'match', 'no match', 'match', 'no match', 'no match'],
  fires: 1,
  held: [
    {
      kind: 'another address that tries several names',
      text: perLine(
        failed('11:00:00', 'ana', '198.51.100.9'),
        failed('11:01:30', 'eva', '198.51.100.9'),
        failed('11:02:10', 'ana', '198.51.100.9'),
        failed('11:04:50', 'finn', '198.51.100.9'),
      ),
      expected: 'match',
      fires: 1,
    },
    {
      kind: 'several names over a whole day',
      tip: 'Let the `timespan` be five minutes.',
      text: perLine(
        failed('06:00:00', 'ana', '203.0.113.4'),
        failed('12:00:00', 'ben', '203.0.113.4'),
        failed('18:00:00', 'cleo', '203.0.113.4'),
      ),
      expected: 'no match',
    },
    {
      kind: 'several names, each from an address of its own',
      tip: 'Group by the address.',
      text: perLine(
        failed('09:00:00', 'ana', '192.0.2.31'),
        failed('09:00:20', 'ben', '192.0.2.32'),
        failed('09:00:40', 'cleo', '192.0.2.33'),
      ),
      expected: 'no match',
    },
  ],
  solutions: [
    {
      does: 'It counts different names for each address.',
      rule: counted(`value_count
${RULES}
group-by:
    - IpAddress
timespan: 5m
condition:
    field: TargetUserName
    gte: 3`),
    },
    {
      does: 'The same with other words: more than two, in 300 seconds.',
      rule: counted(`value_count
${RULES}
group-by:
    - IpAddress
timespan: 300s
condition:
    field: TargetUserName
    gt: 2`),
    },
  ],
  wrong: [
    {
      what: 'it counts in the condition, as Sigma 1.x did',
      hint: { about: 'condition-aggregation', says: 'Change to a correlation rule' },
      rule: old('selection | count(TargetUserName) by IpAddress >= 3'),
    },
    {
      what: 'it counts events, so that a mistyped password is enough',
      hint: { about: 'event 2', says: '`value_count`' },
      rule: counted(`event_count
${RULES}
group-by:
    - IpAddress
timespan: 5m
condition:
    gte: 3`),
    },
    {
      what: 'more than three instead of three or more',
      hint: { about: 'event 1', says: 'different values of TargetUserName > 3' },
      rule: counted(`value_count
${RULES}
group-by:
    - IpAddress
timespan: 5m
condition:
    field: TargetUserName
    gt: 3`),
    },
    {
      what: 'grouped by the name: each group then has one name',
      hint: { about: 'event 1', says: 'different values of TargetUserName was 1' },
      rule: counted(`value_count
${RULES}
group-by:
    - TargetUserName
timespan: 5m
condition:
    field: TargetUserName
    gte: 3`),
    },
    {
      what: 'no group: names from different addresses count together',
      hint: { about: 'event 2', says: 'events 1, 2, 3, 4, 5, 6, 7' },
      rule: counted(`value_count
${RULES}
timespan: 5m
condition:
    field: TargetUserName
    gte: 3`),
    },
    {
      what: 'a day instead of five minutes',
      hint: { about: 'several names over a whole day', says: 'five minutes' },
      rule: counted(`value_count
${RULES}
group-by:
    - IpAddress
timespan: 1d
condition:
    field: TargetUserName
    gte: 3`),
    },
    {
      what: 'it does not say what to count',
      hint: { about: 'correlation-field-missing', says: '`value_count` needs a field' },
      rule: counted(`value_count
${RULES}
group-by:
    - IpAddress
timespan: 5m
condition:
    gte: 3`),
    },
  ],
  hints: [
    'The rule counts behind a pipe. Look at what the problem offers to write instead.',
    'One address tries several names, another one name several times.',
    'Write a `value_count` of `TargetUserName`, grouped by `IpAddress`, within `5m`, with `gte: 3`.',
  ],
  starts: { in: 'rule', select: 'count()' },
};
