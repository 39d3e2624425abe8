import { range } from '../../../text';
import type { FieldSpan } from '../span-syntax';

/*
 * What `sudo` logs: `ann : TTY=pts/0 ; PWD=/home/ann ; USER=root ; COMMAND=/usr/bin/id`. Before the keys may stand why it was
 * refused; the command comes last, and may hold anything.
 */

const KEYS = 'HOST|TTY|CHROOT|PWD|USER|GROUP|TSID|ENV|COMMAND';
const RECORD = new RegExp(`^\\s*\\S{1,256} : (?:[^;=]{1,200} ; )?(?=(?:${KEYS})=)`);
const KEY = new RegExp(`(${KEYS})=`, 'y');
const BETWEEN = ' ; ';

/** The values of a message of `sudo`: its keys, and the whole as `message`; empty where it is none. */
export function sudoSpans(message: string): FieldSpan[] {
  const head = RECORD.exec(message);
  if (!head) return [];
  const spans: FieldSpan[] = [];
  for (let at = head[0].length; at < message.length; ) {
    KEY.lastIndex = at;
    const key = KEY.exec(message);
    if (!key) break;
    const start = KEY.lastIndex;
    const end = endOf(message, start, key[1]!);
    spans.push({
      name: key[1]!,
      value: message.slice(start, end),
      key: range(at, start - 1),
      at: range(start, end),
    });
    at = end + BETWEEN.length;
  }
  if (!spans.some(({ name }) => name === 'COMMAND' || name === 'USER')) return [];
  return [...spans, { name: 'message', value: message, key: null, at: range(0, message.length) }];
}

/** A value ends where the next key begins: a folder's name may hold the separator. */
function endOf(message: string, start: number, key: string): number {
  if (key === 'COMMAND') return message.trimEnd().length;
  for (let at = message.indexOf(BETWEEN, start); at >= 0; at = message.indexOf(BETWEEN, at + 1)) {
    KEY.lastIndex = at + BETWEEN.length;
    if (KEY.test(message)) return at;
  }
  return message.trimEnd().length;
}
