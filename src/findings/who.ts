import type { SigmaEvent } from '../event';

/** Fields that name the host of an event, the most certain first. */
const HOSTS = [
  'Computer',
  'host.name',
  'host.hostname',
  'ComputerName',
  'computer_name',
  'Hostname',
  'HostName',
  'hostname',
  'MachineName',
  'DeviceName',
  'agent.hostname',
  'host',
];

/** Fields that name who did it, before those that name to whom it was done. */
const USERS = [
  'User',
  'user.name',
  'SubjectUserName',
  'TargetUserName',
  'UserName',
  'AccountName',
  'userIdentity.userName',
  'userIdentity.arn',
  'userPrincipalName',
  'UserId',
  'username',
  'user',
];

/** A longer name is cut: it is shown in a table, and there may be very many. */
const LONGEST = 120;

/** The host that an event is of; empty if it names none. */
export function hostOf(event: SigmaEvent): string {
  return firstOf(event, HOSTS);
}

/** The user that an event is of; empty if it names none. */
export function userOf(event: SigmaEvent): string {
  return firstOf(event, USERS);
}

function firstOf(event: SigmaEvent, fields: readonly string[]): string {
  for (const field of fields) {
    const value = event.get(field);
    const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
    // Windows writes a dash where it has nothing to say.
    if (text !== '' && text !== '-') return text.slice(0, LONGEST);
  }
  return '';
}
