import type { Example } from '../example';

const rule = String.raw`title: Program In A Profile Folder Started At Logon
id: 617135dc-95d1-4945-a43a-9f6054f57c13
status: experimental
description: Detects a value below a Run key that starts a program from a folder in which users may write.
references:
    - https://attack.mitre.org/techniques/T1547/001/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.persistence
    - attack.privilege-escalation
    - attack.t1547.001
logsource:
    category: registry_set
    product: windows
detection:
    selection:
        TargetObject|contains: '\CurrentVersion\Run\'
        Details|contains:
            - '\AppData\'
            - '\Users\Public\'
    condition: selection
falsepositives:
    - Programs that install themselves for one user only
level: medium
`;

const events = String.raw`<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-Sysmon"/><EventID>13</EventID><TimeCreated SystemTime="2026-11-20T09:14:02.117Z"/><Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>ws-07.lab.example</Computer></System><EventData><Data Name="EventType">SetValue</Data><Data Name="Image">C:\Windows\System32\reg.exe</Data><Data Name="TargetObject">HKU\S-1-5-21-7-7-7-1104\Software\Microsoft\Windows\CurrentVersion\Run\Sync</Data><Data Name="Details">C:\Users\ana\AppData\Roaming\sync.exe</Data></EventData></Event>
<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-Sysmon"/><EventID>13</EventID><TimeCreated SystemTime="2026-11-20T09:20:41.903Z"/><Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>ws-07.lab.example</Computer></System><EventData><Data Name="EventType">SetValue</Data><Data Name="Image">C:\Users\ana\Downloads\setup.exe</Data><Data Name="TargetObject">HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\RunOnce\Clean</Data><Data Name="Details">C:\Users\ana\AppData\Local\Temp\clean.exe</Data></EventData></Event>
<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-Sysmon"/><EventID>13</EventID><TimeCreated SystemTime="2026-11-20T10:02:11.460Z"/><Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>ws-12.lab.example</Computer></System><EventData><Data Name="EventType">SetValue</Data><Data Name="Image">C:\Windows\regedit.exe</Data><Data Name="TargetObject">HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Run\Helper</Data><Data Name="Details">cmd /c &quot;cd C:\Users\Public\ &amp;&amp; helper.exe&quot;</Data></EventData></Event>
<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-Sysmon"/><EventID>13</EventID><TimeCreated SystemTime="2026-11-20T10:07:55.008Z"/><Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>ws-12.lab.example</Computer></System><EventData><Data Name="EventType">SetValue</Data><Data Name="Image">C:\Program Files\LabOffice\setup.exe</Data><Data Name="TargetObject">HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Run\LabOffice</Data><Data Name="Details">&quot;C:\Program Files\LabOffice\tray.exe&quot; -quiet</Data></EventData></Event>
<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-Sysmon"/><EventID>12</EventID><TimeCreated SystemTime="2026-11-20T10:09:40.119Z"/><Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>ws-12.lab.example</Computer></System><EventData><Data Name="EventType">DeleteValue</Data><Data Name="Image">C:\Windows\regedit.exe</Data><Data Name="TargetObject">HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Run\Helper</Data></EventData></Event>
`;

export const runKeyXml: Example = {
  title: 'Program started at logon, in XML',
  teaches: 'Why the last backslash of `\\Run\\` keeps `RunOnce` out',
  topic: 'values',
  at: "\\Run\\'",
  event: 2,
  expected: 'm-m-o',
  rule,
  events,
};
