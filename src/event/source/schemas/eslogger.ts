import type { SigmaEvent } from '../../event';
import { commandWords, pathOf } from '../joined-field';
import {
  type EventKind,
  has,
  kindOf,
  mapped,
  never,
  OF_THE_FILE,
  type RecognisedKind,
  type Rules,
  type Schema,
} from '../schema';

/*
 * The output of macOS' own `eslogger`: the messages of Endpoint Security, with what happened under `event` by its name,
 * and the acting process under `process`. For a started program, `process` is what started it, and `target` what it
 * becomes.
 */

const USER = ['It is the number of the user, not the name.'];
const TARGET = 'event.exec.target';

const PROCESS: Rules = [
  ...mapped(
    ['Image', `${TARGET}.executable.path`],
    ['ParentImage', 'process.executable.path'],
    ['ProcessId', `${TARGET}.audit_token.pid`],
    ['ParentProcessId', [`${TARGET}.parent_audit_token.pid`, `${TARGET}.ppid`, 'process.ppid']],
    ['CurrentDirectory', 'event.exec.cwd.path'],
  ),
  ['CommandLine', { kind: 'made', field: commandWords('eslogger', 'event.exec.args') }],
  ['User', { kind: 'mapped', from: [`${TARGET}.audit_token.euid`], note: USER }],
  ['ParentUser', { kind: 'mapped', from: ['process.audit_token.euid'], note: USER }],
  ...never(
    'ParentCommandLine',
    ...OF_THE_FILE,
    'IntegrityLevel',
    'LogonId',
    'LogonGuid',
    'ProcessGuid',
    'ParentProcessGuid',
    'Hashes',
    'md5',
    'sha1',
    'sha256',
  ),
];

/** The acting process, in messages about something else. */
const ACTOR: Rules = [
  ...mapped(['Image', 'process.executable.path'], ['ProcessId', 'process.audit_token.pid']),
  ['User', { kind: 'mapped', from: ['process.audit_token.euid'], note: USER }],
  ...never('CommandLine', 'ParentImage', 'ParentCommandLine', 'ProcessGuid'),
];

const NEW = 'event.create.destination.new_path';

const EVENTS: readonly (readonly [sign: string, kind: EventKind])[] = [
  [`${TARGET}.executable.path`, kindOf('eslogger exec', { categories: ['process_creation'] }, PROCESS)],
  [
    `${NEW}.filename`,
    kindOf('eslogger create', { categories: ['file_event'] }, [
      ...ACTOR,
      [
        'TargetFilename',
        { kind: 'made', field: pathOf('TargetFilename', 'eslogger', `${NEW}.dir.path`, `${NEW}.filename`) },
      ],
    ]),
  ],
  [
    'event.create.destination.existing_file.path',
    kindOf('eslogger create (of a file that is there)', { categories: ['file_event'] }, [
      ...ACTOR,
      ...mapped(['TargetFilename', 'event.create.destination.existing_file.path']),
    ]),
  ],
  [
    'event.close.target.path',
    kindOf('eslogger close', { categories: ['file_event'] }, [
      ...ACTOR,
      ...mapped(['TargetFilename', 'event.close.target.path']),
    ]),
  ],
  [
    'event.unlink.target.path',
    kindOf('eslogger unlink', { categories: ['file_delete'] }, [
      ...ACTOR,
      ...mapped(['TargetFilename', 'event.unlink.target.path']),
    ]),
  ],
  [
    'event.rename.source.path',
    kindOf('eslogger rename', { categories: ['file_rename'] }, [
      ...ACTOR,
      ...mapped(['SourceFilename', 'event.rename.source.path']),
    ]),
  ],
  ['event.exit.stat', kindOf('eslogger exit', { categories: ['process_termination'] }, ACTOR)],
];

function recognise(event: SigmaEvent): RecognisedKind | null {
  for (const [sign, kind] of EVENTS) {
    if (!has(event, sign)) continue;
    // A file that was only read is closed too.
    if (sign === 'event.close.target.path' && event.get('event.close.modified') !== true) return null;
    return { kind, product: 'macos', because: ['event_type', sign] };
  }
  return null;
}

export const ESLOGGER: Schema = {
  name: 'macOS eslogger',
  signs: ['process.executable.path'],
  kinds: EVENTS.map(([, kind]) => kind),
  recognise,
};
