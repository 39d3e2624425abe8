import type { Example } from '../example';

const rule = String.raw`title: Setuid Bit Set Below A Folder For All
id: 258e39b0-e7c8-48bd-868a-fdc547ce851b
status: experimental
description: Detects chmod giving a file in a folder for temporary files the setuid bit, by name or by number.
references:
    - https://attack.mitre.org/techniques/T1548/001/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.privilege-escalation
    - attack.t1548.001
logsource:
    product: linux
    service: auditd
detection:
    selection_chmod:
        type: 'EXECVE'
        a0|endswith: 'chmod'
        a1|re: '^(?:[ugo]*u[ugo]*\+[rwx]*s|\+s|4[0-7]{3})'
    selection_file:
        a2|startswith:
            - '/tmp/'
            - '/dev/shm/'
    condition: all of selection_*
falsepositives:
    - Unknown
level: high
`;

const events = `type=SYSCALL msg=audit(1795166042.117:811): arch=c000003e syscall=59 success=yes exit=0 ppid=2210 pid=2240 auid=1000 uid=0 gid=0 euid=0 tty=pts0 ses=3 comm="chmod" exe="/usr/bin/chmod" key="perm"
type=EXECVE msg=audit(1795166042.117:811): argc=3 a0="chmod" a1="u+s" a2="/tmp/sh"
type=SYSCALL msg=audit(1795166050.300:812): arch=c000003e syscall=59 success=yes exit=0 ppid=2210 pid=2244 auid=1000 uid=0 gid=0 euid=0 tty=pts0 ses=3 comm="chmod" exe="/usr/bin/chmod" key="perm"
type=EXECVE msg=audit(1795166050.300:812): argc=3 a0="/usr/bin/chmod" a1="4755" a2=2F746D702F6D7920746F6F6C
type=SYSCALL msg=audit(1795166061.001:813): arch=c000003e syscall=59 success=yes exit=0 ppid=2210 pid=2250 auid=1000 uid=0 gid=0 euid=0 tty=pts0 ses=3 comm="chmod" exe="/usr/bin/chmod" key="perm"
type=EXECVE msg=audit(1795166061.001:813): argc=4 a0="chmod" a1="-v" a2="u+s" a3="/tmp/sh"
type=SYSCALL msg=audit(1795166070.902:814): arch=c000003e syscall=59 success=yes exit=0 ppid=2310 pid=2331 auid=1001 uid=1001 gid=1001 euid=1001 tty=pts1 ses=4 comm="chmod" exe="/usr/bin/chmod" key="perm"
type=EXECVE msg=audit(1795166070.902:814): argc=3 a0="chmod" a1="0755" a2="/tmp/build.sh"
type=SYSCALL msg=audit(1795166090.118:815): arch=c000003e syscall=90 success=yes exit=0 a0=55d0a1 a1=9ed ppid=2310 pid=2340 auid=1001 uid=0 gid=0 euid=0 tty=pts1 ses=4 comm="python3" exe="/usr/bin/python3.12" key="perm"
`;

export const setuidAuditd: Example = {
  title: 'Setuid bit, in audit records',
  teaches: 'How each argument of a program is a field, and what one more argument does',
  topic: 'sources',
  at: 'a1|re',
  event: 3,
  expected: 'mm---',
  rule,
  events,
};
