import type { Example } from '../example';

const rule = String.raw`title: Detects Curl Fetching A Program
id: 0cee7def-94e3-4762-abd4-e2345f2eefe1
status: experimental
description: This rule runs, and yet misses what it is for. The checks say why, and most of it is mended with one click.
references:
    - https://attack.mitre.org/techniques/T1105/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.command-and-control
    - attack.t1105
logsource:
    category: process_creation
    product: windows
detection:
    selection_img:
        Image|endswith: 'curl.exe'
    selection_out:
        CommandLine|contains:
            - ' -o '
            - '*--output*'
    selection_spare:
        CommandLine|contains: 'http'
    filter_main_updater:
        ParentImage|endswith: '\LabUpdater.exe'
        ParentImage|contains: 'C:\Tools\*\'
    condition: selection_img AND selection_out and not filter_main_updater
falsepositives:
    - Unknown
level: medium
`;

const events = String.raw`{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Image":"C:\\Windows\\System32\\curl.exe","CommandLine":"curl -o a.exe http://192.0.2.44/a.exe","ParentImage":"C:\\Windows\\System32\\cmd.exe"}
{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Image":"C:\\Tools\\mycurl.exe","CommandLine":"mycurl -o page.html http://intranet.example/","ParentImage":"C:\\Windows\\explorer.exe"}
{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Image":"C:\\Windows\\System32\\curl.exe","CommandLine":"curl http://192.0.2.44/a.exe --output a.exe","ParentImage":"C:\\Tools\\Lab\\LabUpdater.exe"}
{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Image":"C:\\Windows\\System32\\curl.exe","CommandLine":"curl -O http://192.0.2.44/a.exe","ParentImage":"C:\\Windows\\System32\\cmd.exe"}
{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Image":"C:\\Windows\\System32\\curl.exe","CommandLine":"curl -O http://192.0.2.44/a.exe -s","ParentImage":"C:\\Windows\\System32\\cmd.exe"}
`;

export const ruleWithFaults: Example = {
  title: 'A rule with faults',
  teaches: 'What the checks find in a rule that runs and yet means something else',
  topic: 'tuning',
  at: '*--output*',
  event: 2,
  expected: 'mmmmm',
  found: [
    'title-detects',
    'image-part-of-name',
    'wildcard-redundant',
    'wildcard-redundant',
    'selection-unused',
    'path-literal-star',
    'condition-case',
  ],
  rule,
  events,
};
