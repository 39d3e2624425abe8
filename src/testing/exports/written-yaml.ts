import { type Export, lines } from './export';

/* Events as YAML, as each tool writes it. */

export const WRITTEN_YAML: readonly Export[] = [
  {
    tool: 'az',
    form: '`monitor activity-log list -o yaml`',
    text: lines(
      '- authorization:',
      '    action: Microsoft.Compute/virtualMachines/delete',
      '  caller: marta@lab.example',
      "  eventTimestamp: '2026-03-02T08:09:10.111Z'",
      '  operationName:',
      '    localizedValue: Delete VM',
      '    value: Microsoft.Compute/virtualMachines/delete',
      '  resourceId: /subscriptions/s/providers/a long',
      '    name',
      '- authorization: null',
      '  caller: jo@lab.example',
      "  eventTimestamp: '2026-03-02T08:09:11.111Z'",
      '  operationName:',
      '    value: Microsoft.Compute/virtualMachines/start/action',
    ),
    events: [
      [
        'Azure activity log',
        {
          caller: 'marta@lab.example',
          'authorization.action': 'Microsoft.Compute/virtualMachines/delete',
          resourceId: '/subscriptions/s/providers/a long name',
        },
      ],
      [
        'Azure activity log',
        { 'operationName.value': 'Microsoft.Compute/virtualMachines/start/action', authorization: null },
      ],
    ],
  },
  {
    tool: 'gcloud',
    form: '`logging read`, which writes YAML',
    text: lines(
      '---',
      'logName: projects/lab/logs/cloudaudit.googleapis.com%2Factivity',
      'protoPayload:',
      "  '@type': type.googleapis.com/google.cloud.audit.AuditLog",
      '  authorizationInfo:',
      '  - granted: true',
      '    permission: iam.serviceAccounts.create',
      '  methodName: google.iam.admin.v1.CreateServiceAccount',
      '  serviceName: iam.googleapis.com',
      "timestamp: '2026-03-02T08:09:10.111Z'",
      '---',
      'protoPayload:',
      '  methodName: google.iam.admin.v1.DeleteServiceAccount',
      '  serviceName: iam.googleapis.com',
    ),
    events: [
      [
        'Google Cloud audit log',
        {
          'protoPayload.methodName': 'google.iam.admin.v1.CreateServiceAccount',
          'protoPayload.authorizationInfo.granted': [true],
        },
      ],
      ['Google Cloud audit log', { 'protoPayload.serviceName': 'iam.googleapis.com' }],
    ],
  },
  {
    tool: 'kubectl',
    form: '`get events -o yaml`',
    text: lines(
      'apiVersion: v1',
      'items:',
      '- apiVersion: v1',
      '  count: 1',
      '  involvedObject:',
      '    kind: Pod',
      '    name: web-0',
      '  message: |',
      '    Back-off',
      '      restarting: now',
      '  reason: BackOff',
      '- apiVersion: v1',
      '  count: 2',
      '  message: "said \\"no\\"\\tand left"',
      '  reason: Killing',
      'kind: List',
      'metadata:',
      '  resourceVersion: ""',
    ),
    events: [
      [
        'unknown source',
        { count: 1, 'involvedObject.name': 'web-0', message: 'Back-off\n  restarting: now\n' },
      ],
      ['unknown source', { count: 2, message: 'said "no"\tand left', kind: undefined }],
    ],
  },
  {
    tool: 'aws',
    form: '`cloudtrail lookup-events --output yaml`',
    text: lines(
      'Events:',
      `- CloudTrailEvent: '{"eventVersion":"1.08","eventSource":"iam.amazonaws.com","eventName":"CreateUser","awsRegion":"x","requestParameters":{"note":"it''s"}}'`,
      '  EventId: e',
      '  EventName: CreateUser',
      '  Username: marta',
    ),
    events: [['AWS CloudTrail', { eventName: 'CreateUser', 'requestParameters.note': "it's" }]],
  },
  {
    tool: 'any program',
    form: 'YAML, a list indented as a whole, with comments',
    text: lines(
      '# of today',
      '  -   EventID: 4688',
      '      Channel: Security',
      '      # inside',
      '      NewProcessName: C:\\Tools\\probe.exe',
      '  # between',
      '  -   EventID: 4688',
      '      Channel: Security',
    ),
    events: [
      ['Security 4688', { NewProcessName: 'C:\\Tools\\probe.exe', EventID: 4688 }],
      ['Security 4688', { NewProcessName: undefined }],
    ],
  },
];
