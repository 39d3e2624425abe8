import { LINUX_SYSMON, POWERSHELL, SECURITY, SYSMON } from '../../../knowledge';
import { type FieldRule, PROCESS_4688 } from '../fields';
import { listOf } from '../list-field';
import { type EventKind, kindOf, mapped, type Rules } from '../schema';
import { DNS, FILE, IMAGE_LOAD, NETWORK, PROCESS, REGISTRY } from './ecs-fields';

/*
 * Windows' own events as Winlogbeat and Elastic Agent ship them. `winlog.channel` identifies them, and
 * `winlog.event_data` has the fields by their own names; its modules move many of them to names of the Elastic Common
 * Schema.
 */

/** Later rules do not replace earlier ones: the hashes of a process come before those of a file. */
function together(...lists: readonly Rules[]): Rules {
  const rules = new Map<string, FieldRule>();
  for (const [field, rule] of lists.flat()) if (!rules.has(field)) rules.set(field, rule);
  return [...rules];
}

/** All categories that Sysmon's events serve; an event's id says which. */
const CATEGORIES = [
  ...[
    'process_creation',
    'process_termination',
    'network_connection',
    'dns_query',
    'image_load',
    'driver_load',
  ],
  ...['file_event', 'file_change', 'file_delete', 'file_delete_detected', 'file_rename'],
  ...['registry_event', 'registry_add', 'registry_set', 'registry_delete', 'registry_rename'],
];

const BESIDE_SYSMON = kindOf(
  "Winlogbeat's Sysmon",
  { categories: CATEGORIES },
  together(PROCESS, NETWORK, DNS, IMAGE_LOAD, FILE, REGISTRY),
);

const BESIDE_4688 = kindOf(
  "Winlogbeat's Security 4688",
  { categories: ['process_creation'] },
  [...PROCESS_4688.rules].map(([field, rule]): [string, FieldRule] => {
    const ecs = PROCESS.find(([name]) => name === field)?.[1];
    if (rule.kind !== 'mapped' || ecs?.kind !== 'mapped') return [field, rule];
    return [field, { ...rule, also: [...(rule.also ?? []), ['Winlogbeat', ecs.from]] }];
  }),
);

const BESIDE_POWERSHELL = kindOf(
  "Winlogbeat's PowerShell",
  { categories: ['ps_script', 'ps_module'] },
  mapped(['ScriptBlockText', 'powershell.file.script_block_text'], ['Path', 'file.path']),
);

/** Windows gives the values of the older log no names; Winlogbeat numbers them, where rules have one list `Data`. */
const BESIDE_CLASSIC = kindOf(
  "Winlogbeat's Windows PowerShell",
  { categories: ['ps_classic_start', 'ps_classic_provider_start', 'ps_classic_script'] },
  [['Data', { kind: 'made', field: listOf('Data', ['param1', 'param2', 'param3']) }]],
);

/** The other names of a channel's events in Winlogbeat; null if they keep their own. */
export function besideChannel(channel: string, eventId: number | null): EventKind | null {
  if (channel === SYSMON || channel === LINUX_SYSMON) return BESIDE_SYSMON;
  if (channel === SECURITY && eventId === 4688) return BESIDE_4688;
  if (channel === 'Windows PowerShell') return BESIDE_CLASSIC;
  return channel === POWERSHELL || channel === 'PowerShellCore/Operational' ? BESIDE_POWERSHELL : null;
}
