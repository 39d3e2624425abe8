import type { Range } from '../../text';

/** The whole line of a list entry, with its line break, if nothing else is on it; otherwise null. */
export function wholeLine(text: string, { start, end }: Range): Range | null {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const found = text.indexOf('\n', end);
  const to = found < 0 ? text.length : found + 1;
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  return /^[ \t]*-[ \t]+$/.test(before) && /^[ \t]*(?:#.*)?\r?\n?$/.test(after)
    ? { start: from, end: to }
    : null;
}
