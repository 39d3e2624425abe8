import type { Example } from '../example';

const rule = `title: Administrator Signs In By Remote Desktop
id: b9f4b77f-e4b0-4520-b04b-c527165d5548
status: experimental
description: Detects a remote desktop logon of an account from the list of administrators, which each site fills in.
references:
    - https://attack.mitre.org/techniques/T1021/001/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.lateral-movement
    - attack.t1021.001
logsource:
    product: windows
    service: security
detection:
    selection:
        EventID: 4624
        LogonType: 10
        TargetUserName|expand: '%admin_accounts%'
    condition: selection
falsepositives:
    - Administrators at work
level: low
`;

const events = `{"EventID":4624,"Channel":"Security","TimeCreated":"2026-11-20T09:14:02Z","Computer":"srv-02.lab.example","TargetUserName":"adm-cleo","LogonType":10,"IpAddress":"192.0.2.71"}
{"EventID":4624,"Channel":"Security","TimeCreated":"2026-11-20T09:20:41Z","Computer":"srv-02.lab.example","TargetUserName":"cleo","LogonType":10,"IpAddress":"192.0.2.71"}
{"EventID":4624,"Channel":"Security","TimeCreated":"2026-11-20T10:02:11Z","Computer":"srv-02.lab.example","TargetUserName":"T0-dora","LogonType":"10","IpAddress":"192.0.2.18"}
{"EventID":4624,"Channel":"Security","TimeCreated":"2026-11-20T10:07:55Z","Computer":"srv-02.lab.example","TargetUserName":"adm-ben","LogonType":3,"IpAddress":"192.0.2.40"}
{"EventID":4624,"Channel":"Security","TimeCreated":"2026-11-20T10:09:40Z","Computer":"ws-12.lab.example","TargetUserName":"adm-ben","LogonType":10,"IpAddress":"192.0.2.40"}
{"EventID":4625,"Channel":"Security","TimeCreated":"2026-11-20T10:11:02Z","Computer":"ws-12.lab.example","TargetUserName":"adm-cleo","LogonType":10,"IpAddress":"192.0.2.40"}
`;

export const adminsPlaceholder: Example = {
  title: 'Administrators by remote desktop',
  teaches: 'How `expand` puts a list of your own in the place of `%admin_accounts%`',
  topic: 'modifiers',
  at: '|expand',
  event: 3,
  expected: 'm-m-m-',
  placeholders: { admin_accounts: ['adm-cleo', 'adm-ben', 't0-*'] },
  rule,
  events,
};
