import { useState } from 'react';
import type { FieldFigure, LogsourceCount } from '../../../src/catalog';
import { logsourceKey, operatorOf } from '../../../src/catalog';
import { builtInFigures, useServed } from '../../state/built-in';
import { percent } from '../../ui/percent';
import { useLogsourceFigures } from '../figures';
import { logsourceWords, useOwnRule } from '../own-rule';
import { useCatalog } from '../store';
import { useCatalogAnswer } from '../use-answer';
import { showView } from '../view';
import './statistics.css';
import { LoadedFigures } from './LoadedFigures';

/** How many fields are shown; few rules use the rest. */
const MOST_FIELDS = 200;

/** How many operators are listed for a field. */
const MOST_OPERATORS = 5;

/**
 * The fields, operators and values that the rules of a log source use most. The log source of the rule in the editor
 * comes first.
 */
export function Statistics() {
  const own = useOwnRule()?.logsource ?? null;
  const [chosen, setChosen] = useState<string | null>(null);
  const sources = useLogsources();
  const ownKey = own && logsourceKey(own);
  const key = chosen ?? ownKey ?? (sources[0] ? logsourceKey(sources[0].logsource) : '');
  const logsource = sources.find((s) => logsourceKey(s.logsource) === key)?.logsource ?? own ?? {};
  const found = useLogsourceFigures(logsource);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="scroll statistics" aria-label="Statistics" tabIndex={0}>
      <label className="statistics-choice">
        <span className="soft">Log source</span>
        <select className="field" value={key} onChange={(event) => setChosen(event.target.value)}>
          {own && !sources.some((s) => logsourceKey(s.logsource) === ownKey) ? (
            <option value={ownKey ?? ''}>{logsourceWords(own) || 'none'} (0)</option>
          ) : null}
          {sources.map((source) => (
            <option key={logsourceKey(source.logsource)} value={logsourceKey(source.logsource)}>
              {logsourceWords(source.logsource) || 'none'} ({source.rules.toLocaleString('en')})
              {logsourceKey(source.logsource) === ownKey ? ', as in the editor' : ''}
            </option>
          ))}
        </select>
      </label>
      <LoadedFigures found={found} waiting="Counting…">
        {({ figures, source, own }) => (
          <Fields fields={figures.fields} rules={figures.rules} source={source} own={own} />
        )}
      </LoadedFigures>
    </section>
  );
}

/** All counted log sources, those with the most rules first. */
function useLogsources(): readonly LogsourceCount[] {
  const loaded = useCatalog((s) => s.catalog !== null);
  const answer = useCatalogAnswer('logsources', null);
  const builtIn = useServed(builtInFigures);
  if (loaded) return answer ?? [];
  return builtIn.state === 'ready' ? [...builtIn.value.figures.values()] : [];
}

interface FieldsProps {
  readonly fields: readonly FieldFigure[];
  readonly rules: number;
  readonly source: string;
  readonly own: boolean;
}

function Fields({ fields, rules, source, own }: FieldsProps) {
  return (
    <>
      <table className="data-table statistics-table" aria-label="Fields of the log source">
        <caption className="soft">
          {rules === 1 ? 'One rule' : `${rules.toLocaleString('en')} rules`} of {source}
          {rules === 1 ? ' has' : ' have'} this log source.{' '}
          {own ? null : (
            <>
              Open a catalog to see values too; the built-in statistics only count fields.{' '}
              <button type="button" className="btn-quiet" onClick={() => showView('rules')}>
                Open a catalog
              </button>
            </>
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Rules</th>
            <th scope="col">Compared with</th>
            {own ? <th scope="col">Values used most, and by how many rules</th> : null}
          </tr>
        </thead>
        <tbody>
          {fields.slice(0, MOST_FIELDS).map((figure) => (
            <tr key={figure.field ?? ''}>
              <th scope="row" className="statistics-field">
                {figure.field === null ? 'any value' : <code>{figure.field}</code>}
              </th>
              <td className="statistics-rules">
                <span className="statistics-bar" aria-hidden="true">
                  <span style={{ width: `${(100 * figure.rules) / Math.max(1, rules)}%` }} />
                </span>
                {percent(figure.rules, rules)}{' '}
                <span className="soft">({figure.rules.toLocaleString('en')})</span>
              </td>
              <td className="statistics-operators">
                {figure.operators.slice(0, MOST_OPERATORS).map(({ operator, rules: used }) => (
                  <span key={operator}>
                    {operator} <span className="soft">{percent(used, figure.rules)}</span>
                  </span>
                ))}
                {figure.operators.length > MOST_OPERATORS ? (
                  <span className="soft">and {figure.operators.length - MOST_OPERATORS} more</span>
                ) : null}
              </td>
              {own ? (
                <td>
                  <ul className="statistics-values">
                    {figure.values.map((value) => (
                      <li key={value.key}>
                        <span className="soft">{operatorOf(value)}</span>{' '}
                        <code>{value.value === '' ? '(empty)' : value.value}</code>{' '}
                        <span className="soft">
                          {value.rules.toLocaleString('en')}
                          {value.excluding > 0
                            ? `, excluded by ${value.excluding === value.rules ? 'all' : value.excluding.toLocaleString('en')}`
                            : ''}
                        </span>
                      </li>
                    ))}
                  </ul>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {fields.length > MOST_FIELDS ? (
        <p className="empty">
          The first {MOST_FIELDS} of {fields.length.toLocaleString('en')} fields are shown.
        </p>
      ) : null}
    </>
  );
}
