import type { RuleLesson } from '../../../src/teach';
import { indented, lessonText, perLine, ruleWith } from './writing';

const rule = ruleWith(`
title: Web Request Without A User Agent
logsource:
    category: proxy
level: low
`);

const request = (host: string, agent: object, client = '198.51.100.7') => ({
  date: '2026-03-02',
  time: '09:14:07',
  'c-ip': client,
  'cs-method': 'POST',
  'cs-host': host,
  'c-uri': '/sync',
  ...agent,
  'sc-status': 200,
  's-action': 'TCP_MISS',
});

const other = (agent: object) => perLine(request('cdn.example.org', agent, '198.51.100.52'));

export const nothingThere: RuleLesson = {
  id: 'nothing-there',
  title: 'Empty, null, or not there',
  chapter: 'Fields and values',
  teaches: 'How an empty text, `null` and a field that is absent differ',
  minutes: 5,
  text: lessonText`
Browsers say who they are; some implants forget to. Their requests have no user agent. A log can say that in three ways:
the text is **empty**, the value is **null**, or the field is **not there** at all.

Each is looked for in its own way:

- \`c-useragent: ''\` finds the empty text, and nothing else
- \`c-useragent: null\` finds null, and a field that is not there
- \`c-useragent|exists: false\` finds only a field that is not there

Mind the quotes: \`'null'\` is a word of four letters.

Wildcards help with the opposite. \`*\` stands for any characters **or none**, so it matches an empty text too. \`?*\` needs at
least one character:

\`\`\`yaml
selection:
    cs-host: '?*'
\`\`\`
`,
  task: 'rule',
  goal: 'Find events 1, 2 and 3, which have no user agent. Leave 4.',
  rule: rule(`
selection:
    c-useragent: ''
condition: selection
`),
  events: indented(
    request('files.example.net', { 'c-useragent': '' }),
    request('files.example.net', { 'c-useragent': null }),
    request('files.example.net', {}),
    request('www.example.com', { 'c-useragent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0' }),
  ),
  expected: ['match', 'match', 'match', 'no match'],
  held: [
    {
      kind: 'a request to another host whose agent is empty',
      text: other({ 'c-useragent': '' }),
      expected: 'match',
      tip: 'Ask only for the agent.',
    },
    {
      kind: 'a request to another host that has no such field',
      text: other({}),
      expected: 'match',
      tip: 'Ask only for the agent.',
    },
    {
      kind: 'an agent with a very short name',
      text: other({ 'c-useragent': 'x' }),
      expected: 'no match',
      tip: 'Whatever has at least one character is a name: `?*`.',
    },
    {
      kind: 'an agent whose name is the word null',
      text: other({ 'c-useragent': 'null' }),
      expected: 'no match',
      tip: 'Write `null` without quotes: with quotes it is a word.',
    },
  ],
  solutions: [
    {
      does: 'One selection for the empty text, one for null and absent; one of them is enough.',
      rule: rule(`
agent_empty:
    c-useragent: ''
agent_none:
    c-useragent: null
condition: 1 of agent_*
`),
    },
    {
      does: 'The other way round: every request, but none whose agent has at least one character.',
      rule: rule(`
selection:
    cs-method: '*'
filter:
    c-useragent: '?*'
condition: selection and not filter
`),
    },
  ],
  wrong: [
    {
      what: 'Looks for null alone',
      rule: rule(`
selection:
    c-useragent: null
condition: selection
`),
      hint: { about: 'event 1', says: '`c-useragent`' },
    },
    {
      what: 'Looks for a field that is not there',
      rule: rule(`
selection:
    c-useragent|exists: false
condition: selection
`),
      hint: { about: 'event 1', says: '`c-useragent`' },
    },
    {
      what: 'Puts null between quotes',
      rule: rule(`
selection:
    c-useragent:
        - ''
        - 'null'
condition: selection
`),
      hint: { about: 'event 2', says: 'null' },
    },
    {
      what: 'Leaves out what a star matches',
      rule: rule(`
selection:
    cs-method: '*'
filter:
    c-useragent: '*'
condition: selection and not filter
`),
      hint: { about: 'event 1', says: '`filter`' },
    },
    {
      what: 'Leaves out only browsers',
      rule: rule(`
selection:
    cs-method: '*'
filter:
    c-useragent|contains: 'Mozilla'
condition: selection and not filter
`),
      hint: { about: 'an agent with a very short name', says: '`?*`' },
    },
  ],
  hints: [
    'Which of the three ways does the rule ask for?',
    'An empty text is a value; null and a missing field are none.',
    'Add a second selection with `c-useragent: null`, and let `1 of` the two be enough.',
  ],
  starts: { in: 'rule', select: "c-useragent: ''" },
};
