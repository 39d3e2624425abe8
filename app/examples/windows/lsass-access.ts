import type { Example } from '../example';

const rule = String.raw`title: Memory Of LSASS Opened For Reading
id: 147ea8b6-7c90-42e0-8442-5c4d251dc731
status: experimental
description: Detects a process that opens lsass.exe with a right to read its memory. The rights are one number as text.
references:
    - https://attack.mitre.org/techniques/T1003/001/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.credential-access
    - attack.t1003.001
logsource:
    category: process_access
    product: windows
detection:
    selection:
        TargetImage|endswith: '\lsass.exe'
        GrantedAccess:
            - '0x1010'
            - '0x1410'
            - '0x1fffff'
    filter_main_scanner:
        SourceImage|startswith: 'C:\Program Files\LabScanner\'
    condition: selection and not 1 of filter_main_*
falsepositives:
    - Virus scanners that are not in the filter
level: high
`;

const events = String.raw`Log Name:      Microsoft-Windows-Sysmon/Operational
Source:        Microsoft-Windows-Sysmon
Date:          11/20/2026 9:14:02 AM
Event ID:      10
Task Category: Process accessed (rule: ProcessAccess)
Level:         Information
Computer:      ws-07.lab.example
Description:
Process accessed:
RuleName: -
UtcTime: 2026-11-20 09:14:02.117
SourceProcessId: 5120
SourceImage: C:\Users\ana\Downloads\tool.exe
TargetProcessId: 712
TargetImage: C:\Windows\System32\lsass.exe
GrantedAccess: 0x1410

Log Name:      Microsoft-Windows-Sysmon/Operational
Source:        Microsoft-Windows-Sysmon
Date:          11/20/2026 9:20:41 AM
Event ID:      10
Task Category: Process accessed (rule: ProcessAccess)
Level:         Information
Computer:      ws-07.lab.example
Description:
Process accessed:
RuleName: -
UtcTime: 2026-11-20 09:20:41.903
SourceProcessId: 2210
SourceImage: C:\Windows\System32\taskmgr.exe
TargetProcessId: 712
TargetImage: C:\Windows\System32\lsass.exe
GrantedAccess: 0x1000

Log Name:      Microsoft-Windows-Sysmon/Operational
Source:        Microsoft-Windows-Sysmon
Date:          11/20/2026 10:02:11 AM
Event ID:      10
Task Category: Process accessed (rule: ProcessAccess)
Level:         Information
Computer:      ws-12.lab.example
Description:
Process accessed:
RuleName: -
UtcTime: 2026-11-20 10:02:11.460
SourceProcessId: 2844
SourceImage: C:\Program Files\LabScanner\scan.exe
TargetProcessId: 704
TargetImage: C:\Windows\System32\lsass.exe
GrantedAccess: 0x1410

Log Name:      Microsoft-Windows-Sysmon/Operational
Source:        Microsoft-Windows-Sysmon
Date:          11/20/2026 10:07:55 AM
Event ID:      10
Task Category: Process accessed (rule: ProcessAccess)
Level:         Information
Computer:      ws-12.lab.example
Description:
Process accessed:
RuleName: -
UtcTime: 2026-11-20 10:07:55.008
SourceProcessId: 3020
SourceImage: C:\Windows\Temp\dump64.exe
TargetProcessId: 704
TargetImage: C:\Windows\System32\lsass.exe
GrantedAccess: 0x1FFFFF

Log Name:      Microsoft-Windows-Sysmon/Operational
Source:        Microsoft-Windows-Sysmon
Date:          11/20/2026 10:09:40 AM
Event ID:      10
Task Category: Process accessed (rule: ProcessAccess)
Level:         Information
Computer:      ws-12.lab.example
Description:
Process accessed:
RuleName: -
UtcTime: 2026-11-20 10:09:40.119
SourceProcessId: 3020
SourceImage: C:\Windows\Temp\dump64.exe
TargetProcessId: 704
TargetImage: C:\Windows\System32\lsass.exe
GrantedAccess: 0x1438
`;

export const lsassAccess: Example = {
  title: 'Memory of LSASS, as Event Viewer copies it',
  teaches: 'Why rights in hexadecimal are text: `0x1438` reads memory too, and is missed',
  topic: 'formats',
  at: "'0x1410'",
  event: 5,
  expected: 'm--m-',
  rule,
  events,
};
