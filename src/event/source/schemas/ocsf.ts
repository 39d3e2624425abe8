import type { SigmaEvent } from '../../event';
import type { FieldRule } from '../fields';
import { has, kindOf, mapped, never, type RecognisedKind, type Schema, textOf } from '../schema';
import { productOfPath } from './product';

/*
 * Open Cybersecurity Schema Framework: `class_uid` 1007 is process activity. The parent is `process.parent_process` or,
 * if that is missing, the acting process, `actor.process`.
 */

const PARENTS = ['process.parent_process', 'actor.process'];

function parent(field: string, rest: readonly string[]): [string, FieldRule][] {
  return mapped([field, PARENTS.flatMap((process) => rest.map((name) => `${process}.${name}`))]);
}

const HASHES = ['It is the list of all hashes, without their types.'];

const RULES: readonly (readonly [string, FieldRule])[] = [
  ...mapped(
    ['Image', ['process.file.path', 'process.path']],
    ['CommandLine', 'process.cmd_line'],
    ['ProcessId', 'process.pid'],
    ['ProcessGuid', 'process.uid'],
    ['CurrentDirectory', 'process.working_directory'],
    ['IntegrityLevel', 'process.integrity'],
    ['Company', 'process.file.company_name'],
    ['Product', 'process.file.product.name'],
    ['FileVersion', 'process.file.version'],
    ['Description', 'process.file.desc'],
    ['TerminalSessionId', 'process.session.uid'],
  ),
  ...parent('ParentImage', ['file.path', 'path']),
  ...parent('ParentCommandLine', ['cmd_line']),
  ...parent('ParentProcessId', ['pid']),
  ...parent('ParentProcessGuid', ['uid']),
  ['User', { kind: 'derived', from: ['process.user.domain', 'process.user.name'] }],
  ['ParentUser', { kind: 'derived', from: ['actor.user.domain', 'actor.user.name'] }],
  // The digests differ in length, so a rule for one type never matches another.
  ...['md5', 'sha1', 'sha256'].map((field): [string, FieldRule] => [
    field,
    { kind: 'mapped', from: ['process.file.hashes.value', 'process.file.fingerprints.value'], note: HASHES },
  ]),
  ...never('OriginalFileName', 'LogonGuid', 'RuleName', 'UtcTime'),
];

const LAUNCH = kindOf('OCSF process launch', { categories: ['process_creation'] }, RULES);
const TERMINATE = kindOf('OCSF process end', { categories: ['process_termination'] }, RULES);

const PRODUCTS: readonly (readonly [RegExp, string])[] = [
  [/windows/i, 'windows'],
  [/linux|ubuntu|debian|red ?hat|centos|suse/i, 'linux'],
  [/mac ?os/i, 'macos'],
];
const SYSTEMS = ['device.os.type', 'device.os.name'];
/** By `device.os.type_id`. */
const SYSTEM_IDS = new Map([
  ['100', 'windows'],
  ['200', 'linux'],
  ['300', 'macos'],
]);

function recognise(event: SigmaEvent): RecognisedKind | null {
  if (textOf(event, 'class_uid') !== '1007' || !has(event, 'process')) return null;
  const activity = textOf(event, 'activity_id');
  if (activity !== undefined && activity !== '1' && activity !== '2') return null;
  const kind = activity === '2' ? TERMINATE : LAUNCH;
  const because = activity === undefined ? ['class_uid'] : ['class_uid', 'activity_id'];
  for (const name of SYSTEMS) {
    const system = textOf(event, name) ?? '';
    const product = PRODUCTS.find(([pattern]) => pattern.test(system))?.[1];
    if (product !== undefined) return { kind, product, because: [...because, name] };
  }
  const byId = SYSTEM_IDS.get(textOf(event, 'device.os.type_id') ?? '');
  if (byId !== undefined) return { kind, product: byId, because: [...because, 'device.os.type_id'] };
  const product = productOfPath(textOf(event, 'process.file.path'));
  return { kind, product, because: product === null ? because : [...because, 'process.file.path'] };
}

export const OCSF: Schema = { name: 'OCSF', signs: ['class_uid'], kinds: [LAUNCH, TERMINATE], recognise };
