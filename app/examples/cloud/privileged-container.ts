import type { Example } from '../example';

const rule = `title: Pod With A Privileged Container
id: 8f0d5c41-6f0a-4f3e-8a27-51c9f7f3f6b4
status: experimental
description: Detects a new pod that has a privileged container. Pods without one pass the filter, whatever else is in them.
references:
    - https://attack.mitre.org/techniques/T1610/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.execution
    - attack.t1610
sigma-version: 3
logsource:
    product: kubernetes
    service: audit
detection:
    selection:
        verb: 'create'
        objectRef.resource: 'pods'
    filter_main_unprivileged:
        requestObject.spec.containers[none]:
            securityContext.privileged: true
    condition: selection and not 1 of filter_main_*
falsepositives:
    - Agents that look after the nodes
level: medium
`;

const events = `{"kind":"Event","apiVersion":"audit.k8s.io/v1","requestReceivedTimestamp":"2026-11-20T09:14:02.117Z","verb":"create","user":{"username":"ben"},"objectRef":{"resource":"pods","namespace":"shop","name":"web-7"},"requestObject":{"spec":{"containers":[{"name":"web","image":"shop/web:4"},{"name":"probe","image":"lab/probe:1","securityContext":{"privileged":true}}]}}}
{"kind":"Event","apiVersion":"audit.k8s.io/v1","requestReceivedTimestamp":"2026-11-20T09:20:41.903Z","verb":"create","user":{"username":"ben"},"objectRef":{"resource":"pods","namespace":"shop","name":"web-8"},"requestObject":{"spec":{"containers":[{"name":"web","image":"shop/web:4"},{"name":"log","image":"lab/log:2","securityContext":{"privileged":false}}]}}}
{"kind":"Event","apiVersion":"audit.k8s.io/v1","requestReceivedTimestamp":"2026-11-20T09:31:10.552Z","verb":"create","user":{"username":"cleo"},"objectRef":{"resource":"pods","namespace":"lab","name":"node-agent"},"requestObject":{"spec":{"containers":[{"name":"agent","image":"lab/agent:9","securityContext":{"privileged":true}}]}}}
{"kind":"Event","apiVersion":"audit.k8s.io/v1","requestReceivedTimestamp":"2026-11-20T10:02:11.460Z","verb":"create","user":{"username":"cleo"},"objectRef":{"resource":"pods","namespace":"lab","name":"job-1"},"requestObject":{"spec":{"containers":[{"name":"job","image":"lab/job:3"}]}}}
{"kind":"Event","apiVersion":"audit.k8s.io/v1","requestReceivedTimestamp":"2026-11-20T10:07:55.008Z","verb":"get","user":{"username":"ben"},"objectRef":{"resource":"pods","namespace":"shop","name":"web-7"}}
`;

export const privilegedContainer: Example = {
  title: 'No privileged container',
  teaches: 'How `[none]` lets a pod pass if not one of its containers is privileged',
  topic: 'arrays',
  at: 'requestObject.spec.containers[none]',
  event: 2,
  expected: 'm-m--',
  rule,
  events,
};
