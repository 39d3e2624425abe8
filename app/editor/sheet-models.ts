import { type editor as api, Uri } from 'monaco-editor/editor';
import { likelyLanguage } from './event-languages';
import type { ModelView } from './model-view';
import { editor } from './monaco';
import { isSliced } from './slices';

/** The text of a sheet, and how it was looked at when the sheet was left. */
interface SheetModel {
  readonly model: api.ITextModel;
  state: api.ICodeEditorViewState | null;
}

/** The texts of one side, each with an undo of its own: one for each sheet that was shown since the page was loaded. */
export class SheetModels {
  private readonly known = new Map<string, SheetModel>();
  private shown = '';

  constructor(private readonly side: 'rule' | 'events') {}

  /** The text that the editor begins with. */
  first(sheet: string, text: string): api.ITextModel {
    this.shown = sheet;
    return this.made(sheet, text).model;
  }

  /**
   * Shows the text of a sheet; one that is new here and long is still to come in. True where it was shown before. `suit` is
   * called with what the editor is about to show.
   */
  open(at: ModelView, sheet: string, text: string, suit: (text: string) => void): boolean {
    const { view } = at;
    const left = this.known.get(this.shown);
    if (left) left.state = view.saveViewState();
    const known = this.known.get(sheet);
    const isToCome = !known && isSliced(text);
    const { model, state } = known ?? this.made(sheet, isToCome ? '' : text);
    this.shown = sheet;
    at.model = model;
    suit(text);
    view.setModel(model);
    if (state) view.restoreViewState(state);
    // It was changed without its editor: on a phone that may come later.
    if (!isToCome && model.getValue() !== withFeeds(text))
      at.edit([{ range: { start: 0, end: model.getValueLength() }, text }]);
    return known !== undefined;
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
    const made = { model, state: null };
    this.known.set(sheet, made);
    return made;
  }
}

/** A text with the line ends that the models have. */
export function withFeeds(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}
