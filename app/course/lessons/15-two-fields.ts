import type { Lesson } from '../../../src/teach';
import { indented, lessonText, ruleWith } from './writing';

const DOMAIN = 'S-1-5-21-400100200-300200100-200300400';

/** Somebody adds a member to a group. */
const added = (EventID: number, SubjectUserName: string, by: number, member: number, group: string) => ({
  EventID,
  Channel: 'Security',
  Computer: 'dc-01.lab.example',
  SubjectUserName,
  SubjectUserSid: `${DOMAIN}-${by}`,
  MemberSid: `${DOMAIN}-${member}`,
  TargetUserName: group,
});

const rule = ruleWith(`
title: Account Adds Itself To A Group
logsource:
    product: windows
    service: security
`);

const withItem = (item: string) =>
  rule(`
selection:
    EventID:
        - 4728
        - 4732
        - 4756
    ${item}
condition: selection
`);

export const twoFields: Lesson = {
  id: 'two-fields',
  title: 'Compare two fields',
  chapter: 'Modifiers',
  teaches: '`fieldref`: a field that equals another field of the same event',
  minutes: 3,
  text: lessonText`
When somebody becomes a member of a group, Windows writes who did it (\`SubjectUserSid\`) and who became a member
(\`MemberSid\`). Usually an administrator adds somebody else. An account that adds **itself** is worth a look.

You cannot list all accounts. You want to say that the one field equals the other, whatever they are. But what stands on
the right side of a colon is a value. The rule here looks for a member whose SID is spelled "SubjectUserSid".

\`fieldref\` makes the value the name of a field:

\`\`\`yaml
SourceIp|fieldref: DestinationIp   # a machine that talks to itself
\`\`\`

Both fields are read from the same event. If one of them is missing, the two are never equal.
`,
  task: 'rule',
  goal: 'Find the accounts that add themselves, events 1 and 3. Leave the administrator in event 2.',
  rule: withItem('MemberSid: SubjectUserSid'),
  events: indented(
    added(4732, 'ana', 1104, 1104, 'Remote Desktop Users'),
    added(4728, 'adm-cleo', 1007, 1131, 'Helpdesk'),
    added(4728, 'svc-web', 1218, 1218, 'Domain Admins'),
  ),
  expected: ['match', 'no match', 'match'],
  held: [
    {
      kind: 'another account that adds itself to another kind of group',
      text: indented(added(4756, 'ben', 1131, 1131, 'Backup Operators')),
      expected: 'match',
    },
    {
      kind: 'an administrator who adds one of the accounts on screen',
      text: indented(added(4732, 'adm-cleo', 1007, 1104, 'Printers')),
      expected: 'no match',
    },
    {
      kind: 'two accounts with SIDs that begin alike',
      tip: 'Compare the whole fields, not a part of them.',
      text: indented(added(4732, 'old-admin', 110, 1104, 'Remote Desktop Users')),
      expected: 'no match',
    },
    {
      kind: 'an account that only creates a group',
      text: indented({
        EventID: 4731,
        Channel: 'Security',
        Computer: 'dc-01.lab.example',
        SubjectUserName: 'ana',
        SubjectUserSid: `${DOMAIN}-1104`,
        TargetUserName: 'Project X',
      }),
      expected: 'no match',
    },
  ],
  solutions: [
    {
      does: 'The SID of the member equals the SID of who did it.',
      rule: withItem('MemberSid|fieldref: SubjectUserSid'),
    },
    {
      does: 'The other way round, in a selection of its own.',
      rule: rule(`
selection_added:
    EventID:
        - 4728
        - 4732
        - 4756
selection_same:
    SubjectUserSid|fieldref: MemberSid
condition: all of selection_*
`),
    },
  ],
  wrong: [
    {
      what: 'a placeholder that nobody fills',
      hint: { about: 'event 1', says: 'not `%SubjectUserSid%`' },
      rule: withItem("MemberSid: '%SubjectUserSid%'"),
    },
    {
      what: 'the SIDs of the events on screen',
      hint: {
        about: 'another account that adds itself to another kind of group',
        says: '`MemberSid|fieldref: SubjectUserSid`',
      },
      rule: withItem(`MemberSid|endswith:
        - '-1104'
        - '-1218'`),
    },
    {
      what: 'a comparison with the wrong field: a SID is never a name',
      hint: { about: 'event 1', says: 'but `SubjectUserName` is `ana`' },
      rule: withItem('MemberSid|fieldref: SubjectUserName'),
    },
    {
      what: 'only the beginnings are compared',
      hint: { about: 'two accounts with SIDs that begin alike', says: 'Compare the whole fields' },
      rule: withItem('MemberSid|startswith|fieldref: SubjectUserSid'),
    },
    {
      what: 'the name of a field is still a text, now with wildcards around it',
      hint: { about: 'event 1', says: 'it does not contain `SubjectUserSid`' },
      rule: withItem('MemberSid|contains: SubjectUserSid'),
    },
    {
      what: 'the comparison is left out',
      hint: { about: 'event 2', says: '`MemberSid|fieldref: SubjectUserSid`' },
      rule: withItem("MemberSid: '*'"),
    },
  ],
  hints: [
    'Compare `MemberSid` and `SubjectUserSid` in events 1 and 2.',
    'The rule compares with the word `SubjectUserSid`, not with what is in that field.',
    'Write `MemberSid|fieldref: SubjectUserSid`.',
  ],
  starts: { in: 'rule', select: 'MemberSid' },
};
