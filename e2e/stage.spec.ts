import { expect, type Locator, type Page, test } from '@playwright/test';
import { violationsNow } from './axe';
import { Playground } from './playground';

const stageOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Stage' });
const stepOf = (page: Page): Locator => stageOf(page).getByRole('region', { name: 'Step' });

/** The texts that are marked on one side. */
const marksOn = (page: Page, side: 'The rule' | 'The event' | 'The command line'): Locator =>
  stageOf(page).getByRole('region', { name: side }).locator('mark');

async function onStage(page: Page, address: string): Promise<void> {
  await new Playground(page).open(address);
  await expect(stepOf(page)).toBeVisible();
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsNow(page)).toEqual([]);
}

/** Nothing of a step needs to be scrolled. */
async function expectFitting(page: Page): Promise<void> {
  for (const region of await stageOf(page).getByRole('region').all())
    expect(await region.evaluate((e) => e.scrollHeight - e.clientHeight)).toBeLessThanOrEqual(1);
}

test('a key opens the stage, a clicker walks to the verdict of a match, and Escape gives the focus back', async ({
  page,
}) => {
  await new Playground(page).open('./#example=certutil-windash');
  const { keyboard } = page;
  const box = new Playground(page).box('Rule');
  await box.focus();
  await keyboard.press('F9');
  await expect(stepOf(page)).toContainText('The rule in words');
  await expect(stageOf(page)).toContainText('Step 1 of 11');
  await expectFitting(page);
  await expectAccessible(page);
  await keyboard.press('PageDown');
  await expect(stepOf(page)).toContainText('all of selection_*');
  await keyboard.press('ArrowRight');
  await expect(stepOf(page)).toContainText('The selection selection_img');
  await keyboard.press('Space');
  await expect(marksOn(page, 'The event')).toHaveText(['Image', 'C:\\\\Windows\\\\System32\\\\certutil.exe']);
  await keyboard.press('PageDown');
  await expect(marksOn(page, 'The rule')).toHaveText(["'\\certutil.exe'"]);
  await expect(marksOn(page, 'The event')).toHaveText(['\\\\certutil.exe']);
  await expect(stepOf(page)).toContainText('finds \\certutil.exe, 13 characters');
  await keyboard.press('s');
  await expect(stepOf(page)).not.toContainText('finds');
  await keyboard.press('End');
  await expect(stepOf(page)).toContainText('The event matches');
  await expect(stageOf(page).getByRole('button', { name: 'Next', exact: true })).toBeDisabled();
  await expect(stageOf(page).getByRole('status').filter({ hasText: 'Step 11 of 11' })).toHaveCount(1);
  await keyboard.press('Escape');
  await expect(stageOf(page)).toBeHidden();
  await expect(box).toBeFocused();
});

test('a miss goes to its nearest reason and the change that removes it, and another event is one key away', async ({
  page,
}) => {
  await onStage(page, './#example=certutil-windash&stage=5.1');
  const { keyboard } = page;
  const count = Number(
    /of (\d+)$/.exec(
      (await stageOf(page)
        .getByText(/^Step 1 of \d+$/)
        .textContent()) ?? '',
    )?.[1],
  );
  const titles: string[] = [];
  for (let i = 0; i < count; i++) {
    await expect(stageOf(page).getByText(`Step ${i + 1} of ${count}`, { exact: true })).toBeVisible();
    titles.push((await stepOf(page).getByRole('heading').textContent()) ?? '');
    await keyboard.press('PageDown');
  }
  expect(titles.slice(-3).join()).toMatch(/The nearest reason,The nearest change,.*does not/);
  await keyboard.press('PageUp');
  await expect(stageOf(page).getByText('The rule, changed')).toBeVisible();
  await expect(marksOn(page, 'The rule')).not.toHaveCount(0);
  await expectAccessible(page);
  await keyboard.press('[');
  await expect(stageOf(page).getByText('Event 4', { exact: true })).toBeVisible();
  await expect(stepOf(page)).toContainText('The rule in words');
});

test('a correlation grows over its window until it fires', async ({ page }) => {
  await onStage(page, './#example=failed-logons&stage=1.1');
  const { keyboard } = page;
  await keyboard.press('c');
  const timeline = stageOf(page).getByRole('region', { name: /^Timeline of/ });
  await expect(timeline).toContainText('0 events');
  await expect(stepOf(page)).toContainText('The correlation in words');
  await keyboard.press('PageDown');
  for (const size of [1, 2, 3, 4]) {
    await keyboard.press('PageDown');
    await expect(timeline).toContainText(`${size} in the window`);
  }
  await expectAccessible(page);
  await keyboard.press('PageDown');
  await expect(stepOf(page)).toContainText('The correlation fires');
  await keyboard.press(']');
  await expect(stageOf(page).getByText('2 of 2')).toBeVisible();
});

test('an evasion slips through, and the change that catches it is shown', async ({ page }) => {
  await onStage(page, './#example=certutil-windash&stage=1v1.3');
  const { keyboard } = page;
  await expect(stepOf(page)).toContainText('The event matches');
  await keyboard.press('PageDown');
  await expect(stepOf(page)).toContainText('The evasion');
  await expect(marksOn(page, 'The command line').first()).toHaveText('⇥');
  await keyboard.press('PageDown');
  await expect(stepOf(page)).toContainText('It slips through');
  await keyboard.press('PageDown');
  await expect(stepOf(page)).toContainText('The change that catches it');
  await expect(marksOn(page, 'The rule')).not.toHaveCount(0);
  await keyboard.press('End');
  await expect(stepOf(page)).toContainText('The rule catches it');
});

test('a link opens the same step over the same work, and none is lost where a place is not there', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await onStage(page, './#example=odd-case&stage=3.4');
  const title = (await stepOf(page).getByRole('heading').textContent()) ?? '';
  await page.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(page.getByText('Link to this step copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/#v1=[\w-]+&stage=3\.4$/);

  const other = await context.newPage();
  await onStage(other, link);
  await expect(stepOf(other).getByRole('heading')).toHaveText(title);
  await expect(stageOf(other).getByText('Event 3', { exact: true })).toBeVisible();
  await other.getByRole('button', { name: 'Close', exact: true }).click();
  expect(await new Playground(other).text('Rule')).toContain('PowerShell Written In Odd Case');

  await other.goto(`${other.url()}#stage=999.999`);
  await expect(stepOf(other)).toContainText('does not match');
});

test('on a phone the stage stacks, and a tap on the right half goes on, one on the left half back', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await onStage(page, './#example=certutil-windash&stage=1.5');
  const [rule, event] = await Promise.all(
    ['The rule', 'The event'].map((name) => stageOf(page).getByRole('region', { name }).boundingBox()),
  );
  expect(event!.y).toBeGreaterThanOrEqual(rule!.y + rule!.height);
  await expect(marksOn(page, 'The event').first()).toBeInViewport();
  await page.mouse.click(350, 700);
  await expect(stageOf(page).getByText('Step 6 of 11', { exact: true })).toBeVisible();
  await page.mouse.click(40, 700);
  await expect(stageOf(page).getByText('Step 5 of 11', { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test('without a rule or events the stage says so', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', '');
  await page.getByRole('button', { name: 'Stage' }).click();
  await expect(stageOf(page)).toContainText('There are no events yet.');
});
