import type { Example } from '../example';

const rule = String.raw`title: Certificate Or Private Key Saved To File By PowerShell
id: d116cd0a-2338-4bd0-9ef4-ab2fc58b329b
status: experimental
description: |
    Detects PowerShell commands that write a certificate, perhaps with its private key, to a file.
    Whoever holds the key can sign in, or sign code, as its owner.
references:
    - https://attack.mitre.org/techniques/T1059/001/
    - https://attack.mitre.org/techniques/T1552/004/
author: Sigma Playground
date: 2026-11-24
tags:
    - attack.execution
    - attack.t1059.001
    - attack.credential-access
    - attack.t1552.004
logsource:
    category: process_creation
    product: windows
detection:
    selection:
        CommandLine|contains:
            - 'Export-PfxCertificate '
            - 'Export-Certificate '
    filter_deployment:
        ParentImage|endswith: '\CcmExec.exe'
    condition: selection and not filter_deployment
falsepositives:
    - An administrator who moves a certificate to another server
level: medium
`;

const events = String.raw`{ "EventID": 1, "Channel": "Microsoft-Windows-Sysmon/Operational",
  "Image": "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
  "CommandLine": "powershell -c Export-PfxCertificate -Cert $c -FilePath C:\\t\\k.pfx",
  "ParentImage": "C:\\Windows\\explorer.exe", "User": "LAB\\ana" }
{ "EventID": 4688, "Channel": "Security",
  "NewProcessName": "C:\\Windows\\System32\\cmd.exe",
  "CommandLine": "cmd /c whoami", "ParentProcessName": "C:\\Windows\\explorer.exe" }
{ "EventID": 4688, "Channel": "Security",
  "NewProcessName": "C:\\Program Files\\PowerShell\\7\\pwsh.exe",
  "CommandLine": "pwsh -c \"ls cert:\\LocalMachine\\My | export-certificate -FilePath all.p7b\"",
  "ParentProcessName": "C:\\Windows\\System32\\cmd.exe" }
{ "EventID": 1, "Channel": "Microsoft-Windows-Sysmon/Operational",
  "Image": "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
  "CommandLine": "powershell -File renew.ps1 ; Export-PfxCertificate -Cert $c -FilePath D:\\new.pfx",
  "ParentImage": "C:\\Windows\\CCM\\CcmExec.exe", "User": "NT AUTHORITY\\SYSTEM" }
{ "EventID": 3, "Channel": "Microsoft-Windows-Sysmon/Operational",
  "Image": "C:\\Windows\\System32\\svchost.exe",
  "DestinationIp": "192.0.2.7", "DestinationPort": 443 }
{ "EventID": 1, "Channel": "Microsoft-Windows-Sysmon/Operational",
  "Image": "C:\\Windows\\System32\\certutil.exe",
  "CommandLine": "certutil -exportPFX my 01ab k.pfx", "ParentImage": "C:\\Windows\\explorer.exe" }
`;

/** The example of a first visit: a list of values, a filter, and both kinds of event that record a new process. */
export const certificateExport: Example = {
  title: 'Certificate exported through PowerShell',
  teaches: 'A list of values, a filter, and two sources for one category',
  topic: 'values',
  at: "'Export-Certificate '",
  expected: 'm-m-o-',
  rule,
  events,
};
