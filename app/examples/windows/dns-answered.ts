import type { Example } from '../example';

const rule = String.raw`title: Script Host Asks For A Tunnel Service
id: 2844cb1f-369d-450b-a4f8-bec47713cea3
status: experimental
description: |
    Detects a script host that asks for a name below a tunnel service, if the event has a field for the answer.
    Sysmon leaves the answer empty where there was none; some shippers leave out the field.
references:
    - https://attack.mitre.org/techniques/T1572/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.command-and-control
    - attack.t1572
logsource:
    category: dns_query
    product: windows
detection:
    selection:
        Image|endswith:
            - '\wscript.exe'
            - '\mshta.exe'
        QueryName|endswith: '.tunnel.example'
        QueryResults|exists: true
    condition: selection
falsepositives:
    - Unknown
level: high
`;

const events = String.raw`{"EventID":22,"Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"ws-07.lab.example","UtcTime":"2026-11-20 09:14:02.117","Image":"C:\\Windows\\System32\\wscript.exe","QueryName":"a7.tunnel.example","QueryStatus":"0","QueryResults":"::ffff:203.0.113.9;"}
{"EventID":22,"Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"ws-07.lab.example","UtcTime":"2026-11-20 09:14:07.300","Image":"C:\\Windows\\System32\\wscript.exe","QueryName":"a8.tunnel.example","QueryStatus":"9003","QueryResults":""}
{"EventID":22,"Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"ws-07.lab.example","UtcTime":"2026-11-20 09:14:12.481","Image":"C:\\Windows\\System32\\wscript.exe","QueryName":"a9.tunnel.example","QueryStatus":"9003"}
{"EventID":22,"Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"ws-12.lab.example","UtcTime":"2026-11-20 09:31:00.005","Image":"C:\\Windows\\System32\\mshta.exe","QueryName":"tunnel.example","QueryStatus":"0","QueryResults":"::ffff:203.0.113.9;"}
{"EventID":22,"Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"ws-12.lab.example","UtcTime":"2026-11-20 09:33:48.610","Image":"C:\\Windows\\System32\\mshta.exe","QueryName":"B1.Tunnel.Example","QueryStatus":"0","QueryResults":null}
{"EventID":22,"Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"ws-12.lab.example","UtcTime":"2026-11-20 09:40:15.227","Image":"C:\\Program Files\\Browser\\browser.exe","QueryName":"a7.tunnel.example","QueryStatus":"0","QueryResults":"::ffff:203.0.113.9;"}
`;

export const dnsAnswered: Example = {
  title: 'Script host asks for a tunnel',
  teaches: 'How `exists` asks whether a field is there, whatever its value',
  topic: 'modifiers',
  at: '|exists',
  event: 3,
  expected: 'mm--m-',
  rule,
  events,
};
