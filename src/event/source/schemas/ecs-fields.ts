import { hashes, mapped, never, type Rules } from '../schema';

/*
 * The Elastic Common Schema's names for the fields of Sysmon, by what an event is about. Elastic's own agents use them,
 * and Winlogbeat's modules move values to them, beside Windows' own names.
 */

/** The acting process and its user. */
export const ACTOR: Rules = [
  ...mapped(
    ['Image', 'process.executable'],
    ['ProcessId', 'process.pid'],
    ['ProcessGuid', 'process.entity_id'],
    ['CommandLine', 'process.command_line'],
  ),
  ['User', { kind: 'derived', from: ['user.domain', 'user.name'] }],
];

/** A file's version information under `process.pe`, `dll.pe`, … */
function version(of: string): Rules {
  return mapped(
    ['OriginalFileName', `${of}.pe.original_file_name`],
    ['Company', `${of}.pe.company`],
    ['Description', `${of}.pe.description`],
    ['Product', `${of}.pe.product`],
    ['FileVersion', `${of}.pe.file_version`],
  );
}

function hashesOf(of: string): Rules {
  return hashes(
    ['SHA1', `${of}.hash.sha1`],
    ['MD5', `${of}.hash.md5`],
    ['SHA256', `${of}.hash.sha256`],
    ['IMPHASH', `${of}.pe.imphash`],
  );
}

export const PROCESS: Rules = [
  ...ACTOR,
  ...mapped(
    ['CurrentDirectory', 'process.working_directory'],
    ['ParentImage', 'process.parent.executable'],
    ['ParentCommandLine', 'process.parent.command_line'],
    ['ParentProcessId', 'process.parent.pid'],
    ['ParentProcessGuid', 'process.parent.entity_id'],
    ['IntegrityLevel', 'process.Ext.token.integrity_level_name'],
  ),
  ['ParentUser', { kind: 'derived', from: ['process.parent.user.domain', 'process.parent.user.name'] }],
  ...version('process'),
  ...hashesOf('process'),
];

export const FILE: Rules = [...ACTOR, ...mapped(['TargetFilename', 'file.path']), ...hashesOf('file')];

export const REGISTRY: Rules = [
  ...ACTOR,
  ...mapped(['TargetObject', 'registry.path'], ['Details', 'registry.data.strings']),
];

export const NETWORK: Rules = [
  ...ACTOR,
  ...mapped(
    ['SourceIp', 'source.ip'],
    ['SourcePort', 'source.port'],
    ['SourceHostname', 'source.domain'],
    ['DestinationIp', 'destination.ip'],
    ['DestinationPort', 'destination.port'],
    ['DestinationHostname', 'destination.domain'],
    ['Protocol', 'network.transport'],
  ),
];

export const DNS: Rules = [...ACTOR, ...mapped(['QueryName', 'dns.question.name'])];

export const IMAGE_LOAD: Rules = [
  ...ACTOR,
  ...mapped(
    ['ImageLoaded', ['dll.path', 'file.path']],
    ['Signature', ['dll.code_signature.subject_name', 'file.code_signature.subject_name']],
    ['SignatureStatus', ['dll.code_signature.status', 'file.code_signature.status']],
  ),
  ...version('dll'),
  ...hashesOf('dll'),
];

export const DRIVER_LOAD: Rules = [
  ...mapped(['ImageLoaded', ['file.path', 'dll.path']]),
  ...hashesOf('file'),
  ...never('Image'),
];

/** What Elastic's events express differently. */
export const DIRECTION: Rules = [
  [
    'Initiated',
    {
      kind: 'never',
      because: ['ECS never has Initiated; its network.direction uses other words.'],
    },
  ],
];
