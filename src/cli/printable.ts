import type { Terminal } from './terminal';

/**
 * Characters that control a terminal or reorder the displayed text: control characters, line separators, direction
 * marks.
 */
const STEERING =
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** What a CI server would run as its command: `::name::` at the start of a line, `##[name]` and `##vso[name]` anywhere. */
const COMMAND = /^\s*:(?=:)|#(?=#(?:vso)?\[)/gi;

const code = (c: string) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * A line as it may be printed: control characters from rules and events are escaped as `\uXXXX`, which JSON reads back
 * as the same character, so that no title and no file name controls the terminal, forges a line or commands a CI server.
 */
export function printable(line: string): string {
  return line.replace(STEERING, code).replace(COMMAND, (all) => all.slice(0, -1) + code(all.slice(-1)));
}

/** A terminal on which every line is printable. */
export function printableTerminal(terminal: Terminal): Terminal {
  return {
    out: (line) => terminal.out(printable(line)),
    err: (line) => terminal.err(printable(line)),
    progress: (text) => terminal.progress(printable(text)),
    ...(terminal.drained ? { drained: () => terminal.drained!() } : {}),
  };
}

/** One cell of a line whose cells are separated by tabs. */
export function cell(text: string): string {
  return text.replaceAll('\t', '\\t');
}
