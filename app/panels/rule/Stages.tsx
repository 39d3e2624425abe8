import {
  type Stage,
  type StageNode,
  type Stages as StagesOfRule,
  stagesText,
} from '../../../src/describe/stages';
import type { Range } from '../../../src/text/range';
import { copyText } from '../../ui/copy';
import { Sentence } from '../../ui/Sentence';
import { goTo } from '../go-to';
import { SelectionName } from '../SelectionName';

/** Children of a group that are drawn; the copied text has all of them. */
const MAX_DRAWN = 200;

const JOINS = { all: 'all of', any: 'any of', none: 'none of', 'not all': 'not all of' };

/** The rule in stages: the condition first, then each selection with what it asks, in the rule's words and in plain ones. */
export function Stages({ stages }: { readonly stages: StagesOfRule }) {
  const { condition, selections } = stages;
  const [first] = condition.ranges;
  return (
    <section className="rule-stages" aria-label="Stages">
      <header className="rule-page-head">
        <h3>Stages</h3>
        <button
          type="button"
          className="btn"
          onClick={() => void copyText(stagesText(stages), 'The stages were')}
        >
          Copy as text
        </button>
      </header>
      <ol className="stages">
        <li>
          <span className="stage-number">0</span>
          <div>
            condition {first ? <Go range={first} text={condition.text} /> : <code>{condition.text}</code>}
          </div>
        </li>
        {selections.map((stage) => (
          <li key={stage.selection}>
            <span className="stage-number">{stage.number ?? '–'}</span>
            <div>
              <button type="button" className="rule-go" onClick={() => goTo('rule', stage.range, false)}>
                <SelectionName name={stage.name} index={stage.selection} />
              </button>{' '}
              <span className="soft">{noteOf(stage)}</span>
              <Node node={stage.body} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function noteOf({ number, selects, excludes }: Stage): string {
  if (number === null) return 'is not used by the condition';
  if (selects && excludes) return 'selects and excludes';
  return excludes ? 'excludes' : '';
}

function Node({ node }: { readonly node: StageNode }) {
  if (node.kind === 'predicate')
    return (
      <p className="stage-predicate">
        <Go range={node.range} text={node.canonical} />{' '}
        <span className="soft">
          <Sentence text={node.words} />
        </span>
      </p>
    );
  const { children, kind } = node;
  return (
    <div className="stage-group">
      <span className="soft">{JOINS[kind]}</span>
      <ul>
        {children.slice(0, MAX_DRAWN).map((child, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an anchor's nodes stand at one place; the list never moves.
          <li key={i}>
            <Node node={child} />
          </li>
        ))}
        {children.length > MAX_DRAWN ? (
          <li className="soft">{(children.length - MAX_DRAWN).toLocaleString('en')} more</li>
        ) : null}
      </ul>
    </div>
  );
}

/** Code that goes to its characters in the rule. */
function Go({ range, text }: { readonly range: Range; readonly text: string }) {
  return (
    <button
      type="button"
      className="rule-go"
      title="Go to it in the rule"
      onClick={() => goTo('rule', range, false)}
    >
      <code>{text}</code>
    </button>
  );
}
