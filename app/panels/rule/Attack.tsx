import { cutEntry, cutText } from '../../ui/cut';
import './coverage.css';
import type { AttackCoverage } from '../../../src/describe';
import { navigatorLayer } from '../../../src/describe';
import { unmarked } from '../../../src/text';
import { applyFix } from '../../actions/apply-fix';
import { session } from '../../state/session';
import { AttackNotice } from '../../ui/AttackNotice';
import { once } from '../../ui/once';
import { Sentence } from '../../ui/Sentence';
import { Severity } from '../../ui/Severity';
import { saveFile } from '../../ui/save-file';
import { LongList } from '../LongList';

interface AttackProps {
  readonly coverage: AttackCoverage;
  readonly text: string;
  readonly title: string;
  readonly id: string | null;
}

/** The tactics and techniques that the tags name, and which tags are out of date. */
export function Attack({ coverage, text, title, id }: AttackProps) {
  const { rows, others, notes, version } = coverage;
  const save = () => {
    const name = session.getState().ruleName.replace(/\.ya?ml$/i, '') || 'rule';
    const layer = JSON.stringify(navigatorLayer(coverage, { title, id }), null, 2);
    saveFile(`${name}-layer.json`, layer, 'application/json');
  };
  const covers = rows.some((row) => row.techniques.length > 0);
  return (
    <section className="coverage-attack">
      <header className="rule-page-head">
        <h3>ATT&CK coverage</h3>
        {covers ? (
          <button type="button" className="btn" onClick={save}>
            Save Navigator layer
          </button>
        ) : null}
      </header>
      {rows.length > 0 ? (
        <table className="data-table coverage-table" aria-label="ATT&CK coverage">
          <thead>
            <tr>
              <th scope="col">Tactic</th>
              <th scope="col">Techniques</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ tactic, tagged, techniques }) => (
              <tr key={tactic.id}>
                <th scope="row">
                  {tactic.name}
                  {tagged ? null : <span className="soft"> (no tag for it)</span>}
                </th>
                <td>
                  {techniques.length === 0 ? <span className="soft">no technique</span> : null}
                  <LongList items={techniques}>
                    {(one) => (
                      <li key={one.id}>
                        {one.id} {one.name}
                      </li>
                    )}
                  </LongList>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="soft">No tag names a tactic or a technique of ATT&CK.</p>
      )}
      {others.length > 0 ? (
        <p className="coverage-others">
          {cutText(others.map(({ kind, id: object }) => `${kind} ${object}`).join(' · '))}
        </p>
      ) : null}
      {notes.length > 0 ? (
        <LongList items={notes} className="coverage-notes" label="Tags that are out of date or not known">
          {({ tag, range, severity, message, fixes }) => (
            <li key={range.start}>
              <span className="coverage-note">
                <Severity of={severity} /> <code>{cutEntry(tag)}</code>: <Sentence words={message} />
              </span>
              {fixes.map((fix) => (
                <button
                  key={unmarked(fix.title)}
                  type="button"
                  className="btn"
                  onClick={once(() => applyFix('rule', text, fix))}
                >
                  <Sentence words={fix.title} />
                </button>
              ))}
            </li>
          )}
        </LongList>
      ) : null}
      <AttackNotice version={version} className="rule-source soft" />
    </section>
  );
}
