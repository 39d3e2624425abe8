/*
 * Moving between the parts of the page by keyboard, in a circle. A part is an element with `data-region`, in page order.
 */

const CAN_HAVE_FOCUS =
  'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"], [role="textbox"]';

/** Brings the focus to the next part of the page, or to the one before. */
export function goToRegion(step: 1 | -1): void {
  const stops = [...document.querySelectorAll<HTMLElement>('[data-region]')].flatMap((region) => {
    const target = firstWithin(region);
    return target ? [{ region, target }] : [];
  });
  if (stops.length === 0) return;
  const here = document.activeElement ?? document.body;
  // If the focus is in no part, it counts as being after the last part before it.
  const current = stops.findLastIndex(
    ({ region }) =>
      region.contains(here) || here.compareDocumentPosition(region) & Node.DOCUMENT_POSITION_PRECEDING,
  );
  const inside = stops[current]?.region.contains(here) ?? false;
  const to = step < 0 ? current - (inside ? 1 : 0) : current + 1;
  stops[(to + stops.length) % stops.length]?.target.focus();
}

/** The element of a part that takes the focus: the first that Tab would reach. */
function firstWithin(region: HTMLElement): HTMLElement | null {
  const all = [region, ...region.querySelectorAll<HTMLElement>(CAN_HAVE_FOCUS)];
  return (
    all.find(
      (one) =>
        one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility({ visibilityProperty: true }),
    ) ?? null
  );
}
