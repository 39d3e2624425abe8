import type { Example } from '../example';

const rule = String.raw`title: Remote Control Program Started At Night
id: 589157d5-4bf2-43ad-8231-79d4483dd563
status: experimental
description: |
    Detects a program for remote control that starts outside office hours.
    The hour is the one that the event's time shows, which Windows writes in UTC.
references:
    - https://attack.mitre.org/techniques/T1219/
author: Sigma Playground
date: 2026-11-24
tags:
    - attack.command-and-control
    - attack.t1219
logsource:
    category: process_creation
    product: windows
detection:
    selection_img:
        Image|endswith:
            - '\anydesk.exe'
            - '\teamviewer.exe'
    selection_hour:
        - TimeCreated_SystemTime|hour|gte: 20
        - TimeCreated_SystemTime|hour|lt: 6
    filter_main_service:
        IntegrityLevel: 'System'
    condition: all of selection_* and not 1 of filter_main_*
falsepositives:
    - People who help from another time zone
level: medium
`;

const events = String.raw`{"@timestamp":"2026-11-19T22:41:07.310Z","winlog":{"event_id":1,"channel":"Microsoft-Windows-Sysmon/Operational","computer_name":"ws-07.lab.example","event_data":{"Image":"C:\\Users\\ana\\Downloads\\AnyDesk.exe","CommandLine":"AnyDesk.exe","User":"LAB\\ana","IntegrityLevel":"Medium","ParentImage":"C:\\Windows\\explorer.exe"}}}
{"Event":{"System":{"Provider":{"#attributes":{"Name":"Microsoft-Windows-Security-Auditing"}},"EventID":4688,"TimeCreated":{"#attributes":{"SystemTime":"2026-11-20T05:59:58.004112Z"}},"Channel":"Security","Computer":"ws-12.lab.example"},"EventData":{"SubjectUserName":"ben","SubjectDomainName":"LAB","NewProcessName":"C:\\Program Files\\TeamViewer\\TeamViewer.exe","CommandLine":"TeamViewer.exe","ParentProcessName":"C:\\Windows\\explorer.exe","MandatoryLabel":"S-1-16-8192"}}}
{"Event":{"System":{"Provider":{"#attributes":{"Name":"Microsoft-Windows-Security-Auditing"}},"EventID":4688,"TimeCreated":{"#attributes":{"SystemTime":"2026-11-20T06:00:00.881904Z"}},"Channel":"Security","Computer":"ws-12.lab.example"},"EventData":{"SubjectUserName":"ben","SubjectDomainName":"LAB","NewProcessName":"C:\\Program Files\\TeamViewer\\TeamViewer.exe","CommandLine":"TeamViewer.exe","ParentProcessName":"C:\\Windows\\explorer.exe","MandatoryLabel":"S-1-16-8192"}}}
{"@timestamp":"2026-11-20T13:15:44.020Z","winlog":{"event_id":1,"channel":"Microsoft-Windows-Sysmon/Operational","computer_name":"ws-07.lab.example","event_data":{"Image":"C:\\Users\\ana\\Downloads\\AnyDesk.exe","CommandLine":"AnyDesk.exe","User":"LAB\\ana","IntegrityLevel":"Medium","ParentImage":"C:\\Windows\\explorer.exe"}}}
{"Event":{"System":{"Provider":{"#attributes":{"Name":"Microsoft-Windows-Security-Auditing"}},"EventID":4688,"TimeCreated":{"#attributes":{"SystemTime":"2026-11-20T23:30:12.550291Z"}},"Channel":"Security","Computer":"srv-02.lab.example"},"EventData":{"SubjectUserName":"SRV-02$","SubjectDomainName":"LAB","NewProcessName":"C:\\Program Files\\TeamViewer\\TeamViewer.exe","CommandLine":"TeamViewer.exe --service","ParentProcessName":"C:\\Windows\\System32\\services.exe","MandatoryLabel":"S-1-16-16384"}}}
{"@timestamp":"2026-11-20T23:31:40.777Z","winlog":{"event_id":1,"channel":"Microsoft-Windows-Sysmon/Operational","computer_name":"ws-07.lab.example","event_data":{"Image":"C:\\Windows\\System32\\notepad.exe","CommandLine":"notepad AnyDesk.exe.txt","User":"LAB\\ana","IntegrityLevel":"Medium","ParentImage":"C:\\Windows\\explorer.exe"}}}
`;

export const remoteToolAtNight: Example = {
  title: 'Remote control at night',
  teaches: 'How `hour` with `gte` and `lt` reads the clock, and how SIDs become level names',
  topic: 'modifiers',
  at: '|hour|gte',
  expected: 'mm----',
  rule,
  events,
};
