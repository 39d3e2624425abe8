import type { Example } from '../example';

const rule = String.raw`title: Mark Of Quarantine Removed
id: 1c86e2b8-6eca-4409-bff1-2a15f9228545
status: experimental
description: Detects xattr removing the mark by which macOS knows a downloaded file, so that it starts without a question.
references:
    - https://attack.mitre.org/techniques/T1553/001/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.defense-impairment
    - attack.t1553.001
logsource:
    category: process_creation
    product: macos
detection:
    selection_img:
        Image|endswith: '/xattr'
    selection_remove:
        - CommandLine|contains: 'com.apple.quarantine'
        - CommandLine|re: '\s-[a-z]*c'
    filter_main_look:
        CommandLine|contains: ' -p '
    condition: all of selection_* and not 1 of filter_main_*
falsepositives:
    - People who start a program of their own
level: medium
`;

const events = `{ "@timestamp": "2026-11-20T09:14:02Z", "event": { "category": ["process"], "type": ["start"] },
  "host": { "name": "mac-03", "os": { "type": "macos" } },
  "process": { "executable": "/usr/bin/xattr",
    "command_line": "xattr -d com.apple.quarantine /Users/ana/Downloads/Tool.app" },
  "user": { "name": "ana" } }
{ "@timestamp": "2026-11-20T09:14:40Z", "event": { "category": ["process"], "type": ["start"] },
  "host": { "name": "mac-03", "os": { "type": "macos" } },
  "process": { "executable": "/usr/bin/xattr",
    "command_line": "xattr -p com.apple.quarantine /Users/ana/Downloads/Tool.app" },
  "user": { "name": "ana" } }
{ "@timestamp": "2026-11-20T09:20:41Z", "event": { "category": ["process"], "type": ["start"] },
  "host": { "name": "mac-03", "os": { "type": "macos" } },
  "process": { "executable": "/usr/bin/xattr",
    "command_line": "xattr -rc /Users/ana/Downloads/Tool.app" },
  "user": { "name": "ana" } }
{ "@timestamp": "2026-11-20T10:02:11Z", "event": { "category": ["process"], "type": ["start"] },
  "host": { "name": "mac-04", "os": { "type": "macos" } },
  "process": { "executable": "/usr/bin/xattr",
    "command_line": "xattr /Users/ben/Downloads/-c.txt" },
  "user": { "name": "ben" } }
{ "@timestamp": "2026-11-20T10:07:55Z", "event": { "category": ["process"], "type": ["start"] },
  "host": { "name": "mac-04", "os": { "type": "macos" } },
  "process": { "executable": "/bin/ls",
    "command_line": "ls -l@ com.apple.quarantine" },
  "user": { "name": "ben" } }
`;

export const quarantineRemoved: Example = {
  title: 'Quarantine removed, in Elastic’s fields',
  teaches: 'How a list of maps asks for one of them, beside a filter for the harmless form',
  topic: 'conditions',
  at: "- CommandLine|contains: 'com.apple",
  event: 2,
  expected: 'm-m--',
  rule,
  events,
};
