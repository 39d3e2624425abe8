import { expect, type Page, test } from '@playwright/test';
import { violationsNow } from './axe';
import { keepAll } from './kept-offline';
import { needsNetwork, visitBefore } from './offline-mode';
import { Playground, RULE } from './playground';

test.use({ serviceWorkers: 'allow' });

const about = (page: Page) => page.getByRole('dialog', { name: 'About this page' });
const row = (page: Page, name: string) => about(page).getByRole('row').filter({ hasText: name });

async function openAbout(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^About:/ }).click();
  await expect(about(page)).toBeVisible();
}

async function remove(page: Page, name: string): Promise<void> {
  await about(page)
    .getByRole('button', { name: `Remove: ${name}` })
    .click();
  await about(page).getByRole('alert').getByRole('button', { name: 'Remove', exact: true }).click();
}

test('About says what the page is and sends, and removes what it keeps, each kind alone', async ({
  page,
}) => {
  needsNetwork('it removes the files that are kept');
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await keepAll(page);
  await playground.tab('Catalog');
  await page
    .getByLabel('Open files of rules')
    .setInputFiles({ name: 'own.yml', mimeType: 'text/yaml', buffer: Buffer.from(RULE) });
  await expect(page.getByRole('button', { name: 'Run all on my events' })).toBeVisible();
  await page.getByRole('button', { name: 'New', exact: true }).first().click();
  await openAbout(page);
  await expect(about(page)).toContainText(/Sigma Playground \d+\.\d+\.\d+/);
  await expect(about(page)).toContainText('none to any other site');
  await about(page).getByText('See for yourself').click();
  await expect(about(page)).toContainText("connect-src 'self'");
  expect(await violationsNow(page)).toEqual([]);

  for (const name of ['History', 'Your catalog of rules', 'The page itself']) {
    await expect(row(page, name)).toContainText(/\d (?:kB|MB)/);
    const whole = (await row(page, name).getByRole('rowheader').textContent())!;
    await remove(page, whole);
    await expect(about(page).getByRole('status')).toHaveText(`Removed: ${whole}.`);
    await expect(row(page, name)).toContainText('nothing');
  }
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toHaveLength(0);
  await expect(row(page, 'Rule, events, sheets')).toContainText(/\d kB/);
});

test('removing everything asks, and leaves the page as at the first visit', async ({ page }) => {
  needsNetwork('it removes the files that are kept');
  const playground = await new Playground(page).open();
  const first = await playground.text('Rule');
  await playground.paste('Rule', RULE);
  await openAbout(page);
  const all = about(page).getByRole('button', { name: 'Remove everything…' });
  await all.click();
  // The safe answer has the focus.
  await page.keyboard.press('Enter');
  await expect(all).toBeVisible();
  await all.click();
  await about(page).getByRole('alert').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(about(page)).toBeHidden();
  await playground.ready();
  await expect.poll(() => playground.text('Rule')).toBe(first);
});

test('the licences and the bill of materials name the same packages', async ({ page }) => {
  await new Playground(page).open();
  const [licences, bom] = await page.evaluate(() =>
    Promise.all([
      fetch('./licences.txt').then((answer) => answer.text()),
      fetch('./bom.json').then((answer) => answer.json()),
    ]),
  );
  const listed = [...licences.matchAll(/^-{80}\n\n(\S+) (\d\S*) \(.+\)$/gm)].map(([, name, version]) => [
    name,
    version,
  ]);
  const { components } = bom as {
    components: { purl?: string; group?: string; name: string; version: string }[];
  };
  const packages = components.filter(({ purl }) => purl);
  expect(packages.map(({ group, name, version }) => [group ? `${group}/${name}` : name, version])).toEqual(
    listed,
  );
  expect(listed.length).toBeGreaterThan(15);
});

test('About works on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visitBefore(page);
  await page.goto('./');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await openAbout(page);
  await expect(row(page, 'Rule, events, sheets')).toContainText(/\d kB/);
  const isWide = await about(page).evaluate((dialog) => dialog.scrollWidth > dialog.clientWidth);
  expect(isWide).toBe(false);
});
