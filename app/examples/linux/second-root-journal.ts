import type { Example } from '../example';

const rule = String.raw`title: Second Account With The Number Of Root
id: 7ab8427f-e6bf-4880-8a10-8e30b24e2ca2
status: experimental
description: Detects useradd creating an account that has the number 0, and with it all rights.
references:
    - https://attack.mitre.org/techniques/T1136/001/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.persistence
    - attack.t1136.001
logsource:
    product: linux
    service: auth
detection:
    selection:
        SYSLOG_IDENTIFIER: 'useradd'
        MESSAGE|re: '^new user: .*\bUID=0,'
    condition: selection
falsepositives:
    - Unknown
level: high
`;

const events = `{"__REALTIME_TIMESTAMP":"1795166042117000","_HOSTNAME":"web-01","SYSLOG_IDENTIFIER":"useradd","_PID":"2210","MESSAGE":"new user: name=sys2, UID=0, GID=0, home=/root, shell=/bin/bash, from=/dev/pts/0"}
{"__REALTIME_TIMESTAMP":"1795166050300000","_HOSTNAME":"web-01","SYSLOG_IDENTIFIER":"useradd","_PID":"2214","MESSAGE":"new user: name=dora, UID=1004, GID=1004, home=/home/dora, shell=/bin/bash, from=/dev/pts/0"}
{"__REALTIME_TIMESTAMP":"1795166061001000","_HOSTNAME":"web-01","SYSLOG_IDENTIFIER":"useradd","_PID":"2214","MESSAGE":"new group: name=sys2, GID=0"}
{"__REALTIME_TIMESTAMP":"1795166070902000","_HOSTNAME":"web-02","SYSLOG_IDENTIFIER":"useradd","_PID":"801","MESSAGE":"failed adding user 'sys3', data deleted: new user: name=sys3, UID=0, GID=0"}
{"__REALTIME_TIMESTAMP":"1795166090118000","_HOSTNAME":"web-02","SYSLOG_IDENTIFIER":"useradd","_PID":"822","MESSAGE":"new user: name=sys4, UID=00, GID=0, home=/, shell=/bin/sh"}
`;

export const secondRootJournal: Example = {
  title: 'Second root, in the journal',
  teaches: 'How `^` and `\\b` hold a regular expression to the right place in a message',
  topic: 'modifiers',
  at: 'MESSAGE|re',
  event: 4,
  expected: 'm----',
  rule,
  events,
};
