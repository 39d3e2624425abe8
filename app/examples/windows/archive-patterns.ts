import type { Example } from '../example';

const rule = String.raw`title: Documents Packed Behind A Password
id: 88dfd9c9-428e-4ea4-9ac4-48983b3847fb
status: experimental
description: Detects an archive program packing documents, or files of a network share, with a password.
references:
    - https://attack.mitre.org/techniques/T1560/001/
author: Sigma Playground
date: 2026-11-24
tags:
    - attack.collection
    - attack.t1560.001
logsource:
    category: process_creation
    product: windows
detection:
    selection_img:
        - Image|endswith:
              - '\7z.exe'
              - '\rar.exe'
        - OriginalFileName: '7z.exe'
        - Description: 'Command line RAR'
    selection_add:
        CommandLine|contains: ' a '
    selection_password:
        - CommandLine|contains|cased: ' -hp'
        - CommandLine|contains|windash: ' -p'
    source_documents:
        CommandLine|contains: '\Documents\'
    source_share:
        CommandLine|contains: ' \\\\'
    condition: all of selection_* and 1 of source_*
falsepositives:
    - Backups that people make by hand
level: medium
`;

const events = String.raw`[
  {
    "EventID": 1,
    "Channel": "Microsoft-Windows-Sysmon/Operational",
    "Image": "C:\\Program Files\\7-Zip\\7z.exe",
    "OriginalFileName": "7z.exe",
    "Description": "7-Zip Console",
    "CommandLine": "7z a -pLabLab1 C:\\Temp\\d.7z C:\\Users\\ana\\Documents\\*.docx",
    "User": "LAB\\ana",
    "ParentImage": "C:\\Windows\\System32\\cmd.exe"
  },
  {
    "EventID": 1,
    "Channel": "Microsoft-Windows-Sysmon/Operational",
    "Image": "C:\\ProgramData\\svc.exe",
    "OriginalFileName": "",
    "Description": "Command line RAR",
    "CommandLine": "svc a -hpLabLab1 C:\\ProgramData\\s.dat \\\\srv-02\\finance\\",
    "User": "LAB\\ben",
    "ParentImage": "C:\\Windows\\System32\\cmd.exe"
  },
  {
    "EventID": 4688,
    "Channel": "Security",
    "SubjectUserName": "ben",
    "SubjectDomainName": "LAB",
    "NewProcessName": "C:\\ProgramData\\svc.exe",
    "CommandLine": "svc a -hpLabLab1 C:\\ProgramData\\s.dat \\\\srv-02\\finance\\",
    "ParentProcessName": "C:\\Windows\\System32\\cmd.exe"
  },
  {
    "EventID": 4688,
    "Channel": "Security",
    "SubjectUserName": "ana",
    "SubjectDomainName": "LAB",
    "NewProcessName": "C:\\Program Files\\WinRAR\\Rar.exe",
    "CommandLine": "rar a /pLabLab1 C:\\Temp\\d.rar C:\\Users\\ana\\Documents\\plans\\",
    "ParentProcessName": "C:\\Windows\\explorer.exe"
  },
  {
    "EventID": 1,
    "Channel": "Microsoft-Windows-Sysmon/Operational",
    "Image": "C:\\Program Files\\7-Zip\\7z.exe",
    "OriginalFileName": "7z.exe",
    "Description": "7-Zip Console",
    "CommandLine": "7z a C:\\Temp\\d.7z C:\\Users\\ana\\Documents\\holiday\\",
    "User": "LAB\\ana",
    "ParentImage": "C:\\Windows\\explorer.exe"
  },
  {
    "EventID": 1,
    "Channel": "Microsoft-Windows-Sysmon/Operational",
    "Image": "C:\\Program Files\\7-Zip\\7z.exe",
    "OriginalFileName": "7z.exe",
    "Description": "7-Zip Console",
    "CommandLine": "7z a -pLabLab1 D:\\backup\\web.7z D:\\sites\\intranet\\",
    "User": "LAB\\adm-cleo",
    "ParentImage": "C:\\Windows\\System32\\taskeng.exe"
  },
  {
    "EventID": 4688,
    "Channel": "Security",
    "SubjectUserName": "ana",
    "SubjectDomainName": "LAB",
    "NewProcessName": "C:\\Program Files\\7-Zip\\7z.exe",
    "CommandLine": "7z x -pLabLab1 C:\\Users\\ana\\Documents\\old.7z",
    "ParentProcessName": "C:\\Windows\\explorer.exe"
  }
]
`;

export const archivePatterns: Example = {
  title: 'Documents packed behind a password',
  teaches: 'How `all of selection_*` and `1 of source_*` join selections by name',
  topic: 'conditions',
  at: 'all of selection_* and 1 of source_*',
  expected: 'mm-m---',
  rule,
  events,
};
