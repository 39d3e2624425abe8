import type { Example } from '../example';

const rule = String.raw`title: Script Put Into The Startup Folder
id: b598bc5f-01a4-4da1-a60c-bd379810fb1f
status: experimental
description: Detects a script or a shortcut that a program other than Explorer writes into a Startup folder.
references:
    - https://attack.mitre.org/techniques/T1547/001/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.persistence
    - attack.privilege-escalation
    - attack.t1547.001
logsource:
    category: file_event
    product: windows
detection:
    selection_place:
        TargetFilename|contains: '\Start Menu\Programs\Startup\'
        TargetFilename|endswith:
            - '.lnk'
            - '.vbs'
            - '.cmd'
    selection_writer:
        - Image|endswith: '\powershell.exe'
        - Image|contains: '\Downloads\'
    condition: all of selection_*
falsepositives:
    - Setup programs that people start from their downloads
level: medium
`;

const events = String.raw`EventID,Channel,Computer,UtcTime,Image,TargetFilename,User
11,Microsoft-Windows-Sysmon/Operational,ws-07.lab.example,2026-11-20 09:14:02.117,C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe,C:\Users\ana\AppData\Roaming\Microsoft\Windows\Start Menu\Programs\Startup\sync.vbs,LAB\ana
11,Microsoft-Windows-Sysmon/Operational,ws-07.lab.example,2026-11-20 09:20:41.903,C:\Users\ana\Downloads\setup.exe,"C:\ProgramData\Microsoft\Windows\Start Menu\Programs\Startup\Lab, the tray.lnk",LAB\ana
11,Microsoft-Windows-Sysmon/Operational,ws-07.lab.example,2026-11-20 09:21:10.552,C:\Users\ana\Downloads\setup.exe,C:\Users\ana\Desktop\Lab.lnk,LAB\ana
11,Microsoft-Windows-Sysmon/Operational,ws-12.lab.example,2026-11-20 10:02:11.460,C:\Windows\explorer.exe,C:\Users\ben\AppData\Roaming\Microsoft\Windows\Start Menu\Programs\Startup\Notes.lnk,LAB\ben
11,Microsoft-Windows-Sysmon/Operational,ws-12.lab.example,2026-11-20 10:07:55.008,C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe,C:\Users\ben\AppData\Roaming\Microsoft\Windows\Start Menu\Programs\Startup\notes.txt,LAB\ben
`;

export const startupFolderCsv: Example = {
  title: 'Script in the Startup folder, in CSV',
  teaches: 'How a map asks for every line (AND), and a list for one of its members (OR)',
  topic: 'conditions',
  at: "- Image|endswith: '\\powershell.exe'",
  event: 4,
  expected: 'mm---',
  rule,
  events,
};
