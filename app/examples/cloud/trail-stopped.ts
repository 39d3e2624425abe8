import type { Example } from '../example';

const rule = `title: Trail Stopped Or Deleted
id: b86a4f78-3697-49fc-8be9-9d63387be85c
status: experimental
description: Detects calls that end the recording of what happens in an account. Calls that were refused are left out.
references:
    - https://attack.mitre.org/techniques/T1685/002/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.defense-impairment
    - attack.t1685.002
logsource:
    product: aws
    service: cloudtrail
detection:
    selection:
        eventSource: 'cloudtrail.amazonaws.com'
        eventName:
            - 'StopLogging'
            - 'DeleteTrail'
    filter_main_refused:
        errorCode|exists: true
    condition: selection and not 1 of filter_main_*
falsepositives:
    - Trails that are moved to another account
level: high
`;

const events = `{ "Records": [
  { "eventVersion": "1.09", "eventTime": "2026-11-20T09:14:02Z", "eventSource": "cloudtrail.amazonaws.com", "eventName": "StopLogging",
    "userIdentity": { "type": "IAMUser", "userName": "ben", "accountId": "111122223333" },
    "sourceIPAddress": "203.0.113.9", "requestParameters": { "name": "main" } },
  { "eventVersion": "1.09", "eventTime": "2026-11-20T09:14:40Z", "eventSource": "cloudtrail.amazonaws.com", "eventName": "DeleteTrail",
    "userIdentity": { "type": "IAMUser", "userName": "ben", "accountId": "111122223333" },
    "sourceIPAddress": "203.0.113.9", "errorCode": "AccessDenied", "requestParameters": { "name": "main" } },
  { "eventVersion": "1.09", "eventTime": "2026-11-20T09:20:41Z", "eventSource": "cloudtrail.amazonaws.com", "eventName": "StartLogging",
    "userIdentity": { "type": "IAMUser", "userName": "cleo", "accountId": "111122223333" },
    "sourceIPAddress": "192.0.2.18", "requestParameters": { "name": "main" } },
  { "eventVersion": "1.09", "eventTime": "2026-11-20T10:02:11Z", "eventSource": "ssm.amazonaws.com", "eventName": "StopLogging",
    "userIdentity": { "type": "AssumedRole", "accountId": "111122223333" },
    "sourceIPAddress": "192.0.2.18" },
  { "eventVersion": "1.09", "eventTime": "2026-11-20T10:07:55Z", "eventSource": "cloudtrail.amazonaws.com", "eventName": "DeleteTrail",
    "userIdentity": { "type": "AssumedRole", "accountId": "111122223333" },
    "sourceIPAddress": "192.0.2.18", "requestParameters": { "name": "test" } }
] }
`;

export const trailStopped: Example = {
  title: 'Trail stopped in AWS',
  teaches: 'How a filter with `exists` leaves out the calls that were refused',
  topic: 'tuning',
  at: 'errorCode|exists',
  event: 2,
  expected: 'm---m',
  rule,
  events,
};
