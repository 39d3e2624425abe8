import { type editor as api, MarkerSeverity, Range as MonacoRange, Uri } from 'monaco-editor/editor';
import { type Diagnostic, type Range, unmarked } from '../../src/text';
import { likelyLanguage } from './event-languages';
import type { Decoration, EditorEvents, EditorHandle, Placed } from './handle';
import { leaveByTab } from './leave';
import { editor } from './monaco';
import { LINE, OPTIONS, PADDING } from './options';
import { showTheme } from './theme';
import { toModel } from './to-model';

/** The initial state of an editor, taken from the plain text box that it replaces. */
export interface Start {
  readonly side: 'rule' | 'events';
  readonly label: string;
  readonly text: string;
  readonly dark: boolean;
}

/** More characters than this are not typed at once. */
const MOST_TYPED = 100;

/** Makes a Monaco editor inside `host` and returns its handle. */
export function createEditor(host: HTMLElement, start: Start, events: EditorEvents): EditorHandle {
  const model = editor.createModel(
    start.text,
    start.side === 'rule' ? 'yaml' : likelyLanguage(start.text),
    Uri.parse(`inmemory://sigma/${start.side}`),
  );
  // Whatever the system's own line end is: a value in XML goes over several lines, and is compared as it stands.
  model.setEOL(editor.EndOfLineSequence.LF);
  showTheme(editor, start.dark);
  const view = editor.create(host, {
    ...OPTIONS,
    model,
    ariaLabel: start.label,
    glyphMargin: start.side === 'events',
  });
  // Text that arrives as typing but is more than a person types at once (dictation, a phone's paste suggestion,
  // automation) is inserted as it is: typed one character at a time, each of its lines would be indented again, and a
  // long line would hold the page for minutes.
  const trigger = view.trigger.bind(view);
  view.trigger = (source, handler, payload: unknown) => {
    const text = handler === 'type' ? (payload as { text?: unknown }).text : undefined;
    if (typeof text !== 'string' || text.length < 2 || (!text.includes('\n') && text.length < MOST_TYPED))
      return trigger(source, handler, payload);
    trigger(source, 'paste', { text, pasteOnNewLine: false, multicursorText: null });
  };
  leaveByTab(host);
  let shown = new Map<string, Decoration>();
  let lit: string[] = [];

  const span = ({ start: from, end }: Range) =>
    MonacoRange.fromPositions(model.getPositionAt(from), model.getPositionAt(end));
  const offsets = (r: api.IModelDecoration['range']): Range => ({
    start: model.getOffsetAt(r.getStartPosition()),
    end: model.getOffsetAt(r.getEndPosition()),
  });
  let isMending = false;
  const edit = (edits: readonly { readonly range: Range; readonly text: string }[]) => {
    view.pushUndoStop();
    view.executeEdits(
      'page',
      edits.map(({ range, text }) => ({ range: span(range), text, forceMoveMarkers: true })),
    );
    view.pushUndoStop();
  };

  /** The linked decorations at a place, innermost first. */
  const linkedAt = (offset: number): Placed[] => {
    const at = model.getPositionAt(offset);
    const found = model.getDecorationsInRange(MonacoRange.fromPositions(at, model.getPositionAt(offset + 1)));
    return found
      .flatMap(({ id, range }): Placed[] => {
        const decoration = shown.get(id);
        return decoration?.link && range.containsPosition(at) ? [{ range: offsets(range), decoration }] : [];
      })
      .sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start));
  };

  const showStart = ({ startLineNumber }: MonacoRange | api.IModelDecoration['range']) => {
    const top = view.getTopForLineNumber(startLineNumber);
    const seen = view.getScrollTop();
    if (top < seen || top >= seen + view.getLayoutInfo().height - LINE)
      view.setScrollTop(Math.max(0, top - PADDING));
  };

  const visible = (): Range => {
    const ranges = view.getVisibleRanges();
    const first = ranges[0];
    const last = ranges.at(-1);
    if (!first || !last) return { start: 0, end: 0 };
    return {
      start: model.getOffsetAt(first.getStartPosition()),
      end: model.getOffsetAt(last.getEndPosition()),
    };
  };

  const selected = (): Range => {
    const range = view.getSelection();
    return range ? offsets(range) : { start: 0, end: 0 };
  };

  let before = model.getValue();
  view.onDidChangeModelContent(({ changes, isUndoing, isRedoing }) => {
    const how = isUndoing || isRedoing ? 'undone' : isMending ? 'mended' : 'done';
    const isWhole = takesAll(before, changes);
    before = model.getValue();
    events.onText(before, { how, isWhole });
  });
  view.onDidChangeCursorPosition(({ position }) => events.onCursor(model.getOffsetAt(position)));
  view.onDidPaste(({ range }) => {
    // The cursor stands at the end, and so would the sight of it.
    showStart(range);
    events.onPaste(offsets(range));
  });
  view.onDidScrollChange((e) => e.scrollTopChanged && events.onVisible(visible()));
  view.onDidLayoutChange(() => events.onVisible(visible()));
  view.onMouseMove(({ target }) => {
    const text = target.type === editor.MouseTargetType.CONTENT_TEXT && target.position;
    const offset = text ? model.getOffsetAt(text) : -1;
    events.onHover(offset < 0 ? [] : linkedAt(offset), offset);
  });
  view.onMouseLeave(() => events.onHover([], -1));
  view.onMouseUp(({ target, event }) => {
    // Dragging selects text and is not a click on a mark.
    if (!target.position || !event.leftButton || !view.getSelection()?.isEmpty()) return;
    if (target.type !== editor.MouseTargetType.CONTENT_TEXT) return;
    const offset = model.getOffsetAt(target.position);
    const linked = linkedAt(offset);
    if (linked.length > 0) events.onClick(linked, offset);
  });

  return {
    replaceAll: (text) => {
      edit([{ range: { start: 0, end: model.getValueLength() }, text }]);
      view.setPosition({ lineNumber: 1, column: 1 });
      view.setScrollTop(0);
    },
    applyEdits: (edits) => {
      isMending = true;
      edit(edits);
      isMending = false;
    },
    focus: () => view.focus(),
    reveal: (range, { cursor = false, focus = false } = {}) => {
      const target = span(range);
      const { startLineNumber, endLineNumber } = target;
      const height = view.getBottomForLineNumber(endLineNumber) - view.getTopForLineNumber(startLineNumber);
      if (height > view.getLayoutInfo().height) showStart(target);
      else view.revealRangeInCenterIfOutsideViewport(target);
      if (cursor) view.setPosition(target.getStartPosition());
      if (focus) view.focus();
    },
    shown: () => view.layout(),
    visible,
    selected,
    addCommands: (commands) => {
      commands.forEach(({ id, label, run }, order) => {
        view.addAction({
          id,
          label,
          contextMenuGroupId: '1_sigma',
          contextMenuOrder: order,
          run: () => run(selected()),
        });
      });
    },
    show: (decorations) => {
      // One call for all, so that Monaco lays out and paints once.
      const ids = model.deltaDecorations(
        [...shown.keys()],
        decorations.map((d) => toModel(d, span(d.range), model)),
      );
      shown = new Map(ids.map((id, i) => [id, decorations[i] as Decoration]));
    },
    placed: () =>
      [...shown].flatMap(([id, decoration]) => {
        const range = model.getDecorationRange(id);
        return range ? [{ range: offsets(range), decoration }] : [];
      }),
    light: (ranges) => {
      if (lit.length === 0 && ranges.length === 0) return;
      const options = { className: 'mark-lit', zIndex: 20 };
      lit = model.deltaDecorations(
        lit,
        ranges.map((range) => ({ range: span(range), options })),
      );
    },
    setProblems: (problems) => editor.setModelMarkers(model, 'sigma', problems.map(marker)),
    setLanguage: (id) => {
      if (model.getLanguageId() !== id) editor.setModelLanguage(model, id);
    },
    setTheme: (dark) => showTheme(editor, dark),
  };

  function marker({ range, severity, message, code }: Diagnostic<string>): api.IMarkerData {
    const { startLineNumber, startColumn, endLineNumber, endColumn } = span(range);
    return {
      startLineNumber,
      startColumn,
      endLineNumber,
      endColumn,
      severity: SEVERITIES[severity],
      message: unmarked(message),
      code,
    };
  }
}

/** True where changes leave nothing but blanks of a text. */
function takesAll(text: string, changes: readonly api.IModelContentChange[]): boolean {
  let at = 0;
  for (const { rangeOffset, rangeLength } of [...changes].sort((a, b) => a.rangeOffset - b.rangeOffset)) {
    if (text.slice(at, rangeOffset).trim() !== '') return false;
    at = rangeOffset + rangeLength;
  }
  return text.slice(at).trim() === '';
}

const SEVERITIES = {
  error: MarkerSeverity.Error,
  warning: MarkerSeverity.Warning,
  info: MarkerSeverity.Info,
};
