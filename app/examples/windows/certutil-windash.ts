import type { Example } from '../example';

const rule = String.raw`title: Certutil Decodes Or Fetches A File
id: 59b844e7-f3f7-4cf5-b42b-0bdf1d40823d
status: experimental
description: |
    Detects certutil.exe being used to decode a file or to fetch one from a server.
    Windows programs take a slash, and some take longer dashes, wherever a hyphen begins an option.
references:
    - https://attack.mitre.org/techniques/T1140/
    - https://attack.mitre.org/techniques/T1105/
author: Sigma Playground
date: 2026-11-24
tags:
    - attack.stealth
    - attack.t1140
    - attack.command-and-control
    - attack.t1105
logsource:
    category: process_creation
    product: windows
detection:
    selection_img:
        - Image|endswith: '\certutil.exe'
        - OriginalFileName: 'CertUtil.exe'
    selection_option:
        CommandLine|contains|windash:
            - '-decode '
            - '-decodehex '
            - '-urlcache -f '
    condition: all of selection_*
falsepositives:
    - Administrators who look into certificates by hand
level: medium
`;

const events = String.raw`[
  {
    "EventID": 1,
    "Channel": "Microsoft-Windows-Sysmon/Operational",
    "Computer": "ws-07.lab.example",
    "Image": "C:\\Windows\\System32\\certutil.exe",
    "OriginalFileName": "CertUtil.exe",
    "CommandLine": "certutil -decode note.txt note.exe",
    "User": "LAB\\ana",
    "ParentImage": "C:\\Windows\\System32\\cmd.exe"
  },
  {
    "EventID": 4688,
    "Channel": "Security",
    "Computer": "ws-07.lab.example",
    "SubjectUserName": "ana",
    "SubjectDomainName": "LAB",
    "NewProcessName": "C:\\Windows\\System32\\certutil.exe",
    "CommandLine": "certutil /URLcache /f http://192.0.2.44/list.txt list.txt",
    "ParentProcessName": "C:\\Windows\\System32\\cmd.exe"
  },
  {
    "EventID": 1,
    "Channel": "Microsoft-Windows-Sysmon/Operational",
    "Computer": "ws-12.lab.example",
    "Image": "C:\\Windows\\System32\\certutil.exe",
    "OriginalFileName": "CertUtil.exe",
    "CommandLine": "certutil –urlcache /f http://192.0.2.44/list.txt list.txt",
    "User": "LAB\\ben",
    "ParentImage": "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe"
  },
  {
    "EventID": 1,
    "Channel": "Microsoft-Windows-Sysmon/Operational",
    "Computer": "ws-12.lab.example",
    "Image": "C:\\Users\\Public\\cu.exe",
    "OriginalFileName": "CertUtil.exe",
    "CommandLine": "cu ―decodehex a.hex a.dll",
    "User": "LAB\\ben",
    "ParentImage": "C:\\Windows\\System32\\cmd.exe"
  },
  {
    "EventID": 4688,
    "Channel": "Security",
    "Computer": "ws-12.lab.example",
    "SubjectUserName": "ben",
    "SubjectDomainName": "LAB",
    "NewProcessName": "C:\\Users\\Public\\cu.exe",
    "CommandLine": "cu /decodehex a.hex a.dll",
    "ParentProcessName": "C:\\Windows\\System32\\cmd.exe"
  },
  {
    "EventID": 1,
    "Channel": "Microsoft-Windows-Sysmon/Operational",
    "Computer": "ws-07.lab.example",
    "Image": "C:\\Windows\\System32\\certutil.exe",
    "OriginalFileName": "CertUtil.exe",
    "CommandLine": "certutil −decode note.txt note.exe",
    "User": "LAB\\ana",
    "ParentImage": "C:\\Windows\\System32\\cmd.exe"
  },
  {
    "EventID": 4688,
    "Channel": "Security",
    "Computer": "srv-02.lab.example",
    "SubjectUserName": "adm-cleo",
    "SubjectDomainName": "LAB",
    "NewProcessName": "C:\\Windows\\System32\\certutil.exe",
    "CommandLine": "certutil -decode-check note.txt",
    "ParentProcessName": "C:\\Windows\\System32\\cmd.exe"
  }
]
`;

export const certutilWindash: Example = {
  title: 'Certutil with any dash',
  teaches: 'How `windash` treats five dashes as one, and a minus sign as none of them',
  topic: 'modifiers',
  at: '|contains|windash',
  expected: 'mmmm---',
  rule,
  events,
};
