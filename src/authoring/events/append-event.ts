import type { Edit } from '../../text';

/** Longer arrays are not parsed to see whether they are complete. */
const MOST_READ = 5_000_000;

/**
 * The edit that appends `json`, an event on one line, to the events of `text`: as the last member if the text is one
 * JSON array, otherwise on a new line.
 */
export function appendEvent(text: string, json: string): Edit {
  const end = text.trimEnd().length;
  const array = wholeArray(text, end);
  if (array === null) {
    const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
    return {
      range: { start: end, end: text.length },
      text: `${end === 0 ? '' : lineBreak}${json}${lineBreak}`,
    };
  }
  const last = text.slice(0, end - 1).trimEnd().length;
  const between = text.slice(last, end - 1);
  // In an array over several lines, it gets its own line, indented like the last member.
  const lines = between.includes('\n') || (array > 0 && text.slice(0, last).includes('\n'));
  const indent = /\n([ \t]*)\{[^\n]*$/.exec(text.slice(0, last))?.[1] ?? /\n([ \t]*)\S/.exec(text)?.[1] ?? '';
  const before = lines ? `\n${indent}` : array > 0 ? ' ' : '';
  const insert = `${array > 0 ? ',' : ''}${before}${json}`;
  return { range: { start: last, end: last }, text: insert };
}

/** The number of members if the text is one JSON array; null otherwise. */
function wholeArray(text: string, end: number): number | null {
  if (text[end - 1] !== ']' || text.length > MOST_READ || !text.trimStart().startsWith('[')) return null;
  try {
    return (JSON.parse(text.replace(/^\ufeff/, '')) as unknown[]).length;
  } catch {
    return null;
  }
}
