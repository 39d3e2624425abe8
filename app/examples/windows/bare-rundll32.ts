import type { Example } from '../example';

const rule = String.raw`title: Rundll32 Started Without A Library
id: 5181cd07-e18b-4bd2-9603-5ddb82e6def7
status: experimental
description: |
    Detects rundll32.exe that was told no library to load.
    An empty command line counts; an event without the field does not, since 4688 has it only where it is switched on.
references:
    - https://attack.mitre.org/techniques/T1055/
    - https://attack.mitre.org/techniques/T1218/011/
author: Sigma Playground
date: 2026-11-24
tags:
    - attack.stealth
    - attack.privilege-escalation
    - attack.t1055
    - attack.t1218.011
logsource:
    category: process_creation
    product: windows
detection:
    selection_img:
        Image|endswith: '\rundll32.exe'
    selection_bare:
        - CommandLine: ''
        - CommandLine|endswith:
              - 'rundll32'
              - 'rundll32.exe'
              - 'rundll32.exe"'
    filter_main_parent_unknown:
        ParentImage: null
    condition: all of selection_* and not filter_main_parent_unknown
falsepositives:
    - Unknown
level: high
`;

const events = String.raw`[
  { "EventID": 1, "Channel": "Microsoft-Windows-Sysmon/Operational",
    "Image": "C:\\Windows\\System32\\rundll32.exe", "CommandLine": "\"C:\\Windows\\System32\\rundll32.exe\"",
    "User": "LAB\\ana", "ParentImage": "C:\\Users\\ana\\Downloads\\invoice.exe" },
  { "EventID": 4688, "Channel": "Security", "SubjectUserName": "ben", "SubjectDomainName": "LAB",
    "NewProcessName": "C:\\Windows\\SysWOW64\\rundll32.exe", "CommandLine": "",
    "ParentProcessName": "C:\\Program Files\\LabOffice\\writer.exe" },
  { "EventID": 4688, "Channel": "Security", "SubjectUserName": "ben", "SubjectDomainName": "LAB",
    "NewProcessName": "C:\\Windows\\System32\\rundll32.exe",
    "ParentProcessName": "C:\\Windows\\explorer.exe" },
  { "EventID": 4688, "Channel": "Security", "SubjectUserName": "ben", "SubjectDomainName": "LAB",
    "NewProcessName": "C:\\Windows\\System32\\rundll32.exe", "CommandLine": null,
    "ParentProcessName": "C:\\Windows\\explorer.exe" },
  { "EventID": 1, "Channel": "Microsoft-Windows-Sysmon/Operational",
    "Image": "C:\\Windows\\System32\\rundll32.exe", "CommandLine": "rundll32.exe",
    "User": "LAB\\ana" },
  { "EventID": 1, "Channel": "Microsoft-Windows-Sysmon/Operational",
    "Image": "C:\\Windows\\System32\\rundll32.exe", "CommandLine": "rundll32.exe shell32.dll,Control_RunDLL desk.cpl",
    "User": "LAB\\ana", "ParentImage": "C:\\Windows\\explorer.exe" }
]
`;

export const bareRundll32: Example = {
  title: 'Rundll32 without a library',
  teaches: 'How an empty field, a null field and a field that is not there differ',
  topic: 'values',
  at: "CommandLine: ''",
  expected: 'mm----',
  rule,
  events,
};
