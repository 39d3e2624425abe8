import { type editor as api, Uri } from 'monaco-editor/editor';
import { likelyLanguage } from './event-languages';
import type { ModelView } from './model-view';
import { editor } from './monaco';
import { isSliced } from './slices';
import { type Swap, watchLongEdits, whenStepping } from './undo-step';

/** The text of a sheet, and how it was looked at when the sheet was left. */
interface SheetModel {
  readonly model: api.ITextModel;
  state: api.ICodeEditorViewState | null;
}

/** How a text was opened. */
interface Opened {
  /** What it was when it was last shown; null where it was not shown before. */
  readonly was: string | null;
  /** It is still to come in. */
  readonly isToCome: boolean;
  /** Looks at it as when it was left. */
  back(): void;
}

/** The texts of one side, each with an undo of its own: one for each sheet that was shown since the page was loaded. */
export class SheetModels {
  private readonly known = new Map<string, SheetModel>();
  private shown = '';

  /**
   * `when` says when a step of undo or redo is taken: what is still to come in comes first. `push` makes a step of an edit
   * that takes a long text out.
   */
  constructor(
    private readonly side: 'rule' | 'events',
    private readonly when: (take: () => void) => void,
    private readonly push: (swap: Swap) => void,
  ) {}

  /** The text that the editor begins with. */
  first(sheet: string, text: string): api.ITextModel {
    this.shown = sheet;
    return this.made(sheet, text).model;
  }

  /**
   * Shows the text of a sheet. A long one, which the editor would lay out in one task, is still to come in: the editor shows
   * nothing until then, and Monaco's undo knows nothing of it.
   */
  open(at: ModelView, sheet: string, text: string): Opened {
    const { view } = at;
    const left = this.known.get(this.shown);
    if (left) left.state = view.saveViewState();
    const known = this.known.get(sheet);
    const { model, state } = known ?? this.made(sheet, isSliced(text) ? '' : text);
    const was = known ? model.getValue() : null;
    const isToCome = isSliced(text) || (was !== null && isSliced(was));
    if (isToCome) empty(model);
    this.shown = sheet;
    at.model = model;
    view.setModel(model);
    const back = () => state && view.restoreViewState(state);
    if (isToCome) return { was, isToCome, back };
    back();
    // It was changed without its editor: on a phone that may come later.
    if (was !== null && was !== withFeeds(text))
      at.edit([{ range: { start: 0, end: model.getValueLength() }, text }]);
    return { was, isToCome, back };
  }

  /** Forgets the text of a sheet that is not shown, and its undo. */
  forget(sheet: string): void {
    if (sheet === this.shown) return;
    this.known.get(sheet)?.model.dispose();
    this.known.delete(sheet);
  }

  private made(sheet: string, text: string): SheetModel {
    const model = editor.createModel(
      text,
      this.side === 'rule' ? 'yaml' : likelyLanguage(text),
      Uri.from({ scheme: 'inmemory', authority: 'sigma', path: `/${this.side}`, query: sheet }),
    );
    // Whatever the system's own line end is: a value in XML goes over several lines, and is compared as it stands.
    model.setEOL(editor.EndOfLineSequence.LF);
    whenStepping(model, this.when);
    watchLongEdits(model, this.push);
    const made = { model, state: null };
    this.known.set(sheet, made);
    return made;
  }
}

/** Takes all of a text out, and leaves its undo as it is. */
function empty(model: api.ITextModel): void {
  model.pushStackElement();
  model.applyEdits([{ range: model.getFullModelRange(), text: '' }]);
}

/** A text as a model has it. */
export function asInModel(text: string): string {
  return withFeeds(text).replace(/^\uFEFF/, '');
}

/** A text with the line ends that the models have. */
export function withFeeds(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}
