import type { Example } from '../example';

const rule = `title: Path That Climbs Out Of The Site
id: 82611d68-b787-4856-a24e-6e75ec52e449
status: experimental
description: Detects requests whose path climbs to folders above the site. The log has what was sent, before it is decoded.
references:
    - https://attack.mitre.org/techniques/T1190/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.initial-access
    - attack.t1190
logsource:
    category: webserver
detection:
    selection:
        cs-uri-query|contains:
            - '../..'
            - '..%2f'
            - '%2e%2e/'
    filter_main_refused:
        sc-status:
            - 400
            - 403
            - 404
    condition: selection and not 1 of filter_main_*
falsepositives:
    - Scanners that you pay for
level: medium
`;

const events = `203.0.113.9 - - [20/Nov/2026:09:14:02 +0000] "GET /img?f=../../../etc/passwd HTTP/1.1" 200 1804 "-" "curl/8.4"
203.0.113.9 - - [20/Nov/2026:09:14:09 +0000] "GET /img?f=..%2F..%2F..%2Fetc%2Fpasswd HTTP/1.1" 200 1804 "-" "curl/8.4"
203.0.113.9 - - [20/Nov/2026:09:14:15 +0000] "GET /img?f=%252e%252e%252fetc%252fpasswd HTTP/1.1" 200 1804 "-" "curl/8.4"
203.0.113.9 - - [20/Nov/2026:09:14:21 +0000] "GET /static/../../etc/passwd HTTP/1.1" 400 226 "-" "curl/8.4"
192.0.2.18 - ana [20/Nov/2026:09:20:41 +0000] "GET /docs/a..b/page HTTP/1.1" 200 5120 "https://intranet.example/" "Mozilla/5.0"
203.0.113.9 - - [20/Nov/2026:09:21:10 +0000] "GET /%2E%2E/%2E%2E/etc/passwd HTTP/1.1" 200 1804 "-" "curl/8.4"
`;

export const pathTraversal: Example = {
  title: 'Path that climbs out of the site',
  teaches: 'Why each encoding needs a value of its own: the log has what was sent',
  topic: 'values',
  at: "'..%2f'",
  event: 3,
  expected: 'mm---m',
  rule,
  events,
};
