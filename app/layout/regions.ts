/*
 * The parts of the page by keyboard: F6 goes to the next, Shift+F6 to the one before, round and round. A part is an element
 * with `data-region`, in the order of the page.
 */

const CAN_HAVE_FOCUS =
  'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"], [role="textbox"]';

/** Listens from now on. */
export function watchRegions(): void {
  // Before anyone else: the editors have keys of their own.
  window.addEventListener('keydown', go, { capture: true });
}

function go(event: KeyboardEvent): void {
  if (event.key !== 'F6' || event.ctrlKey || event.metaKey || event.altKey) return;
  // A dialog or a menu is left by Escape first.
  if (document.querySelector('.modal, .popover')) return;
  const stops = [...document.querySelectorAll<HTMLElement>('[data-region]')].flatMap((region) => {
    const target = firstWithin(region);
    return target ? [{ region, target }] : [];
  });
  if (stops.length === 0) return;
  event.preventDefault();
  event.stopPropagation();
  const here = document.activeElement ?? document.body;
  // Where the focus is in none of them, it is behind the last that precedes it.
  const current = stops.findLastIndex(
    ({ region }) =>
      region.contains(here) || here.compareDocumentPosition(region) & Node.DOCUMENT_POSITION_PRECEDING,
  );
  const inside = stops[current]?.region.contains(here) ?? false;
  const to = event.shiftKey ? current - (inside ? 1 : 0) : current + 1;
  stops[(to + stops.length) % stops.length]?.target.focus();
}

/** What takes the focus for a part: the first that Tab would reach. */
function firstWithin(region: HTMLElement): HTMLElement | null {
  const all = [region, ...region.querySelectorAll<HTMLElement>(CAN_HAVE_FOCUS)];
  return all.find((one) => one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility()) ?? null;
}
