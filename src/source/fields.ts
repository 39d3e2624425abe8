import type { SigmaEvent } from '../event/event';
import { HASH_FIELDS } from './hashes';

/** How an event's own names answer to a category's field name. */
export type FieldRule =
  | {
      readonly kind: 'mapped';
      readonly from: readonly string[];
      readonly readings?: 'process id' | 'integrity';
    }
  | { readonly kind: 'derived'; readonly from: readonly [domain: string, name: string] }
  | { readonly kind: 'never' };

/** The fields of one source as one category sees them. */
export interface FieldTable {
  readonly label: string;
  readonly rules: ReadonlyMap<string, FieldRule>;
}

const NEVER: FieldRule = { kind: 'never' };

/** Security 4688 for windows/process_creation (semantics.md, "Log source"). */
const PROCESS_4688: FieldTable = {
  label: 'Security 4688',
  rules: new Map<string, FieldRule>([
    ['Image', { kind: 'mapped', from: ['NewProcessName'] }],
    ['ParentImage', { kind: 'mapped', from: ['ParentProcessName'] }],
    ['CommandLine', { kind: 'mapped', from: ['CommandLine', 'ProcessCommandLine'] }],
    ['ProcessId', { kind: 'mapped', from: ['NewProcessId'], readings: 'process id' }],
    ['ParentProcessId', { kind: 'mapped', from: ['ProcessId'], readings: 'process id' }],
    ['LogonId', { kind: 'mapped', from: ['SubjectLogonId'] }],
    ['User', { kind: 'derived', from: ['SubjectDomainName', 'SubjectUserName'] }],
    ['IntegrityLevel', { kind: 'mapped', from: ['MandatoryLabel'], readings: 'integrity' }],
    ...[
      'ParentCommandLine',
      'OriginalFileName',
      ...HASH_FIELDS,
      'CurrentDirectory',
      'Company',
      'Description',
      'Product',
      'FileVersion',
      'ProcessGuid',
      'ParentProcessGuid',
      'LogonGuid',
      'ParentUser',
      'TerminalSessionId',
      'RuleName',
      'UtcTime',
      'ParentIntegrityLevel',
    ].map((name): [string, FieldRule] => [name, NEVER]), // prettier-ignore
  ]),
};

/** The table for events of a channel and id as a category's rules see them; undefined: they use its names already. */
export function fieldTable(
  category: string | null,
  channel: string | null,
  eventId: number | null,
): FieldTable | undefined {
  return category === 'process_creation' && channel === 'Security' && eventId === 4688
    ? PROCESS_4688
    : undefined;
}

/**
 * The event's own field that answers to `field`, or undefined. A pipeline that has renamed the fields already wins,
 * except that 4688's own ProcessId is the parent's as long as the new process has its id beside it.
 */
export function ownName(event: SigmaEvent, field: string, rule: FieldRule): string | undefined {
  if (rule.kind !== 'mapped') return event.get(field) !== undefined ? field : undefined;
  if (field === 'ProcessId') {
    if (event.get('NewProcessId') !== undefined) return 'NewProcessId';
    return event.get('ParentProcessId') !== undefined && event.get(field) !== undefined ? field : undefined;
  }
  if (event.get(field) !== undefined) return field;
  return rule.from.find((name) => event.get(name) !== undefined);
}

const INTEGRITY = new Map([
  ['0', 'Untrusted'],
  ['4096', 'Low'],
  ['8192', 'Medium'],
  ['8448', 'MediumPlus'],
  ['12288', 'High'],
  ['16384', 'System'],
  ['20480', 'Protected'],
]);

/** The value as rules may write it: a process id in hexadecimal and in decimal, an integrity level by name and by SID. */
export function readings(value: unknown, kind: 'process id' | 'integrity'): unknown {
  if (kind === 'integrity') {
    if (typeof value !== 'string') return value;
    const sid = /^S-1-16-(\d+)$/i.exec(value);
    const name = sid ? INTEGRITY.get(sid[1]!) : /^Mandatory Label\\(\w+) Mandatory Level$/i.exec(value)?.[1];
    return name === undefined ? value : [name, value];
  }
  if (typeof value === 'string') {
    if (/^0x[0-9a-f]{1,12}$/i.test(value)) return [value, String(Number.parseInt(value.slice(2), 16))];
    if (/^\d{1,15}$/.test(value)) return [value, `0x${Number(value).toString(16)}`];
    return value;
  }
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? [value, `0x${value.toString(16)}`]
    : value;
}

/** `domain\name` from its two fields; undefined where the event has no name. */
export function joinUser(event: SigmaEvent, domain: string, name: string): string | undefined {
  const user = event.get(name);
  if (typeof user !== 'string') return undefined;
  const prefix = event.get(domain);
  return typeof prefix === 'string' && prefix !== '' ? `${prefix}\\${user}` : user;
}
