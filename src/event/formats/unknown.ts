import { prose, type Words } from '../../text';
import { SIGHT } from './format';

/*
 * Text that no format recognises. It is read as plain lines, and a message says what it could be.
 */

/** The beginning of a line of HTML. */
const HTML =
  /^<(?:!doctype html|\/?(?:html|head|body|meta|link|title|style|script|noscript|main|header|footer|nav|section|article|aside|div|span|p|a|b|i|em|strong|small|br|hr|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|caption|pre|code|form|label|input|button|select|option|textarea|img|figure|svg|path|iframe)(?=[\s>/]))/i;

/** What a text could be, by its beginning: a test of the text, and a sentence that says what to do. */
const GUESSES: readonly (readonly [test: RegExp, guess: Words])[] = [
  [/^ElfFile\0/, prose('It looks like the content of an event log (.evtx): open or drop the file itself.')],
  [
    /^(?:PK\x03\x04|\x1f\S|BZh\d|7z\S)/,
    prose('It looks like the content of an archive: unpack it, and open its files.'),
  ],
  [/^.{0,200}[\0-\x08\x0e-\x1a\ufffd]/su, prose('It looks like the content of a binary file.')],
  [
    /^(?:title|id|logsource|detection|correlation|status|name):[\s\S]*^(?:detection|correlation|filter):/m,
    prose('It looks like a Sigma rule: paste it into the rule editor.'),
  ],
  [
    HTML,
    prose(
      'It looks like the source of a web page: copy only the events from the page, or save them as JSON, XML or CSV.',
    ),
  ],
  [
    /^(?:https?|ftp|file):\/\/\S+\s*$/,
    prose(
      'It looks like an address, but the page fetches nothing. Save the events from that address as a file, and open it.',
    ),
  ],
  [
    /^"?(?:[A-Za-z]:\\|\\\\[^\\\s]|~?\/|\.{1,2}[\\/])[^\n"]*"?\s*$/,
    prose('It looks like a file name: open or drop the file itself.'),
  ],
  [
    /^(?:CEF|LEEF):\d/,
    prose('It looks like CEF or LEEF, which are not supported: export the events as JSON or CSV.'),
  ],
  [
    /^[^\n{]{1,200}\{ ?"/,
    prose('It looks like JSON with text before each event: remove what is before `{` on each line.'),
  ],
  [
    /^(?:\s*[A-Za-z][\w ]* +: .*\n){2}/,
    prose('It looks like PowerShell’s list format: pipe the events through `ConvertTo-Json` instead.'),
  ],
  [/^(?:\w[\w.]*: \S.*\n){2}/, prose('It looks like YAML: put a line `---` above each event.')],
  [
    /^[^\n,;\t]*([,;\t])[^\n,;\t]*\1[^\n]*\n[^\n,;\t]*\1[^\n,;\t]*\1/,
    prose('It looks like a table without a header: add a first line with the names of the columns.'),
  ],
  [/^(?:[A-Za-z0-9+/]{40,}={0,2}(?:\s+|$))+$/, prose('It looks like Base64: decode it first.')],
];
const NO_GUESS =
  'It may be a log in a format of its own. Fields can be read from JSON, XML, tables with a header line, syslog, and others.';

/** What a text from `at` on that no format recognises could be: a sentence that says what to do. */
export function whatItCouldBe(text: string, at: number): Words {
  const seen = text.slice(at, at + SIGHT);
  return GUESSES.find(([test]) => test.test(seen))?.[1] ?? prose(NO_GUESS);
}

/** True if a text that no format recognises is still a piece of JSON, so that its fault can be reported. */
export function looksLikeJson(text: string, at: number): boolean {
  return /^(?:["{}\]]|\[\s*(?:[[{"\]]|-?\d+\s*[,\]]|(?:true|false|null)\b|$))/.test(text.slice(at, at + 100));
}

/** True where HTML begins, which only looks like XML. */
export function beginsHtml(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x3c && HTML.test(text.slice(at, at + 20));
}

/** How evtx_dump numbers the records that it writes, each above its own. */
const RECORD = /^Record \d{1,12}[ \t\r]*\n(?=[{<])/;

/**
 * The end of a line that belongs to no event, or -1: the fence of Markdown around events, or the number that evtx_dump writes
 * above each. `at` is where a line begins.
 */
export function fenceEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 0x52) {
    const record = RECORD.exec(text.slice(at, at + 40));
    return record ? at + record[0].length - 1 : -1;
  }
  if (code !== 0x60 && code !== 0x7e) return -1;
  const fence = /^(?:```+|~~~+)[ \t]*[\w+.-]*[ \t\r]*(?=\n|$)/.exec(text.slice(at, at + 100));
  return fence && (at + fence[0].length === text.length || text[at + fence[0].length] === '\n')
    ? at + fence[0].length
    : -1;
}
