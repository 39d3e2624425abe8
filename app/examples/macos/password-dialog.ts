import type { Example } from '../example';

const rule = `title: Script Asks For A Password
id: 74733784-de7d-4cce-a0b9-3d89d273cbca
status: experimental
description: Detects osascript showing a dialog that hides what is typed, as the one for a password does.
references:
    - https://attack.mitre.org/techniques/T1056/002/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.credential-access
    - attack.collection
    - attack.t1056.002
logsource:
    category: process_creation
    product: macos
detection:
    selection:
        Image|endswith: '/osascript'
        CommandLine|contains|all:
            - 'display dialog'
            - 'hidden answer'
    condition: selection
falsepositives:
    - Scripts of the help desk that ask for a password
level: medium
`;

const events = String.raw`{"event_type":9,"time":"2026-11-20T09:14:02.117Z","process":{"audit_token":{"pid":501,"euid":501},"ppid":1,"executable":{"path":"/bin/zsh"}},"event":{"exec":{"target":{"executable":{"path":"/usr/bin/osascript"},"audit_token":{"pid":502,"euid":501},"ppid":501},"args":["osascript","-e","display dialog \"Your password, please\" default answer \"\" with hidden answer"],"cwd":{"path":"/Users/ana"}}}}
{"event_type":9,"time":"2026-11-20T09:20:41.903Z","process":{"audit_token":{"pid":501,"euid":501},"ppid":1,"executable":{"path":"/bin/zsh"}},"event":{"exec":{"target":{"executable":{"path":"/usr/bin/osascript"},"audit_token":{"pid":510,"euid":501},"ppid":501},"args":["osascript","-e","display dialog \"Done\""],"cwd":{"path":"/Users/ana"}}}}
{"event_type":9,"time":"2026-11-20T09:21:10.552Z","process":{"audit_token":{"pid":620,"euid":501},"ppid":1,"executable":{"path":"/Users/ben/Downloads/Tool.app/Contents/MacOS/Tool"}},"event":{"exec":{"target":{"executable":{"path":"/usr/bin/osascript"},"audit_token":{"pid":621,"euid":501},"ppid":620},"args":["osascript","-e","tell app \"Finder\"","-e","set p to display dialog \"Go on?\" default answer \"\" hidden answer true","-e","end tell"],"cwd":{"path":"/"}}}}
{"event_type":9,"time":"2026-11-20T10:02:11.460Z","process":{"audit_token":{"pid":620,"euid":501},"ppid":1,"executable":{"path":"/bin/sh"}},"event":{"exec":{"target":{"executable":{"path":"/bin/echo"},"audit_token":{"pid":630,"euid":501},"ppid":620},"args":["echo","osascript: display dialog with hidden answer"],"cwd":{"path":"/"}}}}
{"event_type":15,"time":"2026-11-20T10:07:55.008Z","process":{"audit_token":{"pid":621,"euid":501},"ppid":620,"executable":{"path":"/usr/bin/osascript"}},"event":{"exit":{"stat":0}}}
`;

export const passwordDialog: Example = {
  title: 'Script asks for a password, on macOS',
  teaches: 'How the arguments in a list of `eslogger` become one command line',
  topic: 'sources',
  at: 'CommandLine|contains|all',
  event: 3,
  expected: 'm-m-o',
  rule,
  events,
};
