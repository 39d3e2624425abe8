import type { Page } from '@playwright/test';
import { type WithLooks, withLooks } from './looks';

/** So many times Tab is pressed in a view before its circle has to be closed. */
const MOST_TABS = 250;

/**
 * Goes round a view by Tab until it comes to where it has been. What has the focus and no line around it is a fault, as is a
 * control that was not reached and is not moved to by the arrow keys of one that was.
 */
export async function keyboardFaults(page: Page): Promise<string[]> {
  await page.evaluate(withLooks);
  // What comes while Tab goes round, such as a notice, is not of this view.
  await page.evaluate(() =>
    Object.assign(globalThis, {
      reached: new Set<Element>(),
      there: new Set<Element>(document.querySelectorAll('*')),
    }),
  );
  const out = new Set<string>();
  for (let tabs = 0; ; tabs++) {
    if (tabs === MOST_TABS) return ['Tab goes no circle'];
    // Tab indents in an editor, until Escape was pressed.
    if (await page.evaluate(() => document.activeElement?.matches('.monaco-editor *')))
      await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    const { fault, isClosed } = await page.evaluate(() => {
      const { looks, reached } = globalThis as WithLooks & { reached: Set<Element> };
      const here = document.activeElement ?? document.body;
      // A frame has the focus as long as something in its document has; nothing has it where the page ends.
      const isClosed = reached.has(here) && !here.matches('iframe, body');
      reached.add(here);
      const { content, backgroundColor } = getComputedStyle(here, '::after');
      const isFilled =
        content !== 'none' && looks.contrast(backgroundColor, looks.behind(here.parentElement ?? here)) > 3;
      // Monaco shows its cursor; a switch shows its track instead of itself.
      const isShown =
        here.matches('body, iframe, .monaco-editor *') ||
        isFilled ||
        [here, here.nextElementSibling].some((one) => one && looks.outline(one) !== '');
      return {
        fault: isShown ? null : `has the focus, and nothing shows it: ${looks.called(here)}`,
        isClosed,
      };
    });
    if (fault) out.add(fault);
    if (isClosed) break;
  }
  const missed = await page.evaluate(() => {
    const { looks, reached, there } = globalThis as WithLooks & Record<'reached' | 'there', Set<Element>>;
    const modal = [...document.querySelectorAll('.modal, .popover')].at(-1);
    const controls =
      'button, a[href], input:not([type=file]), select, textarea, summary, [role=button], [role=option], [role=tab], [role=treeitem], [role=menuitem], [role=menuitemradio]';
    const isReached = (e: Element) =>
      reached.has(e) || [...reached].some((one) => one !== document.body && one.contains(e));
    return [...(modal ?? document).querySelectorAll<HTMLInputElement>(controls)]
      .filter((e) => {
        const isAside = e.matches(':disabled, .monaco-editor *, [aria-hidden=true] *, [style*="clip"] *');
        if (isAside || !there.has(e) || !(looks.isSeen(e) || e.getAttribute('role') === 'switch'))
          return false;
        const group = e.closest(
          '[role=tablist], [role=tree], [role=listbox], [role=menu], [role=radiogroup]',
        );
        // The arrow keys of what was reached choose in its group: within it, or from the field that controls it.
        const isOfGroup =
          group !== null &&
          [...reached].some(
            (one) =>
              group.contains(one) || (group.id !== '' && one.getAttribute('aria-controls') === group.id),
          );
        const isOfRadios =
          e.type === 'radio' && [...reached].some((one) => (one as HTMLInputElement).name === e.name);
        return !isReached(e) && !isOfGroup && !isOfRadios;
      })
      .map((e) => `not reached by Tab: ${looks.called(e)}`);
  });
  return [...out, ...missed];
}
