import { type KeyboardEvent, useId, useState } from 'react';
import type { TacticCoverage, TechniqueCoverage } from '../../../../src/catalog';
import { count } from '../../../ui/count';
import { walkTree } from '../../../ui/tree-walk';
import { matrixLook, type Shown, useMatrixLook } from './look';
import { shadeOf } from './shade';

interface ColumnProps {
  readonly column: TacticCoverage;
  readonly shown: Shown;
  /** How many events the rules matched together; null if this is not about a run. */
  readonly eventsOf: ((rules: readonly number[]) => number) | null;
  /** On a phone, tactics are stacked and can be folded. */
  readonly folds: boolean;
  readonly onChoose: (technique: string) => void;
}

/** A technique of the column, or a sub-technique of the one above it. */
interface Cell {
  readonly coverage: TechniqueCoverage;
  readonly parent: string | null;
  readonly position: number;
  readonly of: number;
  /** Null if it has no sub-techniques to show. */
  readonly open: boolean | null;
}

/** A tactic with its techniques. The arrow keys move through them. */
export function Column({ column, shown, eventsOf, folds, onChoose }: ColumnProps) {
  const id = useId();
  const [unfolded, setUnfolded] = useState(false);
  const open = useMatrixLook((l) => l.open);
  const { tactic, techniques, rules, bare, covered } = column;
  const cells = cellsOf(techniques, shown, open);
  const sums = [
    count(rules.length, 'rule'),
    ...(eventsOf ? [count(eventsOf(rules), 'event')] : []),
    `${covered} of ${count(techniques.length, 'technique')}`,
    ...(bare.length > 0 ? [`${bare.length} more without a technique`] : []),
  ];
  return (
    <section className="matrix-column" aria-labelledby={id}>
      <header className="matrix-head">
        <h3 id={id}>
          {folds ? (
            <button
              type="button"
              className="matrix-fold"
              aria-expanded={unfolded}
              onClick={() => setUnfolded(!unfolded)}
            >
              <span aria-hidden="true">{unfolded ? '▾' : '▸'}</span> {tactic.name}
            </button>
          ) : (
            tactic.name
          )}
        </h3>
        <ul className="matrix-sums">
          {sums.map((sum) => (
            <li key={sum}>{sum}</li>
          ))}
        </ul>
      </header>
      {folds && !unfolded ? null : cells.length === 0 ? (
        <p className="matrix-none">{shown === 'gaps' ? 'No gap' : 'None'}</p>
      ) : (
        <Cells label={tactic.name} cells={cells} eventsOf={eventsOf} onChoose={onChoose} />
      )}
    </section>
  );
}

interface CellsProps {
  readonly label: string;
  readonly cells: readonly Cell[];
  readonly eventsOf: ColumnProps['eventsOf'];
  readonly onChoose: (technique: string) => void;
}

function Cells({ label, cells, eventsOf, onChoose }: CellsProps) {
  const [at, setAt] = useState('');
  const current = Math.max(
    0,
    cells.findIndex(({ coverage }) => coverage.technique.id === at),
  );

  const choose = ({ coverage }: Cell) => {
    if (coverage.rules.length > 0) onChoose(coverage.technique.id);
  };

  const walk = (event: KeyboardEvent) => {
    const cell = cells[current];
    if (!cell) return;
    const idOf = ({ coverage }: Cell) => coverage.technique.id;
    const { open, parent } = cell;
    const place = {
      rows: cells.length,
      current,
      open,
      parent: () => cells.findIndex((above) => idOf(above) === parent),
    };
    walkTree(event, place, {
      onMove: (index) => setAt(idOf(cells[index]!)),
      onOpen: (open) => setOpen(idOf(cell), open),
      onChoose: () => choose(cell),
    });
  };

  return (
    <div className="matrix-cells" role="tree" aria-label={label} onKeyDown={walk}>
      {cells.map((cell, index) => {
        const { coverage, open, parent } = cell;
        const { technique, name, rules } = coverage;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the tree itself takes the keys.
          <div
            key={technique.id}
            role="treeitem"
            aria-level={parent === null ? 1 : 2}
            aria-posinset={cell.position}
            aria-setsize={cell.of}
            aria-expanded={open ?? undefined}
            aria-selected={index === current}
            aria-label={saidOf(coverage, eventsOf)}
            tabIndex={index === current ? 0 : -1}
            className={`matrix-cell matrix-shade-${shadeOf(rules.length)}${parent === null ? '' : ' matrix-part'}`}
            title={saidOf(coverage, eventsOf)}
            onFocus={() => setAt(technique.id)}
            onClick={() => choose(cell)}
          >
            <span className="matrix-id">
              {open === null ? null : (
                // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: for the pointer; the keys are the tree's.
                <span
                  className="matrix-parts"
                  title={open ? 'Hide sub-techniques' : 'Show sub-techniques'}
                  onClick={(event) => {
                    event.stopPropagation();
                    setOpen(technique.id, !open);
                  }}
                >
                  {open ? '▾' : '▸'}
                </span>
              )}
              {parent === null ? technique.id : technique.id.slice(technique.id.indexOf('.'))}
              <strong className="matrix-count">{rules.length.toLocaleString('en')}</strong>
            </span>
            <span className="matrix-name">{name}</span>
            {eventsOf && rules.length > 0 ? (
              <span className="matrix-events">{count(eventsOf(rules), 'event')}</span>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}

function saidOf(coverage: TechniqueCoverage, eventsOf: ColumnProps['eventsOf']): string {
  const { technique, name, own, rules } = coverage;
  const events = eventsOf && rules.length > 0 ? `, ${count(eventsOf(rules), 'event')}` : '';
  const itself =
    own.length < rules.length ? ` (${own.length.toLocaleString('en')} of the technique itself)` : '';
  return `${technique.id} ${name}: ${rules.length === 0 ? 'no rule' : count(rules.length, 'rule')}${itself}${events}`;
}

function setOpen(id: string, isOpen: boolean): void {
  matrixLook.setState(({ open }) => {
    const next = new Set(open);
    if (isOpen) next.add(id);
    else next.delete(id);
    return { open: next };
  });
}

/**
 * The cells to show. If a technique has no rule, neither have its sub-techniques; a gap in a sub-technique also shows
 * its technique.
 */
function cellsOf(
  techniques: readonly TechniqueCoverage[],
  shown: Shown,
  open: ReadonlySet<string>,
): readonly Cell[] {
  const isShown = ({ rules }: TechniqueCoverage) =>
    shown === 'all' || (shown === 'covered') === rules.length > 0;
  const top = techniques.filter((one) => isShown(one) || (shown === 'gaps' && one.parts.some(isShown)));
  return top.flatMap((coverage, i): Cell[] => {
    const { id } = coverage.technique;
    const parts = coverage.parts.filter(isShown);
    const isOpen = open.has(id);
    return [
      {
        coverage,
        parent: null,
        position: i + 1,
        of: top.length,
        open: parts.length === 0 ? null : isOpen,
      },
      ...(isOpen ? parts : []).map((part, j) => ({
        coverage: part,
        parent: id,
        position: j + 1,
        of: parts.length,
        open: null,
      })),
    ];
  });
}
