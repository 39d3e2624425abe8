import type { Example } from '../example';

const rule = String.raw`title: Script Host Connects To The Internet
id: 3aaa66f3-6c48-4941-9b43-78032752a3a5
status: experimental
description: Detects a program that runs scripts or libraries opening a connection to an address outside the local networks.
references:
    - https://attack.mitre.org/techniques/T1071/001/
    - https://attack.mitre.org/techniques/T1218/
author: Sigma Playground
date: 2026-11-24
tags:
    - attack.command-and-control
    - attack.t1071.001
    - attack.stealth
    - attack.t1218
logsource:
    category: network_connection
    product: windows
detection:
    selection:
        Image|endswith:
            - '\mshta.exe'
            - '\regsvr32.exe'
            - '\wscript.exe'
        Initiated: 'true'
    filter_main_local:
        DestinationIp|cidr:
            - '10.0.0.0/8'
            - '127.0.0.0/8'
            - '172.16.0.0/12'
            - '192.168.0.0/16'
            - '::1/128'
            - 'fc00::/7'
            - 'fe80::/10'
    condition: selection and not filter_main_local
falsepositives:
    - Old sign-in scripts that report to a hosted service
level: medium
`;

const events = String.raw`[
  { "EventID": 3, "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-07.lab.example",
    "Image": "C:\\Windows\\System32\\mshta.exe", "User": "LAB\\ana", "Protocol": "tcp", "Initiated": "true",
    "SourceIp": "10.20.0.107", "SourcePort": 50231, "DestinationIp": "203.0.113.80", "DestinationPort": 443 },
  { "EventID": 3, "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-07.lab.example",
    "Image": "C:\\Windows\\System32\\wscript.exe", "User": "LAB\\ana", "Protocol": "tcp", "Initiated": "true",
    "SourceIp": "10.20.0.107", "SourcePort": 50240, "DestinationIp": "172.31.4.9", "DestinationPort": 445 },
  { "EventID": 3, "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-07.lab.example",
    "Image": "C:\\Windows\\System32\\wscript.exe", "User": "LAB\\ana", "Protocol": "tcp", "Initiated": "true",
    "SourceIp": "10.20.0.107", "SourcePort": 50244, "DestinationIp": "172.32.4.9", "DestinationPort": 8443 },
  { "EventID": 3, "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-12.lab.example",
    "Image": "C:\\Windows\\System32\\regsvr32.exe", "User": "LAB\\ben", "Protocol": "tcp", "Initiated": "true",
    "SourceIp": "2001:db8:20::112", "SourcePort": 61002, "DestinationIp": "2001:db8:ffff::5", "DestinationPort": 443 },
  { "EventID": 3, "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-12.lab.example",
    "Image": "C:\\Windows\\System32\\mshta.exe", "User": "LAB\\ben", "Protocol": "tcp", "Initiated": "true",
    "SourceIp": "::ffff:10.20.0.112", "SourcePort": 61017, "DestinationIp": "::ffff:10.20.0.5", "DestinationPort": 80 },
  { "EventID": 3, "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-12.lab.example",
    "Image": "C:\\Program Files\\LabBrowser\\browser.exe", "User": "LAB\\ben", "Protocol": "tcp", "Initiated": "true",
    "SourceIp": "10.20.0.112", "SourcePort": 61020, "DestinationIp": "203.0.113.80", "DestinationPort": 443 },
  { "EventID": 1, "Channel": "Microsoft-Windows-Sysmon/Operational", "Computer": "ws-07.lab.example",
    "Image": "C:\\Windows\\System32\\mshta.exe", "CommandLine": "mshta https://203.0.113.80/menu.hta",
    "User": "LAB\\ana", "ParentImage": "C:\\Windows\\explorer.exe" },
  { "EventID": 4688, "Channel": "Security", "Computer": "ws-07.lab.example",
    "SubjectUserName": "ana", "SubjectDomainName": "LAB", "NewProcessName": "C:\\Windows\\System32\\mshta.exe",
    "CommandLine": "mshta https://203.0.113.80/menu.hta", "ParentProcessName": "C:\\Windows\\explorer.exe" }
]
`;

export const outboundCidr: Example = {
  title: 'Connection out of the local networks',
  teaches: 'How `cidr` reads IPv4 and IPv6, and what a rule for connections leaves alone',
  topic: 'modifiers',
  at: '|cidr',
  expected: 'm-mm--oo',
  rule,
  events,
};
