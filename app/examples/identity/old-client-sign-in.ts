import type { Example } from '../example';

const rule = `title: Sign-In With A Client That Knows No Second Factor
id: ae820681-94e9-4887-ad34-1ea89f41abd4
status: experimental
description: Detects sign-ins that succeed with an old protocol for mail, which cannot ask for a second factor.
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
    product: azure
    service: signinlogs
detection:
    selection:
        ResultType: 0
        ClientAppUsed:
            - 'IMAP4'
            - 'POP3'
            - 'Authenticated SMTP'
    condition: selection
falsepositives:
    - Scanners that send mail
level: medium
`;

const events = `{"time":"2026-11-20T09:14:02Z","resourceId":"/tenants/lab/providers/Microsoft.aadiam","operationName":"Sign-in activity","category":"SignInLogs","resultType":"0","properties":{"userPrincipalName":"ben@lab.example","clientAppUsed":"IMAP4","ipAddress":"203.0.113.9","appDisplayName":"Office 365 Exchange Online"}}
{"time":"2026-11-20T09:20:41Z","resourceId":"/tenants/lab/providers/Microsoft.aadiam","operationName":"Sign-in activity","category":"SignInLogs","resultType":"50126","properties":{"userPrincipalName":"ben@lab.example","clientAppUsed":"IMAP4","ipAddress":"203.0.113.9","appDisplayName":"Office 365 Exchange Online"}}
{"time":"2026-11-20T09:21:10Z","resourceId":"/tenants/lab/providers/Microsoft.aadiam","operationName":"Sign-in activity","category":"SignInLogs","resultType":0,"properties":{"userPrincipalName":"scan@lab.example","clientAppUsed":"Authenticated SMTP","ipAddress":"192.0.2.60","appDisplayName":"Office 365 Exchange Online"}}
{"time":"2026-11-20T10:02:11Z","resourceId":"/tenants/lab/providers/Microsoft.aadiam","operationName":"Sign-in activity","category":"SignInLogs","resultType":"0","properties":{"userPrincipalName":"ana@lab.example","clientAppUsed":"Browser","ipAddress":"192.0.2.18","appDisplayName":"Portal"}}
{"TimeGenerated":"2026-11-20T10:07:55Z","Type":"SigninLogs","OperationName":"Sign-in activity","ResultType":"0","UserPrincipalName":"cleo@lab.example","ClientAppUsed":"POP3","IPAddress":"198.51.100.4","AppDisplayName":"Office 365 Exchange Online"}
{"operationName":"Add member to role","category":"AuditLogs","resultType":"0","properties":{"loggedByService":"Core Directory","activityDisplayName":"Add member to role"}}
`;

export const oldClientSignIn: Example = {
  title: 'Sign-in with an old mail client',
  teaches: 'How a number in a rule finds the same number as text, in two exports of Entra ID',
  topic: 'values',
  at: 'ResultType: 0',
  event: 1,
  expected: 'm-m-mo',
  rule,
  events,
};
