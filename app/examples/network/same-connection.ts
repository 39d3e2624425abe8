import type { Example } from '../example';

const rule = `title: TCP To The Backup Network
id: 3f5d0a7e-2f4c-4f0b-9c55-9a1b0f6f2d18
status: experimental
description: Detects a host with a connection that is both TCP and to the network of the backups. Two connections that are each one of these do not count.
references:
    - https://attack.mitre.org/techniques/T1046/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.discovery
    - attack.t1046
sigma-version: 3
logsource:
    product: linux
    category: network_connection
detection:
    selection:
        connections[any]:
            protocol: 'TCP'
            ip|cidr: '198.51.100.0/24'
    condition: selection
falsepositives:
    - Work on the backups
level: medium
`;

const events = `{"time":"2026-11-20T09:14:02Z","host":"web-1","connections":[{"protocol":"TCP","ip":"198.51.100.20","port":873}]}
{"time":"2026-11-20T09:15:10Z","host":"web-2","connections":[{"protocol":"TCP","ip":"203.0.113.9","port":443},{"protocol":"UDP","ip":"198.51.100.53","port":53}]}
{"time":"2026-11-20T09:16:44Z","host":"db-1","connections":[{"protocol":"UDP","ip":"198.51.100.53","port":53},{"protocol":"TCP","ip":"203.0.113.9","port":443},{"protocol":"tcp","ip":"198.51.100.7","port":22}]}
{"time":"2026-11-20T09:17:31Z","host":"db-2","connections":[]}
{"time":"2026-11-20T09:18:02Z","host":"db-3","connections":[{"protocol":"TCP","ip":"192.0.2.8","port":5432}]}
`;

export const sameConnection: Example = {
  title: 'One and the same connection',
  teaches: 'How a block under `[any]` asks for at least one member that is all of it',
  topic: 'arrays',
  at: 'connections[any]',
  event: 2,
  expected: 'm-m--',
  rule,
  events,
};
