import { expect, type Locator, type Page, test } from '@playwright/test';
import { violations } from './axe';
import { Playground } from './playground';

/*
 * Conditions of temporal correlations with `not`: which rule was absent, what stood in the way, and both on the stage.
 */

const EXAMPLE = 'Stopped, and not started again';
const ABSENT =
  'Neither “Audit Service Started” nor “Host Shuts Down” occurred from 2026-11-20 09:31:10 to 2026-11-20 09:36:10 UTC.';
const IN_THE_WAY =
  'The closest window for hostname web-01: audit_started must not occur, but did at 2026-11-20 09:14:09 UTC';

const correlation = (page: Page, title: string): Locator =>
  page.getByRole('tabpanel', { name: /^Correlations/ }).getByRole('region', { name: title });
const stageOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Stage' });
const rowOf = (page: Page, rule: string): Locator =>
  stageOf(page)
    .getByRole('region', { name: /^Timeline of/ })
    .getByRole('listitem')
    .filter({ hasText: rule });

test('a firing tells which rules were absent, and the closest window of a miss what stood in the way', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await playground.example(new RegExp(`^${EXAMPLE}`));
  await playground.tab('Correlations');
  const fires = correlation(page, 'Audit Stopped And Not Started Again');
  const misses = correlation(page, 'Audit Stopped By Root');
  await expect(fires).toContainText(ABSENT);
  await expect(fires.getByRole('row')).toHaveText([
    'EventAfterMatchedRules',
    'Event 4+0sAudit Service Stopped1',
  ]);
  await expect(misses).toContainText('no firing');
  await expect(misses).toContainText(IN_THE_WAY);
  await expect(misses.getByRole('row').last()).toHaveText(
    'Event 3+1m 29sAudit Service Started · must not occur',
  );
  expect(await violations(page, '[role=tabpanel]')).toEqual([]);

  // Without the event that stands in the way it fires, and says that its rule is absent.
  const lines = (await playground.text('Events')).split('\n');
  await playground.paste('Events', lines.filter((_, i) => i !== 2).join('\n'));
  await expect(misses).toContainText(
    '“Audit Service Started” did not occur from 2026-11-20 09:12:40 to 2026-11-20 09:17:40 UTC.',
  );
  // Where the events end before the window, what came later is not known.
  await playground.paste('Events', lines.slice(0, 2).join('\n'));
  await expect(misses).toContainText(
    'The last event is of 2026-11-20 09:14:02 UTC: what came later is not known.',
  );
  // The other order is a miss of its own.
  await playground.paste('Events', [lines[1], lines[0]!.replace('09:12:40', '09:15:00')].join('\n'));
  await expect(misses).toContainText('no firing');
  await expect(misses).toContainText('not in the order of root_signed_in, audit_stopped');
});

test('the stage shows on its timeline what was absent and what was in the way, and a link keeps the place', async ({
  page,
  browser,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await new Playground(page).open('./#example=audit-not-restarted&stage=c1.3');
  await expect(rowOf(page, 'Audit Service Started')).not.toContainText('did not occur');
  await page.keyboard.press('End');
  await expect(stageOf(page).getByRole('region', { name: 'Step' })).toContainText(ABSENT);
  for (const rule of ['Audit Service Started', 'Host Shuts Down'])
    await expect(rowOf(page, rule)).toContainText('✓ did not occur');
  await expect(rowOf(page, 'Audit Service Stopped')).not.toContainText('occur');
  expect(await violations(page, '[role=dialog], dialog')).toEqual([]);

  await page.keyboard.press(']');
  await page.keyboard.press('End');
  await expect(stageOf(page).getByRole('region', { name: 'Step' })).toContainText(IN_THE_WAY);
  await expect(rowOf(page, 'Audit Service Started')).toContainText('✗ must not occur');
  await stageOf(page).getByRole('button', { name: 'Link' }).click();
  await expect(page.getByText('Link to this step copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await browser.newContext();
  const fresh = await other.newPage();
  await new Playground(fresh).open(link);
  await expect(stageOf(fresh).getByRole('region', { name: 'Step' })).toContainText(IN_THE_WAY);
  await expect(rowOf(fresh, 'Audit Service Started')).toContainText('✗ must not occur');
  await other.close();
});
