import type { Example } from '../example';

const rule = `title: Push Refused
id: d543db73-789f-4c0e-a2bd-5d4e452dbb42
name: push_refused
status: experimental
description: Somebody refused the question on the phone. Alone it may be a mistake; the correlations below count it.
references:
    - https://attack.mitre.org/techniques/T1621/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.credential-access
    - attack.t1621
logsource:
    product: okta
    service: okta
detection:
    selection:
        eventType: 'user.mfa.okta_verify.deny_push'
    condition: selection
falsepositives:
    - People who press the wrong button
level: low
---
title: Sign-In With A Second Factor
id: cfeddda8-4dcd-4987-ae0f-bfe164de92b1
name: push_accepted
status: experimental
description: A second factor that was accepted. The last correlation asks whether it came after many refusals.
references:
    - https://attack.mitre.org/techniques/T1621/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.credential-access
    - attack.t1621
logsource:
    product: okta
    service: okta
detection:
    selection:
        eventType: 'user.authentication.auth_via_mfa'
        outcome.result: 'SUCCESS'
    condition: selection
falsepositives:
    - Every day's work
level: informational
---
title: Many Pushes Refused
id: 8c984541-6e4f-4f78-a38d-0ee628d4df8c
name: many_pushes_refused
status: experimental
description: Three refusals or more of one person within ten minutes.
author: Sigma Playground
date: 2026-11-30
correlation:
    type: event_count
    rules:
        - push_refused
    group-by:
        - actor.alternateId
    timespan: 10m
    condition:
        gte: 3
falsepositives:
    - A phone that asks for an old session again and again
level: medium
---
title: Worn Down By Pushes
id: 6000bff0-621a-4785-a0b7-8536cb630eb7
status: experimental
description: Many refusals and then, within half an hour, one push that is accepted.
author: Sigma Playground
date: 2026-11-30
correlation:
    type: temporal_ordered
    rules:
        - many_pushes_refused
        - push_accepted
    group-by:
        - actor.alternateId
    timespan: 30m
falsepositives:
    - People who learn how to use it
level: high
`;

const events = `{"published":"2026-11-20T22:14:02.000Z","eventType":"user.mfa.okta_verify.deny_push","actor":{"alternateId":"ben@lab.example"},"client":{"ipAddress":"203.0.113.9"},"outcome":{"result":"FAILURE"}}
{"published":"2026-11-20T22:16:30.000Z","eventType":"user.mfa.okta_verify.deny_push","actor":{"alternateId":"ben@lab.example"},"client":{"ipAddress":"203.0.113.9"},"outcome":{"result":"FAILURE"}}
{"published":"2026-11-20T22:17:00.000Z","eventType":"user.mfa.okta_verify.deny_push","actor":{"alternateId":"ana@lab.example"},"client":{"ipAddress":"192.0.2.18"},"outcome":{"result":"FAILURE"}}
{"published":"2026-11-20T22:19:55.000Z","eventType":"user.mfa.okta_verify.deny_push","actor":{"alternateId":"ben@lab.example"},"client":{"ipAddress":"203.0.113.9"},"outcome":{"result":"FAILURE"}}
{"published":"2026-11-20T22:21:10.000Z","eventType":"user.authentication.auth_via_mfa","actor":{"alternateId":"ben@lab.example"},"client":{"ipAddress":"203.0.113.9"},"outcome":{"result":"SUCCESS"}}
{"published":"2026-11-20T22:22:40.000Z","eventType":"user.authentication.auth_via_mfa","actor":{"alternateId":"ana@lab.example"},"client":{"ipAddress":"192.0.2.18"},"outcome":{"result":"SUCCESS"}}
{"published":"2026-11-20T23:40:00.000Z","eventType":"user.mfa.okta_verify.deny_push","actor":{"alternateId":"ben@lab.example"},"client":{"ipAddress":"203.0.113.9"},"outcome":{"result":"FAILURE"}}
`;

export const pushFatigue: Example = {
  title: 'Worn down by pushes',
  teaches: 'How one correlation builds on another, and the order of what came before',
  topic: 'correlations',
  at: '- many_pushes_refused',
  event: 5,
  expected: 'mmmm--m',
  fires: { 'Many Pushes Refused': [[1, 2, 4]], 'Worn Down By Pushes': [[1, 2, 4, 5]] },
  rule,
  events,
};
