import { Range as MonacoRange } from 'monaco-editor/editor';
import type { Range } from '../../src/text';
import type { Decoration, Placed } from './handle';
import type { ModelView } from './model-view';
import { toModel } from './to-model';

const LIT = { className: 'mark-lit', zIndex: 20 };

/** The decorations of an editor. */
export class Decorations {
  /** By Monaco's ids. */
  private shown = new Map<string, Decoration>();
  private lit: string[] = [];

  constructor(private readonly at: ModelView) {}

  /** Shows these in place of the earlier ones. One call for all, so that Monaco lays out and paints once. */
  show(decorations: readonly Decoration[]): void {
    const { at } = this;
    const ids = at.model.deltaDecorations(
      [...this.shown.keys()],
      decorations.map((d) => toModel(d, at.span(d.range), at.model)),
    );
    this.shown = new Map(ids.map((id, i) => [id, decorations[i] as Decoration]));
  }

  /** Takes everything off the text, before another takes its place. */
  clear(): void {
    this.show([]);
    this.light([]);
  }

  /** The decorations shown, where they are now. */
  placed(): Placed[] {
    return [...this.shown].flatMap(([id, decoration]) => {
      const range = this.at.model.getDecorationRange(id);
      return range ? [{ range: this.at.offsets(range), decoration }] : [];
    });
  }

  /** Highlights these ranges, and no others. */
  light(ranges: readonly Range[]): void {
    if (this.lit.length === 0 && ranges.length === 0) return;
    this.lit = this.at.model.deltaDecorations(
      this.lit,
      ranges.map((range) => ({ range: this.at.span(range), options: LIT })),
    );
  }

  /** The linked decorations at a place, innermost first. */
  linkedAt(offset: number): Placed[] {
    const { model } = this.at;
    const at = model.getPositionAt(offset);
    const found = model.getDecorationsInRange(MonacoRange.fromPositions(at, model.getPositionAt(offset + 1)));
    return found
      .flatMap(({ id, range }): Placed[] => {
        const decoration = this.shown.get(id);
        return decoration?.link && range.containsPosition(at)
          ? [{ range: this.at.offsets(range), decoration }]
          : [];
      })
      .sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start));
  }
}
