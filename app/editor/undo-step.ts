import type { editor as api, Uri } from 'monaco-editor/editor';

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
