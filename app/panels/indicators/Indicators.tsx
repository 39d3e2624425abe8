import './indicators.css';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { type Indicator, indicatorsCsv } from '../../../src/describe/indicators';
import { useResults } from '../../engine/results';
import { copyText } from '../../ui/copy';
import { type Corpus, loadCorpus, useCorpus } from './corpus';
import { IndicatorTable } from './IndicatorTable';
import { nextOrder, type Order, shownRows } from './rows';

/** What the rule looks for, and how many other rules of SigmaHQ's catalog look for the same. */
export default function Indicators() {
  const found = useResults((r) => r.outcome.info?.indicators);
  const id = useResults((r) => r.outcome.info?.card.meta.id?.value ?? null);
  const stale = useResults((r) => r.stale);
  if (!found) return <p className="empty">There is no rule that compiles yet.</p>;
  if (found.length === 0) return <p className="empty">The condition uses no value of the rule.</p>;
  return <Panel found={found} id={id} stale={stale} />;
}

interface PanelProps {
  readonly found: readonly Indicator[];
  readonly id: string | null;
  readonly stale: boolean;
}

function Panel({ found, id, stale }: PanelProps) {
  const corpus = useCorpus();
  const [filter, setFilter] = useState('');
  const [order, setOrder] = useState<Order | null>(null);
  const words = useDeferredValue(filter);
  useEffect(() => void loadCorpus(), []);
  const rows = useMemo(
    () =>
      found.map((row) => ({
        ...row,
        others: corpus.state === 'ready' ? corpus.index.others(row.key, id) : null,
      })),
    [found, id, corpus],
  );
  const shown = useMemo(() => shownRows(rows, words, order), [rows, words, order]);
  const copy = () => {
    const counts = corpus.state === 'ready' ? shown.map(({ others }) => others) : undefined;
    void copyText(indicatorsCsv(shown, counts), shown.length === 1 ? '1 row' : `${shown.length} rows`);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="scroll indicators" aria-label="The rule’s indicators" tabIndex={0}>
      {stale ? <p className="bad">As it was before the error: Problems says where.</p> : null}
      <div className="indicators-bar">
        <input
          type="search"
          className="indicators-filter"
          aria-label="Filter the indicators"
          placeholder="Filter"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <span className="soft" role="status">
          {shown.length === rows.length ? rows.length : `${shown.length} of ${rows.length}`}
        </span>
        <button type="button" className="btn" disabled={shown.length === 0} onClick={copy}>
          Copy as CSV
        </button>
      </div>
      <IndicatorTable
        rows={shown}
        order={order}
        onOrder={(column) => setOrder(nextOrder(order, column))}
        caption={<Source corpus={corpus} />}
      />
    </section>
  );
}

/** What the counts are of. */
function Source({ corpus }: { readonly corpus: Corpus }) {
  if (corpus.state === 'waiting') return 'Loading the counts …';
  if (corpus.state === 'failed')
    return (
      <>
        The counts could not be loaded. {corpus.why}{' '}
        <button type="button" className="btn" onClick={() => void loadCorpus()}>
          Try again
        </button>
      </>
    );
  const { name, commit, date, rules } = corpus.manifest;
  const version = [commit ? `commit ${commit}` : '', date ?? ''].filter(Boolean).join(', ');
  return (
    <>
      Corpus: how many other rules of {name} look for the same; blank where none does. {name}
      {version ? `, ${version}` : ''}: {rules.toLocaleString('en')} rules.
    </>
  );
}
