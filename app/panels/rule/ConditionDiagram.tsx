import './diagram.css';
import { type KeyboardEvent, useMemo } from 'react';
import type { ConditionNode } from '../../../src/describe';
import { conditionVerdicts } from '../../../src/describe';
import { LineIndex } from '../../../src/text';
import { goTo, lighting } from '../../actions/go-to';
import { readColours } from '../../ui/colours';
import { copyText } from '../../ui/copy';
import { cutEntry } from '../../ui/cut';
import { useGrowing } from '../growing';
import { type Diagram, type DiagramNode, diagram } from './diagram';
import { diagramSvg } from './diagram-svg';
import { type Live, LiveNote, matchedWord, truthWord } from './Live';

/** The selection colours among the tokens, used in turn. */
const SLOTS = [1, 2, 3, 4, 5, 6, 7, 8];

/** Room for the longest word below a leaf, so that the picture keeps its size from event to event. */
const ROOM = 112;

interface ConditionDiagramProps {
  readonly condition: ConditionNode;
  /** The condition as text. */
  readonly title: string;
  /** The text that its ranges belong to. */
  readonly text: string;
  readonly live: Live;
}

/**
 * The condition as a picture. Each part shows its result for the chosen event and goes to its place in the rule. The
 * copy shows only the condition: a document is about the rule, not about an event that its readers do not have.
 */
export function ConditionDiagram({ condition, title, text, live }: ConditionDiagramProps) {
  const picture = useMemo(() => diagram(condition, title), [condition, title]);
  const { width, height, nodes, edges } = picture;
  const { shown } = useGrowing(nodes.length);
  const { trace } = live;
  const verdicts = useMemo(() => (trace ? conditionVerdicts(condition, trace) : null), [condition, trace]);
  const lines = useMemo(() => new LineIndex(text), [text]);
  const whole = Math.max(width, ...nodes.map(({ x }) => x + ROOM));
  return (
    <section className="rule-diagram" aria-label="Condition">
      <header className="rule-page-head">
        <h3>Condition</h3>
        <button
          type="button"
          className="btn"
          onClick={() => void copyText(svgOf(picture), 'The diagram was')}
        >
          Copy as SVG
        </button>
      </header>
      <LiveNote live={live} />
      <section className="diagram" aria-label="Diagram">
        {/* biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset. */}
        <svg width={whole} height={height} viewBox={`0 0 ${whole} ${height}`} role="group" aria-label={title}>
          <g className="diagram-edges">
            {edges.slice(0, shown).map(({ from, to, path }) => (
              <path key={`${from}-${to}`} d={path} />
            ))}
          </g>
          {nodes.slice(0, shown).map((node) => (
            <Part
              key={node.id}
              node={node}
              event={live.event}
              matched={verdicts?.get(node.node)}
              line={lines.position(node.goal.start).line}
            />
          ))}
        </svg>
      </section>
    </section>
  );
}

interface PartProps {
  readonly node: DiagramNode;
  readonly event: number;
  readonly matched: boolean | undefined;
  /** The line in the rule that it goes to. */
  readonly line: number;
}

function Part({ node, event, matched, line }: PartProps) {
  const { kind, label, title, x, y, w, h, selection, goal } = node;
  const gate = kind === 'gate';
  const stroke = selection === null ? undefined : `var(--s${SLOTS[selection % SLOTS.length]})`;
  const word = matched === undefined ? undefined : gate ? truthWord(matched) : matchedWord(matched);
  const go = () => goTo('rule', goal, false);
  const press = (pressed: KeyboardEvent) => {
    if (pressed.key !== 'Enter' && pressed.key !== ' ') return;
    pressed.preventDefault();
    go();
  };
  const link = selection === null ? null : { selection, value: null, rule: goal, event };
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button.
    <g
      role="button"
      tabIndex={0}
      className={`diagram-part diagram-${kind} ${matched === false ? 'diagram-false' : ''}`}
      aria-label={[cutEntry(title), word, `line ${line}`].filter(Boolean).join(', ')}
      onClick={go}
      onKeyDown={press}
      {...(link ? lighting(link) : {})}
    >
      <title>{cutEntry(title)}</title>
      <rect x={x} y={y} width={w} height={h} rx={gate ? h / 2 : 4} style={stroke ? { stroke } : undefined} />
      <text x={gate ? x + w / 2 : x + 12} y={y + h / 2 + 4} textAnchor={gate ? 'middle' : 'start'}>
        {label}
      </text>
      {word ? (
        <text
          className={`rule-live diagram-verdict ${matched ? 'good' : 'bad'}`}
          x={gate ? x + w / 2 : x + 12}
          y={y + h + 13}
          textAnchor={gate ? 'middle' : 'start'}
        >
          {`${matched ? '✓' : '✗'} ${word}`}
        </text>
      ) : null}
    </g>
  );
}

/** A standalone file on white, because it may be used anywhere. */
function svgOf(picture: Diagram): string {
  return readColours('light', (colour) =>
    diagramSvg(picture, {
      background: colour('--pane'),
      ink: colour('--ink'),
      line: colour('--edge'),
      gate: colour('--row'),
      leaf: colour('--pane'),
      font: 'JetBrains Mono, DejaVu Sans Mono, Menlo, Consolas, monospace',
      selections: SLOTS.map((slot) => colour(`--s${slot}`)),
    }),
  );
}
