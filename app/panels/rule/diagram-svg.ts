import { byName } from '../../../src/text';
import type { Diagram, DiagramNode } from './diagram';

/** Colours and font of a diagram, in CSS syntax; the page chooses them. */
export interface DiagramTokens {
  readonly background: string;
  readonly ink: string;
  readonly line: string;
  readonly gate: string;
  readonly leaf: string;
  /** One font family, or several separated by commas. */
  readonly font: string;
  /** A colour for each selection, used in turn for the edge of its leaf. */
  readonly selections?: readonly string[];
}

/** A diagram as a standalone SVG file. */
export function diagramSvg({ width, height, title, nodes, edges }: Diagram, tokens: DiagramTokens): string {
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${xml(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${xml(tokens.background)}"/>`,
    `<g fill="none" stroke="${xml(tokens.line)}" stroke-width="1.5">`,
    ...edges.map(({ path }) => `<path d="${xml(path)}"/>`),
    '</g>',
    `<g font-family="${xml(tokens.font)}" font-size="12" fill="${xml(tokens.ink)}">`,
    ...nodes.map((node) => nodeSvg(node, tokens)),
    '</g>',
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

function nodeSvg({ kind, label, title, x, y, w, h, selection }: DiagramNode, tokens: DiagramTokens): string {
  const { selections = [] } = tokens;
  const colour = selection === null ? undefined : selections[selection % selections.length];
  const box =
    `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${kind === 'gate' ? h / 2 : 4}"` +
    ` fill="${xml(kind === 'gate' ? tokens.gate : tokens.leaf)}" stroke="${xml(colour ?? tokens.line)}" stroke-width="1.5"/>`;
  // A gate's name is centred; those of leaves are aligned at the left. Spaces after a number are kept.
  const anchor = kind === 'gate' ? `x="${(x + w / 2).toFixed(1)}" text-anchor="middle"` : `x="${x + 12}"`;
  const text = `<text ${anchor} y="${y + h / 2 + 4}" xml:space="preserve">${xml(label)}</text>`;
  return `<g><title>${xml(title)}</title>${box}${text}</g>`;
}

/** Characters that XML cannot contain, even escaped: controls and lone surrogates. */
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const ESCAPES = byName<string>({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' });

function xml(text: string): string {
  return text.replace(IMPOSSIBLE, '\ufffd').replace(/[&<>"]/g, (character) => ESCAPES.get(character)!);
}
