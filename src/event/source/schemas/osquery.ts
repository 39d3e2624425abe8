import type { SigmaEvent } from '../../event';
import {
  type EventKind,
  has,
  hashes,
  inside,
  kindOf,
  mapped,
  never,
  OF_THE_FILE,
  type RecognisedKind,
  type Rules,
  type Schema,
  textOf,
} from '../schema';
import { productOfPath } from './product';

/*
 * Rows of osquery's tables: in its results log under `columns`, in a snapshot and from its shell as they are. Windows' event
 * logs, which it reads too, have a layout of their own.
 */

const USER = ['It is the number of the user, not the name, unless the table has names.'];
const NUMBER: Rules = [['User', { kind: 'mapped', from: ['username', 'uid'], note: USER }]];

const PROCESS: Rules = [
  ...mapped(
    ['Image', 'path'],
    ['CommandLine', 'cmdline'],
    ['ProcessId', 'pid'],
    ['ParentProcessId', ['parent', 'ppid']],
    ['CurrentDirectory', 'cwd'],
  ),
  ...NUMBER,
  ...never('ParentImage', 'ParentCommandLine', ...OF_THE_FILE, 'IntegrityLevel', 'ProcessGuid', 'Hashes'),
];
const SOCKET: Rules = [
  ...mapped(
    ['Image', 'path'],
    ['ProcessId', 'pid'],
    ['DestinationIp', 'remote_address'],
    ['DestinationPort', 'remote_port'],
    ['SourceIp', 'local_address'],
    ['SourcePort', 'local_port'],
  ),
  ...NUMBER,
  ...never('DestinationHostname', 'ProcessGuid', 'Initiated'),
];
const FILE: Rules = [
  ...mapped(['TargetFilename', 'target_path']),
  ...hashes(['MD5', 'md5'], ['SHA1', 'sha1'], ['SHA256', 'sha256']),
  ...never('Image', 'ProcessId', 'ProcessGuid', 'CommandLine'),
];

interface Table {
  /** Columns that only this table has together. */
  readonly columns: readonly string[];
  readonly kinds: (action: string | undefined) => readonly [plain: EventKind, logged: EventKind] | null;
}

function both(label: string, category: string, rules: Rules): readonly [EventKind, EventKind] {
  const categories = [category];
  return [
    kindOf(`osquery ${label}`, { categories }, rules),
    kindOf(`osquery ${label}, logged`, { categories }, inside('columns', rules)),
  ];
}

const PROCESSES = both('processes', 'process_creation', PROCESS);
const SOCKETS = both('connections', 'network_connection', SOCKET);
const FILES = both('files', 'file_event', FILE);
const DELETED = both('deleted files', 'file_delete', FILE);

const TABLES: readonly Table[] = [
  { columns: ['path', 'cmdline', 'pid'], kinds: () => PROCESSES },
  {
    columns: ['remote_address', 'remote_port', 'pid'],
    kinds: (action) => (action === undefined || action === 'connect' ? SOCKETS : null),
  },
  {
    columns: ['target_path', 'action'],
    kinds: (action) =>
      action === 'DELETED' ? DELETED : /^(?:CREATED|UPDATED|MOVED_TO)$/.test(action ?? '') ? FILES : null,
  },
];

function recognise(event: SigmaEvent): RecognisedKind | null {
  const isLogged = has(event, 'hostIdentifier');
  const own = (name: string) => (isLogged ? `columns.${name}` : name);
  for (const { columns, kinds } of TABLES) {
    if (!columns.every((name) => has(event, own(name)))) continue;
    // A bare row has no other sign of osquery than its columns; those of a process are told by its parent.
    if (!isLogged && columns[1] === 'cmdline' && !has(event, 'parent') && !has(event, 'ppid')) continue;
    const found = kinds(textOf(event, own('action')));
    if (!found) return null;
    const path = textOf(event, own('path')) ?? textOf(event, own('target_path'));
    return {
      kind: found[isLogged ? 1 : 0],
      product: productOfPath(path),
      because: [...(isLogged ? ['hostIdentifier'] : []), ...columns.map(own)],
    };
  }
  return null;
}

export const OSQUERY: Schema = {
  name: 'osquery',
  signs: ['hostIdentifier', 'cmdline', 'remote_address', 'target_path'],
  kinds: [...PROCESSES, ...SOCKETS, ...FILES, ...DELETED],
  recognise,
};
