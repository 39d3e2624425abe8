import { type editor as api, Range as MonacoRange } from 'monaco-editor/editor';
import type { Range } from '../../src/text';
import { textScale } from '../ui/text-scale';
import { LINE, PADDING } from './options';

/** A text to put in the place of a range. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/** A Monaco editor and its text. Its places are offsets here, and lines and columns in Monaco. */
export class ModelView {
  constructor(
    /** The text that is shown. */
    public model: api.ITextModel,
    readonly view: api.IStandaloneCodeEditor,
  ) {}

  /** A range as Monaco has it. */
  span({ start, end }: Range): MonacoRange {
    return MonacoRange.fromPositions(this.model.getPositionAt(start), this.model.getPositionAt(end));
  }

  /** A range of Monaco, as offsets. */
  offsets(range: api.IModelDecoration['range']): Range {
    return {
      start: this.model.getOffsetAt(range.getStartPosition()),
      end: this.model.getOffsetAt(range.getEndPosition()),
    };
  }

  /** The text from the first visible line to the last. */
  visible(): Range {
    const ranges = this.view.getVisibleRanges();
    const first = ranges[0];
    const last = ranges.at(-1);
    if (!first || !last) return { start: 0, end: 0 };
    return {
      start: this.model.getOffsetAt(first.getStartPosition()),
      end: this.model.getOffsetAt(last.getEndPosition()),
    };
  }

  selected(): Range {
    const range = this.view.getSelection();
    return range ? this.offsets(range) : { start: 0, end: 0 };
  }

  /** Makes edits that one undo takes back together. */
  edit(edits: readonly TextEdit[]): void {
    this.view.pushUndoStop();
    this.view.executeEdits(
      'page',
      edits.map(({ range, text }) => ({ range: this.span(range), text, forceMoveMarkers: true })),
    );
    this.view.pushUndoStop();
  }

  /** Scrolls a range into view; a range that is higher than the editor, by its start. */
  reveal(range: Range): void {
    const { view } = this;
    const target = this.span(range);
    const { startLineNumber, endLineNumber } = target;
    const height = view.getBottomForLineNumber(endLineNumber) - view.getTopForLineNumber(startLineNumber);
    if (height > view.getLayoutInfo().height) this.revealStart(target);
    else view.revealRangeInCenterIfOutsideViewport(target);
  }

  /** Scrolls the first line of a range to the top, if it is not visible. */
  revealStart({ startLineNumber }: api.IModelDecoration['range']): void {
    const { view } = this;
    const top = view.getTopForLineNumber(startLineNumber);
    const seen = view.getScrollTop();
    if (top < seen || top >= seen + view.getLayoutInfo().height - LINE * textScale())
      view.setScrollTop(Math.max(0, top - PADDING));
  }
}
