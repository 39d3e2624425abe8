import { prose } from '../../text';
import type { Chunk } from './chunk';
import { Cursor } from './cursor';
import { Damage } from './damage';
import { escapeAttribute, escapeText } from './escape';
import { readFragment } from './fragment';
import { DEFINITION_HEAD } from './instance';
import type { AttributeNode, ElementNode, Node, Substitution, Template, XmlPiece } from './nodes';
import { TYPE } from './values/types';

/*
 * A template compiled to its output: finished text, and places for values between. Laid out as Event Viewer copies
 * events: an element that contains only elements has each on a line of its own.
 */

/** The template defined at `definition`, written at `depth`. Compiled once for each chunk. */
export function templateAt(chunk: Chunk, definition: number, depth: number): Template {
  const key = definition * 256 + depth;
  const known = chunk.templates.get(key);
  if (known) return known;
  const start = definition + DEFINITION_HEAD;
  const size = chunk.view.getUint32(definition + 20, true);
  if (start + size > chunk.length)
    throw new Damage(prose('a template is longer than the rest of the chunk'), definition + 20);
  chunk.spend(size, definition);
  const template = compile(readFragment(new Cursor(chunk, start, start + size), depth), depth, true);
  chunk.templates.set(key, template);
  return template;
}

/** Compiles a fragment's nodes. `isBlock`: each is on a line of its own, the first without a line break before it. */
export function compile(nodes: readonly Node[], depth: number, isBlock: boolean): Template {
  const out = new Pieces();
  let isFirst = true;
  for (const node of nodes) {
    compileNode(node, isBlock && !isFirst ? line(depth) : '', isBlock ? depth : -1, out);
    isFirst = false;
  }
  return out.all;
}

/** Collects pieces and merges adjacent text. */
class Pieces {
  readonly all: XmlPiece[] = [];

  add(piece: XmlPiece): void {
    const last = this.all.length - 1;
    if (typeof piece !== 'string') this.all.push(piece);
    else if (typeof this.all[last] === 'string') this.all[last] += piece;
    else if (piece !== '') this.all.push(piece);
  }
}

function line(depth: number): string {
  return `\n${'  '.repeat(depth)}`;
}

/** `depth` is -1 inside text, where no line may be broken. */
function compileNode(node: Node, before: string, depth: number, out: Pieces): void {
  switch (node.kind) {
    case 'text':
      out.add(escapeText(node.text));
      break;
    case 'markup':
      out.add(node.xml);
      break;
    case 'substitution':
      if (node.type === TYPE.binaryXml) out.add({ kind: 'fragment', index: node.index, before, depth });
      else out.add({ kind: 'value', index: node.index, isAttribute: false });
      break;
    case 'instance':
      out.add({ kind: 'instance', node, before, depth });
      break;
    case 'element': {
      const needs = needsOf(node);
      const repeats = node.children.filter(isPlain).map((child) => child.index);
      if (needs.length === 0 && repeats.length === 0) {
        compileElement(node, before, depth, out);
        break;
      }
      const inner = new Pieces();
      compileElement(node, before, depth, inner);
      out.add({ kind: 'optional', needs, repeats, pieces: inner.all });
    }
  }
}

function compileElement(node: ElementNode, before: string, depth: number, out: Pieces): void {
  out.add(`${before}<${node.name}`);
  for (const attribute of node.attributes) compileAttribute(attribute, out);
  if (node.isEmpty) {
    out.add(' />');
    return;
  }
  out.add('>');
  const isBlock = depth >= 0 && node.children.length > 0 && node.children.every(isStructure);
  for (const child of node.children)
    compileNode(child, isBlock ? line(depth + 1) : '', isBlock ? depth + 1 : -1, out);
  out.add(isBlock ? `${line(depth)}</${node.name}>` : `</${node.name}>`);
}

function compileAttribute(attribute: AttributeNode, out: Pieces): void {
  const inner = new Pieces();
  const needs: number[] = [];
  inner.add(` ${attribute.name}="`);
  for (const part of attribute.parts) {
    if (part.kind === 'text') inner.add(escapeAttribute(part.text));
    else {
      inner.add({ kind: 'value', index: part.index, isAttribute: true });
      if (part.isOptional) needs.push(part.index);
    }
  }
  inner.add('"');
  if (needs.length > 0) out.add({ kind: 'optional', needs, repeats: [], pieces: inner.all });
  else for (const piece of inner.all) out.add(piece);
}

/** Values without which the element is not written: the one it depends on, and optional ones directly inside it. */
function needsOf(node: ElementNode): number[] {
  const needs = new Set<number>();
  if (node.dependsOn >= 0) needs.add(node.dependsOn);
  for (const child of node.children)
    if (child.kind === 'substitution' && child.isOptional) needs.add(child.index);
  return [...needs];
}

function isPlain(node: Node): node is Substitution {
  return node.kind === 'substitution' && node.type !== TYPE.binaryXml;
}

function isStructure(node: Node): boolean {
  return (
    node.kind === 'element' ||
    node.kind === 'instance' ||
    (node.kind === 'substitution' && node.type === TYPE.binaryXml)
  );
}
