import type { Example } from '../example';

const rule = `title: Password Accepted By Sshd
id: b7c6fc07-7373-4301-aadd-64570ef82922
name: password_accepted
status: experimental
description: Somebody signed in with a password. Alone it means nothing; the correlation below asks what came with it.
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
        - 'Accepted password for '
    condition: keywords
falsepositives:
    - Every day's work
level: informational
---
title: Refused By Sudo
id: 18e08471-e525-42b1-89f5-e4e8d45e4363
name: refused_by_sudo
status: experimental
description: Somebody who may not use sudo tried to. Alone it is mostly a mistake.
references:
    - https://attack.mitre.org/techniques/T1548/003/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.privilege-escalation
    - attack.t1548.003
logsource:
    product: linux
    service: sudo
detection:
    keywords:
        - 'NOT in sudoers'
    condition: keywords
falsepositives:
    - New colleagues
level: low
---
title: Password And Refused Sudo On One Host
id: c3241dac-ceb3-4f3f-bb2f-0e0db135f52c
status: experimental
description: A password that was accepted and a refused sudo on one host within five minutes, in either order.
author: Sigma Playground
date: 2026-11-30
correlation:
    type: temporal
    rules:
        - password_accepted
        - refused_by_sudo
    group-by:
        - hostname
    timespan: 5m
falsepositives:
    - New colleagues on their first day
level: medium
`;

const events = `2026-11-20T09:14:02+00:00 web-01 sshd[2210]: Accepted password for cleo from 198.51.100.4 port 50122 ssh2
2026-11-20T09:16:30+00:00 web-01 sudo:     cleo : user NOT in sudoers ; TTY=pts/0 ; PWD=/home/cleo ; USER=root ; COMMAND=/usr/bin/id
2026-11-20T09:20:41+00:00 web-02 sshd[410]: Accepted password for ana from 192.0.2.18 port 50410 ssh2
2026-11-20T09:31:10+00:00 web-02 sudo:      ben : user NOT in sudoers ; TTY=pts/1 ; PWD=/home/ben ; USER=root ; COMMAND=/usr/bin/id
2026-11-20T10:02:11+00:00 db-01 sudo:     dora : user NOT in sudoers ; TTY=pts/0 ; PWD=/home/dora ; USER=root ; COMMAND=/usr/bin/su
2026-11-20T10:05:00+00:00 db-01 sshd[88]: Accepted password for dora from 198.51.100.4 port 50111 ssh2
2026-11-20T10:05:30+00:00 db-01 sshd[90]: Accepted publickey for ana from 192.0.2.18 port 50112 ssh2: ED25519 SHA256:q0lab2
`;

export const keyThenSudo: Example = {
  title: 'Two things on one host',
  teaches: 'How `temporal` joins two rules that no single event can satisfy',
  topic: 'correlations',
  at: 'type: temporal',
  event: 1,
  expected: 'momoom-',
  fires: {
    'Password And Refused Sudo On One Host': [
      [1, 2],
      [5, 6],
    ],
  },
  rule,
  events,
};
