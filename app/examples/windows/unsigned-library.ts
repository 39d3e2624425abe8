import type { Example } from '../example';

const rule = String.raw`title: Unsigned Library Loaded From A Temporary Folder
id: 943f7968-eb6d-482e-af32-900b1d8f304a
status: experimental
description: Detects a signed program's process that loads a library without a signature from a temporary folder.
references:
    - https://attack.mitre.org/techniques/T1574/001/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.execution
    - attack.stealth
    - attack.t1574.001
logsource:
    category: image_load
    product: windows
detection:
    selection:
        Image|startswith: 'C:\Program Files'
        ImageLoaded|contains: '\Temp\'
        Signed: 'false'
    condition: selection
falsepositives:
    - Programs that unpack plug-ins into a temporary folder
level: medium
`;

const events = String.raw`[
  { "EventID": 7, "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-07.lab.example",
    "Image": "C:\\Program Files\\LabOffice\\writer.exe",
    "ImageLoaded": "C:\\Users\\ana\\AppData\\Local\\Temp\\version.dll", "Signed": "false", "SignatureStatus": "Unavailable" },
  { "EventID": 7, "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-07.lab.example",
    "Image": "C:\\Program Files (x86)\\LabOffice\\writer.exe",
    "ImageLoaded": "C:\\Windows\\Temp\\plug.dll", "Signed": false, "SignatureStatus": "Unavailable" },
  { "EventID": 7, "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-12.lab.example",
    "Image": "C:\\Program Files\\LabOffice\\writer.exe",
    "ImageLoaded": "C:\\Windows\\Temp\\plug.dll", "Signed": 0, "SignatureStatus": "Unavailable" },
  { "EventID": 7, "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-12.lab.example",
    "Image": "C:\\Program Files\\LabOffice\\writer.exe",
    "ImageLoaded": "C:\\Windows\\Temp\\signed.dll", "Signed": "true", "SignatureStatus": "Valid" },
  { "EventID": 7, "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-12.lab.example",
    "Image": "C:\\Program Files\\LabOffice\\writer.exe",
    "ImageLoaded": "C:\\Templates\\letter.dll", "Signed": "false", "SignatureStatus": "Unavailable" },
  { "EventID": 1, "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-12.lab.example",
    "Image": "C:\\Program Files\\LabOffice\\writer.exe", "CommandLine": "writer.exe C:\\Windows\\Temp\\a.odt" }
]
`;

export const unsignedLibrary: Example = {
  title: 'Unsigned library in a temporary folder',
  teaches: 'How the text `false` finds a truth value as well, and the number 0 never',
  topic: 'values',
  at: "'false'",
  event: 2,
  expected: 'mm---o',
  rule,
  events,
};
