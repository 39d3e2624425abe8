import type { editor as api, IRange, Selection, Uri } from 'monaco-editor/editor';
import { PAGE } from '../../src/limits';

/** What takes a change back, and what makes it again. */
export interface Step {
  undo(): void;
  redo(): void;
}

/** As much of Monaco's undo as is used here; it has no interface of its own. */
interface UndoService {
  pushElement(element: Step & { type: 0; resource: Uri; label: string; code: string }): void;
}

/**
 * Makes a change of the text that Monaco has not recorded one step of its undo. What Monaco has recorded it takes back and
 * makes again in one task, however long the text is.
 */
export function pushStep(model: api.ITextModel, { undo, redo }: Step): void {
  model.pushStackElement();
  const { _undoRedoService: service } = model as unknown as { readonly _undoRedoService: UndoService };
  service.pushElement({
    type: 0,
    resource: model.uri,
    label: 'Long text',
    code: 'sigma.longText',
    undo,
    redo,
  });
}

/** Has `when` say when a step of undo or redo is taken, whoever asks for it. */
export function whenStepping(model: api.ITextModel, when: (take: () => void) => void): void {
  for (const step of ['undo', 'redo'] as const) {
    const take = model[step].bind(model);
    model[step] = () => when(() => void take());
  }
}

/** A text in the place of another, and what was selected before. */
export interface Swap {
  readonly start: number;
  readonly old: string;
  readonly text: string;
  readonly selection: Selection | null;
}

/** Has one edit that takes a long text out told to `push`, in place of Monaco's undo, which would bring it back in one task. */
export function watchLongEdits(model: api.ITextModel, push: (swap: Swap) => void): void {
  const record = model.pushEditOperations.bind(model);
  model.pushEditOperations = (...all) => {
    const [before, edits, cursors] = all;
    const [edit] = edits;
    if (!edit || edits.length > 1 || !isLongRange(model, edit.range)) return record(...all);
    const start = model.getOffsetAt({
      lineNumber: edit.range.startLineNumber,
      column: edit.range.startColumn,
    });
    const old = model.getValueInRange(edit.range);
    const inverse = model.applyEdits(edits, true);
    const text = inverse.map(({ range }) => model.getValueInRange(range)).join('');
    push({ start, old, text, selection: before?.[0] ?? null });
    return cursors?.(inverse) ?? null;
  };
}

function isLongRange(model: api.ITextModel, range: IRange): boolean {
  const lines = range.endLineNumber - range.startLineNumber;
  return lines >= PAGE.slicedLines.value || model.getValueLengthInRange(range) > PAGE.slicedLength.value;
}
