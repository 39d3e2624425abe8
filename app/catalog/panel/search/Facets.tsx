import { useMemo, useState } from 'react';
import type { Facet, FacetValue } from '../../../../src/catalog';
import {
  chosenValues,
  fold,
  type Key,
  LEVELS,
  type Level,
  withoutValue,
  withValue,
} from '../../../../src/catalog';
import { searchFor } from '../../view';
import { LEVEL_NAMES } from '../rows';

/** How many values a facet shows at first. */
const FEW = 6;

const TITLES: Partial<Readonly<Record<Key, string>>> = {
  level: 'Level',
  status: 'Status',
  logsource: 'Log source',
  tactic: 'Tactic',
  technique: 'Technique',
  author: 'Author',
};

interface FacetsProps {
  readonly query: string;
  readonly facets: readonly Facet[];
}

/** Ways to narrow down the rules. A click adds a part to the query; another click removes it. */
export function Facets({ query, facets }: FacetsProps) {
  return (
    <aside className="search-facets" aria-label="Narrow down">
      {facets.map((facet) => (
        <Values key={facet.key} query={query} facet={facet} />
      ))}
    </aside>
  );
}

function Values({ query, facet: { key, values, more } }: { readonly query: string; readonly facet: Facet }) {
  const [unfolded, setUnfolded] = useState(false);
  const chosen = useMemo(() => new Set(chosenValues(query, key)), [query, key]);
  const isChosen = ({ value }: FacetValue) => chosen.has(fold(value));
  // A chosen value can be removed even when nothing is found any more.
  const gone = [...chosen]
    .filter((value) => !values.some((v) => fold(v.value) === value))
    .map((value): FacetValue => ({ value, name: null, count: 0 }));
  const all = [...values, ...gone];
  const shown = unfolded ? all : all.filter((value, i) => i < FEW || isChosen(value));
  const rest = all.length - shown.length;
  if (all.length === 0) return null;
  return (
    <fieldset className="search-facet">
      <legend>{TITLES[key] ?? key}</legend>
      {shown.map((one) => (
        <button
          key={one.value}
          type="button"
          className="btn-quiet search-facet-value"
          aria-pressed={isChosen(one)}
          onClick={() =>
            searchFor(isChosen(one) ? withoutValue(query, key, one.value) : withValue(query, key, one.value))
          }
        >
          <Name facet={key} value={one} />{' '}
          <span className="search-facet-count">{one.count.toLocaleString('en')}</span>
        </button>
      ))}
      {rest > 0 ? (
        <button type="button" className="btn-quiet" onClick={() => setUnfolded(true)}>
          {rest.toLocaleString('en')} more
        </button>
      ) : null}
      {unfolded && all.length > FEW ? (
        <button type="button" className="btn-quiet" onClick={() => setUnfolded(false)}>
          Fewer
        </button>
      ) : null}
      {unfolded && more > 0 ? (
        <span className="soft search-facet-more">
          and {more.toLocaleString('en')} more: write {key}: and a name
        </span>
      ) : null}
    </fieldset>
  );
}

function Name({ facet, value: { value, name } }: { readonly facet: Key; readonly value: FacetValue }) {
  if (facet === 'technique')
    return (
      <span className="search-facet-name" title={name ?? undefined}>
        {value} {name ? <span className="soft">{name.slice(name.indexOf(': ') + 1).trim()}</span> : null}
      </span>
    );
  const level = LEVELS.find((l): l is Level => facet === 'level' && l === value);
  const shown = level ? LEVEL_NAMES[level] : facet === 'status' && value === 'none' ? 'No status' : value;
  return <span className="search-facet-name">{name ?? shown}</span>;
}
