/*
 * Finds where a JSON value ends without parsing it: braces are counted, strings skipped. Used only if a line alone does
 * not parse, so that most events are read only once.
 */

export interface Balance {
  /** Just after the bracket that closes the value; -1 if the text ends, or the scan was stopped, before that. */
  readonly end: number;
  /** The first line start inside that looks like the beginning of another event; -1 if there is none. */
  readonly resync: number;
  /** How far the scan went. */
  readonly scanned: number;
}

/**
 * Finds the end of the value that begins with a bracket at `start`. A line that begins with `{`, indented by at most
 * `indent`, is noted as the place to resume if the value is malformed; with `stop` the scan ends there.
 */
export function balance(text: string, start: number, indent: number, stop: boolean): Balance {
  const length = text.length;
  let depth = 0;
  let resync = -1;
  for (let i = start; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) i = stringEnd(text, i);
    else if (code === 0x7b || code === 0x5b) depth++;
    else if (code === 0x7d || code === 0x5d) {
      depth--;
      if (depth === 0) return { end: i + 1, resync, scanned: i + 1 };
    } else if (code === 0x0a && resync < 0) {
      const next = skipBlanks(text, i + 1);
      if (text.charCodeAt(next) === 0x7b && next - i - 1 <= indent) {
        resync = next;
        if (stop) return { end: -1, resync, scanned: next };
      }
    }
  }
  return { end: -1, resync, scanned: length };
}

/**
 * The index of the quote that closes the string opened at `start`. A line break closes it too, because JSON allows none
 * inside: then the index of the character before it.
 */
export function stringEnd(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) return i;
    if (code === 0x0a) return i - 1;
    if (code === 0x5c && text.charCodeAt(i + 1) !== 0x0a) i++;
  }
  return text.length - 1;
}

function skipBlanks(text: string, at: number): number {
  while (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09) at++;
  return at;
}

/** True for what may be between events: JSON's white space, a byte order mark, commas. */
export function isSeparator(code: number): boolean {
  return code === 0x0a || code === 0x20 || code === 0x2c || code === 0x0d || code === 0x09 || code === 0xfeff;
}

/** How deeply a JSON text nests. */
export function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) i = stringEnd(text, i);
    else if (code === 0x7b || code === 0x5b) {
      depth++;
      if (depth > deepest) deepest = depth;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return deepest;
}

/** The indentation of the line of `at`, where nothing but blanks stands before it. */
export function indentAt(text: string, at: number): number {
  let start = at;
  while (start > 0 && (text.charCodeAt(start - 1) === 0x20 || text.charCodeAt(start - 1) === 0x09)) start--;
  return at - start;
}

/** Finds lines that begin with a brace. Asked of ascending places, so that each line is looked at once. */
export class ObjectLines {
  private found = -1;

  constructor(private readonly text: string) {}

  /** The next such line after `start`, or the end of the text. */
  after(start: number): number {
    if (this.found > start) return this.found;
    const { text } = this;
    let at = text.length;
    for (let feed = text.indexOf('\n', start); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
      const next = skipBlanks(text, feed + 1);
      if (text.charCodeAt(next) === 0x7b) {
        at = next;
        break;
      }
    }
    this.found = at;
    return at;
  }
}
