import type { StageNode, Stages, TreeNode } from '../describe';
import { EXPORTED } from '../limits';
import { count } from '../text';
import type { Block, Line, Piece, TreeLine } from './paper';

/** An explanation as lines. */
export function explanationTree(root: TreeNode): Block {
  const lines: TreeLine[] = [];
  const visit = (node: TreeNode, depth: number): void => {
    lines.push({ depth, holds: node.matched, words: wordsOf(node) });
    for (const child of node.children) visit(child, depth + 1);
  };
  visit(root, 0);
  return { kind: 'tree', lines: cut(lines) };
}

/** A note stands behind a colon: where nothing is coloured, it would run on. */
function wordsOf({ matched, label, selection, asks, written, says }: TreeNode): Line {
  const parts: Line[] = [
    ...(label === '' ? [] : [[selection ? { soft: label } : label]]),
    ...(selection ? [[{ selection: selection.name, index: selection.index, whole: matched }]] : []),
    ...(asks === '' ? [] : [[{ soft: asks }]]),
    ...(written === '' ? [] : [[{ code: written }]]),
  ];
  const line = parts.flatMap((part, i): Piece[] => (i > 0 ? [' ', ...part] : [...part]));
  return says.length === 0 ? line : [...line, ...(line.length > 0 ? [': '] : []), ...says];
}

const JOINS = { all: 'all of', any: 'any of', none: 'none of', 'not all': 'not all of' };

/** What a rule requires, in its own words and in plain ones. */
export function stagesTree({ condition, selections, more }: Stages): Block {
  const lines: TreeLine[] = [];
  const add = (depth: number, ...words: Piece[]) => lines.push({ depth, holds: null, words });
  const visit = (node: StageNode, depth: number): void => {
    if (node.kind === 'predicate') {
      add(depth, { code: node.canonical }, ': ', ...node.words);
      return;
    }
    add(depth, ...(node.says ?? [{ soft: JOINS[node.kind] }]));
    for (const child of node.children) visit(child, depth + 1);
    if (node.more) add(depth + 1, { soft: `… and ${count(node.more, 'more value')}` });
  };
  add(0, 'condition ', { code: condition.text });
  for (const { number, name, selection, selects, excludes, body } of selections) {
    const note = number === null ? ', not used by the condition' : excludes && !selects ? ', excludes' : '';
    add(0, `${number ?? '–'} `, { selection: name, index: selection, whole: true }, { soft: note });
    visit(body, 1);
  }
  if (more) add(0, { soft: `… and ${count(more, 'more selection')}` });
  return { kind: 'tree', lines: cut(lines) };
}

function cut(lines: readonly TreeLine[]): TreeLine[] {
  const most = EXPORTED.treeLines.value;
  if (lines.length <= most) return [...lines];
  const left = lines.length - most;
  return [
    ...lines.slice(0, most),
    { depth: 0, holds: null, words: [{ soft: `… and ${count(left, 'more line')}` }] },
  ];
}
