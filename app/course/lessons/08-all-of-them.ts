import type { RuleLesson } from '../../../src/teach';
import { lessonText, perLine, ruleWith } from './writing';

const rule = ruleWith(`
title: PowerShell Decodes And Runs
logsource:
    product: windows
    service: powershell
level: high
`);

const CHANNEL = 'Microsoft-Windows-PowerShell/Operational';
const script = (ScriptBlockText: string) => ({
  EventID: 4104,
  Channel: CHANNEL,
  Computer: 'ws-07.lab.example',
  ScriptBlockText,
});

export const allOfThem: RuleLesson = {
  id: 'all-of-them',
  title: 'All of them, or one',
  chapter: 'Conditions',
  teaches: 'How keywords, `1 of` and `all of` say how many must match',
  minutes: 6,
  text: lessonText`
A script that decodes base64 is nothing special, and neither is one that runs a text as code. One that does **both** is:
that is how downloaded code starts without ever being a file.

A list of plain values, without a field, is a list of **keywords**. They are looked for in every value of the event. Like
in any list, one of them is enough. To need them all, put them under \`'|all'\`:

\`\`\`yaml
keywords:
    '|all':
        - 'Add-MpPreference'
        - '-ExclusionPath'
\`\`\`

The condition can count too, but it counts **selections**, not values:

- \`1 of keywords_*\`: at least one selection whose name begins with \`keywords_\`
- \`all of keywords_*\`: every one of them

So \`all of them\` over a single list changes nothing: there is one selection, and one of its words is enough.
`,
  task: 'rule',
  goal: 'Find events 1 and 2, which decode and run. Leave 3 and 4, which do only one of both.',
  rule: rule(`
keywords:
    - 'FromBase64String'
    - 'Invoke-Expression'
condition: all of them
`),
  events: perLine(
    script('$b=[Convert]::FromBase64String($d);Invoke-Expression ([Text.Encoding]::UTF8.GetString($b))'),
    script(
      "Invoke-Expression -Command ([Text.Encoding]::ASCII.GetString([System.Convert]::FromBase64String('Z2V0LWRhdGU=')))",
    ),
    script("[IO.File]::WriteAllBytes('C:\\Lab\\logo.png', [Convert]::FromBase64String($png))"),
    script('Invoke-Expression (Get-Content C:\\Lab\\profile.ps1 -Raw)'),
  ),
  expected: ['match', 'match', 'no match', 'no match'],
  held: [
    {
      kind: 'both words, but each in another field',
      text: perLine({
        EventID: 4103,
        Channel: CHANNEL,
        Computer: 'ws-12.lab.example',
        Payload: 'CommandInvocation(Invoke-Expression): "Invoke-Expression"',
        ContextInfo: 'Host Application = powershell.exe -c $c=[Convert]::FromBase64String($env:JOB);iex $c',
      }),
      expected: 'match',
      tip: 'Keywords are looked for in all fields. Do not name one.',
    },
    {
      kind: 'another script that only decodes',
      text: perLine(script('$key = [Convert]::FromBase64String($settings.Key)')),
      expected: 'no match',
      tip: "Ask for both words: put them under `'|all'`.",
    },
    {
      kind: 'another script that only runs a text',
      text: perLine(script('Get-ChildItem C:\\Lab\\*.ps1 | % { Invoke-Expression $_.FullName }')),
      expected: 'no match',
      tip: "Ask for both words: put them under `'|all'`.",
    },
  ],
  solutions: [
    {
      does: 'One list that needs all of its words.',
      rule: rule(`
keywords:
    '|all':
        - 'FromBase64String'
        - 'Invoke-Expression'
condition: keywords
`),
    },
    {
      does: 'A selection for each word, and a condition that needs every selection. Each could have more words.',
      rule: rule(`
keywords_decode:
    - 'FromBase64String'
keywords_run:
    - 'Invoke-Expression'
condition: all of keywords_*
`),
    },
  ],
  wrong: [
    {
      what: 'Two selections, of which one is enough',
      rule: rule(`
keywords_decode:
    - 'FromBase64String'
keywords_run:
    - 'Invoke-Expression'
condition: 1 of keywords_*
`),
      hint: { about: 'event 3', says: '`all of` instead of `1 of`' },
    },
    {
      what: 'Looks in one field, for one of the words',
      rule: rule(`
selection:
    ScriptBlockText|contains:
        - 'FromBase64String'
        - 'Invoke-Expression'
condition: selection
`),
      hint: { about: 'event 3', says: '`ScriptBlockText|contains`' },
    },
    {
      what: 'Looks for both words in one field',
      rule: rule(`
selection:
    ScriptBlockText|contains|all:
        - 'FromBase64String'
        - 'Invoke-Expression'
condition: selection
`),
      hint: { about: 'both words, but each in another field', says: 'Do not name one' },
    },
    {
      what: 'Still has one list, under another condition',
      rule: rule(`
keywords:
    - 'FromBase64String'
    - 'Invoke-Expression'
condition: keywords
`),
      hint: { about: 'event 3', says: "under `'|all'`" },
    },
    {
      what: 'Copies too much of the first script',
      rule: rule(`
keywords:
    '|all':
        - '=[Convert]::FromBase64String'
        - 'Invoke-Expression'
condition: keywords
`),
      hint: { about: 'event 2', says: '=[Convert]::FromBase64String' },
    },
  ],
  hints: [
    'How many selections are there, and how many words?',
    'One word of a list is enough, whatever the condition counts.',
    "Put the two words under `'|all'`, or make a selection for each and write `all of keywords_*`.",
  ],
  starts: { in: 'rule', select: 'all of them' },
};
