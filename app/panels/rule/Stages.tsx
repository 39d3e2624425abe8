import { useGrowing } from '../growing';
import './stages.css';
import { useMemo } from 'react';
import {
  type Stage,
  type StageNode,
  type Stages as StagesOfRule,
  stagesText,
  stageVerdicts,
} from '../../../src/describe';
import type { Range } from '../../../src/text';
import { goTo, lighting } from '../../actions/go-to';
import type { Link } from '../../editor/handle';
import { copyText } from '../../ui/copy';
import { count } from '../../ui/count';
import { Sentence } from '../../ui/Sentence';
import { SelectionName } from '../SelectionName';
import { Go } from './Go';
import { type Live, LiveNote, Mark, matchedWord, truthWord } from './Live';

const JOINS = { all: 'all of', any: 'any of', none: 'none of', 'not all': 'not all of' };

interface StagesProps {
  readonly stages: StagesOfRule;
  readonly live: Live;
}

/**
 * The rule in stages: first the condition, then each selection and what it requires, in the rule's words and in plain
 * ones, with the result of the chosen event beside each part.
 */
export function Stages({ stages, live }: StagesProps) {
  const { condition, selections, more } = stages;
  const { trace, event } = live;
  const verdicts = useMemo(() => (trace ? stageVerdicts(stages, trace) : null), [stages, trace]);
  const of = (part: Stage | StageNode) => verdicts?.get(part);
  const { shown } = useGrowing(selections.reduce((sum, { body }) => sum + sizeOf(body), 0));
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
      <LiveNote live={live} />
      <ol className="stages">
        <li>
          <span className="stages-number">0</span>
          <div>
            <Truth matched={trace?.matched} /> condition{' '}
            {first ? <Go range={first} text={condition.text} /> : <code>{condition.text}</code>}
          </div>
        </li>
        {within(selections, ({ body }) => sizeOf(body), shown).map(([stage, room]) => (
          <li key={stage.selection}>
            <span className="stages-number">{stage.number ?? '–'}</span>
            <div>
              <button
                type="button"
                className="go-text"
                onClick={() => goTo('rule', stage.range, false)}
                {...lighting({ selection: stage.selection, value: null, rule: stage.range, event })}
              >
                <SelectionName name={stage.name} index={stage.selection} whole={of(stage) !== false} />
              </button>{' '}
              <span className="rule-live">
                <Mark matched={of(stage)} word={matchedWord(of(stage) === true)} />
              </span>{' '}
              <span className="soft">{noteOf(stage)}</span>
              <Node
                node={stage.body}
                room={room}
                of={of}
                link={(value, rule) => ({ selection: stage.selection, value, rule, event })}
              />
            </div>
          </li>
        ))}
        {more ? <li className="soft">{count(more, 'more selection')}</li> : null}
      </ol>
    </section>
  );
}

function noteOf({ number, selects, excludes }: Stage): string {
  if (number === null) return 'is not used by the condition';
  if (selects && excludes) return 'selects and excludes';
  return excludes ? 'excludes' : '';
}

/** How many values stand in a part of a selection. */
function sizeOf(node: StageNode): number {
  return node.kind === 'predicate' ? 1 : node.children.reduce((sum, child) => sum + sizeOf(child), 0);
}

/** The first of `parts` that fit into `room`, each with the room that the ones before it leave. */
function within<T>(parts: readonly T[], size: (part: T) => number, room: number): [T, number][] {
  const fitting: [T, number][] = [];
  for (const part of parts) {
    if (room <= 0) break;
    fitting.push([part, room]);
    room -= size(part);
  }
  return fitting;
}

interface NodeProps {
  readonly node: StageNode;
  /** How many of its values are drawn by now. */
  readonly room: number;
  readonly of: (part: StageNode) => boolean | undefined;
  readonly link: (value: number, rule: Range) => Link;
}

function Node({ node, room, of, link }: NodeProps) {
  if (node.kind === 'predicate')
    return (
      <p className="stages-predicate">
        <Truth matched={of(node)} />
        <Go range={node.range} text={node.canonical} link={link(node.value, node.range)} />{' '}
        <span className="soft">
          <Sentence words={node.words} />
        </span>
      </p>
    );
  const { children, kind, says, more } = node;
  return (
    <div className="stages-group">
      <Truth matched={of(node)} />
      <span className="soft">{says ? <Sentence words={says} /> : JOINS[kind]}</span>
      <ul>
        {within(children, sizeOf, room).map(([child, left], i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an anchor's nodes stand at one place; the list never moves.
          <li key={i}>
            <Node node={child} room={left} of={of} link={link} />
          </li>
        ))}
        {more && room >= sizeOf(node) ? <li className="soft">{more.toLocaleString('en')} more</li> : null}
      </ul>
    </div>
  );
}

/** `✓ true` in a column of its own, so that the eye can run down it. */
function Truth({ matched }: { readonly matched: boolean | undefined }) {
  if (matched === undefined) return null;
  return (
    <span className="rule-live stages-truth">
      <Mark matched={matched} word={truthWord(matched)} />
    </span>
  );
}
