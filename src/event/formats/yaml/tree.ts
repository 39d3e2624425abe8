import { EVENT_ID, type Event, parseEvents, type ScalarEvent } from 'js-yaml';
import { EVENTS } from '../../../limits';
import {
  numberWritten,
  put,
  range,
  resolvePlain,
  scalarOf,
  scalarSource,
  type WrittenScalar,
} from '../../../text';
import type { JsonPath, ValueLocation } from '../../event';

/** A value of YAML with where it stands; the ranges count from where the text begins. */
export type Tree =
  | { readonly kind: 'scalar'; readonly scalar: WrittenScalar; readonly value: unknown }
  | { readonly kind: 'list'; readonly members: readonly Tree[] }
  | { readonly kind: 'map'; readonly entries: readonly Entry[] };

interface Entry {
  readonly key: WrittenScalar;
  readonly value: Tree;
}

/** Reads the first document of a text. Throws js-yaml's error where the text is no YAML. */
export function readTree(text: string): Tree | null {
  const events = parseEvents(text, { maxDepth: EVENTS.yamlDepth.value });
  const at = events.findIndex(({ type }) => type === EVENT_ID.DOCUMENT) + 1;
  if (at === 0 || events[at] === undefined || events[at].type === EVENT_ID.POP) return null;
  return new Builder(text, events, at).node();
}

class Builder {
  private last = 0;

  constructor(
    private readonly text: string,
    private readonly events: readonly Event[],
    private at: number,
  ) {}

  node(): Tree {
    const event = this.events[this.at++]!;
    if (event.type === EVENT_ID.SCALAR) return this.scalar(event);
    if (event.type === EVENT_ID.MAPPING) return this.map();
    if (event.type === EVENT_ID.SEQUENCE) return this.list();
    // No tool that writes events writes aliases: one stays the text that it is.
    if (event.type === EVENT_ID.ALIAS)
      return this.made({ start: event.anchorStart - 1, end: event.anchorEnd }, 'plain');
    return this.made({ start: this.last, end: this.last }, 'plain', null);
  }

  private made(at: WrittenScalar['range'], style: WrittenScalar['style'], value?: unknown): Tree {
    const text = this.text.slice(at.start, at.end);
    return {
      kind: 'scalar',
      scalar: { range: range(at.start, at.end), text, style },
      value: value === undefined ? text : value,
    };
  }

  private scalar(event: ScalarEvent): Tree {
    const scalar = scalarOf(this.text, event);
    if (!scalar) return this.made({ start: this.last, end: this.last }, 'plain', null);
    this.last = scalar.range.end;
    const { text, style } = scalar;
    return { kind: 'scalar', scalar, value: style === 'plain' ? plainValue(text) : text };
  }

  private map(): Tree {
    const entries: Entry[] = [];
    while (this.events[this.at]!.type !== EVENT_ID.POP) {
      const key = this.node();
      const value = this.node();
      if (key.kind === 'scalar') entries.push({ key: key.scalar, value });
    }
    this.at++;
    return { kind: 'map', entries };
  }

  private list(): Tree {
    const members: Tree[] = [];
    while (this.events[this.at]!.type !== EVENT_ID.POP) members.push(this.node());
    this.at++;
    return { kind: 'list', members };
  }
}

/** A number keeps its characters where a double would lose them. */
function plainValue(text: string): unknown {
  const value = resolvePlain(text);
  if (typeof value !== 'number') return value;
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text) ? numberWritten(text) : value;
}

/** What a tree says, as objects, lists and values. */
export function madeOf(tree: Tree): unknown {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'list') return tree.members.map(madeOf);
  const object: Record<string, unknown> = {};
  for (const { key, value } of tree.entries) put(object, key.text, madeOf(value));
  return object;
}

/** Where the value at a path stands in the text, which begins at `base` in a longer one. */
export function locateTree(
  tree: Tree,
  text: string,
  base: number,
  path: JsonPath,
  name: string,
): ValueLocation | undefined {
  let node: Tree | undefined = tree;
  let key: WrittenScalar | null = null;
  for (const step of path) {
    const entry: Entry | undefined = entryOf(node, step);
    key = entry?.key ?? null;
    node =
      entry?.value ?? (node?.kind === 'list' && typeof step === 'number' ? node.members[step] : undefined);
    if (!node) return undefined;
  }
  const at = (one: WrittenScalar) => {
    const quotes = one.style === 'single' || one.style === 'double' ? 1 : 0;
    return range(base + one.range.start + quotes, base + one.range.end - quotes);
  };
  const first = node && (node.kind === 'scalar' ? node.scalar : firstOf(node));
  if (!first) return undefined;
  const value = at(first);
  const isText = node!.kind === 'scalar' && String(node!.value) === first.text;
  return {
    name,
    key: key && at(key),
    value,
    toText(decoded) {
      if (!isText) return [value];
      const length = first.text.length;
      const start = Math.min(Math.max(decoded.start, 0), length);
      const found = scalarSource(text, first, range(start, Math.max(start, Math.min(decoded.end, length))));
      return [range(base + found.start, base + found.end)];
    },
  };
}

function entryOf(node: Tree | undefined, step: string | number): Entry | undefined {
  if (node?.kind !== 'map') return undefined;
  return node.entries.findLast(({ key }) => key.text === String(step));
}

/** The first value inside a list or map. */
function firstOf(node: Tree): WrittenScalar | undefined {
  if (node.kind === 'scalar') return node.scalar;
  const inside = node.kind === 'list' ? node.members[0] : node.entries[0]?.value;
  return inside && firstOf(inside);
}
