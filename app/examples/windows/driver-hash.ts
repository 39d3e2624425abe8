import type { Example } from '../example';

const rule = `title: Driver With A Weakness Loaded
id: 34fb5594-b79b-41c2-8e6b-794cbcfbe009
status: experimental
description: Detects two drivers of the lab by their hashes. The field holds several hashes, in the order of Sysmon's settings.
references:
    - https://attack.mitre.org/techniques/T1068/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.privilege-escalation
    - attack.t1068
logsource:
    category: driver_load
    product: windows
detection:
    selection:
        Hashes|contains:
            - 'MD5=5AAD98EC3D4A0C9B1C0A1B0E6FC01D12'
            - 'IMPHASH=0F4C7B1D2E3A49586776859403A2B1C0'
    condition: selection
falsepositives:
    - Machines on which the old driver is still wanted
level: high
`;

const events = String.raw`[
  { "EventID": 6, "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-07.lab.example",
    "ImageLoaded": "C:\\Windows\\System32\\drivers\\labold.sys", "Signed": "true",
    "Hashes": "SHA1=9C1185A5C5E9FC54612808977EE8F548B2258D31,MD5=5AAD98EC3D4A0C9B1C0A1B0E6FC01D12,IMPHASH=77AA00112233445566778899AABBCCDD" },
  { "EventID": 6, "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-07.lab.example",
    "ImageLoaded": "C:\\Windows\\Temp\\renamed.sys", "Signed": "true",
    "Hashes": "md5=11112222333344445555666677778888,imphash=0f4c7b1d2e3a49586776859403a2b1c0" },
  { "EventID": 6, "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-12.lab.example",
    "ImageLoaded": "C:\\Windows\\System32\\drivers\\labnew.sys", "Signed": "true",
    "Hashes": "SHA1=DA39A3EE5E6B4B0D3255BFEF95601890AFD80709,MD5=D41D8CD98F00B204E9800998ECF8427E" },
  { "EventID": 6, "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-12.lab.example",
    "ImageLoaded": "C:\\Windows\\System32\\drivers\\labold.sys", "Signed": "true",
    "Hashes": "SHA256=6E340B9CFFB37A989CA544E6BB780A2C78901D3FB33738768511A30617AFA01D" },
  { "EventID": 7, "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-12.lab.example",
    "Image": "C:\\Windows\\explorer.exe", "ImageLoaded": "C:\\Windows\\Temp\\renamed.sys",
    "Hashes": "MD5=5AAD98EC3D4A0C9B1C0A1B0E6FC01D12" }
]
`;

export const driverHash: Example = {
  title: 'Driver known by its hash',
  teaches: 'How `contains` finds one hash among several, and what a missing algorithm costs',
  topic: 'sources',
  at: 'Hashes|contains',
  event: 4,
  expected: 'mm--o',
  rule,
  events,
};
