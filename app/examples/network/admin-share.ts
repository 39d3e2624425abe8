import type { Example } from '../example';

const rule = String.raw`title: Program Copied To An Administrative Share
id: 78c67ae0-f80d-4d7e-a6a1-3298a7d3e3e8
status: experimental
description: Detects a program that is written to an administrative share of another computer.
references:
    - https://attack.mitre.org/techniques/T1021/002/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.lateral-movement
    - attack.t1021.002
logsource:
    product: zeek
    service: smb_files
detection:
    selection_share:
        path|endswith:
            - '\ADMIN$'
            - '\C$'
    selection_write:
        action: 'SMB::FILE_WRITE'
        name|endswith: '.exe'
    selection_rename:
        action: 'SMB::FILE_RENAME'
        name|endswith: '.exe'
    condition: selection_share and (selection_write or selection_rename)
falsepositives:
    - Software that is rolled out over these shares
level: high
`;

const events = String.raw`{"_path":"smb_files","ts":1795166042.117,"uid":"C1","id.orig_h":"192.0.2.71","id.resp_h":"192.0.2.10","action":"SMB::FILE_WRITE","path":"\\\\srv-02\\ADMIN$","name":"Temp\\x1.exe","size":51200}
{"_path":"smb_files","ts":1795166050.300,"uid":"C2","id.orig_h":"192.0.2.71","id.resp_h":"192.0.2.10","action":"SMB::FILE_OPEN","path":"\\\\srv-02\\ADMIN$","name":"Temp\\x1.exe","size":51200}
{"_path":"smb_files","ts":1795166061.001,"uid":"C3","id.orig_h":"192.0.2.71","id.resp_h":"192.0.2.11","action":"SMB::FILE_RENAME","path":"\\\\ws-12\\c$","name":"Users\\Public\\a.exe","prev_name":"Users\\Public\\a.tmp","size":51200}
{"_path":"smb_files","ts":1795166070.902,"uid":"C4","id.orig_h":"192.0.2.18","id.resp_h":"192.0.2.12","action":"SMB::FILE_RENAME","path":"\\\\fs-01\\public","name":"setup.exe","prev_name":"setup.tmp","size":900000}
{"_path":"smb_files","ts":1795166090.118,"uid":"C5","id.orig_h":"192.0.2.18","id.resp_h":"192.0.2.12","action":"SMB::FILE_WRITE","path":"\\\\fs-01\\C$","name":"logs\\setup.log","size":900}
`;

export const adminShare: Example = {
  title: 'Program on an administrative share',
  teaches: 'Why `or` beside `and` needs brackets, and what event 4 would be without',
  topic: 'conditions',
  at: '(selection_write or',
  event: 4,
  expected: 'm-m--',
  rule,
  events,
};
