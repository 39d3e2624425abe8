import type { SigmaEvent } from '../../event';
import {
  type EventKind,
  has,
  kindOf,
  mapped,
  type RecognisedKind,
  type Rules,
  type Schema,
  textOf,
} from '../schema';

/*
 * Zeek's logs. The log's name is in `_path` if Zeek is configured to write it, and in the header of logs that are not
 * JSON; otherwise the fields show it. Services are named like the logs; rules use Zeek's own names, and partly W3C's.
 */

const ENDS: Rules = mapped(
  ['src_ip', 'id.orig_h'],
  ['src_port', 'id.orig_p'],
  ['dst_ip', 'id.resp_h'],
  ['dst_port', 'id.resp_p'],
);
const HTTP: Rules = [
  ...ENDS,
  ...mapped(
    ['c-uri', 'uri'],
    ['cs-uri', 'uri'],
    ['cs-method', 'method'],
    ['cs-host', 'host'],
    ['c-useragent', 'user_agent'],
    ['cs-user-agent', 'user_agent'],
    ['cs-referer', 'referrer'],
    ['sc-status', 'status_code'],
  ),
];
const DNS: Rules = [...ENDS, ...mapped(['record_type', 'qtype_name'], ['answer', 'answers'])];

/** Logs that rules exist for or may exist for, each with fields that only it has. */
const LOGS: readonly (readonly [path: string, only: readonly string[], rules?: Rules])[] = [
  ['conn', ['conn_state']],
  ['dns', ['qtype_name', 'query'], DNS],
  ['http', ['method', 'uri'], HTTP],
  ['smb_files', ['action', 'name', 'size']],
  ['smb_mapping', ['share_type']],
  ['dce_rpc', ['endpoint', 'operation']],
  ['kerberos', ['request_type', 'service']],
  ['rdp', ['cookie', 'security_protocol']],
  ['x509', ['certificate.serial']],
  ['ssl', ['cipher', 'established']],
  ['ssh', ['auth_attempts']],
  ['ntlm', ['domainname', 'username']],
  ['ftp', ['command', 'reply_code']],
  ['smtp', ['mailfrom']],
  ['files', ['fuid', 'mime_type']],
  ['notice', ['note', 'msg']],
  ['weird', ['name', 'notice', 'peer']],
  ['dhcp', ['msg_types']],
  ['ldap', ['message_id', 'opcode']],
];

const KINDS = new Map<string, EventKind>(
  LOGS.map(([path, , rules]) => [path, kindOf(`Zeek ${path}`, { services: [path] }, rules ?? ENDS)]),
);
const OTHER = kindOf('Zeek', { services: [] }, ENDS);

function recognise(event: SigmaEvent): RecognisedKind | null {
  const path = textOf(event, '_path');
  const isZeek = has(event, 'id.orig_h') || has(event, 'uid') || has(event, 'fuid') || has(event, 'ts');
  if (!isZeek) return null;
  if (path !== undefined) return { kind: KINDS.get(path) ?? OTHER, product: 'zeek', because: ['_path'] };
  if (!has(event, 'id.orig_h') || !has(event, 'uid')) return null;
  const log = LOGS.find(([, only]) => only.every((name) => has(event, name)));
  const kind = log ? KINDS.get(log[0])! : OTHER;
  return { kind, product: 'zeek', because: ['id.orig_h', 'uid', ...(log?.[1] ?? [])] };
}

export const ZEEK: Schema = {
  name: 'Zeek',
  signs: ['_path', 'id.orig_h'],
  kinds: [...KINDS.values(), OTHER],
  recognise,
};
