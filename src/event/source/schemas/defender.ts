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
 * Microsoft Defender XDR, advanced hunting: a table for each kind of activity, with the acting process under
 * `InitiatingProcess…`. Paths are complete, although the columns are called folders. Streamed rows are inside
 * `properties`.
 */

const FILE_HASHES = hashes(['SHA1', 'SHA1'], ['MD5', 'MD5'], ['SHA256', 'SHA256']);

const PROCESS: Rules = [
  ...mapped(
    ['Image', 'FolderPath'],
    ['CommandLine', 'ProcessCommandLine'],
    ['OriginalFileName', 'ProcessVersionInfoOriginalFileName'],
    ['Description', 'ProcessVersionInfoFileDescription'],
    ['Product', 'ProcessVersionInfoProductName'],
    ['Company', 'ProcessVersionInfoCompanyName'],
    ['IntegrityLevel', 'ProcessIntegrityLevel'],
    ['TerminalSessionId', 'CreatedProcessSessionId'],
    ['ParentImage', 'InitiatingProcessFolderPath'],
    ['ParentCommandLine', 'InitiatingProcessCommandLine'],
    ['ParentProcessId', 'InitiatingProcessId'],
    ['ParentIntegrityLevel', 'InitiatingProcessIntegrityLevel'],
  ),
  ...FILE_HASHES,
  ['LogonId', { kind: 'mapped', from: ['LogonId'], forms: 'process id' }],
  ['User', { kind: 'derived', from: ['AccountDomain', 'AccountName'] }],
  [
    'ParentUser',
    { kind: 'derived', from: ['InitiatingProcessAccountDomain', 'InitiatingProcessAccountName'] },
  ],
  [
    'FileVersion',
    {
      kind: 'never',
      because: [
        'Defender DeviceProcessEvents never has FileVersion; its ProcessVersionInfoProductVersion is the version of the product.',
      ],
    },
  ],
  ...never(
    'CurrentDirectory',
    'ProcessGuid',
    'ParentProcessGuid',
    'LogonGuid',
    'Imphash',
    'RuleName',
    'UtcTime',
  ),
];

/** The acting process, in the tables about something else. */
const ACTOR: Rules = [
  ...mapped(
    ['Image', 'InitiatingProcessFolderPath'],
    ['ProcessId', 'InitiatingProcessId'],
    ['CommandLine', 'InitiatingProcessCommandLine'],
    ['IntegrityLevel', 'InitiatingProcessIntegrityLevel'],
  ),
  ['User', { kind: 'derived', from: ['InitiatingProcessAccountDomain', 'InitiatingProcessAccountName'] }],
  ...never('ProcessGuid', 'RuleName', 'UtcTime'),
];

const FILE: Rules = [...ACTOR, ...mapped(['TargetFilename', 'FolderPath']), ...FILE_HASHES];

const IMAGE_LOAD: Rules = [
  ...ACTOR,
  ...mapped(['ImageLoaded', 'FolderPath']),
  ...FILE_HASHES,
  // The version columns are those of the process, not of what it loaded.
  ...never(...OF_THE_FILE, 'Signed', 'Signature', 'SignatureStatus'),
];

const HIVES = ['It has HKEY_LOCAL_MACHINE where Sysmon has HKLM.'];

const REGISTRY_KEY: Rules = [
  ...ACTOR,
  ['TargetObject', { kind: 'mapped', from: ['RegistryKey', 'PreviousRegistryKey'], note: HIVES }],
  ['EventType', { kind: 'mapped', from: ['ActionType'] }],
];

const REGISTRY_VALUE: Rules = [
  ...ACTOR,
  ['TargetObject', { kind: 'derived', from: ['RegistryKey', 'RegistryValueName'], note: HIVES }],
  ...mapped(['Details', 'RegistryValueData'], ['EventType', 'ActionType']),
];

const INITIATED = ['Only ActionType shows who opened the connection.'];

/** `near` is the side that opened the connection, as in Sysmon's events. */
function network(near: 'Local' | 'Remote'): Rules {
  const far = near === 'Local' ? 'Remote' : 'Local';
  return [
    ...ACTOR,
    ...mapped(
      ['SourceIp', `${near}IP`],
      ['SourcePort', `${near}Port`],
      ['DestinationIp', `${far}IP`],
      ['DestinationPort', `${far}Port`],
      [near === 'Local' ? 'DestinationHostname' : 'SourceHostname', 'RemoteUrl'],
    ),
    ['Initiated', { kind: 'never', because: INITIATED }],
  ];
}

interface Table {
  readonly label: string;
  readonly categories: readonly string[];
  readonly rules: Rules;
  readonly actions: readonly string[];
}

const TABLES: readonly Table[] = [
  {
    label: 'DeviceProcessEvents',
    categories: ['process_creation'],
    rules: PROCESS,
    actions: ['ProcessCreated'],
  },
  {
    label: 'DeviceImageLoadEvents',
    categories: ['image_load'],
    rules: IMAGE_LOAD,
    actions: ['ImageLoaded'],
  },
  {
    label: 'DeviceFileEvents (created)',
    categories: ['file_event'],
    rules: FILE,
    actions: ['FileCreated'],
  },
  {
    label: 'DeviceFileEvents (changed)',
    categories: ['file_change'],
    rules: FILE,
    actions: ['FileModified'],
  },
  { label: 'DeviceFileEvents (renamed)', categories: ['file_rename'], rules: FILE, actions: ['FileRenamed'] },
  { label: 'DeviceFileEvents (deleted)', categories: ['file_delete'], rules: FILE, actions: ['FileDeleted'] },
  {
    label: 'DeviceRegistryEvents (value set)',
    categories: ['registry_event', 'registry_set'],
    rules: REGISTRY_VALUE,
    actions: ['RegistryValueSet'],
  },
  {
    label: 'DeviceRegistryEvents (value deleted)',
    categories: ['registry_event', 'registry_delete'],
    rules: REGISTRY_VALUE,
    actions: ['RegistryValueDeleted'],
  },
  {
    label: 'DeviceRegistryEvents (key created)',
    categories: ['registry_event', 'registry_add'],
    rules: REGISTRY_KEY,
    actions: ['RegistryKeyCreated'],
  },
  {
    label: 'DeviceRegistryEvents (key deleted)',
    categories: ['registry_event', 'registry_delete'],
    rules: REGISTRY_KEY,
    actions: ['RegistryKeyDeleted'],
  },
  {
    label: 'DeviceRegistryEvents (key renamed)',
    categories: ['registry_event', 'registry_rename'],
    rules: REGISTRY_KEY,
    actions: ['RegistryKeyRenamed'],
  },
  {
    label: 'DeviceNetworkEvents',
    categories: ['network_connection'],
    rules: network('Local'),
    actions: [
      'ConnectionSuccess',
      'ConnectionFailed',
      'ConnectionRequest',
      'ConnectionAttempt',
      'ConnectionFound',
    ],
  },
  {
    label: 'DeviceNetworkEvents (inbound)',
    categories: ['network_connection'],
    rules: network('Remote'),
    actions: ['InboundConnectionAccepted'],
  },
];

/** One place where a row can be: at the top or, if streamed, inside `properties`. */
interface Layout {
  readonly prefix: string;
  readonly byAction: ReadonlyMap<string, EventKind>;
  readonly kinds: readonly EventKind[];
  readonly process: EventKind;
}

function layout(within: string): Layout {
  const kinds = TABLES.map(({ label, categories, rules }) =>
    kindOf(
      `Defender ${label}${within === '' ? '' : ` in ${within}`}`,
      { categories },
      within === '' ? rules : inside(within, rules),
    ),
  );
  return {
    prefix: within === '' ? '' : `${within}.`,
    byAction: new Map(
      TABLES.flatMap(({ actions }, i) => actions.map((action) => [action, kinds[i]!] as const)),
    ),
    kinds,
    process: kinds[0]!,
  };
}

const LAYOUTS = [layout(''), layout('properties')];

function recogniseIn({ prefix, byAction, process }: Layout, event: SigmaEvent): RecognisedKind | null {
  const actor = ACTOR_COLUMNS.map((name) => prefix + name).find((name) => has(event, name));
  if (actor === undefined) return null;
  const action = textOf(event, `${prefix}ActionType`);
  // Columns selected by a query: only one table has the command line of a process beside the one that started it.
  const kind =
    action === undefined ? has(event, `${prefix}ProcessCommandLine`) && process : byAction.get(action);
  if (!kind) return null;
  const path = PATHS.map((name) => prefix + name).find((name) => productOfPath(textOf(event, name)) !== null);
  const told = [`${prefix}${action === undefined ? 'ProcessCommandLine' : 'ActionType'}`, path ?? actor];
  return { kind, product: path === undefined ? null : productOfPath(textOf(event, path)), because: told };
}

/** Columns that no other source has. */
const ACTOR_COLUMNS = [
  'InitiatingProcessFolderPath',
  'InitiatingProcessFileName',
  'InitiatingProcessCommandLine',
];
/** A row does not name the operating system; its paths show it. */
const PATHS = ['InitiatingProcessFolderPath', 'FolderPath'];

export const DEFENDER: Schema = {
  name: 'Microsoft Defender XDR',
  signs: LAYOUTS.flatMap(({ prefix }) => ACTOR_COLUMNS.map((name) => prefix + name)),
  kinds: LAYOUTS.flatMap(({ kinds }) => kinds),
  recognise: (event) => recogniseIn(LAYOUTS[0]!, event) ?? recogniseIn(LAYOUTS[1]!, event),
};
