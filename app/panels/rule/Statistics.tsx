import type { FieldFigure } from '../../../src/catalog';
import { fieldSentence } from '../../catalog/figure-words';
import { useLogsourceFigures } from '../../catalog/figures';
import { logsourceWords, type OwnRule, useOwnRule } from '../../catalog/own-rule';
import { LoadedFigures } from '../../catalog/panel/LoadedFigures';
import { showSimilar, showStatistics } from '../../catalog/view';
import { cutEntry } from '../../ui/cut';
import { percent } from '../../ui/percent';
import { Sentence } from '../../ui/Sentence';
import { LongList } from '../LongList';

/** How many fields are listed besides the rule's own. */
const MOST_OTHERS = 5;

/** How other rules of the log source use the rule's fields, and which other fields they use. */
export function Statistics() {
  const rule = useOwnRule();
  if (!rule || logsourceWords(rule.logsource) === '') return null;
  return <OfLogsource rule={rule} />;
}

function OfLogsource({ rule: { logsource, indicators } }: { readonly rule: OwnRule }) {
  const found = useLogsourceFigures(logsource);
  return (
    <section className="rule-statistics" aria-label="Statistics of the log source">
      <header className="rule-page-head">
        <h3>Statistics of {logsourceWords(logsource)}</h3>
        <span className="rule-page-buttons">
          <button type="button" className="btn" onClick={() => showSimilar(null)}>
            Similar rules
          </button>
          <button type="button" className="btn" onClick={showStatistics}>
            More statistics
          </button>
        </span>
      </header>
      <LoadedFigures found={found} waiting="Loading the statistics…">
        {({ figures, source }) => (
          <>
            {figures.rules === 0 ? (
              <p>No rule has this log source.</p>
            ) : (
              <Fields
                fields={figures.fields}
                rules={figures.rules}
                own={[...new Set(indicators.map(({ field }) => field))]}
              />
            )}
            <p className="rule-source soft">Counted in {source}.</p>
          </>
        )}
      </LoadedFigures>
    </section>
  );
}

interface FieldsProps {
  readonly fields: readonly FieldFigure[];
  readonly rules: number;
  /** The rule's own fields, in order. */
  readonly own: readonly (string | null)[];
}

function Fields({ fields, rules, own }: FieldsProps) {
  const isOwn = new Set(own);
  const others = fields.filter(({ field }) => !isOwn.has(field)).slice(0, MOST_OTHERS);
  return (
    <>
      <LongList items={own} className="rule-list">
        {(field) => {
          const figure = fields.find((f) => f.field === field);
          return (
            <li key={field ?? ''}>
              <Sentence
                words={fieldSentence(figure ?? { field, rules: 0, operators: [], values: [] }, rules)}
              />
            </li>
          );
        }}
      </LongList>
      {others.length > 0 ? (
        <p className="rule-paragraph">
          <span className="soft">Rules with this log source also use </span>
          {others.map(({ field, rules: used }, i) => (
            <span key={field ?? ''}>
              {i > 0 ? ', ' : ''}
              {field === null ? 'keywords' : <code>{cutEntry(field)}</code>} {percent(used, rules)}
            </span>
          ))}
          .
        </p>
      ) : null}
    </>
  );
}
