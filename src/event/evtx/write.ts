import { EVENTS, told } from '../../limits';
import { say } from '../../text';
import type { Chunk } from './chunk';
import { Cursor } from './cursor';
import { Damage } from './damage';
import { escapeAttribute, escapeText } from './escape';
import { readFragment } from './fragment';
import type { Optional, Template, Values, XmlPiece } from './nodes';
import { compile, templateAt } from './template';
import { ARRAY, TYPE } from './values/types';
import { isText, members, valueText } from './values/value';

/**
 * The maximum length of one record's text, in characters. A record has at most 64 KB; hostile templates can expand it.
 */
const MAX_TEXT = 1_000_000;

const NO_VALUES: Values = { count: 0, table: [] };

/** The XML text of the record whose binary XML is between two offsets of a chunk. */
export function recordXml(chunk: Chunk, start: number, end: number): string {
  const writer = new Writer(chunk, start);
  writer.fragment(start, end, '', 0);
  return writer.text;
}

/** Writes one record. Inside an instance, `values` are those of its template. */
class Writer {
  text = '';
  private readonly chunk: Chunk;
  private readonly at: number;
  private values: Values = NO_VALUES;
  /** While an element is written for each member of an array: which value that is, and the member. */
  private repeated = -1;
  private member = '';
  private nesting = 0;

  constructor(chunk: Chunk, at: number) {
    this.chunk = chunk;
    this.at = at;
  }

  /** Binary XML: a record's, or that of a value. Writes nothing if it is empty. `depth` is -1 inside text. */
  fragment(start: number, end: number, before: string, depth: number): void {
    this.enter(start);
    this.chunk.spend(end - start, start);
    const nodes = readFragment(new Cursor(this.chunk, start, end), Math.max(0, depth));
    const only = nodes.length === 1 ? nodes[0]! : null;
    if (only?.kind === 'instance') this.instance(only.definition, only.values, before, depth);
    else if (nodes.length > 0) {
      this.text += before;
      this.template(compile(nodes, Math.max(0, depth), depth >= 0), NO_VALUES);
    }
    this.nesting--;
  }

  private instance(definition: number, values: Values, before: string, depth: number): void {
    this.enter(definition);
    this.text += before;
    this.template(templateAt(this.chunk, definition, Math.max(0, depth)), values);
    this.nesting--;
  }

  private template(template: Template, values: Values): void {
    const { values: outer, repeated } = this;
    this.values = values;
    this.repeated = -1;
    this.pieces(template);
    this.values = outer;
    this.repeated = repeated;
  }

  private pieces(pieces: readonly XmlPiece[]): void {
    for (const piece of pieces) {
      if (typeof piece === 'string') this.append(piece);
      else if (piece.kind === 'value') this.value(piece.index, piece.isAttribute);
      else if (piece.kind === 'optional') this.optional(piece);
      else if (piece.kind === 'instance')
        this.instance(piece.node.definition, piece.node.values, piece.before, piece.depth);
      else this.fragmentValue(piece.index, piece.before, piece.depth);
    }
    this.chunk.spend(pieces.length, this.at);
  }

  private optional(piece: Optional): void {
    for (const index of piece.needs) if (this.isNull(index)) return;
    const { repeated, member } = this;
    for (const index of piece.repeats) {
      const type = this.typeOf(index);
      if ((type & ARRAY) === 0) continue;
      for (const text of this.membersOf(index)) {
        this.repeated = index;
        this.member = text;
        this.pieces(piece.pieces);
      }
      this.repeated = repeated;
      this.member = member;
      return;
    }
    this.pieces(piece.pieces);
  }

  private value(index: number, isAttribute: boolean): void {
    const type = this.typeOf(index);
    const at = this.values.table[index * 3 + 1]!;
    const size = this.values.table[index * 3 + 2]!;
    if (index === this.repeated) this.write(this.member, isAttribute);
    else if (type === TYPE.null) return;
    else if (type === TYPE.binaryXml && !isAttribute) this.fragment(at, at + size, '', -1);
    // There is no element to repeat: a list in XML is separated by spaces.
    else if ((type & ARRAY) !== 0) this.write(this.membersOf(index).join(' '), isAttribute);
    else {
      const text = valueText(this.chunk, type, at, size);
      if (isText(type)) this.write(text, isAttribute);
      else this.append(text);
    }
  }

  private fragmentValue(index: number, before: string, depth: number): void {
    if (this.typeOf(index) !== TYPE.binaryXml) {
      this.value(index, false);
      return;
    }
    const at = this.values.table[index * 3 + 1]!;
    this.fragment(at, at + this.values.table[index * 3 + 2]!, before, depth);
  }

  private membersOf(index: number): string[] {
    const { table } = this.values;
    const size = table[index * 3 + 2]!;
    return size === 0 ? [] : members(this.chunk, table[index * 3]!, table[index * 3 + 1]!, size);
  }

  private write(text: string, isAttribute: boolean): void {
    this.append(isAttribute ? escapeAttribute(text) : escapeText(text));
  }

  private append(text: string): void {
    this.chunk.spend(text.length, this.at);
    this.text += text;
    if (this.text.length > MAX_TEXT)
      throw new Damage(say`it expands to more than ${MAX_TEXT} characters`, this.at, true);
  }

  private isNull(index: number): boolean {
    return this.typeOf(index) === TYPE.null;
  }

  private typeOf(index: number): number {
    if (index >= this.values.count)
      throw new Damage(say`value ${index} is used, but there are only ${this.values.count}`, this.at);
    return this.values.table[index * 3]!;
  }

  private enter(at: number): void {
    if (++this.nesting > EVENTS.evtxDepth.value)
      throw new Damage(say`templates are nested more than ${told(EVENTS.evtxDepth)} deep`, at, true);
  }
}
