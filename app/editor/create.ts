import { type editor as api, MarkerSeverity } from 'monaco-editor/editor';
import { type Diagnostic, unmarked } from '../../src/text';
import { onTextScale, textScale } from '../ui/text-scale';
import { Decorations } from './decorations';
import { Filling } from './filling';
import type { EditorEvents, EditorHandle } from './handle';
import { leaveByTab } from './leave';
import { LongText } from './long-text';
import { lookedUp } from './looked-up';
import { ModelView } from './model-view';
import { editor } from './monaco';
import { OPTIONS, typeSizes } from './options';
import { SheetModels } from './sheet-models';
import { isSliced } from './slices';
import {
  type ByPage,
  fill,
  fillSheet,
  finishByKeys,
  type Longs,
  pushSwap,
  putLong,
  takeInSlices,
} from './take-in';
import { showTheme } from './theme';

/** The initial state of an editor, taken from the plain text box that it replaces. */
export interface Start {
  readonly side: 'rule' | 'events';
  readonly label: string;
  /** The id of the chosen sheet. */
  readonly sheet: string;
  readonly text: string;
  readonly dark: boolean;
}

/** Makes a Monaco editor inside `host` and returns its handle. */
export function createEditor(host: HTMLElement, start: Start, events: EditorEvents): EditorHandle {
  const models = new SheetModels(
    start.side,
    (take) => filling.queue(take),
    (swap) => pushSwap(longs, swap),
  );
  const at = makeView(host, start, models);
  const decorations = new Decorations(at);
  const { view } = at;
  const long = new LongText(at, start.side);
  const filling = new Filling(at);
  leaveByTab(host);
  const page: ByPage = { isMending: false, isTurning: false, before: at.model.getValue() };
  const longs: Longs = { at, page, events, long, filling };
  takeInSlices(longs);
  finishByKeys(host, filling);
  tellOfText(longs);
  tellOfPointer(at, decorations, events);
  if (isSliced(start.text)) fill(longs, start.text);
  else long.follow(page.before);
  return {
    replaceAll: (text) => {
      filling.finish();
      const all = { start: 0, end: at.model.getValueLength() };
      if (isSliced(text)) putLong(longs, all, text, () => {});
      else at.edit([{ range: all, text }]);
      view.setPosition({ lineNumber: 1, column: 1 });
      view.setScrollTop(0);
    },
    open: (sheet, text) => {
      filling.finish();
      page.isTurning = true;
      decorations.clear();
      editor.setModelMarkers(at.model, 'sigma', []);
      const { was, isToCome, back } = models.open(at, sheet, text);
      if (isToCome) fillSheet(longs, was, text, back);
      else {
        page.before = at.model.getValue();
        long.suit(page.before);
      }
      page.isTurning = false;
      events.onVisible(at.visible());
      return was !== null;
    },
    forget: (sheet) => models.forget(sheet),
    applyEdits: (edits) => {
      filling.finish();
      page.isMending = true;
      at.edit(edits);
      page.isMending = false;
    },
    focus: () => view.focus(),
    reveal: (range, { cursor = false, focus = false } = {}) => {
      if (focus) view.focus();
      filling.after('reveal', () => {
        at.reveal(range);
        if (cursor) view.setPosition(at.model.getPositionAt(range.start));
      });
    },
    shown: () => view.layout(),
    visible: () => at.visible(),
    selected: () => at.selected(),
    lookedUp: () => lookedUp(at, host),
    text: () => at.model.getValue(),
    addCommands: (commands) => {
      commands.forEach(({ id, label, run }, order) => {
        const menu = { contextMenuGroupId: '1_sigma', contextMenuOrder: order };
        view.addAction({ id, label, ...menu, run: () => run(at.selected()) });
      });
    },
    actions: () => view.getSupportedActions().map(({ id, label }) => ({ id, label })),
    run: (id) => {
      view.focus();
      view.trigger('page', id, null);
    },
    // Their places are those of the whole text.
    show: (all) => filling.after('show', () => decorations.show(all)),
    placed: () => decorations.placed(),
    light: (ranges) => filling.after('light', () => decorations.light(ranges)),
    setProblems: (problems) =>
      filling.after('problems', () =>
        editor.setModelMarkers(
          at.model,
          'sigma',
          problems.map((problem) => marker(at, problem)),
        ),
      ),
    setLanguage: (id) => {
      if (at.model.getLanguageId() !== id) editor.setModelLanguage(at.model, id);
    },
    setTheme: (dark) => showTheme(editor, dark),
  };
}

function makeView(host: HTMLElement, start: Start, models: SheetModels): ModelView {
  const model = models.first(start.sheet, isSliced(start.text) ? '' : start.text);
  showTheme(editor, start.dark);
  const view = editor.create(host, {
    ...OPTIONS,
    ...typeSizes(textScale()),
    model,
    ariaLabel: start.label,
    glyphMargin: start.side === 'events',
    // Monaco lays the mark of a match over the indentation of each line that it wraps to. In a rule the indentation has a
    // meaning, and what is marked seldom wraps.
    wrappingIndent: start.side === 'events' ? 'none' : 'indent',
  });
  onTextScale(() => view.updateOptions(typeSizes(textScale())));
  return new ModelView(model, view);
}

/** Tells of changes of the text, of the cursor and of what is visible. */
function tellOfText({ at, page, events, long, filling }: Longs): void {
  const { view } = at;
  view.onDidChangeModelContent(({ changes, isUndoing, isRedoing }) => {
    // Told of already, as a whole.
    if (filling.isOn) return;
    const how = isUndoing || isRedoing ? 'undone' : page.isMending ? 'mended' : 'done';
    const isWhole = takesAll(page.before, changes);
    page.before = at.model.getValue();
    long.follow(page.before);
    if (!page.isTurning) events.onText(page.before, { how, isWhole });
  });
  view.onDidChangeCursorPosition(({ position }) => {
    if (!page.isTurning && !filling.isOn) events.onCursor(at.model.getOffsetAt(position));
  });
  view.onDidPaste(({ range }) => {
    // The cursor stands at the end, and Monaco scrolls to it.
    at.revealStart(range);
    events.onPaste(at.offsets(range));
  });
  view.onDidScrollChange((e) => e.scrollTopChanged && !page.isTurning && events.onVisible(at.visible()));
  view.onDidLayoutChange(() => events.onVisible(at.visible()));
}

/** Tells over which decorations the pointer is, and which of them are clicked. */
function tellOfPointer(at: ModelView, decorations: Decorations, events: EditorEvents): void {
  const { view } = at;
  view.onMouseMove(({ target }) => {
    const text = target.type === editor.MouseTargetType.CONTENT_TEXT && target.position;
    const offset = text ? at.model.getOffsetAt(text) : -1;
    events.onHover(offset < 0 ? [] : decorations.linkedAt(offset), offset);
  });
  view.onMouseLeave(() => events.onHover([], -1));
  view.onMouseUp(({ target, event }) => {
    // Dragging selects text and is not a click on a mark.
    if (!target.position || !event.leftButton || !view.getSelection()?.isEmpty()) return;
    if (target.type !== editor.MouseTargetType.CONTENT_TEXT) return;
    const offset = at.model.getOffsetAt(target.position);
    const linked = decorations.linkedAt(offset);
    if (linked.length > 0) events.onClick(linked, offset);
  });
}

function marker(at: ModelView, { range, severity, message, code }: Diagnostic<string>): api.IMarkerData {
  const { startLineNumber, startColumn, endLineNumber, endColumn } = at.span(range);
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
