import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe';
import { WHOAMI, writeLog } from './log-files';
import { Playground } from './playground';

/** Sixty of these events match `WHOAMI`: two of each of twenty-nine users, one of two more. */
let path = '';
test.beforeAll(() => {
  path = writeLog(60_000, 300);
});
test.afterAll(() => rmSync(dirname(path), { recursive: true }));

const noise = (page: Page) => page.getByRole('region', { name: 'Noise' });

async function opened(page: Page, rule = WHOAMI): Promise<Playground> {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', rule);
  await page.getByLabel('Open events file').setInputFiles(path);
  await page.getByRole('button', { name: 'Noise' }).click();
  return playground;
}

test('what the matches have in common is told, and a filter is tried and written', async ({ page }) => {
  const playground = await opened(page);
  const users = noise(page).getByRole('group', { name: /^User / });
  await expect(users).toContainText('31 values');
  await expect(noise(page)).toContainText('most in the hour from');
  await expect(noise(page)).toContainText('selection 100%');
  expect(await violations(page, '.noise')).toEqual([]);

  const first = users.getByRole('checkbox').first();
  await first.focus();
  await page.keyboard.press('Space');
  await noise(page).getByRole('button', { name: 'Try it' }).press('Enter');
  await expect(noise(page).getByRole('status')).toHaveText(
    '2 matches of 60 would be left out, 58 would stay.',
  );
  // Another choice has not been tried yet.
  await users.getByRole('checkbox').nth(1).press('Space');
  await expect(noise(page).getByRole('status')).toBeEmpty();
  await noise(page).getByRole('button', { name: 'Try it' }).click();
  await expect(noise(page).getByRole('status')).toHaveText(
    '4 matches of 60 would be left out, 56 would stay.',
  );
  await noise(page).getByRole('button', { name: 'Add filter_known' }).click();
  await expect
    .poll(() => playground.text('Rule'))
    .toContain('condition: selection and flags and not filter_known');
  await expect.poll(() => playground.text('Rule')).toContain('filter_known:\n        User:\n            - ');

  await expect(users).toContainText('29 values');
  await page.getByRole('button', { name: 'Noise' }).click();
  await expect(page.getByRole('group', { name: 'Verdicts' })).toContainText('Match 56');
});

test('a rule that matches nothing, and one that does not compile', async ({ page }) => {
  const playground = await opened(page, WHOAMI.replace('whoami.exe', 'absent.exe'));
  await expect(noise(page)).toHaveText('No event of this log matches the rule.');
  await playground.paste('Rule', WHOAMI.replace(' /all', ' /ALL'));
  await expect(noise(page)).toContainText('31 values');
  // The last rule that compiled stays in force; its filter cannot be written into another text.
  await playground.paste('Rule', 'title: [');
  await noise(page).getByRole('checkbox').first().press('Space');
  await noise(page).getByRole('button', { name: 'Try it' }).click();
  await noise(page).getByRole('button', { name: 'Add filter_known' }).click();
  await expect(page.getByText('The text has changed since then. Look again.')).toBeVisible();
  expect(await playground.text('Rule')).toBe('title: [');
});
