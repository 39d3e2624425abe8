import type { Example } from '../example';

const rule = `title: Shell As Root By Sudo
id: 7f21a361-a6ff-4ff5-b9a3-5f5bef66c150
status: experimental
description: Detects people who start a shell as root with sudo instead of the one command that they need.
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
    selection:
        USER: 'root'
        COMMAND|endswith:
            - '/bash'
            - '/sh'
            - '/su'
    condition: selection
falsepositives:
    - Administrators who work for long as root
level: low
`;

const events = `Nov 20 09:14:02 web-01 sudo:      ana : TTY=pts/0 ; PWD=/home/ana ; USER=root ; COMMAND=/usr/bin/bash
Nov 20 09:20:41 web-01 sudo:      ana : TTY=pts/0 ; PWD=/home/ana ; USER=root ; COMMAND=/usr/bin/systemctl restart nginx
Nov 20 09:21:10 web-01 sudo:      ben : TTY=pts/1 ; PWD=/tmp ; USER=postgres ; COMMAND=/bin/bash
Nov 20 10:02:11 web-01 sudo:      ben : TTY=pts/1 ; PWD=/tmp ; USER=root ; COMMAND=/bin/bash -c id
Nov 20 10:07:55 web-01 sudo:     cleo : user NOT in sudoers ; TTY=pts/2 ; PWD=/home/cleo ; USER=root ; COMMAND=/usr/bin/su
Nov 20 10:09:40 web-01 sudo: pam_unix(sudo:session): session opened for user root(uid=0) by ana(uid=1000)
`;

export const sudoShell: Example = {
  title: 'Shell as root by sudo',
  teaches: 'How a line of `sudo` has fields, and why `endswith` misses `bash -c`',
  topic: 'sources',
  at: 'COMMAND|endswith',
  event: 4,
  expected: 'm---m-',
  rule,
  events,
};
