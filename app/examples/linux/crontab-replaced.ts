import type { Example } from '../example';

const rule = `title: Table Of Cron Replaced
id: 8674ebce-fc03-4525-bd06-f355f6160128
status: experimental
description: Detects somebody who replaces a table of cron or loads one from a file of temporary use.
references:
    - https://attack.mitre.org/techniques/T1053/003/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.execution
    - attack.persistence
    - attack.privilege-escalation
    - attack.t1053.003
logsource:
    product: linux
    service: cron
detection:
    keywords:
        - '(*) REPLACE (*)'
    condition: keywords
falsepositives:
    - People who edit their own table
level: low
`;

const events = `<78>1 2026-11-20T09:14:02.117+00:00 web-01 crontab 2210 - - (ana) REPLACE (ana)
<78>1 2026-11-20T09:20:41.903+00:00 web-01 crontab 2214 - - (root) LIST (root)
<78>1 2026-11-20T09:21:10.552+00:00 web-01 crontab 2219 - - (root) REPLACE (www-data)
<78>1 2026-11-20T10:02:11.460+00:00 web-01 cron 610 - - (ana) RELOAD (crontabs/ana)
<78>1 2026-11-20T10:07:55.008+00:00 web-01 crontab 2330 - - REPLACE (ana) refused
`;

export const crontabReplaced: Example = {
  title: 'Table of cron replaced',
  teaches: 'How a keyword matches anywhere in a value, with wildcards between its parts',
  topic: 'values',
  at: "'(*) REPLACE (*)'",
  event: 3,
  expected: 'm-m--',
  rule,
  events,
};
