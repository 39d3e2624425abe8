import { type KeyboardEvent, useState } from 'react';
import type { TreeNode } from '../../../src/describe';
import { goTo } from '../../actions/go-to';
import { light } from '../../editor/linking';
import { cutEntry } from '../../ui/cut';
import { Sentence } from '../../ui/Sentence';
import { walkTree } from '../../ui/tree-walk';
import { useGrowing } from '../growing';
import { SelectionName } from '../SelectionName';

interface Row {
  readonly node: TreeNode;
  readonly level: number;
  readonly parent: string | null;
  readonly position: number;
  readonly of: number;
  /** The lines drawn before it: for each ancestor, whether more siblings follow. */
  readonly rails: readonly boolean[];
}

/** The condition as a tree of true and false. The arrow keys move through it. */
export function ConditionTree({ root }: { readonly root: TreeNode }) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState('root');
  const rows = rowsOf(root, closed);
  const { shown } = useGrowing(rows.length);
  const current = Math.max(
    0,
    rows.findIndex((row) => row.node.id === at),
  );

  const toggle = (id: string, open: boolean) => {
    const next = new Set(closed);
    if (open) next.delete(id);
    else next.add(id);
    setClosed(next);
  };
  const go = ({ link }: TreeNode) => {
    if (link) goTo('rule', link.rule, false);
  };

  const walk = (event: KeyboardEvent) => {
    const row = rows[current];
    if (!row) return;
    const { node, parent } = row;
    const place = {
      rows: rows.length,
      current,
      open: node.children.length > 0 ? !closed.has(node.id) : null,
      parent: () => rows.findIndex((r) => r.node.id === parent),
    };
    walkTree(event, place, {
      onMove: (index) => {
        const next = rows[index]!.node;
        setAt(next.id);
        light(next.link);
      },
      onOpen: (open) => toggle(node.id, open),
      onChoose: () => go(node),
    });
  };

  return (
    <div
      className="explain-rows"
      role="tree"
      aria-label="Condition"
      onKeyDown={walk}
      onMouseLeave={() => light(null)}
    >
      {rows.slice(0, shown).map((row, index) => {
        const { node } = row;
        const folds = node.children.length > 0;
        const isOpen = folds && !closed.has(node.id);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the tree itself takes the keys.
          <div
            key={node.id}
            role="treeitem"
            aria-level={row.level}
            aria-posinset={row.position}
            aria-setsize={row.of}
            aria-expanded={folds ? isOpen : undefined}
            aria-selected={index === current}
            tabIndex={index === current ? 0 : -1}
            className="explain-row"
            onMouseEnter={() => light(node.link)}
            onFocus={() => setAt(node.id)}
            onClick={() => go(node)}
            onDoubleClick={() => folds && toggle(node.id, !isOpen)}
          >
            <Rails row={row} />
            <NodeText node={node} />
          </div>
        );
      })}
    </div>
  );
}

function Rails({ row: { rails } }: { readonly row: Row }) {
  const text = rails
    .map((more, i) => (i < rails.length - 1 ? (more ? '│ ' : '  ') : more ? '├ ' : '└ '))
    .join('');
  return (
    <span className="explain-rails" aria-hidden="true">
      {text}
    </span>
  );
}

function NodeText({ node: { matched, label, selection, asks, written, says } }: { readonly node: TreeNode }) {
  return (
    <span className="explain-text">
      <span className={matched ? 'good' : 'bad'} role="img" aria-label={matched ? 'true' : 'false'}>
        {matched ? '✓' : '✗'}
      </span>{' '}
      {label ? <span className={selection ? 'soft' : ''}>{cutEntry(label)} </span> : null}
      {selection ? <SelectionName name={selection.name} index={selection.index} whole={matched} /> : null}
      {asks ? <span className="soft">{asks} </span> : null}
      {written ? <span className="explain-written">{written} </span> : null}
      {says.length > 0 ? (
        <span className="explain-says">
          <Sentence words={says} />
        </span>
      ) : null}
    </span>
  );
}

function rowsOf(root: TreeNode, closed: ReadonlySet<string>): Row[] {
  const rows: Row[] = [];
  const visit = (
    node: TreeNode,
    level: number,
    parent: string | null,
    position: number,
    of: number,
    rails: boolean[],
  ) => {
    rows.push({ node, level, parent, position, of, rails });
    if (closed.has(node.id)) return;
    node.children.forEach((child, i) => {
      visit(child, level + 1, node.id, i + 1, node.children.length, [...rails, i < node.children.length - 1]);
    });
  };
  visit(root, 1, null, 1, 1, []);
  return rows;
}
