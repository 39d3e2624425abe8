import type { Example } from '../example';

const rule = `title: Syntax Error In A Query Of The Site
id: 2417ba83-8670-41ab-963f-aafb6e4493e3
status: experimental
description: Detects errors of a database that come from quotes or comments in what visitors typed.
references:
    - https://attack.mitre.org/techniques/T1190/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.initial-access
    - attack.t1190
logsource:
    category: application
    product: sql
detection:
    keywords:
        - 'unterminated quoted string'
        - 'syntax error at or near "--"'
    filter_main_console:
        - 'application=psql'
    condition: keywords and not filter_main_console
falsepositives:
    - Programs with a fault of their own
level: medium
`;

const events = `2026-11-20 09:14:02.117 UTC [2210] application=shop ERROR:  unterminated quoted string at or near "'"
2026-11-20 09:14:09.300 UTC [2210] application=shop ERROR:  syntax error at or near "--" at character 61
2026-11-20 09:20:41.903 UTC [2214] application=shop ERROR:  syntax error at or near "form" at character 10
2026-11-20 09:21:10.552 UTC [2219] application=psql ERROR:  unterminated quoted string at or near "'O"
2026-11-20 10:02:11.460 UTC [2301] application=shop LOG:  checkpoint complete: wrote 12 buffers
`;

export const sqlErrors: Example = {
  title: 'Errors of a database, as plain lines',
  teaches: 'How keywords search lines of no known format, and a filter of keywords as well',
  topic: 'formats',
  at: "- 'application=psql'",
  event: 4,
  expected: 'mm---',
  rule,
  events,
};
