/*
 * Records as `ausearch -i` prints them: numbers of users, system calls and times are words, and nothing is quoted or in
 * hexadecimal digits. A value may hold blanks, so that it ends where a key begins that can follow it.
 */

/** Keys that follow values which may hold anything. */
const FOLLOWING = new Set(
  (
    'item name inode dev mode ouid ogid rdev nametype obj cap_fp cap_fi cap_fe cap_fver cap_frootid exe subj key terminal ' +
    'res hostname addr cwd cmd acct tty ses comm pid ppid uid auid gid euid suid fsuid egid sgid fsgid arch syscall success ' +
    'exit items grantors op id old new data proctitle path saddr argc list reason unit laddr lport'
  ).split(' '),
);
/** Values that may hold anything. */
const FREE = new Set(['cmd', 'name', 'comm', 'ocomm', 'exe', 'cwd', 'key', 'data', 'path', 'acct', 'op']);
const KEY = / +([A-Za-z][\w.-]{0,60}(?:\[\d{1,6}\])?)=/g;

/** Where the value of `key` ends that begins at `from`, before `end`. */
export function interpretedEnd(line: string, key: string, from: number, end: number): number {
  if (key === 'proctitle') return trimmed(line, from, end);
  const word = /^a(\d+)(?:\[\d+\])?$/.exec(key);
  const pattern = new RegExp(KEY);
  pattern.lastIndex = from;
  for (let next = pattern.exec(line); next && next.index < end; next = pattern.exec(line)) {
    const name = next[1]!;
    const follows = word
      ? new RegExp(`^a(?:${word[1]}|${Number(word[1]) + 1})(?:\\[\\d+\\]|_len)?$`).test(name) ||
        name === 'items'
      : !FREE.has(key) || FOLLOWING.has(name);
    if (follows) return next.index;
    // The blank before another key may be the one behind this.
    pattern.lastIndex = next.index + 1;
  }
  return trimmed(line, from, end);
}

function trimmed(line: string, from: number, end: number): number {
  let at = end;
  while (at > from && /\s/.test(line[at - 1]!)) at--;
  return at;
}

/** The names that the daemon would have added for what is interpreted already. */
const ADDED = new Map(
  'ARCH SYSCALL SADDR ID AUID UID GID EUID SUID FSUID EGID SGID FSGID OUID OGID'
    .split(' ')
    .map((name) => [name, [name.toLowerCase()]] as const),
);

/** Other names of a field of an interpreted event. */
export function interpretedNames(field: string): readonly string[] {
  return ADDED.get(field) ?? [];
}
