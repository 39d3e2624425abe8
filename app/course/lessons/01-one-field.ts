import type { RuleLesson } from '../../../src/teach';

const head = `title: Audit Log Cleared
logsource:
    product: windows
    service: security
detection:
`;

export const oneField: RuleLesson = {
  id: 'one-field',
  title: 'One field, one value',
  chapter: 'Fields and values',
  teaches: 'A selection is a field and the value that you look for',
  minutes: 4,
  text: `Someone broke into a workstation and wiped its traces. Windows still writes one last event: **1102**, "the audit log was cleared".

A rule finds an event by a field and a value. Under \`detection\`, a **selection** holds them, and the \`condition\` says which selection has to match:

\`\`\`yaml
detection:
    selection:
        EventID: 4625
    condition: selection
\`\`\`

This one finds every failed logon, whoever tried and wherever. That is the point of choosing the right field: \`EventID\` says **what happened**. A name or a computer only says to whom it happened this time.

The rule here looks for a person. It finds mara's clean-up, but also everything else she does, and nobody else's clean-up.

Field names count exactly: \`EventID\` is a field of these events, another spelling of it is not.`,
  task: 'rule',
  goal: 'Find events 1 and 3, in which the log was cleared. Leave 2 and 4.',
  rule: `${head}    selection:
        SubjectUserName: mara
    condition: selection
level: high
`,
  events: `{"EventID":1102,"Channel":"Security","Provider_Name":"Microsoft-Windows-Eventlog","Computer":"ws-07.example.com","SubjectUserName":"mara","SubjectDomainName":"LAB"}
{"EventID":4672,"Channel":"Security","Provider_Name":"Microsoft-Windows-Security-Auditing","Computer":"ws-07.example.com","SubjectUserName":"mara","SubjectDomainName":"LAB","PrivilegeList":"SeBackupPrivilege"}
{"EventID":1102,"Channel":"Security","Provider_Name":"Microsoft-Windows-Eventlog","Computer":"srv-02.example.com","SubjectUserName":"build-svc","SubjectDomainName":"LAB"}
{"EventID":4624,"Channel":"Security","Provider_Name":"Microsoft-Windows-Security-Auditing","Computer":"srv-02.example.com","SubjectUserName":"SRV-02$","TargetUserName":"mara","LogonType":3}
`,
  expected: ['match', 'no match', 'match', 'no match'],
  held: [
    {
      kind: 'the log of another computer, cleared by another person',
      text: '{"EventID":1102,"Channel":"Security","Provider_Name":"Microsoft-Windows-Eventlog","Computer":"dc-01.example.com","SubjectUserName":"kai","SubjectDomainName":"LAB"}',
      expected: 'match',
      tip: 'Ask for what happened, not for who did it or where: for the number of the event.',
    },
    {
      kind: 'something else that one of these people did',
      text: '{"EventID":4673,"Channel":"Security","Provider_Name":"Microsoft-Windows-Security-Auditing","Computer":"srv-02.example.com","SubjectUserName":"build-svc","SubjectDomainName":"LAB","Service":"-"}',
      expected: 'no match',
      tip: 'A person does many things. Ask for the number of the event.',
    },
  ],
  solutions: [
    {
      does: 'The number of the event alone says that the log was cleared.',
      rule: `${head}    selection:
        EventID: 1102
    condition: selection
level: high
`,
    },
    {
      does: 'The same, and the provider that writes it. Text that writes a number equals it.',
      rule: `${head}    selection:
        EventID: '1102'
        Provider_Name: Microsoft-Windows-Eventlog
    condition: selection
level: high
`,
    },
  ],
  wrong: [
    {
      what: 'Looks for both people',
      rule: `${head}    selection:
        SubjectUserName:
            - mara
            - build-svc
    condition: selection
`,
      hint: { about: 'event 2', says: '`SubjectUserName`' },
    },
    {
      what: 'Has the right event, but only on the two computers',
      rule: `${head}    selection:
        EventID: 1102
        Computer:
            - ws-07.example.com
            - srv-02.example.com
    condition: selection
`,
      hint: { about: 'the log of another computer, cleared by another person', says: '`Computer`' },
    },
    {
      what: 'Writes the field in another case',
      rule: `${head}    selection:
        EventId: 1102
    condition: selection
`,
      hint: { about: 'event 1', says: '`EventID`' },
    },
    {
      what: 'Takes the number of another event',
      rule: `${head}    selection:
        EventID: 4672
    condition: selection
`,
      hint: { about: 'event 1', says: '1102' },
    },
    {
      what: 'Names a selection in the condition that is not there',
      rule: `${head}    selection:
        EventID: 1102
    condition: selektion
`,
      hint: { about: 'condition-unknown-selection', says: '`selection`' },
    },
  ],
  hints: [
    'Compare the events that you want with the others: which field is the same in both of them only?',
    'The number of an event says what happened.',
    'Write `EventID: 1102` instead of the line with the name.',
  ],
  starts: { in: 'rule', select: 'SubjectUserName: mara' },
};
