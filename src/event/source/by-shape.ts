import { LINUX_SYSMON, POWERSHELL, SECURITY, SYSMON } from '../../knowledge';
import type { SigmaEvent } from '../event';
import { type EventSource, UNKNOWN } from './source';

/** Fields of which each Sysmon event has at least one, and other sources none. */
const SYSMON_FIELDS = ['UtcTime', 'ProcessGuid', 'SourceProcessGUID', 'SourceProcessGuid'];
/** Fields of which nearly every event of the Security log has one. */
const SECURITY_FIELDS = ['SubjectUserSid', 'TargetUserSid', 'SubjectLogonId'];

/** The new process of a 4688, by Windows' name and by Splunk's. */
const NEW_PROCESS = ['NewProcessName', 'New_Process_Name'];

/**
 * Recognises an event without channel and provider by the fields that only one source has. `make` gives the source of a
 * channel and event id; the evidence says that it was concluded.
 */
export function byShape(
  event: SigmaEvent,
  eventId: number | null,
  make: (channel: string, eventId: number | null, evidence: string) => EventSource,
): EventSource {
  const has = (field: string) => event.get(field) !== undefined;
  if (eventId === null) {
    if (has('NewProcessName') && has('SubjectUserSid')) {
      return make(
        SECURITY,
        4688,
        'only Security 4688 has both NewProcessName and SubjectUserSid (concluded from the fields)',
      );
    }
    return UNKNOWN;
  }
  const because = (field: string) =>
    `EventID is ${eventId} and there is a field ${field} (concluded from the fields)`;
  if (eventId === 4688) {
    const field = NEW_PROCESS.find(has);
    if (field !== undefined) return make(SECURITY, eventId, because(field));
  }
  if ((eventId >= 1 && eventId <= 29) || eventId === 255) {
    const field = SYSMON_FIELDS.find(has);
    if (field !== undefined) return make(isUnix(event) ? LINUX_SYSMON : SYSMON, eventId, because(field));
    return UNKNOWN;
  }
  if (eventId === 4104 && has('ScriptBlockText'))
    return make(POWERSHELL, eventId, because('ScriptBlockText'));
  if (eventId === 4103 && has('ContextInfo')) return make(POWERSHELL, eventId, because('ContextInfo'));
  if (eventId >= 4608 && eventId <= 6424) {
    const field = SECURITY_FIELDS.find(has);
    if (field !== undefined) return make(SECURITY, eventId, because(field));
  }
  return UNKNOWN;
}

/** Sysmon runs on Linux too, with the same event ids; there, paths begin with a slash. */
function isUnix(event: SigmaEvent): boolean {
  const image = event.get('Image');
  return typeof image === 'string' && image.startsWith('/');
}
