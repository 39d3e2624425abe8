import type { Example } from '../example';

const rule = `title: Failed Logon Over The Network
id: af1be8fd-2abd-43fb-94d7-b9bb0df9df8a
name: failed_logon
status: experimental
description: A logon with a name and a wrong password. Alone it means little; the correlations below count it.
references:
    - https://attack.mitre.org/techniques/T1110/001/
author: Sigma Playground
date: 2026-11-24
tags:
    - attack.credential-access
    - attack.t1110.001
logsource:
    product: windows
    service: security
detection:
    selection:
        EventID: 4625
        LogonType: 3
    condition: selection
falsepositives:
    - People who mistype their password
level: low
---
title: Logon Over The Network
id: 6284e3af-20da-4edb-8192-431b17a7d248
name: network_logon
status: experimental
description: A logon that succeeded. The last correlation asks whether it came after many that failed.
references:
    - https://attack.mitre.org/techniques/T1078/
author: Sigma Playground
date: 2026-11-24
tags:
    - attack.initial-access
    - attack.t1078
logsource:
    product: windows
    service: security
detection:
    selection:
        EventID: 4624
        LogonType: 3
    condition: selection
falsepositives:
    - Every day's work
level: informational
---
title: Many Failed Logons For One Account
id: e4c9a94d-63e5-4379-936d-440bd90ea9c0
name: many_failed_logons
status: experimental
description: Four wrong passwords or more for one account within two minutes.
author: Sigma Playground
date: 2026-11-24
correlation:
    type: event_count
    rules:
        - failed_logon
    group-by:
        - TargetUserName
    timespan: 2m
    condition:
        gte: 4
falsepositives:
    - A service whose password was changed
level: medium
---
title: Guessed Password
id: d2b8b92f-103c-4d64-90f8-a371224d91ef
status: experimental
description: Many failed logons for an account and then, within ten minutes, one that succeeds.
author: Sigma Playground
date: 2026-11-24
correlation:
    type: temporal_ordered
    rules:
        - many_failed_logons
        - network_logon
    group-by:
        - TargetUserName
    timespan: 10m
falsepositives:
    - People who remember their password after all
level: high
`;

const events = `{"EventID":4625,"Channel":"Security","@timestamp":"2026-11-20T08:00:03.120Z","Computer":"srv-02.lab.example","TargetUserName":"ana","LogonType":3,"IpAddress":"192.0.2.71","Status":"0xc000006d"}
{"EventID":4625,"Channel":"Security","@timestamp":"2026-11-20T08:00:21.480Z","Computer":"srv-02.lab.example","TargetUserName":"ana","LogonType":3,"IpAddress":"192.0.2.71","Status":"0xc000006d"}
{"EventID":4625,"Channel":"Security","@timestamp":"2026-11-20T08:00:40.002Z","Computer":"srv-02.lab.example","TargetUserName":"ben","LogonType":3,"IpAddress":"192.0.2.18","Status":"0xc000006d"}
{"EventID":4624,"Channel":"Security","@timestamp":"2026-11-20T08:00:52.700Z","Computer":"srv-02.lab.example","TargetUserName":"ben","LogonType":3,"IpAddress":"192.0.2.18"}
{"EventID":4625,"Channel":"Security","@timestamp":"2026-11-20T08:01:02.333Z","Computer":"srv-02.lab.example","TargetUserName":"ana","LogonType":3,"IpAddress":"192.0.2.71","Status":"0xc000006d"}
{"EventID":4625,"Channel":"Security","Computer":"srv-02.lab.example","TargetUserName":"ana","LogonType":3,"IpAddress":"192.0.2.71","Status":"0xc000006d"}
{"EventID":4625,"Channel":"Security","@timestamp":"2026-11-20T08:01:39.918Z","Computer":"srv-02.lab.example","TargetUserName":"ana","LogonType":3,"IpAddress":"192.0.2.71","Status":"0xc000006d"}
{"EventID":4625,"Channel":"Security","@timestamp":"2026-11-20T08:02:10.150Z","Computer":"srv-02.lab.example","TargetUserName":"ben","LogonType":2,"IpAddress":"-","Status":"0xc000006d"}
{"EventID":4624,"Channel":"Security","@timestamp":"2026-11-20T08:04:27.640Z","Computer":"srv-02.lab.example","TargetUserName":"ana","LogonType":3,"IpAddress":"192.0.2.71"}
{"EventID":4624,"Channel":"Security","@timestamp":"2026-11-20T08:31:00.005Z","Computer":"srv-02.lab.example","TargetUserName":"ana","LogonType":3,"IpAddress":"192.0.2.40"}
`;

export const failedLogons: Example = {
  title: 'Failed logons, then a success',
  teaches: 'How correlations count a rule by group and time, and build on one another',
  topic: 'correlations',
  at: 'type: temporal_ordered',
  expected: 'mmm-mmm---',
  fires: { 'Many Failed Logons For One Account': [[1, 2, 5, 7]], 'Guessed Password': [[1, 2, 5, 7, 9]] },
  rule,
  events,
};
