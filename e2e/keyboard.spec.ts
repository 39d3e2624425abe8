import { expect, type Page, test } from '@playwright/test';
import { EVENTS, Playground, RULE } from './playground';

/*
 * The whole page by keyboard alone: no test here uses a pointer.
 */

/** What has the focus, as a screen reader says it: its role and its name. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const here = document.activeElement;
    if (!here || here === document.body) return 'nothing';
    const role = here.getAttribute('role') ?? here.tagName.toLowerCase();
    return `${role === 'textarea' ? 'textbox' : role} ${here.getAttribute('aria-label') ?? here.textContent}`;
  });
}

const AROUND = ['button Examples', 'textbox Rule', 'listbox Verdicts', 'textbox Events', 'tab Explain'];

test('F6 goes through the parts of the page, and back with Shift', async ({ page }) => {
  const playground = await new Playground(page).open();
  await expect(playground.verdict(1, 'match')).toBeVisible();
  for (const stop of [...AROUND, AROUND[0]!]) {
    await page.keyboard.press('F6');
    expect(await focused(page)).toBe(stop);
  }
  for (const stop of [...AROUND.slice(1).reverse(), AROUND[0]!, AROUND.at(-1)!]) {
    await page.keyboard.press('Shift+F6');
    expect(await focused(page)).toBe(stop);
  }
});

test('F6 from between two parts goes to the one that follows', async ({ page }) => {
  const playground = await new Playground(page).open();
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toBe('button Enlarge');
  await page.keyboard.press('F6');
  expect(await focused(page)).toBe('textbox Rule');
});

test('Tab indents in an editor; after Escape it leaves', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', 'a:\n');
  await page.keyboard.press('Tab');
  await page.keyboard.type('b: c');
  await expect.poll(() => playground.text('Rule')).toBe('a:\n    b: c');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect.poll(() => focused(page)).not.toBe('textbox Rule');
  await expect.poll(() => playground.text('Rule')).toBe('a:\n    b: c');
  await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toBe('textbox Rule');
  // Another key in between, and Tab indents again.
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('textbox Rule');
  await expect.poll(() => playground.text('Rule')).toMatch(/^a:\n {4}b: c +$/);
});

test('Escape closes a list of suggestions first', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', `${RULE}l`);
  await expect(page.locator('html[data-resting]')).toHaveCount(1);
  const list = page.locator('.suggest-widget');
  // Escape comes in the very frame in which the list appears.
  const closed = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!document.querySelector('.suggest-widget .monaco-list-row')) return requestAnimationFrame(look);
          const key = { key: 'Escape', code: 'Escape', keyCode: 27, bubbles: true, cancelable: true };
          document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
          resolve();
          return 0;
        };
        look();
      }),
  );
  await page.keyboard.press('Control+Space');
  await closed;
  await expect(list).toBeHidden();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('textbox Rule');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await focused(page)).not.toBe('textbox Rule');
});

test('the editors say how to leave them: always to screen readers, once on screen', async ({ page }) => {
  const playground = await new Playground(page).open();
  const said = page.getByRole('status').getByText('Escape, then Tab leaves the editor');
  await expect(playground.box('Rule')).toHaveAccessibleDescription(/Escape, then Tab leaves/);
  await expect(playground.box('Events')).toHaveAccessibleDescription(/F6 goes to the next part/);
  await expect(said).toHaveCount(0);
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  await expect(said).toBeVisible();
  await page.keyboard.press('Shift+F6');
  // Through the page by Tab alone, and out of both editors.
  const seen: string[] = [];
  while (seen.length < 60 && seen.at(-1) !== 'tab Explain') {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    seen.push(await focused(page));
  }
  expect(seen).toContain('textbox Rule');
  expect(seen).toContain('textbox Events');
  expect(seen).toContain('listbox Verdicts');
});

test('the keyboard alone writes a rule, moves through its events, and reads what is missing', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await expect(playground.verdict(1, 'match')).toBeVisible();
  for (const text of [RULE, EVENTS]) {
    // The rule is the second part; the events are two further.
    await page.keyboard.press('F6');
    await page.keyboard.press('F6');
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(text);
  }
  await expect(playground.verdict(3, 'no match')).toBeVisible();
  await page.keyboard.press('Shift+F6');
  expect(await focused(page)).toBe('listbox Verdicts');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'Why event 2 does not match' })).toBeVisible();
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tabpanel', { name: 'Rule' })).toBeVisible();
});

test('on a phone’s width F6 goes round what is shown', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await new Playground(page).open();
  for (const stop of ['button New sheet', 'textbox Rule', 'button Rule', 'button New sheet']) {
    await page.keyboard.press('F6');
    expect(await focused(page)).toBe(stop);
  }
});
