import type { Look, Row } from './flow';
import { el, type Markup } from './markup';
import { hasLineAbove, lineKind, type Palette } from './palette';
import { slotOf } from './paper';

/** How large text is. `cell` is the width of a character, `line` the height of a row, `base` where its letters stand. */
interface Size {
  readonly font: number;
  readonly cell: number;
  readonly line: number;
  readonly base: number;
}

export const SIZES = {
  text: { font: 13, cell: 7.8, line: 21, base: 15 },
  head: { font: 15, cell: 9, line: 24, base: 17 },
  title: { font: 18, cell: 10.8, line: 28, base: 20 },
} as const satisfies Readonly<Record<string, Size>>;

/** Around everything. */
export const MARGIN = 24;
/** So many characters of the size `text` stand beside each other. */
export const COLUMNS = 118;

/** How a row of text is drawn. */
export interface RowStyle {
  readonly size?: keyof typeof SIZES;
  readonly isBold?: boolean;
  /** The colour of plain words; that of ink if it is absent. */
  readonly fill?: string;
  /** Where it begins, in characters of the size `text`. */
  readonly indent?: number;
}

/** A mark on a row: its columns, and how many lines of other marks are below the text already. */
export interface RowMark {
  readonly column: number;
  readonly cells: number;
  readonly index: number;
  readonly whole: boolean;
  readonly depth: number;
}

/** Shapes from top to bottom, and how far they reach. */
export class Drawing {
  readonly shapes: Markup[] = [];
  readonly width = Math.ceil(2 * MARGIN + COLUMNS * SIZES.text.cell);
  private y = MARGIN;

  constructor(readonly palette: Palette) {}

  get height(): number {
    return Math.ceil(this.y + MARGIN);
  }

  /** Where the next row begins. */
  get top(): number {
    return this.y;
  }

  space(height: number): void {
    this.y += height;
  }

  /** Where a column begins. */
  left(column: number): number {
    return MARGIN + column * SIZES.text.cell;
  }

  /** Draws one row, at the place of the next one unless `y` says where. Does not go on to the next row. */
  row(row: Row, style: RowStyle = {}, y = this.y): void {
    const { size = 'text', isBold = false, fill, indent = 0 } = style;
    const { font, cell, base } = SIZES[size];
    for (const { column, cells, text, look } of row) {
      const x = this.left(indent) + column * cell;
      if (typeof look === 'object')
        this.mark(
          { column: indent + column, cells, index: look.index, whole: look.whole, depth: 0 },
          y,
          false,
        );
      if (look === 'code') this.behind(x, cells * cell, y, SIZES[size].line);
      if (text.trim() === '') continue;
      this.shapes.push(
        el(
          'text',
          {
            x,
            y: y + base,
            'font-size': font,
            'font-weight': isBold ? 'bold' : undefined,
            fill: this.colour(look, fill),
            textLength: cells * cell,
            lengthAdjust: 'spacingAndGlyphs',
            'xml:space': 'preserve',
          },
          [text],
        ),
      );
    }
  }

  /** Goes on to the next row. */
  next(size: keyof typeof SIZES = 'text'): void {
    this.y += SIZES[size].line;
  }

  /** A ground behind characters from a rule or an event, which shows blanks at their ends. */
  private behind(x: number, width: number, y: number, line: number): void {
    const { pane } = this.palette;
    this.shapes.push(
      el('rect', { x: x - 1, y: y + 1, width: width + 2, height: line - 3, rx: 3, fill: pane }),
    );
  }

  /** A ground behind rows that are `height` high. */
  ground(height: number): void {
    const { pane, line } = this.palette;
    this.shapes.push(
      el('rect', {
        x: MARGIN - 8,
        y: this.y,
        width: this.width - 2 * MARGIN + 16,
        height,
        rx: 6,
        fill: pane,
        stroke: line,
      }),
    );
  }

  /** A thin line across. */
  rule(y = this.y): void {
    this.shapes.push(
      el('path', {
        d: `M${MARGIN} ${y}H${this.width - MARGIN}`,
        stroke: this.palette.line,
        fill: 'none',
      }),
    );
  }

  /** A mark in a row of the size `text`: its ground, if it has one, and its line. */
  mark({ column, cells, index, whole, depth }: RowMark, y = this.y, hasGround = true): void {
    const slot = slotOf(index);
    const [colour, ground] = this.palette.slots[slot - 1]!;
    const { cell, line } = SIZES.text;
    const [x, width] = [this.left(column), cells * cell];
    if (hasGround && whole && depth === 0)
      this.shapes.push(el('rect', { x, y: y + 1, width, height: line - 3, fill: ground }));
    const bottom = y + line - 2 - 3 * depth;
    this.stroke(`M${x} ${bottom}H${x + width}`, colour, slot, whole ? 2 : 1);
    if (lineKind(slot) === 'double') this.stroke(`M${x} ${bottom - 3}H${x + width}`, colour, slot, 1);
    if (hasLineAbove(slot)) this.stroke(`M${x} ${y + 1}H${x + width}`, colour, slot, 1);
  }

  private stroke(d: string, colour: string, slot: number, width: number): void {
    this.shapes.push(
      el('path', {
        d,
        stroke: colour,
        'stroke-width': width,
        'stroke-dasharray': DASHES[lineKind(slot)],
        fill: 'none',
      }),
    );
  }

  private colour(look: Look, fill: string | undefined): string | undefined {
    if (look === 'soft') return this.palette.soft;
    if (look === 'link') return this.palette.accent;
    return look === 'plain' ? fill : undefined;
  }
}

const DASHES = { solid: undefined, dashed: '5 3', dotted: '2 2', double: undefined } as const;
