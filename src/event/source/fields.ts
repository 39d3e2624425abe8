import { isNumber, type Words } from '../../text';
import type { SigmaEvent } from '../event';
import { type DerivedField, HASH_FIELDS, type HashPieces } from './hashes';

/** How a category's field name maps to an event's own names. */
export type FieldRule = MappedRule | JoinedRule | HashesRule | MadeRule | NeverRule;

export interface MappedRule extends OwnNameRule {
  readonly kind: 'mapped';
  /** The event's own names; the first that it has is read. */
  readonly from: readonly string[];
  /**
   * The names of forwarders that rename fields, each with the forwarder's name; read if the event has none of `from`.
   */
  readonly also?: readonly (readonly [who: string, names: readonly string[]])[];
  readonly forms?: OtherForms;
  /** What else users should know about these values: a whole sentence. */
  readonly note?: Words;
}

/** `domain\name` from two fields. */
export interface JoinedRule extends OwnNameRule {
  readonly kind: 'derived';
  readonly from: readonly [domain: string, name: string];
  /**
   * The two fields of a forwarder that renames them, and the forwarder's name; read if the event has none of `from`.
   */
  readonly also?: readonly [who: string, domain: string, name: string];
  readonly note?: Words;
}

/** Assembled from several values of the event. */
export interface MadeRule extends OwnNameRule {
  readonly kind: 'made';
  readonly field: DerivedField;
}

/** `SHA1=…,MD5=…` from one field for each hash. */
export interface HashesRule extends OwnNameRule {
  readonly kind: 'hashes';
  readonly from: HashPieces;
}

export interface NeverRule extends OwnNameRule {
  readonly kind: 'never';
  /** A whole sentence that says more than that the source never has it. */
  readonly because?: Words;
}

interface OwnNameRule {
  /**
   * What the event's field with the rule's own name is. Absent: what the rule means, so that a pipeline that has
   * already renamed the fields wins. `other`: something else, which is never read. `{ beside }`: something else, unless
   * that field is beside it.
   */
  readonly sameName?: 'other' | { readonly beside: string };
}

/** In which other forms rules write the values of a field. */
export type OtherForms = 'process id' | 'integrity' | 'file name';

/** The fields of one source as one category sees them. */
export interface FieldTable {
  /** The source's name for users; unique among the tables. */
  readonly label: string;
  readonly rules: ReadonlyMap<string, FieldRule>;
}

const NEVER: FieldRule = { kind: 'never' };

/** The names of Splunk's Windows add-on where it extracted the fields from the event's text. */
function splunk(...names: readonly string[]): MappedRule['also'] {
  return [['Splunk', names]];
}

/** Security 4688 for windows/process_creation (semantics.md, "Log source"). */
export const PROCESS_4688: FieldTable = {
  label: 'Security 4688',
  rules: new Map<string, FieldRule>([
    ['Image', { kind: 'mapped', from: ['NewProcessName'], also: splunk('New_Process_Name') }],
    ['ParentImage', { kind: 'mapped', from: ['ParentProcessName'], also: splunk('Creator_Process_Name') }],
    [
      'CommandLine',
      {
        kind: 'mapped',
        from: ['CommandLine', 'ProcessCommandLine'],
        also: splunk('Process_Command_Line'),
      },
    ],
    // Its own ProcessId is the parent's, as long as the new process has its id beside it.
    [
      'ProcessId',
      {
        kind: 'mapped',
        from: ['NewProcessId'],
        also: splunk('New_Process_ID'),
        forms: 'process id',
        sameName: { beside: 'ParentProcessId' },
      },
    ],
    [
      'ParentProcessId',
      { kind: 'mapped', from: ['ProcessId'], also: splunk('Creator_Process_ID'), forms: 'process id' },
    ],
    ['LogonId', { kind: 'mapped', from: ['SubjectLogonId'], also: splunk('Logon_ID') }],
    [
      'User',
      {
        kind: 'derived',
        from: ['SubjectDomainName', 'SubjectUserName'],
        also: ['Splunk', 'Account_Domain', 'Account_Name'],
      },
    ],
    [
      'IntegrityLevel',
      { kind: 'mapped', from: ['MandatoryLabel'], also: splunk('Mandatory_Label'), forms: 'integrity' },
    ],
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

/** The table for events of a channel and id as a category's rules see them; undefined if they already use its names. */
export function fieldTable(
  category: string | null,
  channel: string | null,
  eventId: number | null,
): FieldTable | undefined {
  return category === 'process_creation' && channel === 'Security' && eventId === 4688
    ? PROCESS_4688
    : undefined;
}

const NOBODY: NonNullable<MappedRule['also']> = [];

/** The event's own field that `field` maps to, or undefined. */
export function ownName(event: SigmaEvent, field: string, rule: FieldRule): string | undefined {
  const { sameName } = rule;
  if (sameName === undefined && event.get(field) !== undefined) return field;
  if (rule.kind === 'mapped') {
    for (const name of rule.from) if (event.get(name) !== undefined) return name;
    for (const [, names] of rule.also ?? NOBODY)
      for (const name of names) if (event.get(name) !== undefined) return name;
  }
  const isMeant = typeof sameName === 'object' && event.get(sameName.beside) !== undefined;
  return isMeant && event.get(field) !== undefined ? field : undefined;
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

/**
 * The value as rules may write it: a process id in hexadecimal and in decimal, an integrity level by name and by SID, a
 * file name as the end of a path.
 */
export function inForms(value: unknown, kind: OtherForms): unknown {
  if (kind === 'integrity') return integrity(value);
  if (kind === 'file name')
    return typeof value === 'string' && /^[^\\/]+$/.test(value) ? [value, `\\${value}`, `/${value}`] : value;
  if (typeof value === 'string') {
    if (/^0x[0-9a-f]{1,12}$/i.test(value)) return [value, String(Number.parseInt(value.slice(2), 16))];
    if (/^\d{1,15}$/.test(value)) return [value, `0x${Number(value).toString(16)}`];
    return value;
  }
  if (!isNumber(value)) return value;
  const number = Number(value);
  return Number.isSafeInteger(number) && number >= 0 ? [value, `0x${number.toString(16)}`] : value;
}

/** By name: from a SID, from the end of one, or from its English display name. */
function integrity(value: unknown): unknown {
  if (typeof value !== 'string' && !isNumber(value)) return value;
  const level = /^(?:S-1-16-)?(\d+)$/i.exec(String(isNumber(value) ? Number(value) : value));
  const name = level
    ? INTEGRITY.get(level[1]!)
    : /^Mandatory Label\\(\w+) Mandatory Level$/i.exec(String(value))?.[1];
  return name === undefined ? value : [name, value];
}

/** The two fields that give `domain\name` in this event: those of the rule, or a forwarder's. */
export function halves(event: SigmaEvent, rule: JoinedRule): readonly [domain: string, name: string] {
  const { also, from } = rule;
  return also && event.get(from[1]) === undefined && event.get(also[2]) !== undefined
    ? [also[1], also[2]]
    : from;
}

/** `domain\name` from its two fields; undefined if the event has no name. */
export function joinUser(event: SigmaEvent, domain: string, name: string): string | undefined {
  const user = half(event, name);
  if (user === undefined) return undefined;
  const prefix = half(event, domain);
  return prefix !== undefined && prefix !== '' ? `${prefix}\\${user}` : user;
}

/** A text, or the first of a list: if an event is about several accounts, the acting one comes first. */
export function half(event: SigmaEvent, field: string): string | undefined {
  const value = event.get(field);
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : undefined;
}
