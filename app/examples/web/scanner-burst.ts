import type { Example } from '../example';

const rule = `title: Page Not Found
id: c334583b-1f57-4e6a-81f2-21ae5965ebff
name: page_not_found
status: experimental
description: A request for a page that is not there. The correlation below counts them for each visitor.
references:
    - https://attack.mitre.org/techniques/T1595/002/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.reconnaissance
    - attack.t1595.002
logsource:
    category: webserver
detection:
    selection:
        sc-status: 404
    filter_main_icon:
        cs-uri-stem: '/favicon.ico'
    condition: selection and not 1 of filter_main_*
falsepositives:
    - Old links
level: informational
---
title: Many Pages Not Found
id: a7d9aa97-90ac-4dee-bdd4-ece23cc128fc
status: experimental
description: Four requests of one visitor or more within ten seconds for pages that are not there.
author: Sigma Playground
date: 2026-11-30
correlation:
    type: event_count
    rules:
        - page_not_found
    group-by:
        - c-ip
    timespan: 10s
    condition:
        gte: 4
falsepositives:
    - Search engines after the site was rebuilt
level: low
`;

const events = `203.0.113.9 - - [20/Nov/2026:09:14:00 +0000] "GET /admin HTTP/1.1" 404 226 "-" "Mozilla/5.0"
203.0.113.9 - - [20/Nov/2026:09:14:03 +0000] "GET /.git/config HTTP/1.1" 404 226 "-" "Mozilla/5.0"
192.0.2.18 - - [20/Nov/2026:09:14:05 +0000] "GET /favicon.ico HTTP/1.1" 404 226 "-" "Mozilla/5.0"
203.0.113.9 - - [20/Nov/2026:09:14:06 +0000] "GET /backup.zip HTTP/1.1" 404 226 "-" "Mozilla/5.0"
203.0.113.9 - - [20/Nov/2026:09:14:10 +0000] "GET /.env HTTP/1.1" 404 226 "-" "Mozilla/5.0"
203.0.113.9 - - [20/Nov/2026:09:14:12 +0000] "GET / HTTP/1.1" 200 5120 "-" "Mozilla/5.0"
198.51.100.4 - - [20/Nov/2026:09:20:00 +0000] "GET /a HTTP/1.1" 404 226 "-" "curl/8.4"
198.51.100.4 - - [20/Nov/2026:09:20:04 +0000] "GET /b HTTP/1.1" 404 226 "-" "curl/8.4"
198.51.100.4 - - [20/Nov/2026:09:20:08 +0000] "GET /c HTTP/1.1" 404 226 "-" "curl/8.4"
198.51.100.4 - - [20/Nov/2026:09:20:12 +0000] "GET /d HTTP/1.1" 404 226 "-" "curl/8.4"
`;

export const scannerBurst: Example = {
  title: 'Many pages not found',
  teaches: 'How a window of ten seconds slides, and why four in twelve seconds are too few',
  topic: 'correlations',
  at: 'timespan: 10s',
  event: 10,
  expected: 'mm-mm-mmmm',
  fires: { 'Many Pages Not Found': [[1, 2, 4, 5]] },
  rule,
  events,
};
