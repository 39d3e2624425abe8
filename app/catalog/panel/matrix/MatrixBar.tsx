import { useMemo } from 'react';
import type { CatalogCoverage, Unplaced } from '../../../../src/catalog';
import { type CatalogRule, coverageLayer, LEVELS } from '../../../../src/catalog';
import { Choices } from '../../../guard/Choices';
import { AttackNotice } from '../../../ui/AttackNotice';
import { count } from '../../../ui/count';
import { saveFile } from '../../../ui/save-file';
import { useCatalog } from '../../store';
import { Segments } from '../Segments';
import { leastName, matrixLook, SHOWN, type Shown, sourceCounts, useMatrixLook } from './look';
import { SHADES, shadeWords } from './shade';

const SHOWN_NAMES: Readonly<Record<Shown, string>> = { all: 'All', covered: 'With rules', gaps: 'Gaps' };

const ANY = '';

interface MatrixBarProps {
  readonly coverage: CatalogCoverage;
  /** The catalog's name. */
  readonly name: string;
  readonly rules: readonly CatalogRule[];
}

/** Which rules the matrix counts, and which techniques it shows. */
export function MatrixBar({ coverage, name, rules }: MatrixBarProps) {
  const look = useMatrixLook((l) => l);
  const ran = useCatalog((s) => s.run !== null);
  const sources = useMemo(() => sourceCounts(rules), [rules]);
  const withParts = coverage.tactics.flatMap(({ techniques }) =>
    techniques.filter(({ parts }) => parts.length > 0).map(({ technique }) => technique.id),
  );
  const allOpen = withParts.every((id) => look.open.has(id));
  const fired = look.fired && ran;
  const save = () => {
    const layer = coverageLayer(coverage, {
      name: fired ? `${name}: fired rules` : name,
      description: layerWords(coverage, fired, [
        look.least === null ? '' : leastName(look.least),
        look.source ?? '',
      ]),
    });
    const file = `${name.replace(/\.zip$/i, '').replace(/[^\w.-]+/g, '-') || 'catalog'}-layer.json`;
    saveFile(file, JSON.stringify(layer, null, 2), 'application/json');
  };
  return (
    <div className="catalog-filters">
      <Segments
        legend="Rules counted"
        segments={[
          { id: 'all', label: 'All rules' },
          {
            id: 'fired',
            label: 'Fired',
            disabled: !ran,
            title: ran ? 'Only rules that matched in the last run' : 'Run all rules on your events first',
          },
        ]}
        chosen={fired ? 'fired' : 'all'}
        onChoose={(id) => matrixLook.setState({ fired: id === 'fired' })}
      />
      <Segments
        legend="Techniques shown"
        segments={SHOWN.map((id) => ({ id, label: SHOWN_NAMES[id] }))}
        chosen={look.shown}
        onChoose={(shown) => matrixLook.setState({ shown })}
      />
      <Choices
        label={leastName(look.least)}
        name={`Levels counted: ${leastName(look.least)}`}
        chosen={look.least ?? ANY}
        choices={[null, ...LEVELS.filter((level) => level !== 'none')].map((level) => ({
          id: level ?? ANY,
          title: leastName(level),
        }))}
        onChoose={(id) => matrixLook.setState({ least: LEVELS.find((level) => level === id) ?? null })}
      />
      <Choices
        label={<span className="matrix-source">{look.source ?? 'Any log source'}</span>}
        name={`Log sources counted: ${look.source ?? 'any'}`}
        chosen={look.source ?? ANY}
        choices={[
          { id: ANY, title: 'Any log source' },
          ...sources.map(([source, number]) => ({
            id: source,
            title: source,
            detail: [count(number, 'rule')],
          })),
        ]}
        onChoose={(id) => matrixLook.setState({ source: id === ANY ? null : id })}
      />
      <button
        type="button"
        className="btn"
        onClick={() => matrixLook.setState({ open: allOpen ? new Set() : new Set(withParts) })}
      >
        {allOpen ? 'Hide sub-techniques' : 'Show sub-techniques'}
      </button>
      <span className="gap" />
      <button type="button" className="btn" disabled={coverage.placed === 0} onClick={save}>
        Save Navigator layer
      </button>
    </div>
  );
}

function layerWords(
  { rules, placed, version }: CatalogCoverage,
  fired: boolean,
  filters: readonly string[],
): string {
  const of = fired ? `${count(rules, 'Sigma rule')} that fired` : count(rules, 'Sigma rule');
  const only = filters.filter(Boolean).join(', ');
  return `${placed} of ${of} by technique of ATT&CK ${version}${only ? ` (${only})` : ''}`;
}

interface FiguresProps {
  readonly coverage: CatalogCoverage;
  readonly fired: boolean;
}

/** How much of the matrix is covered, which tags are not in it, and what the shades mean. */
export function Figures({ coverage, fired }: FiguresProps) {
  const { techniques, parts, rules, placed, unplaced, version } = coverage;
  const n = (number: number) => number.toLocaleString('en');
  return (
    <div className="matrix-figures">
      <p role="status">
        {techniques.covered} of {techniques.of} techniques and {parts.covered} of {parts.of} sub-techniques{' '}
        {fired ? 'fired' : 'have rules'} · {n(placed)} of {count(rules, 'rule')} {fired ? 'that fired ' : ''}
        {placed === 1 ? 'names' : 'name'} one
      </p>
      <ul className="matrix-legend" aria-label="Shades by number of rules">
        {[0, ...SHADES.map((_, i) => i + 1)].map((shade) => (
          <li key={shade} className={`matrix-swatch matrix-shade-${shade}`}>
            {shadeWords(shade)}
          </li>
        ))}
      </ul>
      {unplaced.length > 0 ? (
        <details className="matrix-unplaced">
          <summary>{count(unplaced.length, 'tag')} not in the matrix</summary>
          <ul>
            {unplaced.map((one) => (
              <li key={one.name}>
                <code>attack.{one.name}</code> {whyUnplaced(one, version)}, {count(one.rules, 'rule')}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <AttackNotice version={version} className="soft" />
    </div>
  );
}

function whyUnplaced({ reason, name }: Unplaced, version: string): string {
  switch (reason) {
    case 'deprecated':
      return 'is deprecated and has no successor';
    case 'no part':
      return `is not a sub-technique of its technique in ATT&CK ${version}`;
    case 'not enterprise':
      return /^t0/.test(name)
        ? 'belongs to the ICS domain, which is not in this matrix'
        : 'is not an Enterprise technique; the Mobile and ICS domains are not in this matrix';
    case 'unknown':
      return 'is not a tactic, technique or other object of ATT&CK';
  }
}
