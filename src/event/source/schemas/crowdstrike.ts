import { code, say } from '../../../text';
import type { SigmaEvent } from '../../event';
import {
  type EventKind,
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

/*
 * CrowdStrike Falcon: what the sensor reports, by `event_simpleName` (`#event_simpleName` in search results). Its
 * `…ProcessId` fields are numbers of its own; the system's id is in RawProcessId. Other processes are named only by
 * file name.
 */

const PARENT_ID = [
  "CrowdStrike's ParentProcessId is not the parent's process id but a number of its own. CrowdStrike never has the parent's process id.",
];
const DISK = say`It begins with the device of the disk (${code('\\Device\\HarddiskVolume3')}), so a rule that requires a drive letter does not match.`;
const FILE_NAME = ['It is only the file name, so a rule that requires its folder does not match.'];

const PROCESS: Rules = [
  ['Image', { kind: 'mapped', from: ['ImageFileName'], note: DISK }],
  ['ParentImage', { kind: 'mapped', from: ['ParentBaseFileName'], forms: 'file name', note: FILE_NAME }],
  ['ProcessId', { kind: 'mapped', from: ['RawProcessId'], forms: 'process id', sameName: 'other' }],
  ['ParentProcessId', { kind: 'never', because: PARENT_ID, sameName: 'other' }],
  ['LogonId', { kind: 'mapped', from: ['AuthenticationId'], forms: 'process id' }],
  ['IntegrityLevel', { kind: 'mapped', from: ['IntegrityLevel'], forms: 'integrity' }],
  ...mapped(['CommandLine', 'CommandLine'], ['User', 'UserName'], ['TerminalSessionId', 'SessionId']),
  ...hashes(['SHA1', 'SHA1HashData'], ['MD5', 'MD5HashData'], ['SHA256', 'SHA256HashData']),
  ...never(
    'ParentCommandLine',
    ...OF_THE_FILE,
    'CurrentDirectory',
    'ProcessGuid',
    'ParentProcessGuid',
    'LogonGuid',
    'ParentUser',
    'Imphash',
    'RuleName',
    'UtcTime',
  ),
];

const ACTOR: Rules = [
  ['Image', { kind: 'mapped', from: ['ContextBaseFileName'], forms: 'file name', note: FILE_NAME }],
  ...mapped(['User', 'UserName']),
  ...never('ProcessId', 'ProcessGuid', 'RuleName', 'UtcTime'),
];

/** `near` is the side that opened the connection. */
function network(near: 'Local' | 'Remote'): Rules {
  const far = near === 'Local' ? 'Remote' : 'Local';
  return [
    ...ACTOR,
    ...mapped(
      ['SourceIp', [`${near}AddressIP4`, `${near}AddressIP6`]],
      ['SourcePort', `${near}Port`],
      ['DestinationIp', [`${far}AddressIP4`, `${far}AddressIP6`]],
      ['DestinationPort', `${far}Port`],
    ),
    ...never('DestinationHostname', 'SourceHostname', 'Initiated'),
  ];
}

const EVENTS: readonly (readonly [
  label: string,
  category: string,
  rules: Rules,
  names: readonly string[],
])[] = [
  ['ProcessRollup2', 'process_creation', PROCESS, ['ProcessRollup2', 'SyntheticProcessRollup2']],
  ['DnsRequest', 'dns_query', [...ACTOR, ...mapped(['QueryName', 'DomainName'])], ['DnsRequest']],
  ['NetworkConnect', 'network_connection', network('Local'), ['NetworkConnectIP4', 'NetworkConnectIP6']],
  [
    'NetworkReceiveAccept',
    'network_connection',
    network('Remote'),
    ['NetworkReceiveAcceptIP4', 'NetworkReceiveAcceptIP6'],
  ],
];

interface Layout {
  /** Fields that name the event. */
  readonly names: readonly string[];
  readonly platform: string;
  readonly kinds: ReadonlyMap<string, EventKind>;
}

function layout(within: string): Layout {
  const prefix = within === '' ? '' : `${within}.`;
  const kinds = EVENTS.flatMap(([label, category, rules, names]) => {
    const kind = kindOf(
      `CrowdStrike ${label}${within === '' ? '' : ` in ${within}`}`,
      { categories: [category] },
      within === '' ? rules : inside(within, rules),
    );
    return names.map((name) => [name, kind] as const);
  });
  return {
    names: [`${prefix}event_simpleName`, `${prefix}#event_simpleName`],
    platform: `${prefix}event_platform`,
    kinds: new Map(kinds),
  };
}

const LAYOUTS = [layout(''), layout('event')];
const PLATFORMS = new Map([
  ['Win', 'windows'],
  ['Lin', 'linux'],
  ['Mac', 'macos'],
]);

function recognise(event: SigmaEvent): RecognisedKind | null {
  for (const { names, platform, kinds } of LAYOUTS) {
    for (const name of names) {
      const kind = kinds.get(textOf(event, name) ?? '');
      if (!kind) continue;
      const product = PLATFORMS.get(textOf(event, platform) ?? '') ?? null;
      return { kind, product, because: [name, platform] };
    }
  }
  return null;
}

export const CROWDSTRIKE: Schema = {
  name: 'CrowdStrike Falcon',
  signs: LAYOUTS.flatMap(({ names }) => names),
  kinds: LAYOUTS.flatMap(({ kinds }) => [...new Set(kinds.values())]),
  recognise,
};
