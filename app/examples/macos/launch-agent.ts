import type { Example } from '../example';

const rule = `title: Launch Agent Of A User Written
id: 25641ffb-bae0-44a9-946a-181635045c87
status: experimental
description: Detects a program that puts a launch agent into the folder of a user, so that it starts at each logon.
references:
    - https://attack.mitre.org/techniques/T1543/001/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.persistence
    - attack.privilege-escalation
    - attack.t1543.001
logsource:
    category: file_event
    product: macos
detection:
    selection:
        TargetFilename: '/Users/*/Library/LaunchAgents/*.plist'
    filter_main_apple:
        Image|startswith: '/System/'
    condition: selection and not 1 of filter_main_*
falsepositives:
    - Programs that keep themselves up to date
level: medium
`;

const events = `{"event_type":13,"time":"2026-11-20T09:14:02.117Z","process":{"audit_token":{"pid":501,"euid":501},"ppid":1,"executable":{"path":"/bin/cp"}},"event":{"create":{"destination":{"new_path":{"dir":{"path":"/Users/ana/Library/LaunchAgents"},"filename":"example.sync.plist"}}}}}
{"event_type":13,"time":"2026-11-20T09:20:41.903Z","process":{"audit_token":{"pid":501,"euid":501},"ppid":1,"executable":{"path":"/bin/cp"}},"event":{"create":{"destination":{"new_path":{"dir":{"path":"/Users/ana/Library/LaunchAgents"},"filename":"readme.txt"}}}}}
{"event_type":13,"time":"2026-11-20T09:21:10.552Z","process":{"audit_token":{"pid":77,"euid":501},"ppid":1,"executable":{"path":"/System/Library/CoreServices/Setup"}},"event":{"create":{"destination":{"new_path":{"dir":{"path":"/Users/ben/Library/LaunchAgents"},"filename":"example.apple.plist"}}}}}
{"event_type":13,"time":"2026-11-20T10:02:11.460Z","process":{"audit_token":{"pid":801,"euid":501},"ppid":1,"executable":{"path":"/usr/bin/unzip"}},"event":{"create":{"destination":{"new_path":{"dir":{"path":"/Users/ben/Downloads/backup/Users/cleo/Library/LaunchAgents"},"filename":"old.plist"}}}}}
{"event_type":13,"time":"2026-11-20T10:07:55.008Z","process":{"audit_token":{"pid":802,"euid":0},"ppid":1,"executable":{"path":"/usr/sbin/installer"}},"event":{"create":{"destination":{"new_path":{"dir":{"path":"/Library/LaunchAgents"},"filename":"example.lab.plist"}}}}}
`;

export const launchAgent: Example = {
  title: 'Launch agent of a user',
  teaches: 'How far a `*` in the middle of a path reaches: over slashes as well',
  topic: 'values',
  at: '/Users/*/Library',
  event: 4,
  expected: 'm--m-',
  rule,
  events,
};
