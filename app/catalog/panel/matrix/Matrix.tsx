import { useMemo } from 'react';
import type { CatalogRule } from '../../../../src/catalog';
import { coverageOf } from '../../../../src/catalog';
import { useNarrow } from '../../../ui/useNarrow';
import type { Run } from '../../hits';
import { useCatalog } from '../../store';
import { searchCatalog, showView } from '../../view';
import { findingsLook } from '../findings-look';
import { Column } from './Column';
import { EventCounter } from './fired';
import { isCounted, queryFor, useMatrixLook } from './look';
import { Figures, MatrixBar } from './MatrixBar';
import './matrix.css';

const NONE: readonly CatalogRule[] = [];

/**
 * The ATT&CK matrix with the number of rules for each technique: all of the catalog's, or those that fired in the last
 * run.
 */
export function Matrix() {
  const rules = useCatalog((s) => s.catalog?.rules ?? NONE);
  const run = useCatalog((s) => s.run);
  const name = useCatalog((s) => s.catalog?.name ?? '');
  const wanted = useMatrixLook((l) => l.fired);
  // Without a run, nothing has fired.
  return <MatrixOf rules={rules} name={name} run={wanted ? run : null} />;
}

interface MatrixOfProps {
  readonly rules: readonly CatalogRule[];
  readonly name: string;
  /** Counts only what this run found. */
  readonly run: Run | null;
}

function MatrixOf({ rules, name, run }: MatrixOfProps) {
  const { shown, least, source } = useMatrixLook((l) => l);
  const narrow = useNarrow();
  const hits = run?.hits;
  const coverage = useMemo(
    () =>
      coverageOf(
        rules,
        (i) => isCounted(rules[i]!, { least, source }) && (hits === undefined || hits.has(i)),
      ),
    [rules, least, source, hits],
  );
  const eventsOf = useMemo(() => {
    if (!hits) return null;
    const counter = new EventCounter(hits);
    return (positions: readonly number[]) => counter.count(positions);
  }, [hits]);
  const choose = (technique: string) => {
    if (!run) searchCatalog(queryFor(technique, { least, source }, rules));
    else {
      findingsLook.setState({ technique });
      showView('findings');
    }
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="scroll" aria-label="ATT&CK matrix" tabIndex={0}>
      {/* The bars above the matrix scroll away with it, because the panel is low. */}
      <div className="matrix-top">
        <MatrixBar coverage={coverage} name={name} rules={rules} />
        <Figures coverage={coverage} fired={run !== null} />
      </div>
      <div className="matrix-columns">
        {coverage.tactics.map((column) => (
          <Column
            key={column.tactic.id}
            column={column}
            shown={shown}
            eventsOf={eventsOf}
            folds={narrow}
            onChoose={choose}
          />
        ))}
      </div>
    </section>
  );
}
