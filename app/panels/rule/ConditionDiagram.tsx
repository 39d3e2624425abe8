import type { Diagram, DiagramNode } from '../../../src/describe/diagram';
import { diagramSvg } from '../../../src/describe/diagram-svg';
import { readColours } from '../../ui/colours';
import { copyText } from '../../ui/copy';

/** Colours of selections that the tokens have; they are taken in turn. */
const SLOTS = [1, 2, 3, 4, 5, 6, 7, 8];

/** The condition as a picture. What it shows is in the stages as well. */
export function ConditionDiagram({ diagram }: { readonly diagram: Diagram }) {
  const { width, height, title, nodes, edges } = diagram;
  return (
    <section className="rule-diagram" aria-label="Condition">
      <header className="rule-page-head">
        <h3>Condition</h3>
        <button
          type="button"
          className="btn"
          onClick={() => void copyText(svgOf(diagram), 'The diagram was')}
        >
          Copy as SVG
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="diagram" aria-label="Diagram" tabIndex={0}>
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
          <g className="diagram-edges">
            {edges.map(({ from, to, path }) => (
              <path key={`${from}-${to}`} d={path} />
            ))}
          </g>
          {nodes.map((node) => (
            <Node key={node.id} node={node} />
          ))}
        </svg>
      </section>
    </section>
  );
}

function Node({ node: { kind, label, title, x, y, w, h, selection } }: { readonly node: DiagramNode }) {
  const gate = kind === 'gate';
  const stroke = selection === null ? undefined : `var(--s${SLOTS[selection % SLOTS.length]})`;
  return (
    <g className={`diagram-${kind}`}>
      <title>{title}</title>
      <rect x={x} y={y} width={w} height={h} rx={gate ? h / 2 : 4} style={stroke ? { stroke } : undefined} />
      <text x={gate ? x + w / 2 : x + 12} y={y + h / 2 + 4} textAnchor={gate ? 'middle' : 'start'}>
        {label}
      </text>
    </g>
  );
}

/** As a file of its own, on white: it may go anywhere. */
function svgOf(diagram: Diagram): string {
  return readColours('light', (colour) =>
    diagramSvg(diagram, {
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
