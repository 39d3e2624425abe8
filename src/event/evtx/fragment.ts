import { EVENTS, told } from '../../limits';
import { prose, say } from '../../text';
import type { Cursor } from './cursor';
import { Damage, hexByte } from './damage';
import { readInstance } from './instance';
import type { AttributeNode, ElementNode, MarkupNode, Node, Substitution, TextNode } from './nodes';
import { TOKEN, WITH_MORE } from './tokens';

/** Reads binary XML up to its end token or to the end of the cursor. */
export function readFragment(cursor: Cursor, depth = 0): Node[] {
  const nodes: Node[] = [];
  while (cursor.left > 0) {
    const token = cursor.u8();
    if (token === TOKEN.end) break;
    if (token === TOKEN.fragmentHeader) cursor.skip(3);
    else nodes.push(readNode(cursor, token, depth));
  }
  return nodes;
}

function readNode(cursor: Cursor, token: number, depth: number): Node {
  switch (token & ~WITH_MORE) {
    case TOKEN.openElement:
      return readElement(cursor, (token & WITH_MORE) !== 0, depth);
    case TOKEN.templateInstance:
      return readInstance(cursor);
    default:
      return readContent(cursor, token);
  }
}

/** What may be between two tags besides elements. */
function readContent(cursor: Cursor, token: number): TextNode | MarkupNode | Substitution {
  const at = cursor.at - 1;
  switch (token & ~WITH_MORE) {
    case TOKEN.value:
      return readText(cursor);
    case TOKEN.normalSubstitution:
    case TOKEN.optionalSubstitution:
      return readSubstitution(cursor, token === TOKEN.optionalSubstitution);
    case TOKEN.cdata:
      return { kind: 'markup', xml: `<![CDATA[${cursor.text().replaceAll(']]>', ']]]]><![CDATA[>')}]]>` };
    case TOKEN.characterReference:
      return { kind: 'text', text: String.fromCharCode(cursor.u16()) };
    case TOKEN.entityReference:
      return { kind: 'markup', xml: entity(cursor.name()) };
    case TOKEN.instructionTarget: {
      const target = cursor.name();
      if (cursor.u8() !== TOKEN.instructionData)
        throw new Damage(prose('a processing instruction has a target but no data'), at);
      return { kind: 'markup', xml: `<?${target} ${cursor.text().replaceAll('?>', '? >')}?>` };
    }
    default:
      throw new Damage(say`${hexByte(token)} is not a valid binary XML token here`, at);
  }
}

function readElement(cursor: Cursor, hasAttributes: boolean, depth: number): ElementNode {
  if (depth >= EVENTS.evtxDepth.value)
    throw new Damage(say`elements are nested more than ${told(EVENTS.evtxDepth)} deep`, cursor.at, true);
  const dependsOn = readDependency(cursor);
  cursor.skip(4);
  const name = cursor.name();
  const attributes = hasAttributes ? readAttributes(cursor) : [];
  const close = cursor.u8();
  if (close === TOKEN.closeEmptyElement)
    return { kind: 'element', name, attributes, children: [], dependsOn, isEmpty: true };
  if (close !== TOKEN.closeStartElement)
    throw new Damage(say`${hexByte(close)} is where the tag of \`${name}\` should be closed`, cursor.at - 1);
  const children: Node[] = [];
  for (let token = cursor.u8(); token !== TOKEN.endElement; token = cursor.u8())
    children.push(readNode(cursor, token, depth + 1));
  return { kind: 'element', name, attributes, children, dependsOn, isEmpty: false };
}

/**
 * The index of the value that the element depends on, which occurs only in templates: it is there if the size and the
 * name after it make sense, and missing if they make sense without it.
 */
function readDependency(cursor: Cursor): number {
  if (isElementHead(cursor, cursor.at + 2)) {
    const index = cursor.u16();
    return index === 0xffff ? -1 : index;
  }
  if (isElementHead(cursor, cursor.at)) return -1;
  throw new Damage(prose('the size or the name of an element is impossible'), cursor.at);
}

function isElementHead(cursor: Cursor, at: number): boolean {
  if (at + 8 > cursor.end) return false;
  const { view, length } = cursor.chunk;
  const size = view.getUint32(at, true);
  const name = view.getUint32(at + 4, true);
  return size <= cursor.end - at - 4 && name >= 128 && name + 8 <= length;
}

function readAttributes(cursor: Cursor): AttributeNode[] {
  const size = cursor.u32();
  const end = cursor.at + size;
  if (end > cursor.end)
    throw new Damage(prose('a list of attributes is longer than the rest of the record'), cursor.at - 4);
  const attributes: AttributeNode[] = [];
  while (cursor.at < end) {
    const token = cursor.u8();
    if ((token & ~WITH_MORE) !== TOKEN.attribute)
      throw new Damage(say`${hexByte(token)} is where an attribute should begin`, cursor.at - 1);
    const name = cursor.name();
    const parts: AttributeNode['parts'][number][] = [];
    while (cursor.at < end && isAttributeValue(cursor.chunk.bytes[cursor.at]!)) {
      const part = readContent(cursor, cursor.u8());
      // A reference is written as such in an attribute too; CDATA is not allowed there and is not a value token.
      if (part.kind === 'markup') parts.push({ kind: 'text', text: resolved(part.xml) });
      else parts.push(part);
    }
    attributes.push({ name, parts });
  }
  return attributes;
}

function isAttributeValue(token: number): boolean {
  switch (token & ~WITH_MORE) {
    case TOKEN.value:
    case TOKEN.normalSubstitution:
    case TOKEN.optionalSubstitution:
    case TOKEN.characterReference:
    case TOKEN.entityReference:
      return true;
    default:
      return false;
  }
}

function readText(cursor: Cursor): TextNode {
  const type = cursor.u8();
  if (type !== 0x01)
    throw new Damage(say`text of type ${hexByte(type)} is where a string should be`, cursor.at - 1);
  return { kind: 'text', text: cursor.text() };
}

function readSubstitution(cursor: Cursor, isOptional: boolean): Substitution {
  const index = cursor.u16();
  const type = cursor.u8();
  return { kind: 'substitution', index, type, isOptional };
}

const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** A reference to one of XML's own five; any other is not declared and is kept as the text that it looks like. */
function entity(name: string): string {
  return ENTITIES.has(name) ? `&${name};` : `&amp;${name};`;
}

function resolved(xml: string): string {
  return ENTITIES.get(xml.slice(1, -1)) ?? xml.replace('&amp;', '&');
}
