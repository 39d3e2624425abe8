import type { Example } from '../example';

const rule = String.raw`title: Account Created With Net.exe
id: 220d64bf-e9ca-4586-9765-3ba8f9d9b3af
name: net_user_add
status: experimental
description: Detects net.exe or net1.exe creating an account.
references:
    - https://attack.mitre.org/techniques/T1136/001/
author: Sigma Playground
date: 2026-11-24
tags:
    - attack.persistence
    - attack.t1136.001
logsource:
    category: process_creation
    product: windows
detection:
    selection:
        Image|endswith:
            - '\net.exe'
            - '\net1.exe'
        CommandLine|contains|all:
            - ' user '
            - ' /add'
    condition: selection
falsepositives:
    - Administrators who create accounts by hand
level: medium
---
title: Onboarding Creates Accounts
id: 1ea20513-9ece-4587-ad39-80fb2414f464
status: experimental
description: The script of the help desk creates accounts on its own server. There, and started by it, it is left out.
author: Sigma Playground
date: 2026-11-24
logsource:
    category: process_creation
    product: windows
filter:
    rules:
        - net_user_add
    selection:
        Computer: 'hr-01.lab.example'
        ParentCommandLine|contains: '\Onboarding\new-person.ps1'
    condition: not selection
`;

const events = String.raw`[
  {
    "EventID": 1, "Channel": "Microsoft-Windows-Sysmon/Operational", "UtcTime": "2026-11-20 07:58:12.404",
    "Computer": "hr-01.lab.example", "User": "LAB\\svc-onboarding",
    "Image": "C:\\Windows\\System32\\net.exe", "CommandLine": "net user dora /add /domain",
    "ParentCommandLine": "powershell.exe -File C:\\Onboarding\\new-person.ps1 dora"
  },
  {
    "EventID": 1, "Channel": "Microsoft-Windows-Sysmon/Operational", "UtcTime": "2026-11-20 09:41:55.810",
    "Computer": "ws-12.lab.example", "User": "LAB\\ben",
    "Image": "C:\\Windows\\System32\\net1.exe", "CommandLine": "C:\\Windows\\system32\\net1 user helper Summer26 /add",
    "ParentCommandLine": "net user helper Summer26 /add"
  },
  {
    "EventID": 1, "Channel": "Microsoft-Windows-Sysmon/Operational", "UtcTime": "2026-11-20 10:15:31.002",
    "Computer": "ws-12.lab.example", "User": "LAB\\ben",
    "Image": "C:\\Windows\\System32\\net.exe", "CommandLine": "net user eve /add",
    "ParentCommandLine": "powershell.exe -File C:\\Users\\ben\\Onboarding\\new-person.ps1 eve"
  },
  {
    "EventID": 1, "Channel": "Microsoft-Windows-Sysmon/Operational", "UtcTime": "2026-11-20 11:02:08.377",
    "Computer": "hr-01.lab.example", "User": "LAB\\ana",
    "Image": "C:\\Windows\\System32\\net.exe", "CommandLine": "net user backup2 /add",
    "ParentCommandLine": "cmd.exe"
  },
  {
    "EventID": 1, "Channel": "Microsoft-Windows-Sysmon/Operational", "UtcTime": "2026-11-20 11:03:40.119",
    "Computer": "hr-01.lab.example", "User": "LAB\\ana",
    "Image": "C:\\Windows\\System32\\net.exe", "CommandLine": "net user dora",
    "ParentCommandLine": "cmd.exe"
  }
]
`;

export const newAccountFilter: Example = {
  title: 'New account, with a filter beside the rule',
  teaches: 'How a filter of its own lets one script through, and the condition that results',
  topic: 'tuning',
  at: 'condition: not selection',
  expected: '-mmm-',
  rule,
  events,
};
