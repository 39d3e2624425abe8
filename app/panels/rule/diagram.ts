import type { ConditionNode } from '../../../src/describe';

/** A rule's condition as a picture: gates on the left, selections as leaves on the right. In pixels. */
export interface Diagram {
  readonly width: number;
  readonly height: number;
  /** The condition as text, for those who cannot see the picture. */
  readonly title: string;
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

export interface DiagramNode extends Omit<ConditionNode, 'kind' | 'children'> {
  readonly id: number;
  /** The part of the condition that it shows. */
  readonly node: ConditionNode;
  readonly kind: 'gate' | 'leaf';
  /** `title` as shown: with a leaf's number before it, and cut if it is long. */
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
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
/** The width of one character of the label's font, and the padding beside the label. */
const ADVANCE = 7.3;
const PADDING = 12;
/** The maximum length of a label. */
const MAX_LABEL = 40;

/** A node and its place in the grid, before conversion to pixels. */
interface Placed {
  readonly node: ConditionNode;
  readonly label: string;
  readonly depth: number;
  /** From the top; for a gate, the middle of its children. */
  readonly row: number;
  readonly children: readonly Placed[];
}

/** Where each column begins. All leaves share the last one, so that they read as a list. */
interface Columns {
  readonly starts: readonly number[];
  readonly widths: readonly number[];
  readonly leaves: { readonly start: number; readonly width: number };
}

/** Lays out the gates and leaves of a condition. `title` is the condition as the page shows it elsewhere. */
export function diagram(condition: ConditionNode, title: string): Diagram {
  const { root, rows } = placed(condition);
  const all = inOrder(root);
  const columns = columnsOf(all);
  const ids = new Map(all.map((node, id) => [node, id]));
  const nodes = all.map((node, id) => box(node, id, columns));
  const edges = all.flatMap((node) =>
    node.children.map((child) => ({
      from: ids.get(node)!,
      to: ids.get(child)!,
      path: pathOf(node, child, columns),
    })),
  );
  const { start, width } = columns.leaves;
  const height = 2 * MARGIN + (rows - 1) * ROW + HEIGHT;
  return { width: Math.ceil(start + width + MARGIN), height, title, nodes, edges };
}

function placed(condition: ConditionNode): { root: Placed; rows: number } {
  let rows = 0;
  const place = (node: ConditionNode, depth: number): Placed => {
    const children = node.children.map((child) => place(child, depth + 1));
    const number = node.stage === null ? '' : `${node.stage}  `;
    const row = children.length === 0 ? rows++ : (children[0]!.row + children.at(-1)!.row) / 2;
    return { node, label: `${number}${cut(node.title)}`, depth, row, children };
  };
  const root = place(condition, 0);
  return { root, rows };
}

function inOrder(root: Placed): Placed[] {
  const all: Placed[] = [];
  const walk = (node: Placed): void => {
    all.push(node);
    node.children.forEach(walk);
  };
  walk(root);
  return all;
}

function isLeaf({ children }: Placed): boolean {
  return children.length === 0;
}

function columnsOf(all: readonly Placed[]): Columns {
  const widths: number[] = [];
  let leaves = 0;
  for (const node of all) {
    if (isLeaf(node)) leaves = Math.max(leaves, widthOf(node.label));
    else widths[node.depth] = Math.max(widths[node.depth] ?? 0, widthOf(node.label));
  }
  const starts: number[] = [];
  let x = MARGIN;
  for (const width of widths) {
    starts.push(x);
    x = round(x + width + GAP);
  }
  return { starts, widths, leaves: { start: x, width: leaves } };
}

function leftOf(node: Placed, { starts, leaves }: Columns): number {
  return isLeaf(node) ? leaves.start : starts[node.depth]!;
}

function middleOf({ row }: Placed): number {
  return MARGIN + row * ROW + HEIGHT / 2;
}

function box(placed: Placed, id: number, columns: Columns): DiagramNode {
  const { node } = placed;
  const { title, range, goal, stage, selection } = node;
  return {
    id,
    node,
    kind: isLeaf(placed) ? 'leaf' : 'gate',
    label: placed.label,
    title,
    x: leftOf(placed, columns),
    y: middleOf(placed) - HEIGHT / 2,
    w: isLeaf(placed) ? columns.leaves.width : widthOf(placed.label),
    h: HEIGHT,
    range,
    goal,
    stage,
    selection,
  };
}

/** The bend is in the gap after the gate's column. From there on the child's row is its own: no gate is in it. */
function pathOf(node: Placed, child: Placed, columns: Columns): string {
  const end = columns.starts[node.depth]! + columns.widths[node.depth]!;
  const half = round(end + GAP / 2);
  const [y1, y2] = [middleOf(node), middleOf(child)];
  const from = round(columns.starts[node.depth]! + widthOf(node.label));
  const bend = `C${half} ${y1} ${half} ${y2} ${round(end + GAP)} ${y2}`;
  return `M${from} ${y1}H${round(end)}${bend}H${round(leftOf(child, columns))}`;
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length > MAX_LABEL ? `${characters.slice(0, MAX_LABEL - 1).join('')}…` : text;
}

function widthOf(label: string): number {
  let columns = 0;
  // Ideographs and emoji take two columns.
  for (const character of label) columns += character.codePointAt(0)! >= 0x2e80 ? 2 : 1;
  return round(columns * ADVANCE + 2 * PADDING);
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
