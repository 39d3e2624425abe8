import { range } from '../../../text';
import type { XmlCode } from '../../codes';
import { type Fault, show } from '../fault';
import { Finder } from './finder';
import type { Maker, Part } from './maker';
import { badReference, decoded } from './references';

/** No provider nests deeper; also what bounds the stack. */
const MAX_NESTING = 100;

/** Elements that name their field by an attribute: `<Data Name="Image">`. */
const NAMED = new Set(['Data', 'ComplexData']);

const SPACE = /\s*/y;
const NAME = /[\p{L}_][\p{L}\p{N}\p{M}_.\-:\u00b7]*/uy;
const NOT_BLANK = /[^\s]/;

/**
 * Reads one `Event` element. Strict, so that what is wrong is said at its characters; one pass, so that the time is linear.
 * Line ends are left as they stand: Windows writes values as they are.
 */
export class EventXmlParser<N> {
  /** What is wrong, once `event` has given none. */
  fault: Fault | null = null;
  /** How far the text has been read. */
  at = 0;
  private readonly text: string;
  private readonly maker: Maker<N>;
  /** Name and key of the element that was read last. */
  private lastName = '';
  private readonly finder: Finder;

  constructor(text: string, maker: Maker<N>, finder = new Finder(text)) {
    this.text = text;
    this.maker = maker;
    this.finder = finder;
  }

  /** The event that begins with `<` at `start`, inside an object under its name; `undefined` where it is not well formed. */
  event(start: number): N | undefined {
    this.at = start;
    this.fault = null;
    const root = this.maker.branch();
    const node = this.element(0, false);
    if (node === undefined) return undefined;
    this.maker.add(root, this.lastName, node);
    this.maker.close(root, start, this.at, start, start);
    return root;
  }

  private element(depth: number, inSystem: boolean): N | undefined {
    const { text, maker } = this;
    const start = this.at;
    if (depth > MAX_NESTING)
      return this.fail(
        'xml-too-deep',
        start,
        start + 1,
        `elements are nested more than ${MAX_NESTING} deep here.`,
      );
    const nameStart = start + 1;
    const nameEnd = this.nameEnd(nameStart);
    if (nameEnd === nameStart)
      return this.fail(
        'xml-name',
        start,
        start + 1,
        'no element begins here; for the character write `&lt;`.',
      );
    const name = text.slice(nameStart, nameEnd);
    let field = name;
    let keyStart = nameStart;
    let keyEnd = nameEnd;
    let attributes: N | null = null;
    this.at = nameEnd;
    let isClosed = false;
    for (;;) {
      this.skipSpace();
      const code = text.charCodeAt(this.at);
      if (code === 0x3e) {
        this.at++;
        break;
      }
      if (code === 0x2f && text.charCodeAt(this.at + 1) === 0x3e) {
        this.at += 2;
        isClosed = true;
        break;
      }
      const attribute = this.attribute(name);
      if (!attribute) return undefined;
      const { start: valueStart, end: valueEnd } = attribute.value;
      const label = text.slice(attribute.start, attribute.end);
      if (label === 'Name' && NAMED.has(name)) {
        field = decoded(text.slice(valueStart, valueEnd));
        keyStart = valueStart;
        keyEnd = valueEnd;
      } else if (!label.startsWith('xmlns')) {
        attributes ??= maker.branch();
        maker.add(attributes, label, maker.leaf([attribute.value], attribute.start, attribute.end));
      }
    }
    const content = isClosed ? NOTHING : this.content(name, start, depth);
    if (!content) return undefined;
    const { parts, children } = content;
    this.lastName = field;
    if (!children && !attributes && depth > 0) {
      if (parts.length > 0) return maker.leaf(parts, keyStart, keyEnd);
      const at = isClosed ? this.at : this.at - name.length - 3;
      if (depth <= 1 || inSystem) return maker.none(at, keyStart, keyEnd);
      return maker.leaf([{ start: at, end: at, isCdata: false }], keyStart, keyEnd);
    }
    const branch = (children as N | null) ?? maker.branch();
    if (attributes) {
      maker.close(attributes, nameEnd, nameEnd, nameEnd, nameEnd);
      maker.add(branch, '#attributes', attributes);
    }
    if (parts.length > 0) maker.add(branch, '#text', maker.leaf(parts, keyStart, keyEnd));
    maker.close(branch, start, this.at, keyStart, keyEnd);
    return branch;
  }

  /** What stands up to the tag that closes `name`. Blanks between elements are layout and left out. */
  private content(
    name: string,
    start: number,
    depth: number,
  ): { parts: Part[]; children: N | null } | undefined {
    const { text, maker } = this;
    let parts: Part[] = [];
    let children: N | null = null;
    for (;;) {
      const next = text.indexOf('<', this.at);
      if (next < 0) return this.notClosed(name, text.length);
      if (next > this.at) {
        const raw = text.slice(this.at, next);
        if (raw.includes('&') && !this.checkReferences(raw, this.at)) return undefined;
        if (!children || NOT_BLANK.test(raw)) parts.push({ start: this.at, end: next, isCdata: false });
      }
      this.at = next;
      const code = text.charCodeAt(next + 1);
      if (code === 0x2f) return this.endTag(name, start) ? { parts, children } : undefined;
      if (code === 0x21 || code === 0x3f) {
        const cdata = this.markup();
        if (cdata === undefined) return undefined;
        if (cdata) parts.push(cdata);
        continue;
      }
      if (isEventStart(text, next)) return this.notClosed(name, next);
      const node = this.element(depth + 1, depth === 1 && name === 'System');
      if (node === undefined) return undefined;
      if (!children) {
        children = maker.branch();
        parts = parts.filter(({ start, end }) => NOT_BLANK.test(text.slice(start, end)));
      }
      maker.add(children, this.lastName, node);
    }
  }

  private attribute(element: string): { start: number; end: number; value: Part } | undefined {
    const { text } = this;
    const start = this.at;
    const end = this.nameEnd(start);
    if (end === start) {
      if (start >= text.length || text[start] === '<')
        return this.fail(
          'xml-not-closed',
          start - 1,
          start,
          `\`>\` is missing in the tag \`<${show(element)}\`.`,
        );
      return this.fail(
        'xml-attribute',
        start,
        start + 1,
        `\`${text[start]}\` cannot stand in a tag; write \`name="value"\`.`,
      );
    }
    const label = () => show(text.slice(start, end));
    this.at = end;
    this.skipSpace();
    if (text[this.at] !== '=')
      return this.fail(
        'xml-attribute',
        start,
        end,
        `the attribute \`${label()}\` has no value; write \`${label()}="…"\`.`,
      );
    this.at++;
    this.skipSpace();
    const quote = text[this.at];
    if (quote !== '"' && quote !== "'")
      return this.fail(
        'xml-attribute',
        start,
        end,
        `the value of \`${label()}\` must stand in double quotes.`,
      );
    const from = this.at + 1;
    let to = from;
    while (to < text.length && text[to] !== quote && text[to] !== '<') to++;
    if (text[to] !== quote)
      return this.fail(
        'xml-attribute',
        this.at,
        this.at + 1,
        `the value of \`${label()}\` has no closing quote.`,
      );
    if (!this.checkReferences(text.slice(from, to), from)) return undefined;
    this.at = to + 1;
    return { start, end, value: { start: from, end: to, isCdata: false } };
  }

  private endTag(name: string, start: number): boolean {
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
        `\`</${show(found)}>\` stands where \`</${show(name)}>\` must close \`${show(line)}\`.`,
      );
      return false;
    }
    if (text[this.at] !== '>') {
      this.fail('xml-not-closed', at, to, `\`>\` is missing after \`</${show(name)}\`.`);
      return false;
    }
    this.at++;
    return true;
  }

  /** Comments and instructions are passed over; a CDATA section is characters. `undefined` where one is not closed. */
  private markup(): Part | false | undefined {
    const { text, at } = this;
    for (const [opens, closes, isCdata] of MARKUP) {
      if (!text.startsWith(opens, at)) continue;
      const end = this.finder.next(closes, at + opens.length);
      if (end < 0)
        return this.fail('xml-not-closed', at, at + opens.length, `\`${closes}\` is missing for this.`);
      this.at = end + closes.length;
      return isCdata ? { start: at + opens.length, end, isCdata: true } : false;
    }
    return this.fail('xml-declaration', at, at + 2, 'a declaration cannot stand inside an event; remove it.');
  }

  private checkReferences(raw: string, at: number): boolean {
    const bad = raw.includes('&') ? badReference(raw) : undefined;
    if (!bad) return true;
    const found = raw.slice(bad.start, bad.end);
    const message =
      found === '&'
        ? '`&` must be written `&amp;`.'
        : `\`${show(found)}\` names no character that XML knows; write the character itself, or \`&amp;\` for \`&\`.`;
    this.fail('xml-reference', at + bad.start, at + bad.end, message);
    return false;
  }

  private notClosed(name: string, limit: number): undefined {
    const { text } = this;
    let end = limit;
    while (end > 0 && !NOT_BLANK.test(text[end - 1]!)) end--;
    return this.fail(
      'xml-not-closed',
      Math.max(0, end - 1),
      end,
      `the event ends too early: \`</${show(name)}>\` is missing.`,
    );
  }

  private fail(code: XmlCode, start: number, end: number, message: string): undefined {
    const at = range(start, Math.max(start + 1, Math.min(end, this.text.length)));
    this.fault = { code, at, message };
    return undefined;
  }

  private skipSpace(): void {
    const code = this.text.charCodeAt(this.at);
    if (code > 0x20) return;
    SPACE.lastIndex = this.at;
    SPACE.test(this.text);
    this.at = SPACE.lastIndex;
  }

  private nameEnd(start: number): number {
    // Nearly all names are ASCII letters and digits; the rest is left to the pattern.
    const { text } = this;
    let at = start;
    while (isPlainLetter(text.charCodeAt(at))) at++;
    const code = text.charCodeAt(at);
    if (at > start && (code === 0x3e || code === 0x20 || code === 0x3d || code === 0x2f)) return at;
    NAME.lastIndex = start;
    return NAME.test(text) ? NAME.lastIndex : start;
  }
}

const NOTHING: { parts: Part[]; children: null } = { parts: [], children: null };

const MARKUP = [
  ['<!--', '-->', false],
  ['<![CDATA[', ']]>', true],
  ['<?', '?>', false],
] as const;

function isPlainLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** True where `<Event` begins at `at`, and not `<EventData` or the like. */
export function isEventStart(text: string, at: number): boolean {
  if (!text.startsWith('<Event', at)) return false;
  const code = text.charCodeAt(at + 6);
  return code === 0x3e || code === 0x2f || code <= 0x20;
}
