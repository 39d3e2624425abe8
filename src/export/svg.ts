import { type Element, el, type Markup, xmlText } from './markup';
import { PALETTES } from './palette';
import type { Paper } from './paper';
import { drawBlocks } from './svg-blocks';
import { Drawing } from './svg-drawing';
import { inLine } from './visible';

/** A paper as a picture: SVG with real text in equally wide characters, without script or anything outside of it. */
export interface Picture {
  /** The SVG. */
  readonly text: string;
  /** In its own lengths, which are pixels where it is shown as large as it is. */
  readonly width: number;
  readonly height: number;
}

/** Draws a paper in one theme. Each mark has a ground and a line of its selection's kind. */
export function paperSvg(paper: Paper, theme: 'light' | 'dark'): Picture {
  const palette = PALETTES[theme];
  const drawing = new Drawing(palette);
  drawBlocks(drawing, paper);
  const { width, height } = drawing;
  const title = inLine(paper.title);
  const shape: Element = el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' },
    [
      el('title', {}, [title]),
      el('rect', { width, height, fill: palette.background }),
      el('g', { 'font-family': FONT, fill: palette.ink }, drawing.shapes as Markup[]),
    ],
  );
  return { text: `${xmlText(shape)}\n`, width, height };
}

const FONT = '"DejaVu Sans Mono", Menlo, Consolas, monospace';
