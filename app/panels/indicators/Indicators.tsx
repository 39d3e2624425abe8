import { count } from '../../ui/count';
import './indicators.css';
import { useCallback, useDeferredValue, useState } from 'react';
import { breathe, Turns } from '../../../src/turns';
import { type OwnRule, useOwnRule } from '../../catalog/own-rule';
import { AskToReplace } from '../../catalog/panel/AskToReplace';
import { useResults } from '../../results/results';
import { builtInIndex } from '../../state/built-in';
import { copyText } from '../../ui/copy';
import { useInSteps } from '../in-steps';
import { Waiting } from '../Waiting';
import { type Source, useCounts } from './counts';
import { IndicatorTable } from './IndicatorTable';
import { csvOf, nextOrder, type Order, rowsOf, shownRows } from './rows';

/** What the rule looks for, and how many other rules look for the same: rules of the user's catalog, or SigmaHQ's. */
export default function Indicators() {
  const rule = useOwnRule();
  const stale = useResults((r) => r.stale);
  if (rule === undefined) return <Waiting />;
  if (!rule) return <p className="empty">No rule compiles yet.</p>;
  if (rule.indicators.length === 0) return <p className="empty">The condition uses no values.</p>;
  return <Panel rule={rule} stale={stale} />;
}

interface PanelProps {
  readonly rule: OwnRule;
  readonly stale: boolean;
}

function Panel({ rule, stale }: PanelProps) {
  const { indicators: found, id } = rule;
  const { othersOf, source } = useCounts(found, id);
  const [filter, setFilter] = useState('');
  const [order, setOrder] = useState<Order | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const words = useDeferredValue(filter);
  const rows = useInSteps(useCallback(() => rowsOf(found, othersOf), [found, othersOf]));
  const shown = useInSteps(useCallback(() => shownRows(rows, words, order), [rows, words, order]));
  const copy = async () => {
    if (!shown) return;
    const csv = await new Turns(breathe).through(csvOf(shown, source.state === 'ready'));
    if (csv) void copyText(csv.value, shown.length === 1 ? '1 row' : `${shown.length} rows`);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="scroll indicators" aria-label="The rule’s indicators" tabIndex={0}>
      {stale ? <p className="bad">Shown as it was before the error. See Problems.</p> : null}
      <div className="indicators-bar">
        <input
          type="search"
          className="field indicators-filter"
          aria-label="Filter the indicators"
          placeholder="Filter"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <span className="soft">
          <span role="status">
            {shown && shown.length < found.length ? `${shown.length} of ${found.length}` : found.length}
          </span>{' '}
          {found.length === 1 ? 'indicator' : 'indicators'}
        </span>
        <button
          type="button"
          className="btn"
          disabled={!shown || shown.length === 0}
          onClick={() => void copy()}
        >
          Copy as CSV
        </button>
      </div>
      <IndicatorTable
        rows={shown}
        order={order}
        onOrder={(column) => setOrder(nextOrder(order, column))}
        caption={<Counted source={source} />}
        rule={rule}
        open={open}
        onOpen={setOpen}
      />
      <AskToReplace />
    </section>
  );
}

/** Which rules the counts cover. */
function Counted({ source }: { readonly source: Source }) {
  if (source.state === 'waiting') return 'Loading the counts…';
  if (source.state === 'failed')
    return (
      <>
        The counts could not be loaded. {source.why}{' '}
        <button type="button" className="btn" onClick={() => void builtInIndex.load()}>
          Try again
        </button>
      </>
    );
  const { name, version, rules, own } = source;
  const all = count(rules, 'rule');
  if (own) return `Corpus: how many other rules of your catalog look for the same. ${name}: ${all}.`;
  return `Corpus: how many other rules of ${name} look for the same; blank where at most one does. ${version}: ${all}.`;
}
