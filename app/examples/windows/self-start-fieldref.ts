import type { Example } from '../example';

const rule = String.raw`title: Program In A Profile Folder Starts Itself
id: ee6affc5-b730-4a47-8edc-382114886e72
status: experimental
description: |
    Detects a program under a user's profile that starts a second copy of itself.
    Malware does so to run its code inside a fresh process; so do browsers.
references:
    - https://attack.mitre.org/techniques/T1055/012/
author: Sigma Playground
date: 2026-11-24
tags:
    - attack.stealth
    - attack.privilege-escalation
    - attack.t1055.012
logsource:
    category: process_creation
    product: windows
detection:
    selection:
        Image|contains: '\Users\'
        Image|fieldref: ParentImage
    filter_main_typed:
        CommandLine|contains: ' --type='
    condition: selection and not filter_main_typed
falsepositives:
    - Updaters that restart themselves
level: low
`;

const events = String.raw`{"winlog":{"event_id":1,"channel":"Microsoft-Windows-Sysmon/Operational","provider_name":"Microsoft-Windows-Sysmon","computer_name":"ws-07.lab.example","event_data":{"Image":"C:\\Users\\ana\\Downloads\\invoice.exe","CommandLine":"\"C:\\Users\\ana\\Downloads\\invoice.exe\"","User":"LAB\\ana","ParentImage":"C:\\Users\\ana\\Downloads\\invoice.exe","ParentCommandLine":"invoice.exe"}}}
{"winlog":{"event_id":4688,"channel":"Security","provider_name":"Microsoft-Windows-Security-Auditing","computer_name":"ws-12.lab.example","event_data":{"SubjectUserName":"ben","SubjectDomainName":"LAB","NewProcessName":"C:\\Users\\ben\\AppData\\Local\\Temp\\setup.exe","CommandLine":"setup.exe -second","ParentProcessName":"C:\\Users\\Ben\\AppData\\Local\\Temp\\Setup.exe"}}}
{"winlog":{"event_id":1,"channel":"Microsoft-Windows-Sysmon/Operational","provider_name":"Microsoft-Windows-Sysmon","computer_name":"ws-07.lab.example","event_data":{"Image":"C:\\Users\\ana\\AppData\\Local\\LabBrowser\\browser.exe","CommandLine":"\"C:\\Users\\ana\\AppData\\Local\\LabBrowser\\browser.exe\" --type=renderer","User":"LAB\\ana","ParentImage":"C:\\Users\\ana\\AppData\\Local\\LabBrowser\\browser.exe","ParentCommandLine":"browser.exe"}}}
{"winlog":{"event_id":1,"channel":"Microsoft-Windows-Sysmon/Operational","provider_name":"Microsoft-Windows-Sysmon","computer_name":"ws-12.lab.example","event_data":{"Image":"C:\\Users\\ben\\Downloads\\invoice(1).exe","CommandLine":"\"C:\\Users\\ben\\Downloads\\invoice(1).exe\"","User":"LAB\\ben","ParentImage":"C:\\Users\\ben\\Downloads\\invoice.exe","ParentCommandLine":"invoice.exe"}}}
{"winlog":{"event_id":4688,"channel":"Security","provider_name":"Microsoft-Windows-Security-Auditing","computer_name":"ws-12.lab.example","event_data":{"SubjectUserName":"ben","SubjectDomainName":"LAB","NewProcessName":"C:\\Users\\ben\\Downloads\\invoice.exe","CommandLine":"invoice.exe","ProcessId":"0x1b9c"}}}
{"winlog":{"event_id":1,"channel":"Microsoft-Windows-Sysmon/Operational","provider_name":"Microsoft-Windows-Sysmon","computer_name":"srv-02.lab.example","event_data":{"Image":"C:\\Windows\\System32\\cmd.exe","CommandLine":"cmd /c dir","User":"LAB\\adm-cleo","ParentImage":"C:\\Windows\\System32\\cmd.exe","ParentCommandLine":"cmd"}}}
`;

export const selfStartFieldref: Example = {
  title: 'A program that starts itself',
  teaches: 'How `fieldref` compares two fields of one event, in both kinds of event',
  topic: 'modifiers',
  at: '|fieldref',
  expected: 'mm----',
  rule,
  events,
};
