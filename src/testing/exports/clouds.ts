import { type Export, json, lines } from './export';

/* What the tools of clouds print. */

const TRAIL = {
  eventVersion: '1.08',
  eventSource: 'iam.amazonaws.com',
  eventName: 'CreateUser',
  eventTime: '2026-03-02T08:09:10Z',
  awsRegion: 'eu-central-1',
  userIdentity: { type: 'IAMUser', userName: 'marta' },
};
const OF_TRAIL = {
  eventName: 'CreateUser',
  eventSource: 'iam.amazonaws.com',
  'userIdentity.userName': 'marta',
};
const looked = {
  EventId: 'e',
  EventName: 'CreateUser',
  ReadOnly: 'false',
  EventTime: '2026-03-02T09:09:10+01:00',
  Username: 'marta',
  Resources: [],
  CloudTrailEvent: JSON.stringify(TRAIL),
};
const AUDIT = {
  protoPayload: {
    '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
    serviceName: 'iam.googleapis.com',
    methodName: 'google.iam.admin.v1.CreateServiceAccount',
  },
  logName: 'projects/lab/logs/cloudaudit.googleapis.com%2Factivity',
  timestamp: '2026-03-02T08:09:10.111Z',
};
const ACTIVITY = {
  caller: 'marta@lab.example',
  operationName: { value: 'Microsoft.Compute/virtualMachines/delete', localizedValue: 'Delete VM' },
  category: { value: 'Administrative' },
  eventTimestamp: '2026-03-02T08:09:10.111Z',
  resourceId: '/subscriptions/s',
};

export const CLOUDS: readonly Export[] = [
  {
    tool: 'AWS CloudTrail',
    form: 'file of the trail',
    text: JSON.stringify({ Records: [TRAIL, TRAIL] }),
    events: [
      ['AWS CloudTrail', OF_TRAIL],
      ['AWS CloudTrail', OF_TRAIL],
    ],
  },
  {
    tool: 'aws',
    form: '`cloudtrail lookup-events`',
    text: `${JSON.stringify({ Events: [looked, looked] }, null, 4)}\n`,
    events: [
      ['AWS CloudTrail', OF_TRAIL],
      ['AWS CloudTrail', OF_TRAIL],
    ],
  },
  {
    tool: 'aws',
    form: '`logs filter-log-events`',
    text: JSON.stringify({
      events: [
        { logStreamName: 's', timestamp: 1772438950111, message: JSON.stringify(TRAIL), eventId: '1' },
      ],
      searchedLogStreams: [],
    }),
    events: [['AWS CloudTrail', OF_TRAIL]],
  },
  {
    tool: 'aws',
    form: 'CloudWatch Logs subscription',
    text: json({
      messageType: 'DATA_MESSAGE',
      owner: '1',
      logGroup: 'g',
      logEvents: [{ id: '1', timestamp: 1772438950111, message: JSON.stringify(TRAIL) }],
    }),
    events: [['AWS CloudTrail', OF_TRAIL]],
  },
  {
    tool: 'gcloud',
    form: '`logging read --format=json`',
    text: JSON.stringify([AUDIT, AUDIT], null, 2),
    events: [
      ['Google Cloud audit log', { 'protoPayload.serviceName': 'iam.googleapis.com' }],
      ['Google Cloud audit log', {}],
    ],
  },
  {
    tool: 'gcloud',
    form: 'API, `entries`',
    text: JSON.stringify({ entries: [AUDIT], nextPageToken: 'x' }),
    events: [['Google Cloud audit log', { 'protoPayload.serviceName': 'iam.googleapis.com' }]],
  },
  {
    tool: 'az',
    form: '`monitor activity-log list`',
    text: JSON.stringify([ACTIVITY], null, 2),
    events: [['Azure activity log', { 'operationName.value': 'Microsoft.Compute/virtualMachines/delete' }]],
  },
  {
    tool: 'az',
    form: '`-o table`',
    text: lines(
      'Caller             EventTimestamp            Level          ResourceGroup',
      '-----------------  ------------------------  -------------  ---------------',
      'marta@lab.example  2026-03-02T08:09:10.111Z  Informational  lab',
      'jo@lab.example     2026-03-02T08:09:11.111Z  Warning',
    ),
    events: [
      ['unknown source', { Caller: 'marta@lab.example', Level: 'Informational', ResourceGroup: 'lab' }],
      ['unknown source', { EventTimestamp: '2026-03-02T08:09:11.111Z', ResourceGroup: undefined }],
    ],
  },
  {
    tool: 'az',
    form: '`monitor log-analytics query`',
    text: JSON.stringify(
      [
        {
          TableName: 'PrimaryResult',
          TimeGenerated: '2026-03-02T08:09:10Z',
          Computer: 'lab-3.example',
          EventID: '4688',
          EventSourceName: 'Microsoft-Windows-Security-Auditing',
          Channel: 'Security',
          NewProcessName: 'C:\\Tools\\probe.exe',
          Type: 'SecurityEvent',
        },
      ],
      null,
      2,
    ),
    events: [['Security 4688', { NewProcessName: 'C:\\Tools\\probe.exe' }]],
  },
  {
    tool: 'az',
    form: '`rest` of the Graph API',
    text: JSON.stringify({
      '@odata.context': 'https://graph.example/$metadata#auditLogs/signIns',
      value: [
        {
          id: '1',
          createdDateTime: '2026-03-02T08:09:10Z',
          userPrincipalName: 'marta@lab.example',
          appDisplayName: 'Portal',
          ipAddress: '192.0.2.7',
          status: { errorCode: 0 },
          conditionalAccessStatus: 'success',
        },
      ],
    }),
    events: [['Entra ID sign-in log', { userPrincipalName: 'marta@lab.example' }]],
  },
  {
    tool: 'any interface',
    form: 'a list inside two objects',
    text: JSON.stringify({ data: { alerts: { total: 2, items: [TRAIL, TRAIL] } }, status: 'ok' }),
    events: [
      ['AWS CloudTrail', OF_TRAIL],
      ['AWS CloudTrail', OF_TRAIL],
    ],
  },
  {
    tool: 'any interface',
    form: 'several answers in a list',
    text: JSON.stringify([{ Records: [TRAIL] }, { Records: [TRAIL] }], null, 2),
    events: [
      ['AWS CloudTrail', OF_TRAIL],
      ['AWS CloudTrail', OF_TRAIL],
    ],
  },
  {
    tool: 'any interface',
    form: 'two lists in one object',
    text: JSON.stringify({ events: [{ EventID: 1 }], count: 2, Records: [{ EventID: 2 }], next: null }),
    events: [
      ['unknown source', { EventID: 1 }],
      ['unknown source', { EventID: 2 }],
    ],
  },
];
