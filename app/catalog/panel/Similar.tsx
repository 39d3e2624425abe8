import { useMemo } from 'react';
import type { AskedRule, SimilarRule } from '../../../src/catalog';
import { operatorOf } from '../../../src/catalog';
import { count } from '../../ui/count';
import { useOwnRule } from '../own-rule';
import { openRule, useCatalog } from '../store';
import { useCatalogAnswer } from '../use-answer';
import { showSimilar, useCatalogLook } from '../view';
import { LEVEL_NAMES } from './rows';
import './similar.css';

/** Rules similar to the one in the editor or to one of the catalog, each with the indicators in common. */
export function Similar() {
  const own = useOwnRule();
  const to = useCatalogLook((l) => l.similarTo);
  const title = useCatalog((s) => (to === null ? null : (s.catalog?.rules[to]?.title ?? null)));
  const asked = useMemo((): AskedRule | null => {
    if (to !== null) return { place: to };
    return own ? { id: own.id, keys: own.indicators.map(({ key }) => key) } : null;
  }, [own, to]);
  if (!asked && own === undefined) return <p className="empty">Loading…</p>;
  if (!asked) return <p className="empty">No rule in the editor compiles yet.</p>;
  return <Listed asked={asked} title={title ?? own?.title ?? ''} ofEditor={to === null} />;
}

interface ListedProps {
  readonly asked: AskedRule;
  readonly title: string;
  readonly ofEditor: boolean;
}

function Listed({ asked, title, ofEditor }: ListedProps) {
  const similar = useCatalogAnswer('similar', asked);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="scroll similar" aria-label="Similar rules" tabIndex={0}>
      <p className="similar-head">
        <span role="status">
          {similar === null ? 'Comparing with ' : looking(similar.total)}
          <strong>{title || 'a rule without a title'}</strong>
          {ofEditor ? ', the rule in the editor' : ''}
          {similar === null ? '…' : limit(similar.total, similar.rules.length)}
        </span>
        {ofEditor ? null : (
          <button type="button" className="btn" onClick={() => showSimilar(null)}>
            Similar to the rule in the editor
          </button>
        )}
      </p>
      {similar && similar.total > 0 ? (
        <>
          <ol className="similar-list">
            {similar.rules.map((rule) => (
              <Found key={rule.rule} found={rule} />
            ))}
          </ol>
          <p className="soft similar-foot">
            Similarity is the weight of the indicators that both rules have, divided by the weight of all
            indicators of either. Rare indicators weigh more. Behind each indicator is the number of rules
            that have it.
          </p>
        </>
      ) : null}
    </section>
  );
}

/** `12 rules have an indicator in common with`, before a rule's title. */
function looking(rules: number): string {
  if (rules === 0) return 'No other rule has an indicator in common with ';
  return `${count(rules, 'rule has', 'rules have')} an indicator in common with `;
}

function limit(all: number, shown: number): string {
  return shown < all ? `; here are the ${shown} most similar.` : '.';
}

/** How many indicators of a rule are listed. */
const MOST_SHARED = 8;

function Found({ found: { rule: place, score, shared } }: { readonly found: SimilarRule }) {
  const rule = useCatalog((s) => s.catalog?.rules[place]);
  if (!rule) return null;
  return (
    <li>
      <div className="similar-rule">
        <button
          type="button"
          className="go-text"
          title={`Open ${rule.path}`}
          onClick={() => void openRule(place)}
        >
          <strong>{rule.title}</strong>
        </button>
        <span className="soft">{LEVEL_NAMES[rule.level]}</span>
        <span className="similar-score">{Math.max(1, Math.round(100 * score))}% similar</span>
        <button
          type="button"
          className="btn-quiet"
          aria-label={`Similar rules: ${rule.title}`}
          onClick={() => showSimilar(place)}
        >
          Similar rules
        </button>
      </div>
      <ul className="similar-shared">
        {shared.slice(0, MOST_SHARED).map((one) => (
          <li key={one.key}>
            {one.field === null ? 'any value' : <code>{one.field}</code>}{' '}
            <span className="soft">{operatorOf(one)}</span>{' '}
            <code>{one.value === '' ? '(empty)' : one.value}</code>{' '}
            <span className="soft">in {count(one.rules, 'rule')}</span>
          </li>
        ))}
        {shared.length > MOST_SHARED ? (
          <li className="soft">and {(shared.length - MOST_SHARED).toLocaleString('en')} more</li>
        ) : null}
      </ul>
    </li>
  );
}
