import type { Example } from '../example';

const rule = `title: Page In An Upload Folder Called By Post
id: 01fe158c-702e-4cf2-9110-c096d1838378
status: experimental
description: Detects requests that post to a page in a folder into which the site only writes uploads.
references:
    - https://attack.mitre.org/techniques/T1505/003/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.persistence
    - attack.t1505.003
logsource:
    category: webserver
detection:
    selection:
        cs-method: 'POST'
        cs-uri-stem|contains:
            - '/upload/'
            - '/files/'
        cs-uri-stem|endswith:
            - '.aspx'
            - '.ashx'
        sc-status: 200
    condition: selection
falsepositives:
    - Sites that keep their own pages there
level: high
`;

const events = `#Software: Microsoft Internet Information Services 10.0
#Version: 1.0
#Date: 2026-11-20 09:00:00
#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status time-taken
2026-11-20 09:14:02 192.0.2.10 POST /upload/a.aspx - 443 - 203.0.113.9 Mozilla/5.0 200 46
2026-11-20 09:14:40 192.0.2.10 GET /upload/a.aspx cmd=whoami 443 - 203.0.113.9 Mozilla/5.0 200 31
2026-11-20 09:20:41 192.0.2.10 POST /upload/send.aspx - 443 ana 192.0.2.18 Mozilla/5.0 302 15
2026-11-20 09:21:10 192.0.2.10 POST /login.aspx - 443 - 192.0.2.18 Mozilla/5.0 200 22
#Fields: date time cs-method cs-uri-stem c-ip sc-status
2026-11-20 10:02:11 POST /Files/2026/B.ASHX 198.51.100.4 200
2026-11-20 10:07:55 POST /upload/a.aspx/extra 198.51.100.4 200
`;

export const webShellIis: Example = {
  title: 'Page in an upload folder, in IIS’s log',
  teaches: 'How a header in the middle of a log renames the columns that follow',
  topic: 'formats',
  at: 'cs-uri-stem|endswith',
  event: 5,
  expected: 'm---m-',
  rule,
  events,
};
