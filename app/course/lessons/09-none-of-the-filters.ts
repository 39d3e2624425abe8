import type { RuleLesson } from '../../../src/teach';
import { indented, lessonText, perLine, ruleWith } from './writing';

const head = ruleWith(`
title: CloudTrail Logging Stopped
logsource:
    product: aws
    service: cloudtrail
level: high
`);

const deciding = (condition: string) =>
  head(`
selection:
    eventSource: cloudtrail.amazonaws.com
    eventName:
        - StopLogging
        - DeleteTrail
filter_pipeline:
    userIdentity.arn|contains: ':assumed-role/trail-pipeline/'
filter_drill:
    userIdentity.arn|endswith: ':user/fire-drill'
condition: ${condition}
`);

const call = (eventName: string, type: string, who: string) => ({
  eventVersion: '1.09',
  eventTime: '2026-03-02T09:14:07Z',
  eventSource: 'cloudtrail.amazonaws.com',
  eventName,
  awsRegion: 'eu-central-1',
  sourceIPAddress: '198.51.100.7',
  userIdentity: { type, arn: `arn:aws:${who}` },
});

const PIPELINE = 'sts::111122223333:assumed-role/trail-pipeline/run-';
const DRILL = 'iam::111122223333:user/fire-drill';

export const noneOfTheFilters: RuleLesson = {
  id: 'none-of-the-filters',
  title: 'None of the filters',
  chapter: 'Conditions',
  teaches: 'Why filters go with `not 1 of`, and what capitals change in a condition',
  minutes: 5,
  text: lessonText`
Whoever takes over a cloud account stops its log first. Two others do it too, and are known: the pipeline that rebuilds the
trail, and the account of the yearly drill. Each has a **filter**, a selection of what to leave out.

Leave an event out if **any** filter knows it:

\`\`\`yaml
condition: selection and not 1 of filter_*
\`\`\`

Read it aloud: "and not one of the filters". \`not all of filter_*\` leaves out only what every filter knows at once, which is
mostly nothing.

Two more things people stumble on:

- Operators may be in capitals: \`AND NOT\` means \`and not\`. Sigma writes them small, and so does the check
  \`condition-case\`.
- Names may not: \`Filter_*\` is another name than \`filter_*\`.
`,
  task: 'rule',
  goal: 'Find event 1. Leave 2 and 3, which a filter knows, and 4, which stops nothing.',
  rule: deciding('selection AND NOT all of filter_*'),
  events: indented(
    call('StopLogging', 'IAMUser', 'iam::111122223333:user/ana'),
    call('StopLogging', 'AssumedRole', `${PIPELINE}118`),
    call('DeleteTrail', 'IAMUser', DRILL),
    call('DescribeTrails', 'IAMUser', 'iam::111122223333:user/ana'),
  ),
  expected: ['match', 'no match', 'no match', 'no match'],
  held: [
    {
      kind: 'the root of the account, who deletes the trail',
      text: perLine(call('DeleteTrail', 'Root', 'iam::111122223333:root')),
      expected: 'match',
      tip: 'Everyone whom no filter knows is to be found.',
    },
    {
      kind: 'the pipeline, which deletes the trail',
      text: perLine(call('DeleteTrail', 'AssumedRole', `${PIPELINE}204`)),
      expected: 'no match',
      tip: 'One filter is enough to leave an event out: `not 1 of filter_*`.',
    },
    {
      kind: 'the drill, which stops the log',
      text: perLine(call('StopLogging', 'IAMUser', DRILL)),
      expected: 'no match',
      tip: 'One filter is enough to leave an event out: `not 1 of filter_*`.',
    },
  ],
  solutions: [
    {
      does: 'It leaves out what at least one filter knows. A new filter only needs a name that begins with filter_.',
      rule: deciding('selection and not 1 of filter_*'),
    },
    {
      does: 'Each filter by its name, in capitals: the operators mean the same.',
      rule: deciding('selection AND NOT filter_pipeline AND NOT filter_drill'),
    },
    {
      does: '"Not this or that" is the same as "not this and not that".',
      rule: deciding('selection and not (filter_pipeline or filter_drill)'),
    },
  ],
  wrong: [
    {
      what: 'Forgets one of the filters',
      rule: deciding('selection and not filter_pipeline'),
      hint: { about: 'event 3', says: '`and not filter_drill`' },
    },
    {
      what: 'Leaves out what both filters know',
      rule: deciding('selection and not (filter_pipeline and filter_drill)'),
      hint: { about: 'event 2', says: '`or` instead of `and`' },
    },
    {
      what: 'Joins two nots with or',
      rule: deciding('selection and (not filter_pipeline or not filter_drill)'),
      hint: { about: 'event 2', says: '`and` instead of `or`' },
    },
    {
      what: 'Writes the name of the filters in capitals',
      rule: deciding('selection AND NOT 1 OF FILTER_*'),
      hint: { about: 'condition-pattern-empty', says: 'FILTER_*' },
    },
    {
      what: 'Finds only what a filter knows',
      rule: deciding('selection and 1 of filter_*'),
      hint: { about: 'event 1', says: 'filter' },
    },
    {
      what: 'Takes the filters for good',
      rule: deciding('selection'),
      hint: { about: 'event 2', says: '`selection`' },
    },
  ],
  hints: [
    'How many of the filters must know an event so that it is left out?',
    '`not all of` leaves an event out only if every filter knows it.',
    'Write `selection and not 1 of filter_*`.',
  ],
  starts: { in: 'rule', select: 'all of filter_*' },
};
