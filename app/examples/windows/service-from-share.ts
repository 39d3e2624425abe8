import type { Example } from '../example';

const rule = String.raw`title: Service Whose Program Lies On A Share
id: f7738061-e402-4599-be0f-e219651e8569
status: experimental
description: Detects a new service that starts a program from a network share, by server name or address.
references:
    - https://attack.mitre.org/techniques/T1543/003/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.persistence
    - attack.privilege-escalation
    - attack.t1543.003
logsource:
    product: windows
    service: system
detection:
    selection_event:
        Provider_Name: 'Service Control Manager'
        EventID: 7045
    selection_share:
        - ImagePath|startswith: '\\\\'
        - ImagePath|contains: ' \\\\'
    filter_main_device:
        ImagePath|startswith: '\\\\?\\'
    condition: all of selection_* and not 1 of filter_main_*
falsepositives:
    - Software that is rolled out from a share
level: high
`;

const events = String.raw`{"Provider_Name":"Service Control Manager","EventID":7045,"Channel":"System","Computer":"srv-02.lab.example","ServiceName":"Update","ImagePath":"\\\\192.0.2.44\\tools\\u.exe","StartType":"demand start","AccountName":"LocalSystem"}
{"Provider_Name":"Service Control Manager","EventID":7045,"Channel":"System","Computer":"srv-02.lab.example","ServiceName":"LabAgent","ImagePath":"\"C:\\Program Files\\LabAgent\\agent.exe\"","StartType":"auto start","AccountName":"LocalSystem"}
{"Provider_Name":"Service Control Manager","EventID":7045,"Channel":"System","Computer":"srv-02.lab.example","ServiceName":"x1","ImagePath":"cmd.exe /c \\\\fs-01\\public\\x1.cmd","StartType":"demand start","AccountName":"LocalSystem"}
{"Provider_Name":"Service Control Manager","EventID":7045,"Channel":"System","Computer":"ws-12.lab.example","ServiceName":"drv","ImagePath":"\\SystemRoot\\System32\\drivers\\labdrv.sys","StartType":"system start","AccountName":""}
{"Provider_Name":"Service Control Manager","EventID":7045,"Channel":"System","Computer":"ws-12.lab.example","ServiceName":"long","ImagePath":"\\\\?\\C:\\Windows\\long.exe","StartType":"demand start","AccountName":"LocalSystem"}
{"Provider_Name":"Service Control Manager","EventID":7036,"Channel":"System","Computer":"ws-12.lab.example","param1":"Update","param2":"running"}
`;

export const serviceFromShare: Example = {
  title: 'Service that starts from a share',
  teaches: 'Why the two backslashes of a share are four in a rule',
  topic: 'values',
  at: 'ImagePath|contains',
  event: 4,
  expected: 'm-m---',
  rule,
  events,
};
