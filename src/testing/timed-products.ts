import { json, lines, partsOf, type TimedFormat } from './timed-parts';

/** Responses and results that contain events. */
export const ANSWERS: readonly TimedFormat[] = [
  {
    name: 'an answer of Elasticsearch',
    text: (times) =>
      JSON.stringify({
        took: 1,
        hits: { hits: times.map((time) => ({ _id: 'x', _source: { '@timestamp': partsOf(time).iso } })) },
      }),
  },
  {
    name: 'an answer of AWS',
    text: (times) =>
      JSON.stringify({
        Events: times.map((time) => ({
          EventName: 'CreateUser',
          EventTime: partsOf(time).seconds,
          CloudTrailEvent: JSON.stringify({ eventTime: partsOf(time).iso, eventName: 'CreateUser' }),
        })),
      }),
  },
  {
    name: 'results of Splunk',
    text: json((t) => ({ preview: false, result: { _time: `${t.date} ${t.clock}.000 UTC`, host: 'pc' } })),
  },
  {
    name: 'alerts of Wazuh',
    text: json((t) => ({
      timestamp: t.iso.replace('Z', '+0000'),
      data: {
        win: { system: { systemTime: t.iso, channel: 'Security', eventID: '4625' }, eventdata: { a: 'b' } },
      },
    })),
  },
  {
    name: 'Hayabusa, JSON',
    text: json((t) => ({ Timestamp: `${t.date} ${t.clock}.000 +00:00`, Channel: 'Sec', EventID: 4625 })),
  },
  {
    name: 'Velociraptor, records of a log',
    text: json((t) => ({
      System: { EventID: { Value: 4625 }, Channel: 'Security', TimeCreated: { SystemTime: t.seconds + 0.5 } },
      EventData: { TargetUserName: 'ann' },
    })),
  },
];

/** Events of products, as JSON. */
export const PRODUCTS: readonly TimedFormat[] = [
  {
    name: 'Okta',
    text: json((t) => ({ published: t.iso, eventType: 'user.session.start', actor: { id: 'x' } })),
  },
  {
    name: 'Kubernetes',
    text: json((t) => ({
      kind: 'Event',
      apiVersion: 'audit.k8s.io/v1',
      verb: 'create',
      requestReceivedTimestamp: t.iso.replace('000Z', '000000Z'),
      stageTimestamp: t.iso.replace('000Z', '000000Z'),
    })),
  },
  {
    name: 'Entra sign-ins of the Graph API',
    text: json((t) => ({ createdDateTime: t.iso.replace('.000', ''), userPrincipalName: 'ann@example.org' })),
  },
  {
    name: 'Entra audits of the Graph API',
    text: json((t) => ({ activityDateTime: t.iso, activityDisplayName: 'Add user' })),
  },
  {
    name: 'Entra logs of Azure Monitor',
    text: json((t) => ({ time: t.iso, category: 'SignInLogs', operationName: 'Sign-in activity' })),
  },
  {
    name: 'Azure activity',
    text: json((t) => ({ eventTimestamp: t.iso, operationName: 'x', category: 'Administrative' })),
  },
  {
    name: 'CloudTrail',
    text: json((t) => ({
      eventTime: t.iso.replace('.000', ''),
      eventSource: 'iam.amazonaws.com',
      eventName: 'CreateUser',
    })),
  },
  {
    name: 'Google Cloud',
    text: json((t) => ({
      timestamp: t.iso.replace('000Z', '000123456Z'),
      receiveTimestamp: '2026-12-31T00:00:00Z',
      protoPayload: { methodName: 'SetIamPolicy', serviceName: 'iam' },
    })),
  },
  {
    name: 'GitHub',
    text: json((t) => ({ '@timestamp': t.millis, action: 'repo.create', _document_id: 'x' })),
  },
  {
    name: 'GitHub, exported',
    text: json((t) => ({ created_at: t.millis, action: 'repo.create', actor: 'ann' })),
  },
  {
    name: 'Microsoft 365',
    zoneless: true,
    text: json((t) => ({
      CreationTime: t.iso.slice(0, 19),
      Workload: 'Exchange',
      Operation: 'Send',
      RecordType: 2,
    })),
  },
  {
    name: 'CrowdStrike',
    text: json((t) => ({ event_simpleName: 'ProcessRollup2', timestamp: String(t.millis), aid: 'x' })),
  },
  {
    name: 'CrowdStrike, seconds',
    text: json((t) => ({ event_simpleName: 'ProcessRollup2', ContextTimeStamp: `${t.seconds}.123` })),
  },
  {
    name: 'Defender, streamed',
    text: json((t) => ({
      category: 'AdvancedHunting-DeviceLogonEvents',
      properties: { Timestamp: t.iso, ActionType: 'LogonFailed' },
    })),
  },
  { name: 'Velociraptor', text: json((t) => ({ EventTime: t.iso, EventID: 4625, Channel: 'Security' })) },
  { name: 'OCSF', text: json((t) => ({ class_uid: 1007, activity_id: 1, time: t.millis })) },
  { name: 'eslogger', text: json((t) => ({ time: t.iso, event_type: 9, process: { ppid: 1 } })) },
  {
    name: 'OpenTelemetry',
    text: json((t) => ({ timeUnixNano: `${t.seconds}000000000`, body: { stringValue: 'x' } })),
  },
  {
    name: 'a number of nanoseconds',
    text: lines((t) => `{"time":${t.seconds}123456789,"body":"x"}`),
  },
  {
    name: 'journald',
    text: json((t) => ({ __REALTIME_TIMESTAMP: `${t.millis}000`, _COMM: 'sshd', MESSAGE: 'closed' })),
  },
  {
    name: 'osquery',
    text: json((t) => ({
      name: 'processes',
      calendarTime: `${t.weekday} ${t.name} ${String(t.day).padStart(2)} ${t.clock} ${t.year} UTC`,
    })),
  },
  { name: 'osquery, seconds', text: json((t) => ({ name: 'processes', unixTime: t.seconds })) },
  {
    name: 'Wazuh, Suricata',
    text: json((t) => ({ timestamp: t.iso.replace('Z', '+0000'), rule: { level: 5 } })),
  },
  { name: 'FILETIME', text: json((t) => ({ Timestamp: t.fileTime, Name: 'x' })) },
  { name: 'FILETIME, a number', text: lines((t) => `{"Timestamp":${t.fileTime},"Name":"x"}`) },
  {
    name: 'MongoDB',
    text: json((t) => ({ atype: 'authenticate', ts: { $date: t.iso.replace('Z', '+00:00') } })),
  },
];
