import { type Node, parseTree } from 'jsonc-parser';
import { MAX_DEPTH, numberWritten, type Range, range } from '../text';
import type { JsonPath, ValueLocation } from './event';
import { depthOf } from './formats/json/scan';

/** The positions in one event's text, or null if it nests too deeply to be shown. */
export type RangeTree = { readonly root: Node | null };

/** Positions of all values in an event's text. JSON.parse has accepted the text, so it is JSON. */
export function parseRanges(text: string): RangeTree {
  // jsonc-parser is recursive, so the depth is limited before it starts.
  if (depthOf(text) > MAX_DEPTH * 4) return { root: null };
  return { root: parseTree(text) ?? null };
}

/**
 * The position of the value at `path`. `base` is where the event begins in `text`. `undefined` if the path leads
 * nowhere. If a name occurs twice, the last one counts, as for JSON.parse.
 */
export function locateNode(
  tree: RangeTree,
  text: string,
  base: number,
  path: JsonPath,
  name: string,
): ValueLocation | undefined {
  let node = tree.root;
  let key: Node | null = null;
  for (const step of path) {
    if (!node) return undefined;
    if (typeof step === 'number') {
      node = node.type === 'array' ? (node.children?.[step] ?? null) : null;
      key = null;
    } else {
      const property: Node | undefined = node.type === 'object' ? lastProperty(node, step) : undefined;
      key = property?.children?.[0] ?? null;
      node = property?.children?.[1] ?? null;
    }
  }
  return node ? new JsonLocation(text, base, node, key, name) : undefined;
}

function lastProperty(object: Node, name: string): Node | undefined {
  const children = object.children ?? [];
  for (let i = children.length - 1; i >= 0; i--) {
    if (children[i]!.children?.[0]?.value === name) return children[i];
  }
  return undefined;
}

class JsonLocation implements ValueLocation {
  readonly name: string;
  readonly key: Range | null;
  readonly value: Range;
  private readonly raw: string;
  private readonly decoded: string | null;
  private starts: Uint32Array | null | undefined = undefined;

  constructor(text: string, base: number, node: Node, key: Node | null, name: string) {
    const quotes = node.type === 'string' ? 1 : 0;
    this.name = name;
    this.key = key ? range(base + key.offset + 1, base + key.offset + key.length - 1) : null;
    this.value = range(base + node.offset + quotes, base + node.offset + node.length - quotes);
    this.raw = text.slice(this.value.start, this.value.end);
    if (node.type === 'object' || node.type === 'array') this.decoded = null;
    else this.decoded = String(node.type === 'number' ? numberWritten(this.raw) : node.value);
    if (node.type === 'string') this.starts = this.raw.includes('\\') ? undefined : null;
    // `1e3` is matched as `1000`: their characters do not correspond.
    else if (this.raw === this.decoded) this.starts = null;
    else this.decoded = null;
  }

  toText(decoded: Range): Range[] {
    const { start, end } = this.value;
    if (this.decoded === null) return [this.value];
    const from = clamp(decoded.start, this.decoded.length);
    const to = Math.max(from, clamp(decoded.end, this.decoded.length));
    if (this.starts === undefined) this.starts = unitStarts(this.raw, this.decoded.length);
    if (this.starts === null) return [range(start + from, Math.min(end, start + to))];
    return [range(start + this.starts[from]!, start + this.starts[to]!)];
  }
}

function clamp(offset: number, length: number): number {
  return Math.max(0, Math.min(offset, length));
}

/** Where each decoded UTF-16 unit begins in a JSON string's characters, plus an entry for the end. */
function unitStarts(raw: string, length: number): Uint32Array {
  const starts = new Uint32Array(length + 1);
  let at = 0;
  for (let unit = 0; unit < length; unit++) {
    starts[unit] = at;
    if (raw.charCodeAt(at) !== 0x5c) at += 1;
    else at += raw.charCodeAt(at + 1) === 0x75 ? 6 : 2;
  }
  starts[length] = at;
  return starts;
}

/** A value collected from several places: from the first to the last of them. */
export function listLocation(members: readonly ValueLocation[]): ValueLocation | undefined {
  const first = members[0];
  if (!first) return undefined;
  const values = members.map((member) => member.value);
  return {
    name: first.name,
    key: members.length === 1 ? first.key : null,
    value: range(Math.min(...values.map((v) => v.start)), Math.max(...values.map((v) => v.end))),
    toText: () => values,
  };
}
