import type { Example } from '../example';

const rule = `title: Accounts With A Service Name Listed By Script
id: f5ddacbc-5c5d-4eb2-9781-910fedf63794
status: experimental
description: Detects scripts that search the directory for accounts with a service name, as before Kerberoasting.
references:
    - https://attack.mitre.org/techniques/T1087/002/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.discovery
    - attack.t1087.002
logsource:
    category: ps_script
    product: windows
detection:
    selection:
        ScriptBlockText|contains|all:
            - 'samAccountType=805306368'
            - 'servicePrincipalName'
    condition: selection
falsepositives:
    - Scripts of administrators that list service accounts
level: medium
`;

const events = `EventID         : 4104
Channel         : Microsoft-Windows-PowerShell/Operational
Computer        : ws-07.lab.example
TimeCreated     : 2026-11-20 09:14:02
ScriptBlockText : $s = [adsisearcher]'(&(samAccountType=805306368)(servicePrincipalName=*))'; $s.FindAll()

EventID         : 4104
Channel         : Microsoft-Windows-PowerShell/Operational
Computer        : ws-07.lab.example
TimeCreated     : 2026-11-20 09:15:30
ScriptBlockText : ([adsisearcher]'(samAccountType=805306368)').FindAll().Count

EventID         : 4104
Channel         : Microsoft-Windows-PowerShell/Operational
Computer        : ws-12.lab.example
TimeCreated     : 2026-11-20 10:02:11
ScriptBlockText : Get-ADUser -Filter * -Properties ServicePrincipalName | Where-Object ServicePrincipalName

EventID         : 4104
Channel         : Microsoft-Windows-PowerShell/Operational
Computer        : ws-12.lab.example
TimeCreated     : 2026-11-20 10:07:55
ScriptBlockText : $q = 'SERVICEPRINCIPALNAME=*'
                  $q = "(&(samaccounttype=805306368)($q))"
                  ([adsisearcher]$q).FindAll()

EventID         : 4103
Channel         : Microsoft-Windows-PowerShell/Operational
Computer        : ws-12.lab.example
TimeCreated     : 2026-11-20 10:07:56
Payload         : CommandInvocation(New-Object): "(&(samAccountType=805306368)(servicePrincipalName=*))"
`;

export const scriptBlockList: Example = {
  title: 'Service accounts listed, from Format-List',
  teaches: 'How `all` asks for every value of a list, on whichever line it stands',
  topic: 'conditions',
  at: '|all',
  event: 4,
  expected: 'm--mo',
  rule,
  events,
};
