/**
 * Fields that hold an event's own time, the most reliable first. The first that can be read counts **(ours)**. The
 * time at which something happened precedes the time at which it was received, changed or forwarded.
 */
export const TIME_FIELDS: readonly string[] = [
  'TimeCreated_SystemTime',
  '@timestamp',
  'UtcTime',
  'TimeCreated',
  'msg',
  'timestamp',
  '_time',
  'EventTime',
  'Timestamp',
  'eventTime',
  'event.created',
  'CreationTime',
  'TimeGenerated',
  'SystemTime',
  'datetime',
  'time',
  'ts',
  // Okta; Kubernetes; Entra and Azure, in the Graph API and in the columns of Azure's portal; GitHub
  'published',
  'requestReceivedTimestamp',
  'stageTimestamp',
  'createdDateTime',
  'activityDateTime',
  'detectedDateTime',
  'eventTimestamp',
  'TimeGenerated [UTC]',
  'TimeGenerated [Local Time]',
  'Timestamp [UTC]',
  'CreatedDateTime [UTC]',
  'created_at',
  // Microsoft 365's tables; Event Viewer's text and tables
  'CreationDate',
  'Date',
  'Date and Time',
  // Journals, OpenTelemetry, osquery
  '_SOURCE_REALTIME_TIMESTAMP',
  '__REALTIME_TIMESTAMP',
  'timeUnixNano',
  'observedTimeUnixNano',
  'unixTime',
  'calendarTime',
  // CrowdStrike, firewalls, web servers, log shippers
  'ContextTimeStamp',
  'UTCTimestamp',
  'eventtime',
  'event_time',
  'receive_time',
  'rt',
  'devTime',
  'time_iso8601',
  'time_local',
  'time_dt',
  '@t',
  'DateTime',
  'date',
  'receiveTimestamp',
];

/** Fields in an object that a product wraps around its events, by that object. They come last. */
export const INNER_TIME_FIELDS: readonly (readonly [object: string, fields: readonly string[]])[] = [
  ['properties', ['properties.Timestamp', 'properties.createdDateTime', 'properties.activityDateTime']],
  ['event', ['event.UTCTimestamp', 'event.timestamp']],
  ['metadata', ['metadata.eventCreationTime']],
  ['data', ['data.win.system.systemTime']],
];

/** Fields whose name or product implies that a time without a zone is in UTC. */
export function isUtcByName(field: string): boolean {
  return UTC.has(field) || field.endsWith('[UTC]');
}

const UTC = new Set(['UtcTime', 'UTCTimestamp', 'event.UTCTimestamp']);
