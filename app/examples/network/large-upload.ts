import type { Example } from '../example';

const rule = `title: Large Upload By HTTP
id: f0e11e58-81ed-4da7-a637-2a906c8f1760
name: large_upload
status: experimental
description: An upload of a million bytes or more. The correlation below adds up what one host sends.
references:
    - https://attack.mitre.org/techniques/T1048/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.exfiltration
    - attack.t1048
logsource:
    product: zeek
    service: http
detection:
    selection:
        method:
            - 'POST'
            - 'PUT'
        request_body_len|gte: 1000000
    filter_main_lab:
        id.resp_h|cidr: '192.0.2.0/24'
    condition: selection and not 1 of filter_main_*
falsepositives:
    - Backups
level: low
---
title: Ten Million Bytes From One Host
id: 4c69c337-2e76-4aac-8f24-90b2888cac29
status: experimental
description: Large uploads of one host that come to ten million bytes within an hour.
author: Sigma Playground
date: 2026-11-30
correlation:
    type: value_sum
    rules:
        - large_upload
    group-by:
        - id.orig_h
    timespan: 1h
    condition:
        field: request_body_len
        gte: 10000000
falsepositives:
    - People who send a film
level: medium
`;

const events = `{"_path":"http","ts":"2026-11-20T09:14:02.117Z","uid":"C1","id.orig_h":"192.0.2.71","id.resp_h":"203.0.113.9","id.resp_p":80,"method":"POST","host":"up.example","uri":"/u","request_body_len":4000000,"status_code":200}
{"_path":"http","ts":"2026-11-20T09:20:41.903Z","uid":"C2","id.orig_h":"192.0.2.71","id.resp_h":"203.0.113.9","id.resp_p":80,"method":"PUT","host":"up.example","uri":"/u","request_body_len":"5000000","status_code":200}
{"_path":"http","ts":"2026-11-20T09:21:10.552Z","uid":"C3","id.orig_h":"192.0.2.71","id.resp_h":"203.0.113.9","id.resp_p":80,"method":"POST","host":"up.example","uri":"/u","request_body_len":999999,"status_code":200}
{"_path":"http","ts":"2026-11-20T09:30:00.000Z","uid":"C4","id.orig_h":"192.0.2.71","id.resp_h":"192.0.2.9","id.resp_p":80,"method":"POST","host":"files.lab.example","uri":"/u","request_body_len":9000000,"status_code":200}
{"_path":"http","ts":"2026-11-20T09:40:00.000Z","uid":"C5","id.orig_h":"192.0.2.71","id.resp_h":"203.0.113.9","id.resp_p":80,"method":"POST","host":"up.example","uri":"/u","request_body_len":1000000,"status_code":200}
{"_path":"http","ts":"2026-11-20T09:41:00.000Z","uid":"C6","id.orig_h":"192.0.2.18","id.resp_h":"203.0.113.9","id.resp_p":80,"method":"GET","host":"up.example","uri":"/big","request_body_len":0,"response_body_len":90000000,"status_code":200}
`;

export const largeUpload: Example = {
  title: 'Uploads that add up',
  teaches: 'How `gte` compares numbers, and `value_sum` adds them up over an hour',
  topic: 'correlations',
  at: 'request_body_len|gte',
  event: 3,
  expected: 'mm--m-',
  fires: { 'Ten Million Bytes From One Host': [[1, 2, 5]] },
  rule,
  events,
};
