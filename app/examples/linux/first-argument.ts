import type { Example } from '../example';

const rule = `title: Audit Daemon Turned Off
id: 5b8d9d2e-0c6a-4a1b-9a43-1f7e2c9f6a50
status: experimental
description: Detects systemctl as it stops or disables the audit daemon. Only the first argument says what systemctl does, and only the last one names the service.
references:
    - https://attack.mitre.org/techniques/T1489/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.impact
    - attack.t1489
sigma-version: 3
logsource:
    product: linux
    category: process_creation
detection:
    selection:
        process.args[0]|endswith: 'systemctl'
        process.args[1]:
            - 'stop'
            - 'disable'
            - 'mask'
        process.args[-1]|startswith: 'auditd'
    condition: selection
falsepositives:
    - Updates of the audit daemon
level: high
`;

const events = `{"@timestamp":"2026-11-20T09:14:02.117Z","host":{"name":"web-1"},"process":{"executable":"/usr/bin/systemctl","args":["systemctl","stop","auditd"]}}
{"@timestamp":"2026-11-20T09:15:20.903Z","host":{"name":"web-1"},"process":{"executable":"/usr/bin/systemctl","args":["systemctl","status","auditd"]}}
{"@timestamp":"2026-11-20T09:16:10.552Z","host":{"name":"web-2"},"process":{"executable":"/usr/bin/systemctl","args":["/usr/bin/systemctl","disable","--now","auditd.service"]}}
{"@timestamp":"2026-11-20T09:17:11.460Z","host":{"name":"web-2"},"process":{"executable":"/usr/bin/systemctl","args":["systemctl","stop","auditd","nginx"]}}
{"@timestamp":"2026-11-20T09:18:55.008Z","host":{"name":"db-1"},"process":{"executable":"/usr/bin/echo","args":["echo","systemctl","stop","auditd"]}}
`;

export const firstArgument: Example = {
  title: 'The first argument of a command',
  teaches: 'How `[1]` and `[-1]` name one member of a list by its position',
  topic: 'arrays',
  at: 'process.args[1]',
  event: 2,
  expected: 'm-m--',
  rule,
  events,
};
