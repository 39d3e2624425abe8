import type { Scalar } from '../../text';
import type { FieldTest } from './field-test';

/*
 * Which fields of an event a rule is probably about, and how best to test their values. Field names are those of the
 * Sigma taxonomy.
 */

/** The fields that tell what happened, the most specific first. */
export const TELLING: readonly string[] = [
  'Image',
  'NewProcessName',
  'CommandLine',
  'ScriptBlockText',
  'TargetObject',
  'TargetFilename',
  'ImageLoaded',
  'PipeName',
  'QueryName',
  'DestinationHostname',
  'DestinationPort',
  'ServiceName',
  'ImagePath',
  'TaskName',
  'ParentImage',
  'Details',
  'TargetImage',
  'GrantedAccess',
  'OriginalFileName',
  'LogonType',
  'Status',
  'eventSource',
  'eventName',
  'operationName',
  'properties.message',
  'action',
  'cs-method',
  'c-uri',
  'c-useragent',
  'exe',
  'type',
  'Provider_Name',
];

const CHANGING_NAME =
  /time|stamp|date$|guid|uuid|luid|(?:^|[._])id$|(?:process|thread|logon|record|activity|correlation|session|request)_?id$|pid$|sid$|^(?:host|hostname|computer|computername|level|task|opcode|keywords|version|sourceport|terminalsessionid)$|hash|md5|sha\d|sequence|serial/i;
const CHANGING_VALUE =
  /^\{?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\}?$|^\d{4}-\d\d-\d\d[T ]\d\d:|^0x[\da-f]{3,}$/i;

/** True for what differs between events whatever happens: times, ids, the name of the machine. */
export function isChanging(field: string, value: Scalar): boolean {
  return CHANGING_NAME.test(field) || CHANGING_VALUE.test(String(value));
}

const PATH = /^(?:[a-z]:\\|\\\\|\\[\w?]|\/|%\w+%\\|HK(?:LM|U|CU|CR|EY_)\w*\\)/i;
const MAX_LENGTH = 400;

/** True for the path of a file, a registry key or the like. */
export function isPath(text: string): boolean {
  return PATH.test(text) && text.length <= MAX_LENGTH && /[\\/][^\\/]+$/.test(text);
}

/** The distinctive end of a path, with the separator before it: two names of a registry key, otherwise one. */
export function endOfPath(text: string): string {
  const names = /^\\?(?:HK|REGISTRY)/i.test(text) ? 2 : 1;
  let at = text.length;
  for (let i = 0; i < names; i++) {
    const before = Math.max(text.lastIndexOf('\\', at - 1), text.lastIndexOf('/', at - 1));
    if (before <= 0) break;
    at = before;
  }
  return text.slice(at === text.length ? 0 : at);
}

const MAX_OPTIONS = 3;

/** The best test for a value, so that the same activity elsewhere also matches. Null if the value says nothing. */
export function sensibleTest(field: string, value: Scalar): FieldTest | null {
  const text = String(value);
  if (text.trim() === '' || text === '-' || text.length > 10_000) return null;
  if (typeof value !== 'string') return { field, modifier: '', values: [value] };
  if (/command_?line$/i.test(field)) return commandTest(field, text);
  if (isPath(text)) return { field, modifier: 'endswith', values: [endOfPath(text)] };
  if (text.length > MAX_LENGTH) return null;
  return { field, modifier: '', values: [value] };
}

/** The options of a command line or, without any, what follows the program. */
function commandTest(field: string, text: string): FieldTest | null {
  const behind = /^\s*(?:"[^"]*"|\S+)(\s+.*)$/s.exec(text)?.[1]?.trimEnd();
  if (!behind) return null;
  const options = [...new Set(behind.match(/ [-/][A-Za-z][\w-]*(?=[\s:=]|$)/g) ?? [])].slice(0, MAX_OPTIONS);
  if (options.length > 1) return { field, modifier: 'contains|all', values: options };
  if (options.length === 1) return { field, modifier: 'contains', values: options };
  const rest = behind.trim().slice(0, MAX_LENGTH);
  return /[\n\r]/.test(rest) ? null : { field, modifier: 'contains', values: [rest] };
}
