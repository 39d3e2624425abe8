import type { Range } from '../../text';

/** The whole line of a list's entry, its end included, where nothing else stands on it; null if something does. */
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
