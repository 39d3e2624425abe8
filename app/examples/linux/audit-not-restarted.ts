import type { Example } from '../example';

const rule = `title: Audit Service Stopped
id: 0c0f2a1e-7d0b-4c56-9b0e-5a3d1f6f8e21
name: audit_stopped
status: experimental
description: The audit service of a host ended. Updates and restarts do that too; the correlations below ask what came after.
references:
    - https://attack.mitre.org/techniques/T1685/
author: Sigma Playground
date: 2026-12-01
tags:
    - attack.defense-impairment
    - attack.t1685
logsource:
    product: linux
    service: syslog
detection:
    keywords:
        - 'Stopped auditd.service'
    condition: keywords
falsepositives:
    - Updates and restarts
level: low
---
title: Audit Service Started
id: 4b0e6c3d-51c8-4a0b-8a43-2f8d7c1b9e02
name: audit_started
status: experimental
description: The audit service of a host began. It is here to be absent.
references:
    - https://attack.mitre.org/techniques/T1685/
author: Sigma Playground
date: 2026-12-01
tags:
    - attack.defense-impairment
    - attack.t1685
logsource:
    product: linux
    service: syslog
detection:
    keywords:
        - 'Started auditd.service'
    condition: keywords
falsepositives:
    - Every day's work
level: informational
---
title: Host Shuts Down
id: 9d2c7a5b-0e43-4f1c-b6a8-6c1e2b7f4d13
name: shuts_down
status: experimental
description: A host is shut down, and all of its services with it. It is here to be absent, too.
references:
    - https://attack.mitre.org/techniques/T1529/
author: Sigma Playground
date: 2026-12-01
tags:
    - attack.impact
    - attack.t1529
logsource:
    product: linux
    service: syslog
detection:
    keywords:
        - 'Reached target shutdown.target'
    condition: keywords
falsepositives:
    - Every day's work
level: informational
---
title: Root Signed In
id: e1a75c0d-3b62-4d8e-8f15-7b9d0c2a6e34
name: root_signed_in
status: experimental
description: Root itself signed in over the network, and not somebody who then used sudo.
references:
    - https://attack.mitre.org/techniques/T1021/004/
author: Sigma Playground
date: 2026-12-01
tags:
    - attack.lateral-movement
    - attack.t1021.004
logsource:
    product: linux
    service: sshd
detection:
    keywords:
        - 'Accepted * for root from '
    condition: keywords
falsepositives:
    - Hosts that are set up in this way
level: low
---
title: Audit Stopped And Not Started Again
id: 7f3b1d90-2c5a-4e67-a1d4-0e8b6f9c3a45
status: experimental
description: The audit service of a host ended, and within five minutes it did not begin again, nor did the host shut down.
author: Sigma Playground
date: 2026-12-01
sigma-version: 2.2.0
correlation:
    type: temporal
    rules:
        - audit_stopped
        - audit_started
        - shuts_down
    group-by:
        - hostname
    timespan: 5m
    # The five minutes begin with the stop: a start before it does not count.
    condition: audit_stopped and not (audit_started or shuts_down)
falsepositives:
    - Services that were stopped on purpose
level: medium
---
title: Audit Stopped By Root
id: a86d4e2f-95b1-4c73-9d08-3f5a7e1c0b56
status: experimental
description: Root signed in, then the audit service ended, and within five minutes of the sign-in it did not begin again.
author: Sigma Playground
date: 2026-12-01
sigma-version: 2.2.0
correlation:
    type: temporal_ordered
    # In this order. What must not occur has no place in it.
    rules:
        - root_signed_in
        - audit_stopped
        - audit_started
    group-by:
        - hostname
    timespan: 5m
    condition: root_signed_in and audit_stopped and not audit_started
falsepositives:
    - Root at work on the audit service
level: high
`;

const events = `2026-11-20T09:12:40+00:00 web-01 sshd[2210]: Accepted publickey for root from 192.0.2.18 port 50122 ssh2: ED25519 SHA256:q0lab1
2026-11-20T09:14:02+00:00 web-01 systemd[1]: Stopped auditd.service - Security Auditing Service.
2026-11-20T09:14:09+00:00 web-01 systemd[1]: Started auditd.service - Security Auditing Service.
2026-11-20T09:31:10+00:00 web-02 systemd[1]: Stopped auditd.service - Security Auditing Service.
2026-11-20T09:44:30+00:00 db-01 systemd[1]: Stopped auditd.service - Security Auditing Service.
2026-11-20T09:44:31+00:00 db-01 systemd[1]: Reached target shutdown.target - System Shutdown.
2026-11-20T10:05:00+00:00 web-02 systemd[1]: Started auditd.service - Security Auditing Service.
`;

export const auditNotRestarted: Example = {
  title: 'Stopped, and not started again',
  teaches: 'How `not` in a condition over rules asks for what did not happen afterwards',
  topic: 'correlations',
  at: 'condition: audit_stopped and not',
  event: 4,
  expected: '-m-mm--',
  found: ['spec-draft', 'spec-draft'],
  fires: { 'Audit Stopped And Not Started Again': [[4]], 'Audit Stopped By Root': [] },
  rule,
  events,
};
