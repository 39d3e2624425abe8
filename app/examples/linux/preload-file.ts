import type { Example } from '../example';

const rule = `title: Library For All Programs Written
id: dd6ac080-5790-4881-b752-4279eb039397
status: experimental
description: Detects a program that writes the file which names libraries for every program to load.
references:
    - https://attack.mitre.org/techniques/T1574/006/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.execution
    - attack.stealth
    - attack.t1574.006
logsource:
    category: file_event
    product: linux
detection:
    selection:
        TargetFilename: '/etc/ld.so.preload'
    filter_optional_packages:
        Image: '/usr/bin/dpkg'
    condition: selection and not 1 of filter_optional_*
falsepositives:
    - Unknown
level: high
`;

const events = `<Event><System><Provider Name="Linux-Sysmon" Guid="{ff032593-a8d3-4f13-b0d6-01fc615a0f97}"/><EventID>11</EventID><TimeCreated SystemTime="2026-11-20T09:14:02.117Z"/><Channel>Linux-Sysmon/Operational</Channel><Computer>web-01</Computer></System><EventData><Data Name="Image">/usr/bin/tee</Data><Data Name="TargetFilename">/etc/ld.so.preload</Data><Data Name="User">root</Data></EventData></Event>
<Event><System><Provider Name="Linux-Sysmon" Guid="{ff032593-a8d3-4f13-b0d6-01fc615a0f97}"/><EventID>11</EventID><TimeCreated SystemTime="2026-11-20T09:20:41.903Z"/><Channel>Linux-Sysmon/Operational</Channel><Computer>web-01</Computer></System><EventData><Data Name="Image">/usr/bin/vim</Data><Data Name="TargetFilename">/etc/ld.so.preload.swp</Data><Data Name="User">root</Data></EventData></Event>
<Event><System><Provider Name="Linux-Sysmon" Guid="{ff032593-a8d3-4f13-b0d6-01fc615a0f97}"/><EventID>11</EventID><TimeCreated SystemTime="2026-11-20T09:21:10.552Z"/><Channel>Linux-Sysmon/Operational</Channel><Computer>web-02</Computer></System><EventData><Data Name="Image">/usr/bin/dpkg</Data><Data Name="TargetFilename">/etc/ld.so.preload</Data><Data Name="User">root</Data></EventData></Event>
<Event><System><Provider Name="Linux-Sysmon" Guid="{ff032593-a8d3-4f13-b0d6-01fc615a0f97}"/><EventID>11</EventID><TimeCreated SystemTime="2026-11-20T10:02:11.460Z"/><Channel>Linux-Sysmon/Operational</Channel><Computer>web-02</Computer></System><EventData><Data Name="Image">/tmp/dpkg</Data><Data Name="TargetFilename">/etc/ld.so.preload</Data><Data Name="User">root</Data></EventData></Event>
<Event><System><Provider Name="Linux-Sysmon" Guid="{ff032593-a8d3-4f13-b0d6-01fc615a0f97}"/><EventID>11</EventID><TimeCreated SystemTime="2026-11-20T10:07:55.008Z"/><Channel>Linux-Sysmon/Operational</Channel><Computer>web-02</Computer></System><EventData><Data Name="Image">/usr/bin/cp</Data><Data Name="TargetFilename">/srv/image/etc/ld.so.preload</Data><Data Name="User">ben</Data></EventData></Event>
<Event><System><Provider Name="Linux-Sysmon" Guid="{ff032593-a8d3-4f13-b0d6-01fc615a0f97}"/><EventID>1</EventID><TimeCreated SystemTime="2026-11-20T10:09:40.119Z"/><Channel>Linux-Sysmon/Operational</Channel><Computer>web-02</Computer></System><EventData><Data Name="Image">/usr/bin/cat</Data><Data Name="CommandLine">cat /etc/ld.so.preload</Data><Data Name="User">ben</Data></EventData></Event>
`;

export const preloadFile: Example = {
  title: 'Library for all programs',
  teaches: 'Why a value without a modifier has to be the whole field',
  topic: 'values',
  at: "'/etc/ld.so.preload'",
  event: 2,
  expected: 'm--m-o',
  rule,
  events,
};
