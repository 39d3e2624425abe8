import type { Example } from '../example';

const rule = String.raw`title: Scheduled Task For A Program In A Profile Folder
id: 99708abc-048b-4ddb-ab96-1b93e3646290
status: experimental
description: Detects schtasks.exe creating a task that starts a program from a folder in which users may write.
references:
    - https://attack.mitre.org/techniques/T1053/005/
author: Sigma Playground
date: 2026-11-24
tags:
    - attack.execution
    - attack.persistence
    - attack.privilege-escalation
    - attack.t1053.005
logsource:
    category: process_creation
    product: windows
detection:
    selection:
        Image|endswith: '\schtasks.exe'
        CommandLine|contains|all:
            - '/create '
            - '\AppData\'
    filter_main_system:
        IntegrityLevel: 'System'
    filter_optional_notes_updater:
        ParentImage|endswith: '\AppData\Local\Programs\LabNotes\Update.exe'
        CommandLine|contains: '\LabNotes\Update.exe'
    condition: selection and not 1 of filter_*
falsepositives:
    - Programs that install themselves for one user only
level: medium
`;

const events = String.raw`{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"ws-07.lab.example","UtcTime":"2026-11-20 09:14:02.117","ProcessId":5120,"Image":"C:\\Windows\\System32\\schtasks.exe","CommandLine":"schtasks /create /tn Sync /sc minute /mo 5 /tr C:\\Users\\ana\\AppData\\Roaming\\sync.exe","User":"LAB\\ana","IntegrityLevel":"Medium","ParentImage":"C:\\Windows\\System32\\cmd.exe"}
{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"ws-07.lab.example","UtcTime":"2026-11-20 09:20:41.903","ProcessId":5308,"Image":"C:\\Windows\\System32\\schtasks.exe","CommandLine":"schtasks /create /f /tn LabNotes /sc daily /tr C:\\Users\\ana\\AppData\\Local\\Programs\\LabNotes\\Update.exe","User":"LAB\\ana","IntegrityLevel":"Medium","ParentImage":"C:\\Users\\ana\\AppData\\Local\\Programs\\LabNotes\\Update.exe"}
{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"ws-12.lab.example","UtcTime":"2026-11-20 10:02:11.460","ProcessId":2844,"Image":"C:\\Windows\\System32\\schtasks.exe","CommandLine":"schtasks /create /f /tn LabNotes /sc onlogon /tr C:\\Users\\ben\\AppData\\Local\\Programs\\LabNotes\\Update.exe","User":"LAB\\ben","IntegrityLevel":"High","ParentImage":"C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe"}
{"EventID":4688,"Channel":"Security","Computer":"srv-02.lab.example","SubjectUserName":"SRV-02$","SubjectDomainName":"LAB","NewProcessId":"0x1c40","NewProcessName":"C:\\Windows\\System32\\schtasks.exe","ProcessId":"0x9d8","CommandLine":"schtasks.exe /create /tn Inventory /tr C:\\Windows\\System32\\config\\systemprofile\\AppData\\Local\\inv.exe","ParentProcessName":"C:\\Windows\\System32\\services.exe","MandatoryLabel":"S-1-16-16384"}
{"EventID":4688,"Channel":"Security","Computer":"ws-12.lab.example","SubjectUserName":"ben","SubjectDomainName":"LAB","NewProcessId":"0x1f3c","NewProcessName":"C:\\Windows\\System32\\schtasks.exe","ProcessId":"0x2a4
{"EventID":4688,"Channel":"Security","Computer":"ws-12.lab.example","SubjectUserName":"ben","SubjectDomainName":"LAB","NewProcessId":"0x1f58","NewProcessName":"C:\\Windows\\System32\\schtasks.exe","ProcessId":"0x2a40","CommandLine":"SCHTASKS /Create /TN Cache /TR \"C:\\Users\\ben\\AppData\\Local\\Temp\\cache.exe\" /SC ONLOGON","ParentProcessName":"C:\\Program Files\\LabOffice\\writer.exe","MandatoryLabel":"S-1-16-8192"}
{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"ws-07.lab.example","UtcTime":"2026-11-20 11:47:55.008","ProcessId":6012,"Image":"C:\\Windows\\System32\\schtasks.exe","CommandLine":"schtasks /query /v /tn \\AppData\\Sync","User":"LAB\\ana","IntegrityLevel":"Medium","ParentImage":"C:\\Windows\\System32\\cmd.exe"}
`;

export const scheduledTaskFilters: Example = {
  title: 'Scheduled task, known programs left out',
  teaches: 'How `not 1 of filter_*` lets known programs through, and no others',
  topic: 'tuning',
  at: 'not 1 of filter_*',
  expected: 'm-m-xm-',
  rule,
  events,
};
