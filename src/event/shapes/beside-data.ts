import { isObject, type JsonObject, OPENED } from '../json';
import { nested } from '../nested';
import { NO_NAMES, type Shape } from './shape';
import { systemOnTop } from './windows-xml';

/*
 * Windows events whose fields are in an `EventData` of their own, with the System part beside it under the tool's
 * names. Usually the tool wrote the fields as a string, which was opened.
 */

function besideData(name: string, names: Readonly<Record<string, readonly string[]>>): Shape {
  const aliases = new Map(Object.entries(names));
  return {
    ...systemOnTop,
    name,
    aliases: (field) => aliases.get(field) ?? NO_NAMES,
    systemNames: (base) =>
      [...aliases.keys()].filter((field) => aliases.get(field)!.some((n) => nested(base, n) !== undefined)),
  };
}

/** Sentinel's table `Event`. */
const sentinelEvent = besideData('Sentinel Event', {
  Channel: ['EventLog'],
  Provider_Name: ['Source'],
  TimeCreated_SystemTime: ['TimeGenerated'],
});

/** EvtxECmd's JSON. */
const evtxEcmd = besideData('EvtxECmd', {
  EventID: ['EventId'],
  Provider_Name: ['Provider'],
  EventRecordID: ['EventRecordId'],
  Execution_ProcessID: ['ProcessId'],
  Execution_ThreadID: ['ThreadId'],
  Security_UserID: ['UserId'],
  TimeCreated_SystemTime: ['TimeCreated'],
});

/** Rows of Velociraptor's artifacts. */
const velociraptor = besideData('Velociraptor', {
  Provider_Name: ['Provider'],
  Security_UserID: ['UserSID'],
  TimeCreated_SystemTime: ['EventTime', 'TimeCreated'],
});

/** osquery's table `windows_events`. */
const osquery = besideData('osquery', {
  EventID: ['eventid'],
  Channel: ['source'],
  Provider_Name: ['provider_name'],
  Provider_Guid: ['provider_guid'],
  Computer: ['computer_name'],
  TimeCreated_SystemTime: ['datetime'],
});

/** `Get-WinEvent` and `Get-EventLog`, as `ConvertTo-Json` writes them. */
const getWinEvent = besideData('Get-WinEvent', {
  EventID: ['Id', 'EventID', 'InstanceId'],
  Channel: ['LogName', 'Log'],
  Provider_Name: ['ProviderName', 'Source'],
  Provider_Guid: ['ProviderId'],
  Computer: ['MachineName'],
  EventRecordID: ['RecordId', 'Index'],
  Execution_ProcessID: ['ProcessId'],
  Execution_ThreadID: ['ThreadId'],
  Security_UserID: ['UserId.Value', 'UserId'],
  TimeCreated_SystemTime: ['TimeCreated', 'TimeGenerated'],
});

/** What other tools call the System part beside a message that was opened. */
const withMessage = besideData('Windows event (message)', {
  EventID: ['Id', 'EventId', 'EventCode', 'event_id', 'eventid', 'InstanceId'],
  Channel: ['LogName', 'log_name', 'EventLog', 'ContainerLog'],
  Provider_Name: ['ProviderName', 'Provider', 'SourceName', 'source_name', 'Source'],
  Provider_Guid: ['ProviderGuid'],
  Computer: ['ComputerName', 'MachineName', 'Hostname', 'computer_name'],
  EventRecordID: ['RecordNumber', 'RecordId'],
  Execution_ProcessID: ['ProcessID', 'ProcessId'],
  Execution_ThreadID: ['ThreadID', 'ThreadId'],
  Security_UserID: ['UserID', 'UserId', 'Sid'],
  TimeCreated_SystemTime: ['TimeCreated', 'TimeGenerated', 'EventTime'],
});

/** The layout of a Windows event whose System part is beside `EventData`; null if it has another one. */
export function besideDataShape(root: JsonObject): Shape | null {
  const isOpened = OPENED in root;
  if (root.System !== undefined && !isOpened) return null;
  if (root.EventLog !== undefined && root.Source !== undefined) return sentinelEvent;
  if (root.EventId !== undefined && root.Provider !== undefined && root.Channel !== undefined)
    return evtxEcmd;
  if (root.eventid !== undefined && root.provider_name !== undefined) return osquery;
  if (root.EventID !== undefined && root.Provider !== undefined && root.Channel !== undefined)
    return velociraptor;
  if (root.MachineName !== undefined && (root.ProviderName !== undefined || root.Source !== undefined))
    return getWinEvent;
  return isOpened ? withMessage : null;
}

/** True for the object of a Windows event whose fields have no names. */
export function isGetWinEvent(root: JsonObject): boolean {
  return root.ProviderName !== undefined && root.Id !== undefined && root.MachineName !== undefined;
}

/** If no string was opened, the tool's own members are all there is. */
export const bareWinEvent: Shape = {
  ...getWinEvent,
  data: (base) => (isObject(base.EventData) ? base.EventData : base),
  dataPath: (base) => (isObject(base.EventData) ? ['EventData'] : []),
};
