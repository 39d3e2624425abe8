import type { Example } from '../example';

const rule = `title: Key For A Service Account Created
id: 54d67193-20dd-46e1-9f86-1d9677c1aa40
status: experimental
description: Detects a new key of a service account in Google Cloud, with which anybody can act as that account.
references:
    - https://attack.mitre.org/techniques/T1098/001/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.persistence
    - attack.privilege-escalation
    - attack.t1098.001
logsource:
    product: gcp
    service: gcp.audit
detection:
    selection:
        gcp.audit.method_name|endswith: '.CreateServiceAccountKey'
    filter_optional_pipeline:
        protoPayload.authenticationInfo.principalEmail|startswith: 'deploy@'
    condition: selection and not 1 of filter_optional_*
falsepositives:
    - Pipelines that renew their keys
level: medium
`;

const events = `- insertId: a1
  timestamp: '2026-11-20T09:14:02Z'
  logName: projects/lab/logs/cloudaudit.googleapis.com%2Factivity
  protoPayload:
    serviceName: iam.googleapis.com
    methodName: google.iam.admin.v1.CreateServiceAccountKey
    authenticationInfo:
      principalEmail: ben@lab.example
- insertId: a2
  timestamp: '2026-11-20T09:20:41Z'
  logName: projects/lab/logs/cloudaudit.googleapis.com%2Factivity
  protoPayload:
    serviceName: iam.googleapis.com
    methodName: google.iam.admin.v1.DeleteServiceAccountKey
    authenticationInfo:
      principalEmail: ben@lab.example
- insertId: a3
  timestamp: '2026-11-20T09:21:10Z'
  logName: projects/lab/logs/cloudaudit.googleapis.com%2Factivity
  protoPayload:
    serviceName: iam.googleapis.com
    methodName: google.iam.admin.v1.CreateServiceAccountKey
    authenticationInfo:
      principalEmail: deploy@lab.example
- insertId: a4
  timestamp: '2026-11-20T10:02:11Z'
  logName: projects/lab/logs/cloudaudit.googleapis.com%2Factivity
  protoPayload:
    serviceName: iam.googleapis.com
    methodName: google.iam.admin.v1.CreateServiceAccount
    authenticationInfo:
      principalEmail: cleo@lab.example
- insertId: a5
  timestamp: '2026-11-20T10:07:55Z'
  logName: projects/lab/logs/cloudaudit.googleapis.com%2Factivity
  protoPayload:
    serviceName: iam.googleapis.com
    methodName: google.iam.admin.v1.CreateServiceAccountKey
    authenticationInfo:
      principalEmail: ci-deploy@lab.example
`;

export const serviceKeyYaml: Example = {
  title: 'Key in Google Cloud, in YAML',
  teaches: 'How rules in one spelling of a field read events in another',
  topic: 'formats',
  at: 'gcp.audit.method_name',
  event: 5,
  expected: 'm---m',
  rule,
  events,
};
