import { chooseNext } from '../../actions/sheets';

/** From now on Alt+Shift+PageDown and PageUp show the next sheet and the one before, wherever the focus is. */
export function watchSheetKeys(): void {
  // Before the editors, which handle keys too.
  window.addEventListener('keydown', go, { capture: true });
}

function go(event: KeyboardEvent): void {
  const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
  if (!altKey || !shiftKey || ctrlKey || metaKey || (key !== 'PageDown' && key !== 'PageUp')) return;
  // Escape has to close a dialog or a menu first.
  if (document.querySelector('.modal, .popover')) return;
  event.preventDefault();
  event.stopPropagation();
  chooseNext(key === 'PageDown' ? 1 : -1);
}
