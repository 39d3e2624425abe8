import type { SigmaEvent } from '../../event';
import { type FieldPiece, JoinedField } from '../joined-field';
import { kindOf, mapped, never, OF_THE_FILE, type RecognisedKind, type Schema } from '../schema';

/*
 * Linux' audit records; those with the same stamp are joined into one event. A started program has SYSCALL, which names
 * it, and EXECVE, which has the arguments of its command under `a0`, `a1`, …; PROCTITLE has them in one text, but
 * truncated.
 */

/** Further arguments are left out. */
const MOST_WORDS = 2000;

/** The arguments of EXECVE; an argument in several pieces is a list. Without them, PROCTITLE. */
function words(event: SigmaEvent): readonly FieldPiece[] {
  const pieces: FieldPiece[] = [];
  if (hasType(event, 'EXECVE')) {
    for (let i = 0; i < MOST_WORDS; i++) {
      const word = event.get(`a${i}`);
      if (word === undefined) break;
      if (Array.isArray(word))
        word.forEach((part, member) => {
          pieces.push({ own: `a${i}`, member, text: String(part), ...(member > 0 ? { glued: true } : {}) });
        });
      else pieces.push({ own: `a${i}`, text: String(word) });
    }
  }
  if (pieces.length > 0) return pieces;
  const title = event.get('proctitle');
  return typeof title === 'string' ? [{ own: 'proctitle', text: title }] : [];
}

const COMMAND_LINE = new JoinedField('CommandLine', {
  from: ['proctitle', ...Array.from({ length: 20 }, (_, i) => `a${i}`)],
  pieces: words,
  separator: ' ',
  said: (names) => `auditd has ${names.length > 1 ? 'its arguments' : 'it'} in ${shortened(names)}.`,
});

function shortened(names: readonly string[]): string {
  return names.length > 3 ? `${names[0]}, ${names[1]}, …, ${names.at(-1)}` : names.join(' and ');
}

const USER = ['It is the number of the user, unless the daemon is configured to add names.'];

const PROCESS = kindOf(
  'auditd execve',
  {
    categories: ['process_creation'],
    services: ['auditd'],
    ownInServices: true,
  },
  [
    ...mapped(
      ['Image', 'exe'],
      ['CurrentDirectory', 'cwd'],
      ['ProcessId', 'pid'],
      ['ParentProcessId', 'ppid'],
      ['TerminalSessionId', 'ses'],
    ),
    ['CommandLine', { kind: 'made', field: COMMAND_LINE }],
    ['User', { kind: 'mapped', from: ['UID', 'uid'], note: USER }],
    ['LogonId', { kind: 'mapped', from: ['AUID', 'auid'] }],
    ...never(
      'ParentImage',
      'ParentCommandLine',
      ...OF_THE_FILE,
      'IntegrityLevel',
      'ProcessGuid',
      'ParentProcessGuid',
      'ParentUser',
      'Hashes',
      'md5',
      'sha1',
      'sha256',
    ),
  ],
);
const OTHER = kindOf('auditd', { services: ['auditd'] });

function hasType(event: SigmaEvent, type: string): boolean {
  const value = event.get('type');
  return Array.isArray(value) ? value.includes(type) : value === type;
}

function recognise(event: SigmaEvent): RecognisedKind | null {
  const stamp = event.get('msg');
  if (typeof stamp !== 'string' || !/^audit\(\d/.test(stamp)) return null;
  const kind = hasType(event, 'EXECVE') && hasType(event, 'SYSCALL') ? PROCESS : OTHER;
  return { kind, product: 'linux', because: ['type', 'msg'] };
}

export const AUDITD: Schema = { name: 'auditd', signs: ['msg'], kinds: [PROCESS, OTHER], recognise };
