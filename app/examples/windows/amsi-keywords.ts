import type { Example } from '../example';

const rule = `title: Words Of Script Scanning Tampering
id: a2faf667-8e09-41cc-882f-fa6f6cc782c0
status: experimental
description: Detects names that turn up, in whatever field, when somebody tries to switch off the scanning of scripts.
references:
    - https://attack.mitre.org/techniques/T1685/
author: Sigma Playground
date: 2026-11-24
tags:
    - attack.defense-impairment
    - attack.t1685
logsource:
    category: process_creation
    product: windows
detection:
    keywords:
        - 'AmsiScanBuffer'
        - 'amsiInitFailed'
    condition: keywords
falsepositives:
    - People who look for these words, for example in their own scripts
level: high
`;

const events = String.raw`{
  "System": { "Provider": { "@Name": "Microsoft-Windows-Sysmon" }, "EventID": 1,
    "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-07.lab.example" },
  "EventData": { "Data": [
    { "@Name": "Image", "#text": "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe" },
    { "@Name": "CommandLine", "#text": "powershell -c \"$f = $t.GetField('amsiInitFailed','NonPublic,Static')\"" },
    { "@Name": "User", "#text": "LAB\\ana" },
    { "@Name": "ParentImage", "#text": "C:\\Windows\\explorer.exe" },
    { "@Name": "ParentCommandLine", "#text": "C:\\Windows\\explorer.exe" }
  ] }
}
{
  "System": { "Provider": { "@Name": "Microsoft-Windows-Sysmon" }, "EventID": 1,
    "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-07.lab.example" },
  "EventData": { "Data": [
    { "@Name": "Image", "#text": "C:\\Windows\\System32\\whoami.exe" },
    { "@Name": "CommandLine", "#text": "whoami /groups" },
    { "@Name": "User", "#text": "LAB\\ana" },
    { "@Name": "ParentImage", "#text": "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe" },
    { "@Name": "ParentCommandLine", "#text": "powershell -f patch-amsiscanbuffer.ps1" }
  ] }
}
{
  "System": { "Provider": { "@Name": "Microsoft-Windows-Security-Auditing" }, "EventID": 4688,
    "Channel": "Security", "Computer": "ws-07.lab.example" },
  "EventData": { "Data": [
    { "@Name": "SubjectUserName", "#text": "ana" },
    { "@Name": "SubjectDomainName", "#text": "LAB" },
    { "@Name": "NewProcessName", "#text": "C:\\Windows\\System32\\whoami.exe" },
    { "@Name": "CommandLine", "#text": "whoami /groups" },
    { "@Name": "ParentProcessName", "#text": "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe" }
  ] }
}
{
  "System": { "Provider": { "@Name": "Microsoft-Windows-Security-Auditing" }, "EventID": 4688,
    "Channel": "Security", "Computer": "ws-12.lab.example" },
  "EventData": { "Data": [
    { "@Name": "SubjectUserName", "#text": "ben" },
    { "@Name": "SubjectDomainName", "#text": "LAB" },
    { "@Name": "NewProcessName", "#text": "C:\\Tools\\AmsiScanBufferTest\\run.exe" },
    { "@Name": "CommandLine", "#text": "run.exe" },
    { "@Name": "ParentProcessName", "#text": "C:\\Windows\\System32\\cmd.exe" }
  ] }
}
{
  "System": { "Provider": { "@Name": "Microsoft-Windows-Sysmon" }, "EventID": 1,
    "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-12.lab.example" },
  "EventData": { "Data": [
    { "@Name": "Image", "#text": "C:\\Windows\\System32\\findstr.exe" },
    { "@Name": "CommandLine", "#text": "findstr /s \"Amsi Scan Buffer\" *.txt" },
    { "@Name": "User", "#text": "LAB\\ben" },
    { "@Name": "ParentImage", "#text": "C:\\Windows\\System32\\cmd.exe" },
    { "@Name": "AmsiScanBuffer", "#text": "present" }
  ] }
}
{
  "System": { "Provider": { "@Name": "Microsoft-Windows-PowerShell" }, "EventID": 4104,
    "Channel": "Microsoft-Windows-PowerShell/Operational", "Computer": "ws-07.lab.example" },
  "EventData": { "Data": [
    { "@Name": "ScriptBlockText", "#text": "$t.GetField('amsiInitFailed','NonPublic,Static')" }
  ] }
}
`;

export const amsiKeywords: Example = {
  title: 'Keywords in any field',
  teaches: 'How keywords search the values of all fields, but never their names',
  topic: 'values',
  at: 'keywords:\n',
  expected: 'mm-m-o',
  rule,
  events,
};
