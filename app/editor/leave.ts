import { notify } from '../ui/notices';

/**
 * The hint about the keys: in the editor's accessible description, and shown once when the editor is reached by
 * keyboard.
 */
export const KEYS = 'Tab indents. Escape, then Tab leaves the editor; F6 goes to the next part of the page.';

/** What Escape closes first. A list of suggestions is there before Monaco gives it its class, a tenth of a second later. */
const OPEN =
  '.suggest-widget[monaco-visible-content-widget="true"], .find-widget.visible, .rename-box, .monaco-hover:not(.hidden), .peekview-widget';

let byKeyboard = false;
let told = false;

/** Lets Tab leave the editor in `host` after Escape, as elsewhere on the web, and says so. */
export function leaveByTab(host: HTMLElement): void {
  host.querySelector('textarea, [role="textbox"]')?.setAttribute('aria-description', KEYS);
  let armed = false;
  // Before Monaco sees the keys.
  host.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Tab' && armed && !event.ctrlKey && !event.metaKey && !event.altKey)
        event.stopPropagation();
      // Shift alone decides nothing yet.
      if (event.key !== 'Shift') armed = event.key === 'Escape' && host.querySelector(OPEN) === null;
    },
    { capture: true },
  );
  host.addEventListener('focusin', () => {
    if (!byKeyboard || told) return;
    told = true;
    notify({ key: 'keys', text: KEYS, for: 12_000 });
  });
  host.addEventListener('focusout', () => {
    armed = false;
  });
}

window.addEventListener(
  'keydown',
  ({ key }) => {
    byKeyboard = key === 'Tab' || key === 'F6';
  },
  { capture: true },
);
window.addEventListener(
  'pointerdown',
  () => {
    byKeyboard = false;
  },
  { capture: true },
);
