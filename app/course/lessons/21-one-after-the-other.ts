import type { Lesson } from '../../../src/teach';
import { lessonText, perLine } from './writing';

const call = (time: string, eventName: string, userName: string, by = 'ops-lead', policy?: string) => ({
  eventTime: `2026-11-20T${time}Z`,
  eventSource: 'iam.amazonaws.com',
  eventName,
  userIdentity: { type: 'IAMUser', userName: by },
  requestParameters: {
    userName,
    ...(policy === undefined ? {} : { policyArn: `arn:aws:iam::aws:policy/${policy}` }),
  },
});
const created = (time: string, user: string, by?: string) => call(time, 'CreateUser', user, by);
const empowered = (time: string, user: string, by?: string) =>
  call(time, 'AttachUserPolicy', user, by, 'AdministratorAccess');

const SOURCE = `logsource:
    product: aws
    service: cloudtrail`;

const one = (condition: string) => `title: New User Becomes Administrator
${SOURCE}
detection:
    created:
        eventSource: iam.amazonaws.com
        eventName: CreateUser
    empowered:
        eventSource: iam.amazonaws.com
        eventName: AttachUserPolicy
        requestParameters.policyArn|endswith: '/AdministratorAccess'
    condition: ${condition}
`;

const two = (correlation: string) => `title: User Created
name: user_created
${SOURCE}
detection:
    selection:
        eventSource: iam.amazonaws.com
        eventName: CreateUser
    condition: selection
---
title: User Made Administrator
name: user_empowered
${SOURCE}
detection:
    selection:
        eventSource: iam.amazonaws.com
        eventName: AttachUserPolicy
        requestParameters.policyArn|endswith: '/AdministratorAccess'
    condition: selection
---
title: New User Becomes Administrator
correlation:
${correlation.trim().replace(/^/gm, '    ')}
`;

const RULES = `rules:
    - user_created
    - user_empowered`;
const OF_USER = `group-by:
    - requestParameters.userName`;

export const oneAfterTheOther: Lesson = {
  id: 'one-after-the-other',
  title: 'One event after the other',
  chapter: 'Several events',
  teaches: 'AND within an event, `temporal` for several events',
  minutes: 7,
  text: lessonText`
A rule sees **one event at a time**. The rule here wants an event that creates a user and also gives a policy. There
is no such event: they are two calls, with minutes between them. So \`created and empowered\` never holds.

What you mean is a **correlation**. Each part becomes a rule of its own, with a \`name\`. A third document says how they
belong together. Lines of three hyphens stand between the documents:

\`\`\`yaml
title: Service Stopped
name: service_stopped
logsource: …
detection: …
---
title: Log Cleared
name: log_cleared
logsource: …
detection: …
---
title: Log Cleared After A Service Stopped
correlation:
    type: temporal
    rules:
        - service_stopped
        - log_cleared
    group-by:
        - Computer
    timespan: 5m
\`\`\`

\`temporal\` fires when all rules matched within the \`timespan\`, in any order. \`group-by\` says what their events have in
common. Without it, any two calls within minutes would do, even about different users.
`,
  task: 'rule',
  goal: 'Find a user who becomes an administrator within 10 minutes of being created: events 1 and 3. Leave 2 and 4.',
  rule: one('created and empowered'),
  events: perLine(
    created('09:00:12', 'svc-backup'),
    created('09:01:40', 'intern-7'),
    empowered('09:04:05', 'svc-backup'),
    empowered('09:05:31', 'dba'),
  ),
  expected: ['match', 'no match', 'match', 'no match'],
  fires: 1,
  held: [
    {
      kind: 'another new administrator, made by two people',
      tip: 'Group by the user that is created, not by who creates it.',
      text: perLine(created('13:30:00', 'tmp-1', 'ana'), empowered('13:38:30', 'tmp-1', 'ben')),
      expected: 'match',
      fires: 1,
    },
    {
      kind: 'a user who becomes an administrator an hour later',
      tip: 'Let the `timespan` be ten minutes.',
      text: perLine(created('10:00:00', 'lead-2'), empowered('11:02:00', 'lead-2')),
      expected: 'no match',
    },
    {
      kind: 'one user who is created while another becomes an administrator',
      tip: 'Say in `group-by` what both events must have in common.',
      text: perLine(created('15:00:00', 'intern-8'), empowered('15:01:00', 'dba')),
      expected: 'no match',
    },
    {
      kind: 'an old user who gets the policy twice',
      tip: 'Do not count events: ask that each of the rules matches.',
      text: perLine(empowered('16:00:00', 'dba'), empowered('16:00:20', 'dba')),
      expected: 'no match',
    },
  ],
  solutions: [
    {
      does: 'Two rules, and a correlation of both for the same user within ten minutes.',
      rule: two(`type: temporal\n${RULES}\n${OF_USER}\ntimespan: 10m`),
    },
    {
      does: 'The same, and it also insists on the order.',
      rule: two(`type: temporal_ordered\n${RULES}\n${OF_USER}\ntimespan: 600s`),
    },
  ],
  wrong: [
    {
      what: 'either event will do, still in one rule',
      hint: { about: 'event 2', says: 'Make two rules with names' },
      rule: one('created or empowered'),
    },
    {
      what: 'no group: events of different users count together',
      hint: { about: 'event 2', says: 'events 1, 2, 3, 4' },
      rule: two(`type: temporal\n${RULES}\ntimespan: 10m`),
    },
    {
      what: 'grouped by who does it, who does many things',
      hint: { about: 'event 2', says: '`userIdentity.userName` is `ops-lead`' },
      rule: two(`type: temporal\n${RULES}\ngroup-by:\n    - userIdentity.userName\ntimespan: 10m`),
    },
    {
      what: 'the time is too short',
      hint: { about: 'event 1', says: 'user_empowered did not occur' },
      rule: two(`type: temporal\n${RULES}\n${OF_USER}\ntimespan: 1m`),
    },
    {
      what: 'the time is too long',
      hint: { about: 'a user who becomes an administrator an hour later', says: 'ten minutes' },
      rule: two(`type: temporal\n${RULES}\n${OF_USER}\ntimespan: 1d`),
    },
    {
      what: 'two events are counted, whichever they are',
      hint: { about: 'an old user who gets the policy twice', says: 'Do not count events' },
      rule: two(`type: event_count\n${RULES}\n${OF_USER}\ntimespan: 10m\ncondition:\n    gte: 2`),
    },
    {
      what: 'a rule is called by another name than it has',
      hint: { about: 'correlation-reference', says: '`made_admin`' },
      rule: two(`type: temporal\nrules:\n    - user_created\n    - made_admin\n${OF_USER}\ntimespan: 10m`),
    },
    {
      what: 'the rules alert by themselves as well',
      hint: { about: 'event 2', says: 'without `generate`' },
      rule: two(`type: temporal\n${RULES}\n${OF_USER}\ntimespan: 10m\ngenerate: true`),
    },
  ],
  hints: [
    'Look at the condition: no single event has both names of a call.',
    'The two events are calls about the same user, a few minutes apart.',
    'Make two rules with names, and a `temporal` correlation of both, grouped by `requestParameters.userName`, within `10m`, without `generate`.',
  ],
  starts: { in: 'rule', select: 'created and empowered' },
};
