import { byName } from '../../../text';
import type { SigmaEvent } from '../../event';
import { type EventKind, has, kindOf, type RecognisedKind, type Rules, type Schema, textOf } from '../schema';
import { DIRECTION, DNS, DRIVER_LOAD, FILE, IMAGE_LOAD, NETWORK, PROCESS, REGISTRY } from './ecs-fields';
import { productOfPath } from './product';

/*
 * Elastic Common Schema: `event.category` and `event.type` say what an event is about, `host.os` on which system. For
 * an event's `get`, lists of values, nested objects and names with dots are all the same. Windows' own events shipped
 * by Winlogbeat are recognised by their channel before.
 */

const kind = (label: string, categories: readonly string[], rules: Rules) =>
  kindOf(`ECS ${label}`, { categories }, rules);

const START = kind('process start', ['process_creation'], PROCESS);
const DNS_QUERY = kind('DNS query', ['dns_query', 'dns'], DNS);
const CONNECTION = kind('network connection', ['network_connection'], [...NETWORK, ...DIRECTION]);
const RENAME = kind('file rename', ['file_rename'], FILE);
const LIBRARY = kind('library load', ['image_load'], IMAGE_LOAD);
const DRIVER = kind('driver load', ['driver_load'], DRIVER_LOAD);

/** By event.type, for each event.category. */
const BY_TYPE: readonly (readonly [category: string, byType: ReadonlyMap<string, EventKind>])[] = [
  ['process', byName({ start: START, end: kind('process end', ['process_termination'], PROCESS) })],
  [
    'file',
    byName({
      creation: kind('file creation', ['file_event'], FILE),
      deletion: kind('file deletion', ['file_delete'], FILE),
      change: kind('file change', ['file_change'], FILE),
      access: kind('file access', ['file_access'], FILE),
    }),
  ],
  [
    'registry',
    byName({
      change: kind('registry change', ['registry_event', 'registry_set'], REGISTRY),
      creation: kind('registry creation', ['registry_event', 'registry_add'], REGISTRY),
      deletion: kind('registry deletion', ['registry_event', 'registry_delete'], REGISTRY),
    }),
  ],
];

const KINDS = [
  ...BY_TYPE.flatMap(([, types]) => [...types.values()]),
  DNS_QUERY,
  CONNECTION,
  RENAME,
  LIBRARY,
  DRIVER,
];

const CATEGORY = 'event.category';
const TYPE = 'event.type';
/** Fields that show the system, the plainest first. */
const SYSTEMS = ['host.os.type', 'host.os.family', 'host.os.platform'];
const PRODUCTS = new Map([
  ['windows', 'windows'],
  ['linux', 'linux'],
  ['macos', 'macos'],
  ['darwin', 'macos'],
  ...['debian', 'redhat', 'suse', 'arch', 'ubuntu', 'centos', 'fedora', 'rhel', 'amazon', 'alpine'].map(
    (family) => [family, 'linux'] as const,
  ),
]);
/** A collector's host is not the host of the events that it collects: network events must name a process too. */
const PROCESSES = ['process.executable', 'process.name', 'process.pid'];

function recognise(event: SigmaEvent): RecognisedKind | null {
  const found = kindOfEvent(event);
  if (!found) return null;
  const system = SYSTEMS.find((name) => PRODUCTS.has(textOf(event, name)?.toLowerCase() ?? ''));
  if (system !== undefined) {
    const product = PRODUCTS.get(textOf(event, system)!.toLowerCase())!;
    return { ...found, product, because: [...found.because, system] };
  }
  const product = productOfPath(textOf(event, 'process.executable'));
  return product === null
    ? { ...found, product }
    : { ...found, product, because: [...found.because, 'process.executable'] };
}

function kindOfEvent(event: SigmaEvent): Omit<RecognisedKind, 'product'> | null {
  const categories = words(event, CATEGORY);
  if (categories.length === 0) {
    // Only ECS has the command line under that name; fields of other categories also occur elsewhere.
    const isStart = has(event, 'process.command_line') && words(event, TYPE).length === 0;
    return isStart ? { kind: START, because: ['process.command_line'] } : null;
  }
  const types = words(event, TYPE);
  const hasProcess = PROCESSES.some((name) => has(event, name));
  if (categories.includes('network') && hasProcess) {
    if (has(event, 'dns.question.name')) return { kind: DNS_QUERY, because: [CATEGORY, 'dns.question.name'] };
    const isOpened = !types.includes('end') && (types.includes('connection') || types.includes('start'));
    return isOpened ? { kind: CONNECTION, because: [CATEGORY, TYPE] } : null;
  }
  if (categories.includes('library')) return { kind: LIBRARY, because: [CATEGORY] };
  if (categories.includes('driver')) return { kind: DRIVER, because: [CATEGORY] };
  if (categories.includes('file') && words(event, 'event.action').includes('rename'))
    return { kind: RENAME, because: [CATEGORY, 'event.action'] };
  for (const [category, byType] of BY_TYPE) {
    if (!categories.includes(category)) continue;
    const [, found] = [...byType].find(([type]) => types.includes(type)) ?? [];
    if (found) return { kind: found, because: [CATEGORY, TYPE] };
  }
  return null;
}

/** The words of a field that is a list, or a list written as one text. */
function words(event: SigmaEvent, field: string): string[] {
  const value = event.get(field);
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  return texts.flatMap((text) =>
    typeof text === 'string' ? (text.toLowerCase().match(/[\w-]+/g) ?? []) : [],
  );
}

export const ECS: Schema = {
  name: 'Elastic Common Schema',
  signs: [CATEGORY, 'process.command_line'],
  kinds: KINDS,
  recognise,
};
