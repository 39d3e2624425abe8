import { useEffect } from 'react';
import type { IndicatorFigures, ValueUse } from '../../../src/catalog';
import { type NamedIndicator, operatorOf } from '../../../src/catalog';
import { fieldSentence } from '../../catalog/figure-words';
import { useLogsourceFigures } from '../../catalog/figures';
import { logsourceWords, type OwnRule } from '../../catalog/own-rule';
import { RuleList } from '../../catalog/panel/RuleList';
import { openKept, useCatalog } from '../../catalog/store';
import { useCatalogAnswer } from '../../catalog/use-answer';
import { showView } from '../../catalog/view';
import { builtInIndex, builtInValues, useServed } from '../../state/built-in';
import { session } from '../../state/session';
import { count } from '../../ui/count';
import { cutEntry } from '../../ui/cut';
import { percent } from '../../ui/percent';
import { Sentence } from '../../ui/Sentence';
import type { Row } from './rows';

interface DetailProps {
  readonly row: Row;
  readonly rule: Pick<OwnRule, 'id' | 'logsource'>;
}

/** How common an indicator is, how else rules look for its value, and the other rules that have it. */
export function Detail({ row, rule }: DetailProps) {
  const loaded = useCatalog((s) => s.catalog !== null);
  // The saved catalog is loaded now that the user asks for its rules.
  useEffect(openKept, []);
  return (
    <div className="indicators-card">
      {loaded ? <OfCatalog row={row} rule={rule} /> : <NoCatalog row={row} rule={rule} />}
      <FieldUse field={row.field} rule={rule} />
      {loaded ? <Holders row={row} rule={rule} /> : null}
    </div>
  );
}

/** The built-in index only counts rules; they are listed once a catalog is open. */
function NoCatalog({ row, rule }: DetailProps) {
  const busy = useCatalog((s) => s.job !== null);
  const index = useServed(builtInIndex);
  const values = useServed(builtInValues);
  useEffect(() => void builtInValues.load(), []);
  if (busy) return <p className="soft">Loading the saved catalog…</p>;
  const figures =
    index.state === 'ready' && values.state === 'ready'
      ? values.value.of(index.value.index, { key: row.key, id: rule.id, logsource: rule.logsource })
      : null;
  const source = logsourceWords(rule.logsource);
  return (
    <>
      {row.others === null ? null : (
        <p>
          {count(row.others, 'rule')} of SigmaHQ {row.others === 1 ? 'looks' : 'look'} for it besides this one
          {figures && source !== ''
            ? `; ${figures.inLogsource.toLocaleString('en')} of them of ${source}`
            : ''}
          .
        </p>
      )}
      {figures && figures.elsewhere.length > 0 ? <Elsewhere uses={figures.elsewhere} /> : null}
      <p className="indicators-open">
        <span>Open a catalog to list these rules; the built-in statistics only count them.</span>
        <button type="button" className="btn" onClick={openCatalog}>
          Open a catalog
        </button>
      </p>
    </>
  );
}

/** How else rules look for the value. */
function Elsewhere({ uses }: { readonly uses: readonly ValueUse[] }) {
  return (
    <p>
      <span className="soft">The same value elsewhere: </span>
      {uses.map(({ field, operator, rules }, i) => (
        <span key={`${field}|${operator}`}>
          {i > 0 ? ' · ' : ''}
          {field === null ? 'any value' : <code>{cutEntry(field)}</code>} {operator}{' '}
          <span className="soft">in {count(rules, 'rule')}</span>
        </span>
      ))}
    </p>
  );
}

/** Opens the catalog's list of rules; the panel may have shown another view. */
function openCatalog(): void {
  showView('rules');
  session.setState({ tab: 'catalog' });
}

function useFigures({ row, rule }: DetailProps): IndicatorFigures | null {
  return useCatalogAnswer('indicator', { key: row.key, id: rule.id, logsource: rule.logsource });
}

function OfCatalog({ row, rule }: DetailProps) {
  const figures = useFigures({ row, rule });
  if (!figures) return <p className="soft">Counting…</p>;
  const { holders, of, inLogsource, excluding, elsewhere, together } = figures;
  const source = logsourceWords(rule.logsource);
  return (
    <>
      <p>
        {holders.length === 0 ? 'None' : holders.length.toLocaleString('en')} of{' '}
        {of === 1 ? 'the one other rule' : `${of.toLocaleString('en')} other rules`}{' '}
        {holders.length === 1 || holders.length === 0 ? 'looks' : 'look'} for it
        {source !== '' && holders.length > 0
          ? `; ${inLogsource.holders.toLocaleString('en')} of the ${inLogsource.of.toLocaleString('en')} others of ${source}`
          : ''}
        .
        {excluding > 0
          ? ` In ${excluding === holders.length ? (excluding === 1 ? 'it' : 'all of them') : excluding.toLocaleString('en')} it only excludes.`
          : ''}
      </p>
      {elsewhere.length > 0 ? (
        <Elsewhere uses={elsewhere.map((one) => ({ ...one, operator: operatorOf(one) }))} />
      ) : null}
      {together.length > 0 ? (
        <p>
          <span className="soft">Rules that look for it also look for: </span>
          {together.map((one, i) => (
            <span key={one.key}>
              {i > 0 ? ' · ' : ''}
              <Named indicator={one} /> <span className="soft">{percent(one.rules, holders.length)}</span>
            </span>
          ))}
        </p>
      ) : null}
    </>
  );
}

function Named({ indicator }: { readonly indicator: NamedIndicator }) {
  return (
    <>
      {indicator.field === null ? 'any value' : <code>{cutEntry(indicator.field)}</code>}{' '}
      {operatorOf(indicator)} <code>{indicator.value === '' ? '(empty)' : cutEntry(indicator.value)}</code>
    </>
  );
}

/** How rules of the same log source compare the field. */
function FieldUse({ field, rule }: { readonly field: string | null; readonly rule: DetailProps['rule'] }) {
  const found = useLogsourceFigures(rule.logsource);
  if (found.state !== 'ready' || found.figures.rules === 0) return null;
  const figure = found.figures.fields.find((f) => f.field === field);
  if (!figure) return null;
  return (
    <p>
      <Sentence words={fieldSentence(figure, found.figures.rules)} />
    </p>
  );
}

function Holders({ row, rule }: DetailProps) {
  const figures = useFigures({ row, rule });
  const rules = useCatalog((s) => s.catalog?.rules);
  if (!figures || !rules || figures.holders.length === 0) return null;
  return (
    <div className="indicators-rules">
      <RuleList label="Other rules with this indicator" rules={rules} positions={figures.holders} />
    </div>
  );
}
