import { editors, onEditorReady } from '../../editor/editors';
import type { EditorHandle } from '../../editor/handle';
import { openDialog } from '../../state/dialogs';
import { COMMANDS } from './all';
import { PLACES } from './command';
import { noteFocus } from './editors';
import { isPressed } from './keys';

/** From now on the keys of the commands run them, wherever the focus is. */
export function listen(): void {
  // Before everyone else, because the editors handle keys too.
  window.addEventListener('keydown', onKey, { capture: true });
  window.addEventListener('focusin', ({ target }) => noteFocus(target), { capture: true });
  noteFocus(document.activeElement);
  for (const handle of [editors.rule.handle, editors.events.handle]) if (handle) addToMenu(handle);
  onEditorReady(addToMenu);
}

/** The palette in an editor's own menu. */
function addToMenu(handle: EditorHandle): void {
  handle.addCommands([{ id: 'sigma.commands', label: 'Commands', run: () => openDialog('commands') }]);
}

function onKey(event: KeyboardEvent): void {
  if (event.isComposing) return;
  const focused = document.activeElement;
  const command = COMMANDS.find(({ keys = [] }) =>
    keys.some(({ key, where }) => isPressed(key, event) && PLACES[where](focused)),
  );
  if (!command) return;
  // Escape has to close a dialog or a menu first.
  if (!command.isOverDialogs && document.querySelector('.modal, .popover')) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.repeat && !command.repeats) return;
  if (command.isAvailable?.() ?? true) void command.run();
}
