import type { Edit } from '../../text';

/** An edit that inserts lines after the line of `end`. */
export function below(text: string, end: number, lines: string): Edit {
  if (text[end - 1] === '\n') return { range: { start: end, end }, text: `${lines}\n` };
  const next = text.indexOf('\n', end);
  const at = next < 0 ? text.length : next;
  return { range: { start: at, end: at }, text: `\n${lines}` };
}
