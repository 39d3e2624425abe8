import type { Example } from '../example';

const rule = String.raw`title: Folder Opened To Everyone
id: c9523352-485a-48a0-938f-3cdc2b1a1861
status: experimental
description: |
    Detects icacls.exe giving everybody rights on a folder at the top of a drive.
    Icacls writes a star before a number that stands for a group; in the rule that star has a backslash before it.
references:
    - https://attack.mitre.org/techniques/T1222/001/
author: Sigma Playground
date: 2026-11-24
tags:
    - attack.defense-impairment
    - attack.t1222.001
logsource:
    category: process_creation
    product: windows
detection:
    selection_img:
        Image|endswith: '\icacls.exe'
    selection_grant:
        CommandLine|contains:
            - ' ?:\\* /grant \*S-1-1-0:'
            - ' ?:\\* /grant Everyone:'
    condition: all of selection_*
falsepositives:
    - Setup programs of old software
level: medium
`;

const events = String.raw`{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Image":"C:\\Windows\\System32\\icacls.exe","CommandLine":"icacls C:\\Data /grant *S-1-1-0:(OI)(CI)F","User":"LAB\\ana","ParentImage":"C:\\Windows\\System32\\cmd.exe"}
{"EventID":4688,"Channel":"Security","SubjectUserName":"ben","SubjectDomainName":"LAB","NewProcessName":"C:\\Windows\\System32\\icacls.exe","CommandLine":"icacls.exe D:\\Shares\\Public /T /grant everyone:F","ParentProcessName":"C:\\Windows\\System32\\cmd.exe"}
{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Image":"C:\\Windows\\System32\\icacls.exe","CommandLine":"icacls C:\\Data /grant S-1-1-0:F","User":"LAB\\ana","ParentImage":"C:\\Windows\\System32\\cmd.exe"}
{"EventID":4688,"Channel":"Security","SubjectUserName":"ben","SubjectDomainName":"LAB","NewProcessName":"C:\\Windows\\System32\\icacls.exe","CommandLine":"icacls \\\\srv-02\\public /grant *S-1-1-0:R","ParentProcessName":"C:\\Windows\\System32\\cmd.exe"}
{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Image":"C:\\Windows\\System32\\icacls.exe","CommandLine":"icacls D: /grant *S-1-1-0:R","User":"LAB\\ben","ParentImage":"C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe"}
{"EventID":4688,"Channel":"Security","SubjectUserName":"SRV-02$","SubjectDomainName":"LAB","NewProcessName":"C:\\Windows\\System32\\icacls.exe","CommandLine":"icacls E:\\ /grant *S-1-1-0:R","ParentProcessName":"C:\\Program Files\\LabOffice\\setup.exe"}
`;

export const icaclsWildcards: Example = {
  title: 'Folder opened to everyone',
  teaches: 'What each `*` and `?` stood for, and how to write a star that means a star',
  topic: 'values',
  at: '\\*S-1-1-0:',
  expected: 'mm---m',
  rule,
  events,
};
