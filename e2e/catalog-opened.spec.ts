import { expect, test } from '@playwright/test';
import { openZip } from './catalog-files';
import { findings, RULES, runAll } from './catalog-page';
import { EVENTS, Playground, RULE } from './playground';

test('a rule opens in the editor, after a question if it replaces the user’s own', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await openZip(page, RULES);
  await runAll(page).click();
  await findings(page)
    .getByRole('button', { name: /All privileges/ })
    .click();
  const dialog = page.getByRole('alertdialog', { name: 'Replace your rule?' });
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  expect(await playground.text('Rule')).toBe(RULE);

  await findings(page)
    .getByRole('button', { name: /All privileges/ })
    .click();
  await dialog.getByRole('button', { name: 'Replace', exact: true }).click();
  await expect.poll(() => playground.text('Rule')).toBe(RULES['rules/whoami-all.yml']);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Rule pane' }).getByText('whoami-all.yml')).toBeVisible();

  // An unchanged rule from the catalog is not the user's own work.
  await findings(page)
    .getByRole('button', { name: /Any whoami/ })
    .click();
  await expect.poll(() => playground.text('Rule')).toBe(RULES['rules/whoami.yml']);
  await playground.box('Rule').focus();
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
});

test('a rule in a file with several opens as the chosen one', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', EVENTS);
  const [all, any] = [RULES['rules/whoami-all.yml'], RULES['rules/whoami.yml']];
  const text = `${all}---\n${any}`;
  await openZip(page, { 'two.yml': text });
  await runAll(page).click();
  const open = (title: string) => findings(page).getByRole('button', { name: title }).click();
  await open('Any whoami');
  await expect.poll(() => playground.text('Rule')).toBe(text);
  await expect(playground.verdict(2, 'match')).toBeVisible();
  await open('All privileges');
  await expect(playground.verdict(2, 'no match')).toBeVisible();
});

test('on a phone a finding leads to its event and its rule', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const playground = await new Playground(page).open();
  const panes = page.getByRole('navigation', { name: 'Panes' });
  const go = (name: string) => panes.getByRole('button', { name }).click();
  await go('Events');
  await playground.paste('Events', EVENTS);
  await go('More');
  await openZip(page, RULES);
  await runAll(page).click();
  await findings(page).getByRole('button', { name: 'Event 3' }).first().click();
  await expect(page.getByRole('option', { name: /^Event 3:/ })).toHaveAttribute('aria-selected', 'true');
  await go('More');
  await findings(page)
    .getByRole('button', { name: /From the agent/ })
    .click();
  await expect(page.getByRole('region', { name: 'Rule pane' })).toBeVisible();
  await expect.poll(() => playground.text('Rule')).toBe(RULES['rules/agent.yml']);
});
