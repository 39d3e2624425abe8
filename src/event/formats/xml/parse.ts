import { EVENTS, told } from '../../../limits';
import { prose, say } from '../../../text';
import { Finder } from './finder';
import type { Characters, Maker } from './maker';
import { decoded } from './references';
import { isEventStart, NOT_BLANK, XmlScanner } from './scanner';

/** Elements whose field is named by an attribute: `<Data Name="Image">`. */
const NAMED = new Set(['Data', 'ComplexData']);

/** The content of an element: its characters, and its elements if it has any. */
interface Content<N> {
  readonly parts: readonly Characters[];
  readonly children: N | null;
}

const NOTHING: Content<never> = { parts: [], children: null };

/** A start tag: what names the field, where the name is, and the other attributes. */
interface Tag<N> {
  readonly name: string;
  readonly nameEnd: number;
  readonly field: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly attributes: N | null;
  /** True for `<Data/>`. */
  readonly isClosed: boolean;
}

/**
 * Reads one `Event` element. Strict, so that faults are reported at their characters; one pass, so that the time is
 * linear. Line ends are left as they are: Windows writes values unchanged.
 */
export class EventXmlParser<N> extends XmlScanner {
  private readonly maker: Maker<N>;
  /** The field name of the element that was read last. */
  private lastName = '';

  constructor(text: string, maker: Maker<N>, finder = new Finder(text)) {
    super(text, finder);
    this.maker = maker;
  }

  /**
   * The event that begins with `<` at `start`, inside an object under its name; `undefined` if it is not well formed.
   */
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
    const start = this.at;
    if (depth > EVENTS.xmlDepth.value) {
      const message = say`elements are nested more than ${told(EVENTS.xmlDepth)} deep here.`;
      return this.fail('xml-too-deep', start, start + 1, message);
    }
    const tag = this.tag(start);
    if (!tag) return undefined;
    const content = tag.isClosed ? NOTHING : this.content(tag.name, start, depth);
    if (!content) return undefined;
    this.lastName = tag.field;
    if (!content.children && !tag.attributes && depth > 0)
      return this.value(tag, content.parts, depth <= 1 || inSystem);
    return this.branch(start, tag, content);
  }

  private tag(start: number): Tag<N> | undefined {
    const { text, maker } = this;
    const nameStart = start + 1;
    const nameEnd = this.nameEnd(nameStart);
    if (nameEnd === nameStart) {
      const message = prose('no element begins here. For the character, write `&lt;`.');
      return this.fail('xml-name', start, start + 1, message);
    }
    const name = text.slice(nameStart, nameEnd);
    let field = name;
    let keyStart = nameStart;
    let keyEnd = nameEnd;
    let attributes: N | null = null;
    this.at = nameEnd;
    for (;;) {
      this.skipSpace();
      const code = text.charCodeAt(this.at);
      const isClosed = code === 0x2f && text.charCodeAt(this.at + 1) === 0x3e;
      if (isClosed || code === 0x3e) {
        this.at += isClosed ? 2 : 1;
        return { name, nameEnd, field, keyStart, keyEnd, attributes, isClosed };
      }
      const attribute = this.attribute(name);
      if (!attribute) return undefined;
      const { value } = attribute;
      const label = text.slice(attribute.start, attribute.end);
      if (label === 'Name' && NAMED.has(name)) {
        field = decoded(text.slice(value.start, value.end));
        keyStart = value.start;
        keyEnd = value.end;
      } else if (!label.startsWith('xmlns')) {
        attributes ??= maker.branch();
        maker.add(attributes, label, maker.leaf([value], attribute.start, attribute.end));
      }
    }
  }

  /** An element with only characters. `mayBeNone`: if it is empty, it counts as no value, not as an empty one. */
  private value(
    { name, keyStart, keyEnd, isClosed }: Tag<N>,
    parts: readonly Characters[],
    mayBeNone: boolean,
  ): N {
    const { maker } = this;
    if (parts.length > 0) return maker.leaf(parts, keyStart, keyEnd);
    const at = isClosed ? this.at : this.at - name.length - 3;
    if (mayBeNone) return maker.none(at, keyStart, keyEnd);
    return maker.leaf([{ start: at, end: at, isCdata: false }], keyStart, keyEnd);
  }

  private branch(start: number, tag: Tag<N>, { parts, children }: Content<N>): N {
    const { maker } = this;
    const { attributes, nameEnd, keyStart, keyEnd } = tag;
    const branch = children ?? maker.branch();
    if (attributes) {
      maker.close(attributes, nameEnd, nameEnd, nameEnd, nameEnd);
      maker.add(branch, '#attributes', attributes);
    }
    if (parts.length > 0) maker.add(branch, '#text', maker.leaf(parts, keyStart, keyEnd));
    maker.close(branch, start, this.at, keyStart, keyEnd);
    return branch;
  }

  /** The content up to the tag that closes `name`. White space between elements is layout and is left out. */
  private content(name: string, start: number, depth: number): Content<N> | undefined {
    const { text, maker } = this;
    let parts: Characters[] = [];
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
}
