import type { Example } from '../example';

const rule = `title: Wrong Password In Entra ID
id: be274896-f459-410f-beba-8d6b18c7fafc
name: wrong_password
status: experimental
description: A sign-in with a wrong password. The correlation below asks how many accounts one address tries.
references:
    - https://attack.mitre.org/techniques/T1110/003/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.credential-access
    - attack.t1110.003
logsource:
    product: azure
    service: signinlogs
detection:
    selection:
        ResultType: 50126
    condition: selection
falsepositives:
    - People who mistype their password
level: informational
---
title: One Address, Many Accounts
id: 92e9a2fc-3a3a-40b4-bdc8-ebbcb0c5d7af
status: experimental
description: Wrong passwords for three accounts or more from one address within an hour.
author: Sigma Playground
date: 2026-11-30
correlation:
    type: value_count
    rules:
        - wrong_password
    group-by:
        - IPAddress
    timespan: 1h
    condition:
        field: UserPrincipalName
        gte: 3
falsepositives:
    - An office behind one address, on the day after the holidays
level: high
`;

const events = `TimeGenerated,Type,OperationName,ResultType,UserPrincipalName,IPAddress
2026-11-20T09:14:02Z,SigninLogs,Sign-in activity,50126,ana@lab.example,203.0.113.9
2026-11-20T09:14:09Z,SigninLogs,Sign-in activity,50126,ben@lab.example,203.0.113.9
2026-11-20T09:14:12Z,SigninLogs,Sign-in activity,50126,ben@lab.example,203.0.113.9
2026-11-20T09:20:41Z,SigninLogs,Sign-in activity,50126,cleo@lab.example,192.0.2.18
2026-11-20T09:20:55Z,SigninLogs,Sign-in activity,50126,cleo@lab.example,192.0.2.18
2026-11-20T09:21:20Z,SigninLogs,Sign-in activity,50126,cleo@lab.example,192.0.2.18
2026-11-20T09:31:10Z,SigninLogs,Sign-in activity,50126,dora@lab.example,203.0.113.9
2026-11-20T09:31:44Z,SigninLogs,Sign-in activity,0,dora@lab.example,203.0.113.9
`;

export const passwordSpray: Example = {
  title: 'One address, many accounts',
  teaches: 'How `value_count` counts accounts, where `event_count` would count attempts',
  topic: 'correlations',
  at: 'type: value_count',
  event: 7,
  expected: 'mmmmmmm-',
  fires: { 'One Address, Many Accounts': [[1, 2, 3, 7]] },
  rule,
  events,
};
