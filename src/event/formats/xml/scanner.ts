import { prose, range, say, type Words } from '../../../text';
import type { XmlCode } from '../../codes';
import { type Fault, show } from '../fault';
import { Finder } from './finder';
import type { Characters } from './maker';
import { badReference } from './references';

const SPACE = /\s*/y;
const NAME = /[\p{L}_][\p{L}\p{N}\p{M}_.\-:\u00b7]*/uy;
export const NOT_BLANK = /[^\s]/;

const MARKUP = [
  ['<!--', '-->', false],
  ['<![CDATA[', ']]>', true],
  ['<?', '?>', false],
] as const;

/** An attribute: where its name is, and its value without quotes. */
export interface Attribute {
  readonly start: number;
  readonly end: number;
  readonly value: Characters;
}

/**
 * Reads the tags, comments and references of XML. A method that returns `undefined` or false has put the problem into
 * `fault`.
 */
export abstract class XmlScanner {
  /** The problem, once something could not be read. */
  fault: Fault | null = null;
  /** How far the text has been read. */
  at = 0;
  protected readonly text: string;
  private readonly finder: Finder;

  constructor(text: string, finder = new Finder(text)) {
    this.text = text;
    this.finder = finder;
  }

  protected attribute(element: string): Attribute | undefined {
    const { text } = this;
    const start = this.at;
    const end = this.nameEnd(start);
    if (end === start) return this.noAttribute(element);
    this.at = end;
    this.skipSpace();
    if (text[this.at] !== '=') {
      const label = show(text.slice(start, end));
      const message = say`the attribute \`${label}\` has no value. Write \`${label}="…"\`.`;
      return this.fail('xml-attribute', start, end, message);
    }
    this.at++;
    this.skipSpace();
    const value = this.quoted(start, end);
    return value && { start, end, value };
  }

  /** The tag continues with something that is not a name, and does not end. */
  private noAttribute(element: string): undefined {
    const { text, at } = this;
    if (at >= text.length || text[at] === '<')
      return this.fail('xml-not-closed', at - 1, at, say`\`>\` is missing in the tag \`<${show(element)}\`.`);
    const message = say`\`${text[at]}\` is not allowed in a tag. Write \`name="value"\`.`;
    return this.fail('xml-attribute', at, at + 1, message);
  }

  /** The quoted value of the attribute whose name is from `start` to `end`. */
  private quoted(start: number, end: number): Characters | undefined {
    const { text } = this;
    const label = () => show(text.slice(start, end));
    const quote = text[this.at];
    if (quote !== '"' && quote !== "'")
      return this.fail(
        'xml-attribute',
        start,
        end,
        say`the value of \`${label()}\` must be in double quotes.`,
      );
    const from = this.at + 1;
    let to = from;
    while (to < text.length && text[to] !== quote && text[to] !== '<') to++;
    if (text[to] !== quote) {
      const message = say`the value of \`${label()}\` has no closing quote.`;
      return this.fail('xml-attribute', this.at, this.at + 1, message);
    }
    if (!this.checkReferences(text.slice(from, to), from)) return undefined;
    this.at = to + 1;
    return { start: from, end: to, isCdata: false };
  }

  /** The tag that closes `name`, which began at `start`. */
  protected endTag(name: string, start: number): boolean {
    const { text, at } = this;
    const from = at + 2;
    const to = this.nameEnd(from);
    const found = text.slice(from, to);
    this.at = to;
    this.skipSpace();
    if (found !== name) {
      const line = text.slice(start, text.indexOf('>', start) + 1);
      this.fail(
        'xml-tag',
        at,
        Math.max(at + 2, to),
        say`\`</${show(found)}>\` is where \`</${show(name)}>\` should close \`${show(line)}\`.`,
      );
      return false;
    }
    if (text[this.at] !== '>') {
      this.fail('xml-not-closed', at, to, say`\`>\` is missing after \`</${show(name)}\`.`);
      return false;
    }
    this.at++;
    return true;
  }

  /** Skips comments and processing instructions; a CDATA section is characters. `undefined` if one is not closed. */
  protected markup(): Characters | false | undefined {
    const { text, at } = this;
    for (const [opens, closes, isCdata] of MARKUP) {
      if (!text.startsWith(opens, at)) continue;
      const end = this.finder.next(closes, at + opens.length);
      if (end < 0)
        return this.fail(
          'xml-not-closed',
          at,
          at + opens.length,
          say`this is not closed: \`${closes}\` is missing.`,
        );
      this.at = end + closes.length;
      return isCdata ? { start: at + opens.length, end, isCdata: true } : false;
    }
    return this.fail(
      'xml-declaration',
      at,
      at + 2,
      prose('a declaration is not allowed inside an event. Remove it.'),
    );
  }

  protected checkReferences(raw: string, at: number): boolean {
    const bad = raw.includes('&') ? badReference(raw) : undefined;
    if (!bad) return true;
    const found = raw.slice(bad.start, bad.end);
    const message =
      found === '&'
        ? prose('`&` must be written `&amp;`.')
        : say`\`${show(found)}\` is not a character name in XML. Write the character itself, or \`&amp;\` for \`&\`.`;
    this.fail('xml-reference', at + bad.start, at + bad.end, message);
    return false;
  }

  protected notClosed(name: string, limit: number): undefined {
    const { text } = this;
    let end = limit;
    while (end > 0 && !NOT_BLANK.test(text[end - 1]!)) end--;
    return this.fail(
      'xml-not-closed',
      Math.max(0, end - 1),
      end,
      say`the event ends too early: \`</${show(name)}>\` is missing.`,
    );
  }

  protected fail(code: XmlCode, start: number, end: number, message: Words): undefined {
    const at = range(start, Math.max(start + 1, Math.min(end, this.text.length)));
    this.fault = { code, at, message };
    return undefined;
  }

  protected skipSpace(): void {
    const code = this.text.charCodeAt(this.at);
    if (code > 0x20) return;
    SPACE.lastIndex = this.at;
    SPACE.test(this.text);
    this.at = SPACE.lastIndex;
  }

  protected nameEnd(start: number): number {
    // Nearly all names are ASCII letters and digits; the pattern handles the rest.
    const { text } = this;
    let at = start;
    while (isPlainLetter(text.charCodeAt(at))) at++;
    const code = text.charCodeAt(at);
    if (at > start && (code === 0x3e || code === 0x20 || code === 0x3d || code === 0x2f)) return at;
    NAME.lastIndex = start;
    return NAME.test(text) ? NAME.lastIndex : start;
  }
}

function isPlainLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** True if `<Event` begins at `at`, and not `<EventData` or the like. */
export function isEventStart(text: string, at: number): boolean {
  if (!text.startsWith('<Event', at)) return false;
  const code = text.charCodeAt(at + 6);
  return code === 0x3e || code === 0x2f || code <= 0x20;
}
