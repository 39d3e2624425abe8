import type { Example } from '../example';

const rule = `title: Connection Refused By The Firewall
id: 5b7c6e4b-7d7c-43eb-8e0a-75d03cda9b69
name: refused_connection
status: experimental
description: A connection that the firewall did not let through. The correlation below counts the ports of one source.
references:
    - https://attack.mitre.org/techniques/T1046/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.discovery
    - attack.t1046
logsource:
    category: firewall
detection:
    selection:
        action:
            - 'deny'
            - 'drop'
    condition: selection
falsepositives:
    - Programs that try an old server
level: informational
---
title: Many Ports Of One Host Tried
id: 23258fb9-21ce-461e-a3b9-d5e0ee7d8136
status: experimental
description: Four ports or more of one host that one source tries within a minute.
author: Sigma Playground
date: 2026-11-30
correlation:
    type: value_count
    rules:
        - refused_connection
    group-by:
        - src_ip
        - dst_ip
    timespan: 1m
    condition:
        field: dst_port
        gte: 4
falsepositives:
    - The scanner of the lab itself
level: medium
`;

const events = `time=2026-11-20T09:14:02Z devname=fw-01 action=deny proto=tcp src_ip=192.0.2.71 dst_ip=192.0.2.10 dst_port=22
time=2026-11-20T09:14:03Z devname=fw-01 action=deny proto=tcp src_ip=192.0.2.71 dst_ip=192.0.2.10 dst_port=23
time=2026-11-20T09:14:03Z devname=fw-01 action=deny proto=tcp src_ip=192.0.2.71 dst_ip=192.0.2.11 dst_port=445
time=2026-11-20T09:14:04Z devname=fw-01 action=drop proto=tcp src_ip=192.0.2.71 dst_ip=192.0.2.10 dst_port=445
time=2026-11-20T09:14:04Z devname=fw-01 action=accept proto=tcp src_ip=192.0.2.71 dst_ip=192.0.2.10 dst_port=443
time=2026-11-20T09:14:05Z devname=fw-01 action=deny proto=tcp src_ip=192.0.2.71 dst_ip=192.0.2.10 dst_port=3389
time=2026-11-20T09:20:00Z devname=fw-01 action=deny proto=udp src_ip=192.0.2.40 dst_ip=192.0.2.10 dst_port=161
time=2026-11-20T09:20:10Z devname=fw-01 action=deny proto=udp src_ip=192.0.2.40 dst_ip=192.0.2.10 dst_port=161
`;

export const portScan: Example = {
  title: 'Many ports of one host',
  teaches: 'How two fields in `group-by` keep source and target of a scan apart',
  topic: 'correlations',
  at: '- dst_ip',
  event: 3,
  expected: 'mmmm-mmm',
  fires: { 'Many Ports Of One Host Tried': [[1, 2, 4, 6]] },
  rule,
  events,
};
