import { EVENTS, told } from '../../limits';
import { say } from '../../text';
import { type Dumped, dumpedGuid, dumpedText, dumpedTime, layOut, NULL } from '../dumped';
import type { Chunk } from './chunk';
import { Cursor } from './cursor';
import { Damage } from './damage';
import { readFragment } from './fragment';
import { DEFINITION_HEAD } from './instance';
import type { AttributeNode, ElementNode, Node, Values } from './nodes';
import { ARRAY, TYPE } from './values/types';
import { members, valueText } from './values/value';

/*
 * A record as JSON, in the form in which evtx_dump writes it: elements by name, attributes under
 * `#attributes`, `Data` under its own name, whole numbers and booleans as such.
 */

/** Characters of an element or attribute. `bare`: JSON for them if nothing stands beside them. */
interface Characters {
  readonly text: string;
  readonly bare: string | null;
}

/** An element with its values in place. */
interface Element {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: readonly Characters[]])[];
  readonly text: readonly Characters[];
  readonly children: readonly Element[];
}

const NO_VALUES: Values = { count: 0, table: [] };

/** The JSON of the record whose binary XML is between two offsets of a chunk. */
export function recordJson(chunk: Chunk, start: number, end: number): string {
  const { children } = new Filler(chunk).fragment(start, end);
  const json: Dumped = { kind: 'object', members: children.map((child) => [child.name, jsonOf(child)]) };
  return layOut(json);
}

/** What stands inside of an element. */
interface Content {
  readonly text: Characters[];
  readonly children: Element[];
}

/** Puts the values of a record into its templates. */
class Filler {
  private nesting = 0;

  constructor(private readonly chunk: Chunk) {}

  fragment(start: number, end: number): Content {
    this.enter(start);
    this.chunk.spend(end - start, start);
    const content = this.contentOf(readFragment(new Cursor(this.chunk, start, end)), NO_VALUES, null);
    this.nesting--;
    return content;
  }

  private contentOf(nodes: readonly Node[], values: Values, member: Member | null): Content {
    const content: Content = { text: [], children: [] };
    this.fill(content, nodes, values, member);
    return content;
  }

  private fill(content: Content, nodes: readonly Node[], values: Values, member: Member | null): void {
    for (const node of nodes) {
      switch (node.kind) {
        case 'text':
          content.text.push({ text: node.text, bare: null });
          break;
        case 'markup':
          content.text.push({ text: textOfMarkup(node.xml), bare: null });
          break;
        case 'substitution':
          this.value(content, values, node.index, member);
          break;
        case 'instance': {
          const { definition } = node;
          this.enter(definition);
          const at = definition + DEFINITION_HEAD;
          const size = this.chunk.view.getUint32(definition + 20, true);
          this.chunk.spend(size, definition);
          this.fill(content, readFragment(new Cursor(this.chunk, at, at + size)), node.values, null);
          this.nesting--;
          break;
        }
        case 'element':
          content.children.push(...this.elements(node, values));
      }
    }
  }

  /** An element; one for each member of a list that stands in it. */
  private elements(node: ElementNode, values: Values): Element[] {
    for (const child of node.children) {
      if (child.kind !== 'substitution' || (typeOf(values, child.index) & ARRAY) === 0) continue;
      return this.charactersOf(values, child.index).map((value) =>
        this.element(node, values, { index: child.index, value }),
      );
    }
    return [this.element(node, values, null)];
  }

  private element(node: ElementNode, values: Values, member: Member | null): Element {
    return {
      name: node.name,
      attributes: node.attributes.map((one) => [one.name, this.attribute(one, values)]),
      ...this.contentOf(node.children, values, member),
    };
  }

  private attribute({ parts }: AttributeNode, values: Values): Characters[] {
    return parts.flatMap((part) =>
      part.kind === 'text' ? [{ text: part.text, bare: null }] : this.charactersOf(values, part.index),
    );
  }

  private value(content: Content, values: Values, index: number, member: Member | null): void {
    if (member?.index === index) content.text.push(member.value);
    else if (typeOf(values, index) === TYPE.binaryXml) {
      const at = values.table[index * 3 + 1]!;
      const { text, children } = this.fragment(at, at + values.table[index * 3 + 2]!);
      content.text.push(...text);
      content.children.push(...children);
    } else content.text.push(...this.charactersOf(values, index));
  }

  /** A value, the members of a list, or nothing for null. */
  private charactersOf(values: Values, index: number): Characters[] {
    const type = typeOf(values, index);
    const [at, size] = [values.table[index * 3 + 1]!, values.table[index * 3 + 2]!];
    if (type === TYPE.null || size === 0) return [];
    const texts =
      type & ARRAY ? members(this.chunk, type, at, size) : [valueText(this.chunk, type, at, size)];
    return texts.map((text) => {
      this.chunk.spend(text.length, at);
      return charactersOfType(type & ~ARRAY, text);
    });
  }

  private enter(at: number): void {
    if (++this.nesting > EVENTS.evtxDepth.value)
      throw new Damage(say`templates are nested more than ${told(EVENTS.evtxDepth)} deep`, at, true);
  }
}

/** A member of a list, instead of the whole list. */
interface Member {
  readonly index: number;
  readonly value: Characters;
}

function typeOf({ count, table }: Values, index: number): number {
  if (index >= count) throw new Damage(say`value ${index} is used, but there are only ${count}`, 0);
  return table[index * 3]!;
}

const BARE: ReadonlySet<number> = new Set([
  TYPE.int8,
  TYPE.uint8,
  TYPE.int16,
  TYPE.uint16,
  TYPE.int32,
  TYPE.uint32,
  TYPE.int64,
  TYPE.uint64,
  TYPE.boolean,
]);

function charactersOfType(type: number, text: string): Characters {
  if (BARE.has(type)) return { text, bare: text };
  if (type === TYPE.guid) return { text: dumpedGuid(text), bare: null };
  if (type === TYPE.fileTime || type === TYPE.systemTime) return { text: dumpedTime(text), bare: null };
  return { text, bare: null };
}

const REFERENCES = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
]);

/** The characters that a reference, a CDATA section or a processing instruction stands for. */
function textOfMarkup(xml: string): string {
  if (xml.startsWith('<?')) return '';
  if (xml.startsWith('<![CDATA[')) return xml.slice(9, -3).replaceAll(']]]]><![CDATA[>', ']]>');
  return xml.replace(/&(?:amp|lt|gt|quot|apos);/g, (reference) => REFERENCES.get(reference)!);
}

const BLANKS = /^[ \t\r\n]+|[ \t\r\n]+$/g;

/** Blanks around a text are left out. */
function scalarOf(text: readonly Characters[]): Dumped {
  const [only] = text;
  if (text.length === 1 && only?.bare != null) return { kind: 'scalar', json: only.bare };
  return dumpedText(joined(text));
}

function joined(text: readonly Characters[]): string {
  return text
    .map((part) => part.text)
    .join('')
    .replace(BLANKS, '');
}

function jsonOf(element: Element): Dumped {
  const attributes = element.attributes.filter(([, value]) => joined(value) !== '');
  const hasText = joined(element.text) !== '';
  if (attributes.length === 0 && element.children.length === 0)
    return hasText ? scalarOf(element.text) : NULL;
  const members: (readonly [string, Dumped])[] = [];
  if (attributes.length > 0) {
    const own = attributes.map(([name, value]): [string, Dumped] => [name, scalarOf(value)]);
    members.push(['#attributes', { kind: 'object', members: own }]);
  }
  if (hasText) members.push(['#text', scalarOf(element.text)]);
  const isContainer = element.name === 'EventData' || element.name === 'UserData';
  members.push(...(isContainer ? dataMembers(element.children) : numbered(element.children.map(namedAsIs))));
  return { kind: 'object', members };
}

const namedAsIs = (child: Element): [string, Dumped] => [child.name, jsonOf(child)];

/** `Data` with names under these; without, as a list. */
function dataMembers(children: readonly Element[]): (readonly [string, Dumped])[] {
  const nameOf = (child: Element) => joined(child.attributes.find(([name]) => name === 'Name')?.[1] ?? []);
  const data = children.filter(({ name }) => name === 'Data');
  if (data.some((child) => nameOf(child) !== ''))
    return numbered(
      children.flatMap((child): [string, Dumped][] => {
        if (child.name !== 'Data') return [namedAsIs(child)];
        return nameOf(child) === '' ? [] : [[nameOf(child), dataValue(child)]];
      }),
    );
  const [only] = data;
  const all: Dumped =
    data.length === 1 ? dataValue(only!) : { kind: 'list', items: data.map((child) => dataValue(child)) };
  let isFirst = true;
  return numbered(
    children.flatMap((child): [string, Dumped][] => {
      if (child.name !== 'Data') return [namedAsIs(child)];
      if (!isFirst) return [];
      isFirst = false;
      return [['Data', { kind: 'object', members: [['#text', all]] }]];
    }),
  );
}

function dataValue({ name, text, children }: Element): Dumped {
  if (children.length > 0) return jsonOf({ name, text, children, attributes: [] });
  return joined(text) === '' ? dumpedText('') : scalarOf(text);
}

/** The second of a name gets `_1`, the third `_2`. */
function numbered(members: readonly [string, Dumped][]): (readonly [string, Dumped])[] {
  const counts = new Map<string, number>();
  return members.map(([name, value]) => {
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return [count === 0 ? name : `${name}_${count}`, value];
  });
}
