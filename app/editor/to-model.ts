import { editor, type Range as MonacoRange } from 'monaco-editor/editor';
import { markdown } from './assist/markdown';
import type { Decoration } from './handle';

/** Our decoration as Monaco wants it. */
export function toModel(
  d: Decoration,
  range: MonacoRange,
  model: editor.ITextModel,
): editor.IModelDeltaDecoration {
  const options: editor.IModelDecorationOptions = {
    stickiness: editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
    ...(d.className ? { className: d.className } : {}),
    ...(d.textClass ? { inlineClassName: d.textClass } : {}),
    ...(d.glyph
      ? {
          glyphMarginClassName: d.glyph.className,
          glyphMarginHoverMessage: { value: markdown(d.glyph.hover) },
        }
      : {}),
    ...(d.line ? { className: d.line, isWholeLine: true, zIndex: -10 } : {}),
    ...(d.edge ? { linesDecorationsClassName: d.edge, isWholeLine: true } : {}),
    ...(d.hover ? { hoverMessage: { value: markdown(d.hover) } } : {}),
    ...(d.hint
      ? {
          after: {
            content: d.hint.text,
            inlineClassName: d.hint.className,
            cursorStops: editor.InjectedTextCursorStops.None,
          },
          showIfCollapsed: true,
        }
      : {}),
  };
  return { range: d.hint ? hintPlace(range, d.hint.place, model) : range, options };
}

/** A hint follows its range, or is at the end of the line, out of the way of the text. */
function hintPlace(range: MonacoRange, place: 'behind' | 'line', model: editor.ITextModel): MonacoRange {
  const line = range.endLineNumber;
  const column = place === 'line' ? model.getLineMaxColumn(line) : range.endColumn;
  return range.setEndPosition(line, column).setStartPosition(line, column);
}
