import type { Example } from '../example';

const rule = `title: Command In A Running Pod
id: e7cc6da0-cac7-44b3-9a82-25b586b4d4cb
status: experimental
description: Detects somebody who runs a command inside a pod, other than the people who look after the cluster.
references:
    - https://attack.mitre.org/techniques/T1609/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.execution
    - attack.t1609
logsource:
    product: kubernetes
    service: audit
detection:
    selection:
        verb: 'create'
        objectRef.resource: 'pods'
        objectRef.subresource: 'exec'
    filter_main_operators:
        user.groups: 'lab:operators'
    condition: selection and not 1 of filter_main_*
falsepositives:
    - Developers who look into their own pod
level: medium
`;

const events = `{"kind":"Event","apiVersion":"audit.k8s.io/v1","requestReceivedTimestamp":"2026-11-20T09:14:02.117Z","verb":"create","user":{"username":"ben","groups":["lab:developers","system:authenticated"]},"objectRef":{"resource":"pods","namespace":"shop","name":"web-7","subresource":"exec"},"requestURI":"/api/v1/namespaces/shop/pods/web-7/exec?command=sh"}
{"kind":"Event","apiVersion":"audit.k8s.io/v1","requestReceivedTimestamp":"2026-11-20T09:20:41.903Z","verb":"create","user":{"username":"cleo","groups":["system:authenticated","lab:operators"]},"objectRef":{"resource":"pods","namespace":"shop","name":"web-7","subresource":"exec"},"requestURI":"/api/v1/namespaces/shop/pods/web-7/exec?command=id"}
{"kind":"Event","apiVersion":"audit.k8s.io/v1","requestReceivedTimestamp":"2026-11-20T09:21:10.552Z","verb":"create","user":{"username":"ben","groups":["lab:developers","system:authenticated"]},"objectRef":{"resource":"pods","namespace":"shop","name":"web-8"},"requestURI":"/api/v1/namespaces/shop/pods"}
{"kind":"Event","apiVersion":"audit.k8s.io/v1","requestReceivedTimestamp":"2026-11-20T10:02:11.460Z","verb":"get","user":{"username":"ben","groups":["lab:developers","system:authenticated"]},"objectRef":{"resource":"pods","namespace":"shop","name":"web-7","subresource":"log"},"requestURI":"/api/v1/namespaces/shop/pods/web-7/log"}
{"kind":"Event","apiVersion":"audit.k8s.io/v1","requestReceivedTimestamp":"2026-11-20T10:07:55.008Z","verb":"create","user":{"username":"dora","groups":["lab:operators-test"]},"objectRef":{"resource":"pods","namespace":"shop","name":"web-7","subresource":"exec"},"requestURI":"/api/v1/namespaces/shop/pods/web-7/exec?command=ls"}
`;

export const podExec: Example = {
  title: 'Command in a pod',
  teaches: 'How a list matches if at least one of its members does, as a whole',
  topic: 'values',
  at: "user.groups: 'lab",
  event: 2,
  expected: 'm---m',
  rule,
  events,
};
