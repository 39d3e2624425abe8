import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { needsNetwork } from './offline-mode';
import { Playground } from './playground';
import { file, serve } from './site';

needsNetwork('it is of a page that is not kept');

test('a page opened before an update of the site says so where a part cannot be loaded, and reloading gets the new page', async ({
  page,
}) => {
  const own: Record<string, ReturnType<typeof file> | null> = {};
  const site = await serve(own);
  const playground = await new Playground(page).open(site.address);
  const html = readFileSync('dist/index.html', 'utf8');
  // The site is rebuilt: new names, and the old files are gone.
  own['index.html'] = file(html.replace(/assets\/index-[\w-]+\.js/, 'assets/index-newer.js'), 'text/html');
  await page.route('**/assets/Catalog-*', (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await playground.tab('Catalog');
  const failed = page.getByRole('alert', { name: 'The panel Catalog failed' });
  await expect(failed).toContainText('the site was updated after you opened this page');
  // Once the old files are back, the page works again.
  delete own['index.html'];
  await page.unroute('**/assets/Catalog-*');
  await failed.getByRole('button', { name: 'Reload the page' }).click();
  await playground.ready();
  await expect(page.getByRole('tab', { name: 'Catalog', selected: true })).toBeVisible();
  await expect(page.locator('.guard')).toHaveCount(0);
  site.close();
});

test('a page without a connection says so, and continues once there is one', async ({ page, context }) => {
  const playground = await new Playground(page).open();
  await context.setOffline(true);
  await playground.tab('Indicators');
  const failed = page.getByRole('alert', { name: 'The panel Indicators failed' });
  await expect(failed).toContainText('the site cannot be reached');
  await context.setOffline(false);
  await failed.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('region', { name: 'The rule’s indicators' })).toBeVisible();
});
