import type { Example } from '../example';

const rule = `title: PowerShell Written In Odd Case
id: d9a7c7cb-e810-41b4-8fd6-eb936d0160f8
status: experimental
description: Detects the name of PowerShell in a mix of capitals and small letters that nobody types by accident.
references:
    - https://attack.mitre.org/techniques/T1027/010/
author: Sigma Playground
date: 2026-11-24
tags:
    - attack.stealth
    - attack.t1027.010
logsource:
    category: process_creation
    product: windows
detection:
    selection:
        CommandLine|contains: 'powershell'
    filter_main_usual:
        CommandLine|contains|cased:
            - 'powershell'
            - 'Powershell'
            - 'PowerShell'
            - 'POWERSHELL'
    condition: selection and not filter_main_usual
falsepositives:
    - Unlikely
level: medium
`;

const events = String.raw`{ "EventID": 1, "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-07.lab.example",
  "Image": "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
  "CommandLine": "pOwErShElL -nop -c dir", "User": "LAB\\ana", "ParentImage": "C:\\Windows\\System32\\cmd.exe" }
{ "EventID": 1, "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-07.lab.example",
  "Image": "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
  "CommandLine": "PowerShell -File C:\\Tools\\report.ps1", "User": "LAB\\ana", "ParentImage": "C:\\Windows\\explorer.exe" }
{ "EventID": 4688, "Channel": "Security", "Computer": "ws-12.lab.example",
  "SubjectUserName": "ben", "SubjectDomainName": "LAB",
  "NewProcessName": "C:\\Windows\\System32\\cmd.exe",
  "CommandLine": "cmd /c \"POWERshell -w 1 -c hostname\"", "ParentProcessName": "C:\\Program Files\\LabOffice\\writer.exe" }
{ "EventID": 4688, "Channel": "Security", "Computer": "ws-12.lab.example",
  "SubjectUserName": "ben", "SubjectDomainName": "LAB",
  "NewProcessName": "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
  "CommandLine": "C:\\WINDOWS\\SYSTEM32\\WINDOWSPOWERSHELL\\V1.0\\POWERSHELL.EXE", "ParentProcessName": "C:\\Windows\\explorer.exe" }
{ "EventID": 4688, "Channel": "Security", "Computer": "srv-02.lab.example",
  "SubjectUserName": "adm-cleo", "SubjectDomainName": "LAB",
  "NewProcessName": "C:\\Program Files\\PowerShell\\7\\pwsh.exe",
  "CommandLine": "pWsH -c date", "ParentProcessName": "C:\\Windows\\System32\\cmd.exe" }
{ "EventID": 1, "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-12.lab.example",
  "Image": "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
  "CommandLine": "powerSHELL -Command \"Start-Process powershell\"", "User": "LAB\\ben", "ParentImage": "C:\\Windows\\System32\\cmd.exe" }
`;

export const oddCase: Example = {
  title: 'PowerShell in odd case',
  teaches: 'How `cased` tells capitals from small letters, and what that filter misses',
  topic: 'modifiers',
  at: '|contains|cased',
  expected: 'm-m---',
  rule,
  events,
};
