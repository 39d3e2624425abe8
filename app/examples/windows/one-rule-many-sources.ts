import type { Example } from '../example';

const rule = String.raw`title: Trusts Of The Domain Listed
id: 5cb47ece-608c-4076-a964-9ba93d750d73
status: experimental
description: Detects nltest.exe listing the trusts of a domain, in the events of six products.
references:
    - https://attack.mitre.org/techniques/T1482/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.discovery
    - attack.t1482
logsource:
    category: process_creation
    product: windows
detection:
    selection:
        Image|endswith: '\nltest.exe'
        CommandLine|contains: 'domain_trusts'
    condition: selection
falsepositives:
    - Administrators who look into a trust
level: medium
`;

const events = String.raw`{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"ws-07.lab.example","Image":"C:\\Windows\\System32\\nltest.exe","CommandLine":"nltest /domain_trusts /all_trusts","User":"LAB\\ana"}
{"EventID":4688,"Channel":"Security","Computer":"ws-07.lab.example","SubjectUserName":"ana","NewProcessName":"C:\\Windows\\System32\\nltest.exe","CommandLine":"nltest /domain_trusts"}
{"@timestamp":"2026-11-20T09:20:41.903Z","event":{"category":["process"],"type":["start"]},"host":{"os":{"type":"windows"}},"process":{"executable":"C:\\Windows\\System32\\nltest.exe","command_line":"nltest /domain_trusts","pid":5308},"user":{"name":"ana"}}
{"Timestamp":"2026-11-20T09:21:10Z","ActionType":"ProcessCreated","DeviceName":"ws-12","FolderPath":"C:\\Windows\\System32\\nltest.exe","FileName":"nltest.exe","ProcessCommandLine":"nltest /domain_trusts","InitiatingProcessFileName":"cmd.exe","InitiatingProcessFolderPath":"C:\\Windows\\System32\\cmd.exe"}
{"event_simpleName":"ProcessRollup2","event_platform":"Win","timestamp":"1795173701000","ImageFileName":"\\Device\\HarddiskVolume3\\Windows\\System32\\nltest.exe","CommandLine":"nltest /domain_trusts"}
{"process":"nltest /dclist:lab","process_name":"nltest.exe","process_path":"C:\\Windows\\System32\\nltest.exe","parent_process_name":"cmd.exe","dest":"ws-12","user":"ben"}
{"EventID":4688,"Channel":"Security","Computer":"srv-02.lab.example","SubjectUserName":"SRV-02$","NewProcessName":"C:\\Windows\\System32\\nltest.exe","ParentProcessName":"C:\\Windows\\System32\\cmd.exe"}
`;

export const oneRuleManySources: Example = {
  title: 'One rule, six products',
  teaches: 'How one category reads the fields of Sysmon, 4688, Elastic, Defender and others',
  topic: 'sources',
  at: 'category: process_creation',
  event: 4,
  expected: 'mmmmm--',
  rule,
  events,
};
