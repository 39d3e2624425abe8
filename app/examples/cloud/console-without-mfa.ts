import type { Example } from '../example';

const rule = `title: Console Sign-In Without A Second Factor
id: 582708ca-56f8-4856-bdc5-327a98d25746
status: experimental
description: Detects people who sign in to the console with a password alone. What is asked lies deep inside the event.
references:
    - https://attack.mitre.org/techniques/T1078/004/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.initial-access
    - attack.persistence
    - attack.privilege-escalation
    - attack.stealth
    - attack.t1078.004
logsource:
    product: aws
    service: cloudtrail
detection:
    selection:
        eventName: 'ConsoleLogin'
        responseElements.ConsoleLogin: 'Success'
        additionalEventData.MFAUsed: 'No'
    filter_main_sso:
        userIdentity.type: 'AssumedRole'
    condition: selection and not 1 of filter_main_*
falsepositives:
    - Accounts that are new
level: medium
`;

const events = `{"eventVersion":"1.09","eventTime":"2026-11-20T09:14:02Z","eventSource":"signin.amazonaws.com","eventName":"ConsoleLogin","userIdentity":{"type":"IAMUser","userName":"ben"},"responseElements":{"ConsoleLogin":"Success"},"additionalEventData":{"MFAUsed":"No","MobileVersion":"No"},"sourceIPAddress":"203.0.113.9"}
{"eventVersion":"1.09","eventTime":"2026-11-20T09:20:41Z","eventSource":"signin.amazonaws.com","eventName":"ConsoleLogin","userIdentity":{"type":"IAMUser","userName":"ana"},"responseElements":{"ConsoleLogin":"Success"},"additionalEventData":{"MFAUsed":"Yes","MobileVersion":"No"},"sourceIPAddress":"192.0.2.18"}
{"eventVersion":"1.09","eventTime":"2026-11-20T09:21:10Z","eventSource":"signin.amazonaws.com","eventName":"ConsoleLogin","userIdentity":{"type":"IAMUser","userName":"ben"},"responseElements":{"ConsoleLogin":"Failure"},"additionalEventData":{"MFAUsed":"No","MobileVersion":"No"},"sourceIPAddress":"203.0.113.9"}
{"eventVersion":"1.09","eventTime":"2026-11-20T10:02:11Z","eventSource":"signin.amazonaws.com","eventName":"ConsoleLogin","userIdentity":{"type":"AssumedRole"},"responseElements":{"ConsoleLogin":"Success"},"additionalEventData":{"MFAUsed":"No"},"sourceIPAddress":"192.0.2.40"}
{"eventVersion":"1.09","eventTime":"2026-11-20T10:07:55Z","eventSource":"signin.amazonaws.com","eventName":"ConsoleLogin","userIdentity":{"type":"Root"},"responseElements":{"ConsoleLogin":"Success"},"MFAUsed":"No","sourceIPAddress":"198.51.100.4"}
`;

export const consoleWithoutMfa: Example = {
  title: 'Console without a second factor',
  teaches: 'How dots in a field name lead into an event, and a name without them does not',
  topic: 'sources',
  at: 'additionalEventData.MFAUsed',
  event: 5,
  expected: 'm----',
  rule,
  events,
};
