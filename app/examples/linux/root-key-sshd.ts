import type { Example } from '../example';

const rule = `title: Root Signs In With A Key From Elsewhere
id: bd155aae-5cec-4a87-8ac9-2ca9abc88b90
status: experimental
description: Detects sshd accepting a key of root from an address outside of the lab.
references:
    - https://attack.mitre.org/techniques/T1021/004/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.lateral-movement
    - attack.t1021.004
logsource:
    product: linux
    service: sshd
detection:
    keywords:
        '|all':
            - 'Accepted publickey'
            - ' for root from '
    filter_main_lab:
        - ' from 192.0.2.'
    condition: keywords and not filter_main_lab
falsepositives:
    - Administrators on the road
level: medium
`;

const events = `Nov 20 09:14:02 web-01 sshd[2210]: Accepted publickey for root from 203.0.113.9 port 50122 ssh2: ED25519 SHA256:q0lab1
Nov 20 09:20:41 web-01 sshd[2214]: Accepted publickey for root from 192.0.2.18 port 50410 ssh2: ED25519 SHA256:q0lab2
Nov 20 09:21:10 web-01 sshd[2219]: Accepted password for root from 203.0.113.9 port 50500 ssh2
Nov 20 10:02:11 web-01 sshd[2301]: Accepted publickey for rooter from 203.0.113.77 port 51002 ssh2: RSA SHA256:q0lab3
Nov 20 10:07:55 web-01 sshd[2330]: accepted publickey for ROOT from 198.51.100.4 port 51990 ssh2: ED25519 SHA256:q0lab1
Nov 20 10:09:40 web-01 CRON[2344]: (root) CMD (echo "Accepted publickey for root from nowhere")
`;

export const rootKeySshd: Example = {
  title: 'Key of root, in the syslog',
  teaches: 'How `|all` turns keywords from any of them into every one of them',
  topic: 'conditions',
  at: "'|all'",
  event: 3,
  expected: 'm---mo',
  rule,
  events,
};
