import type { Example } from '../example';

const rule = `title: Script Fetches A Program Through The Proxy
id: 92343bed-7666-49e5-8931-9b321dab62dc
status: experimental
description: Detects programs fetched through the proxy by an agent that is no browser.
references:
    - https://attack.mitre.org/techniques/T1071/001/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.command-and-control
    - attack.t1071.001
logsource:
    category: proxy
detection:
    selection_agent:
        - c-useragent|contains: 'WindowsPowerShell/'
        - c-useragent|startswith: 'python-requests/'
        - c-useragent: ''
        - c-useragent: '-'
    selection_file:
        c-uri|endswith:
            - '.exe'
            - '.ps1'
            - '.zip'
    filter_main_lab:
        cs-host|endswith: '.lab.example'
    condition: all of selection_* and not 1 of filter_main_*
falsepositives:
    - Programs that fetch their own updates
level: medium
`;

const events = `#Software: LabProxy
#Version: 1.0
#Fields: date time c-ip cs-method cs-uri cs-host cs(User-Agent) s-action sc-status
2026-11-20 09:14:02 192.0.2.71 GET http://203.0.113.9/a.exe 203.0.113.9 "Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1" TCP_MISS 200
2026-11-20 09:20:41 192.0.2.18 GET http://files.lab.example/setup.exe files.lab.example "python-requests/2.32" TCP_HIT 200
2026-11-20 09:21:10 192.0.2.18 GET http://mirror.example/setup.exe mirror.example "Mozilla/5.0 (X11; Linux x86_64)" TCP_MISS 200
2026-11-20 10:02:11 192.0.2.71 GET http://203.0.113.9/p.ps1 203.0.113.9 - TCP_MISS 200
2026-11-20 10:07:55 192.0.2.40 GET http://mirror.example/get?f=a.exe&v=2 mirror.example "python-requests/2.32" TCP_MISS 200
`;

export const proxyAgent: Example = {
  title: 'Agents at the proxy',
  teaches: 'How a minus sign in a W3C log means nothing was there, and how to ask for that',
  topic: 'formats',
  at: "c-useragent: ''",
  event: 4,
  expected: 'm--m-',
  rule,
  events,
};
