import { isTree, type JsonObject, own } from './json';

/*
 * Events of one log have the same names in the same order. A tree of names leads from each order to one node, where the
 * answers that depend on names alone are kept: the names of most events are compared with those of the event before, and
 * nothing is looked up.
 */

/** An order of names: that of its parent, and one more name. */
class Node {
  private name = '';
  private child: Node | null = null;
  private others: Map<string, Node> | null = null;
  /** For each test two bits: whether it is answered, and the answer. */
  answers = 0;

  constructor(readonly depth: number) {}

  /** The order with one more name; null if it would have more names than are kept. */
  plus(name: string): Node | null {
    if (this.child !== null && this.name === name) return this.child;
    return this.other(name);
  }

  private other(name: string): Node | null {
    const found = this.others?.get(name);
    if (found !== undefined) return found;
    if (kept === MOST_KEPT) forget();
    if (this.depth === MOST_NAMES) return null;
    kept++;
    const made = new Node(this.depth + 1);
    if (this.child === null) {
      this.name = name;
      this.child = made;
    } else {
      this.others ??= new Map();
      this.others.set(name, made);
    }
    return made;
  }
}

/** An object with more names is looked at each time. */
const MOST_NAMES = 200;
/** So many orders are kept, about 100 bytes each; a log without any order begins anew. */
const MOST_KEPT = 20_000;
/** Two bits each, in a small integer. */
const MOST_TESTS = 15;

let start = new Node(0);
let kept = 0;
let tests = 0;

function forget(): void {
  start = new Node(0);
  kept = 0;
}

/** The object that was asked about last, and its node: an event is asked about by several. */
let last: object | null = null;
let lastNode: Node | null = null;

/** The node of the object's names; null if there are too many. */
function nodeOf(object: object): Node | null {
  if (object === last) return lastNode;
  let node: Node | null = start;
  for (const name in object) {
    node = node.plus(name);
    if (node === null) break;
  }
  last = object;
  lastNode = node;
  return node;
}

/** The object that was asked about last, and whether it has no objects or arrays in it. */
let lastFlat: object | null = null;
let isLastFlat = false;

function isFlat(object: JsonObject): boolean {
  if (object === lastFlat) return isLastFlat;
  lastFlat = object;
  isLastFlat = false;
  for (const name in object) if (isTree(own(object, name))) return false;
  isLastFlat = true;
  return true;
}

/**
 * One object for all objects that have the same names in the same order and no objects or arrays in them; undefined for any
 * other, and for one with too many names.
 */
export function flatOrder(object: JsonObject): object | undefined {
  return isFlat(object) ? (nodeOf(object) ?? undefined) : undefined;
}

/**
 * A test whether an object has at least one of `names`, whatever their values; cheap for objects whose names stand in an
 * order that was seen before. Make it once for each module: there can be 15.
 */
export function anyOf(names: Iterable<string>): (object: object) => boolean {
  if (tests === MOST_TESTS) throw new Error(`there can be ${MOST_TESTS} tests of names`);
  const wanted = new Set(names);
  const answered = 1 << (2 * tests);
  const yes = answered << 1;
  tests++;
  const look = (object: object): boolean => {
    for (const name in object) if (wanted.has(name)) return true;
    return false;
  };
  return (object) => {
    const node = nodeOf(object);
    if (node === null) return look(object);
    if ((node.answers & answered) === 0) node.answers |= look(object) ? answered | yes : answered;
    return (node.answers & yes) !== 0;
  };
}
