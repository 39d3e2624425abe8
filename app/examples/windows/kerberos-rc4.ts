import type { Example } from '../example';

const rule = `title: Service Ticket With Old Encryption
id: 603e6ea4-a4d3-4308-b425-54ae10dbed55
status: experimental
description: Detects service tickets with RC4, which are guessed offline. Computers and the old printer are known to ask for them.
references:
    - https://attack.mitre.org/techniques/T1558/003/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.credential-access
    - attack.t1558.003
logsource:
    product: windows
    service: security
detection:
    selection:
        EventID: 4769
        TicketEncryptionType: '0x17'
    filter_main_computer:
        ServiceName|endswith: '$'
    filter_main_krbtgt:
        ServiceName: 'krbtgt'
    filter_optional_printer:
        ServiceName: 'svc-print'
        IpAddress|endswith: '192.0.2.60'
    condition: selection and not 1 of filter_main_* and not 1 of filter_optional_*
falsepositives:
    - Old programs that know no other encryption
level: medium
`;

const events = `EventID;Channel;Computer;TimeCreated;TargetUserName;ServiceName;TicketEncryptionType;IpAddress
4769;Security;dc-01.lab.example;2026-11-20T09:14:02Z;ben@LAB.EXAMPLE;svc-sql;0x17;::ffff:192.0.2.71
4769;Security;dc-01.lab.example;2026-11-20T09:14:03Z;ben@LAB.EXAMPLE;SRV-02$;0x17;::ffff:192.0.2.71
4769;Security;dc-01.lab.example;2026-11-20T09:14:03Z;ben@LAB.EXAMPLE;svc-web;0x12;::ffff:192.0.2.71
4769;Security;dc-01.lab.example;2026-11-20T09:20:41Z;ana@LAB.EXAMPLE;svc-print;0x17;::ffff:192.0.2.60
4769;Security;dc-01.lab.example;2026-11-20T09:21:10Z;ben@LAB.EXAMPLE;svc-print;0x17;::ffff:192.0.2.71
4769;Security;dc-01.lab.example;2026-11-20T09:22:05Z;ana@LAB.EXAMPLE;krbtgt;0x17;::ffff:192.0.2.60
4768;Security;dc-01.lab.example;2026-11-20T09:23:00Z;ana;krbtgt;0x17;::ffff:192.0.2.60
`;

export const kerberosRc4: Example = {
  title: 'Tickets with old encryption, a noisy rule',
  teaches: 'How a filter of two lines lets through one printer, and not its name alone',
  topic: 'tuning',
  at: 'filter_optional_printer',
  event: 5,
  expected: 'm---m--',
  rule,
  events,
};
