/* What the lines of YAML are that holds events. */

/** A key, as the tools write keys that write events. */
const KEY = `(?:[\\w@$./-]{1,80}|'[^'\\n]{1,80}'|"[^"\\n]{1,80}")`;
const PAIR = new RegExp(`^${KEY}:(?:\\s|$)`);
const ITEM = new RegExp(`^( *)-(?:( +)(?:(${KEY}):(?= |$)|\\{)|\\s*$)`);
const MARKER = /^(?:---|\.\.\.)(?:\s+#.*|\s*)$/;

/** A line without its break, and where the next one begins. */
export interface Line {
  readonly text: string;
  readonly next: number;
}

/** The line at `at`: it ends as YAML says, with a line feed, a carriage return or both. */
export function lineAt(text: string, at: number): Line {
  const breaks = /\r\n?|\n/g;
  breaks.lastIndex = at;
  const found = breaks.exec(text);
  if (!found) return { text: text.slice(at), next: text.length };
  return { text: text.slice(at, found.index), next: found.index + found[0].length };
}

/** Where the line begins that has nothing but blanks before `at`. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && text[start - 1] === ' ') start--;
  return start;
}

/** True for a line that says nothing: it is blank or a comment. */
export function isIdle(line: string): boolean {
  return /^\s*(?:#|$)/.test(line);
}

/** True for a line between documents. */
export function isMarker(line: string): boolean {
  return MARKER.test(line);
}

/** True for a key with or without a value at the beginning of a line. */
export function isPair(line: string): boolean {
  return PAIR.test(line);
}

/** The first key of a map in a list: how far its dash and its keys are indented, and its name; null where the line begins none. */
export function itemIn(
  line: string,
): { readonly dash: number; readonly keys: number; readonly key: string | null } | null {
  const found = ITEM.exec(line);
  if (!found) return null;
  const dash = found[1]!.length;
  return { dash, keys: dash + 1 + (found[2]?.length ?? 0), key: found[3] ?? null };
}

/** How many blanks stand before a line. */
export function indentOf(line: string): number {
  let blanks = 0;
  while (line[blanks] === ' ') blanks++;
  return blanks;
}

/** What stands beside a list of events in the map around it. */
const BESIDE = /^(?:apiVersion|kind|metadata|[nN]ext(?:Token|Link|PageToken)|count|total):/;

/** True for a line that stands beside a list in the map around all events. */
export function isBeside(line: string): boolean {
  return BESIDE.test(line);
}

/** True for a key of a map around all under which something begins in the next line. */
export function opensList(line: string): boolean {
  return /^["'\w].*:\s*(?:#.*)?$/.test(line);
}

/** What documents begin with that describe something else than events. */
const OTHER_KIND =
  /^(?:openapi|swagger|asyncapi|services|jobs|on|title|logsource|detection|paths|components):/;

/** True for the key of a document that describes something else than events: an interface, a rule, what a server has to do. */
export function isOfOtherKind(line: string): boolean {
  return OTHER_KIND.test(line);
}
