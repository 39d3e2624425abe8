import type { Plan, PlanCondition } from '../rule';
import { walkCondition, wordOf } from '../rule';
import type { Range } from '../text';
import { conditionText } from './condition-text';
import { usesOf } from './uses';

/** A rule's condition as a picture: gates on the left, selections as leaves on the right. Plain data, in pixels. */
export interface Diagram {
  readonly width: number;
  readonly height: number;
  /** The condition as text, for who cannot see the picture. */
  readonly title: string;
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

export interface DiagramNode {
  readonly id: number;
  readonly kind: 'gate' | 'leaf';
  /** What is shown, cut where it is long; and all of it. */
  readonly label: string;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** Where it stands in the condition. */
  readonly range: Range;
  /** What to go to for it: of a leaf the selection's name where it is defined, else `range`. */
  readonly goal: Range;
  /** Its place in the condition's tree, walked from the root and each node before its children; null for `… more`. */
  readonly place: number | null;
  /** Of a leaf: the number of its stage and its index in `Plan.selections`; null for gates, and for `… more`. */
  readonly stage: number | null;
  readonly selection: number | null;
}

export interface DiagramEdge {
  readonly from: number;
  readonly to: number;
  /** SVG path data. */
  readonly path: string;
}

const HEIGHT = 28;
const ROW = 48;
const MARGIN = 16;
/** Between two columns. */
const GAP = 36;
/** Of one character of the label's type, and beside the label. */
const ADVANCE = 7.3;
const PADDING = 12;
/** Characters of a label; selections that one quantifier shows, and leaves from which on it shows one only. */
const MAX_LABEL = 40;
const MAX_SHOWN = 50;
const MANY_LEAVES = 500;

interface Node {
  readonly label: string;
  readonly title: string;
  readonly range: Range;
  readonly goal: Range;
  readonly place: number | null;
  readonly stage: number | null;
  readonly selection: number | null;
  readonly depth: number;
  /** In rows; of a gate the middle of its children. */
  row: number;
  readonly children: readonly Node[];
}

/**
 * Places the gates and leaves of a plan's condition. A selection is a leaf wherever the condition uses it. `title` is
 * the condition as the page shows it elsewhere.
 */
export function diagram(plan: Plan, title = conditionText(plan)): Diagram {
  const stages = new Map([...usesOf(plan).keys()].map((selection, i) => [selection, i + 1]));
  let rows = 0;
  let places = 0;
  const leaf = (at: Omit<Node, 'label' | 'row' | 'children'>): Node => {
    const number = at.stage === null ? '' : `${at.stage}  `;
    return { ...at, label: `${number}${cut(at.title)}`, row: rows++, children: [] };
  };
  const build = (node: PlanCondition, depth: number): Node => {
    const { range } = node;
    const place = places++;
    if (node.kind === 'selection') {
      const { selection } = node;
      const { name: title, range: goal } = plan.selections[selection]!;
      return leaf({ title, range, goal, place, stage: stages.get(selection)!, selection, depth });
    }
    const quantified = node.kind !== 'not' && node.quantifier !== null;
    const most = quantified ? (rows < MANY_LEAVES ? MAX_SHOWN : 1) : node.children.length;
    const shown = node.children.slice(0, most);
    const children = shown.map((child) => build(child, depth + 1));
    const none = { range, goal: range, stage: null, selection: null };
    const hidden = node.children.slice(shown.length);
    for (const child of hidden) places += sizeOf(child);
    if (hidden.length > 0)
      children.push(leaf({ ...none, title: `${hidden.length} more`, place: null, depth: depth + 1 }));
    const title = node.kind === 'not' ? 'not' : wordOf(node);
    const row = (children[0]!.row + children[children.length - 1]!.row) / 2;
    return { ...none, label: cut(title), title, place, depth, row, children };
  };
  return layOut(build(plan.condition, 0), rows, title);
}

/** How many nodes there are in a part of the condition. */
function sizeOf(node: PlanCondition): number {
  let size = 0;
  walkCondition(node, () => {
    size++;
  });
  return size;
}

function layOut(root: Node, rows: number, title: string): Diagram {
  const all: Node[] = [];
  const walk = (node: Node): void => {
    all.push(node);
    node.children.forEach(walk);
  };
  walk(root);
  const isLeaf = (node: Node) => node.children.length === 0;
  // Gates have a column for each depth; all leaves share the last one, so that they read as a list.
  const columns: number[] = [];
  let leaves = 0;
  for (const node of all) {
    if (isLeaf(node)) leaves = Math.max(leaves, widthOf(node.label));
    else columns[node.depth] = Math.max(columns[node.depth] ?? 0, widthOf(node.label));
  }
  const starts: number[] = [];
  let x = MARGIN;
  for (const width of columns) {
    starts.push(x);
    x = round(x + width + GAP);
  }
  const ids = new Map(all.map((node, id) => [node, id]));
  const middle = (node: Node) => MARGIN + node.row * ROW + HEIGHT / 2;
  const left = (node: Node) => (isLeaf(node) ? x : starts[node.depth]!);
  const nodes = all.map((node, id): DiagramNode => {
    const { label, title, range, goal, place, stage, selection } = node;
    const w = isLeaf(node) ? leaves : widthOf(label);
    const y = middle(node) - HEIGHT / 2;
    return {
      id,
      kind: isLeaf(node) ? 'leaf' : 'gate',
      label,
      title,
      x: left(node),
      y,
      w,
      h: HEIGHT,
      range,
      goal,
      place,
      stage,
      selection,
    };
  });
  const edges = all.flatMap((node) =>
    node.children.map((child): DiagramEdge => {
      // The bend lies in the gap behind the gate's column. From there on the child's row is its own: no gate stands in it.
      const end = starts[node.depth]! + columns[node.depth]!;
      const half = end + GAP / 2;
      const [y1, y2] = [middle(node), middle(child)];
      const from = starts[node.depth]! + widthOf(node.label);
      const path = `M${round(from)} ${y1}H${round(end)}C${round(half)} ${y1} ${round(half)} ${y2} ${round(end + GAP)} ${y2}H${round(left(child))}`;
      return { from: ids.get(node)!, to: ids.get(child)!, path };
    }),
  );
  const height = 2 * MARGIN + (rows - 1) * ROW + HEIGHT;
  return { width: Math.ceil(x + leaves + MARGIN), height, title, nodes, edges };
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length > MAX_LABEL ? `${characters.slice(0, MAX_LABEL - 1).join('')}…` : text;
}

function widthOf(label: string): number {
  let columns = 0;
  // Ideographs and pictures take two columns.
  for (const character of label) columns += character.codePointAt(0)! >= 0x2e80 ? 2 : 1;
  return round(columns * ADVANCE + 2 * PADDING);
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
