import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { FILES_HELD_BACK, needsNetwork } from './offline-mode';
import { EVENTS, Playground, RULE } from './playground';

/*
 * Each file of the build is denied in turn, as for an old tab after a new deployment, or when the connection breaks. Only
 * the part that needs the file fails; it says so, and works once the file is there. If the page cannot start without the
 * file, it says that.
 */

needsNetwork(FILES_HELD_BACK);

const ASSETS = existsSync('dist/assets') ? readdirSync('dist/assets') : [];
const HTML = existsSync('dist/index.html') ? readFileSync('dist/index.html', 'utf8') : '';
const FIRST = [...HTML.matchAll(/(?:src|href)="\.\/assets\/([^"]+\.js)"/g)].map(([, name]) => name!);
/** Files that the page does without, and why nothing is reported. */
const UNTOLD: readonly (readonly [name: RegExp, why: string])[] = [
  [/^editor\.worker-/, 'Monaco does its work on the page’s own thread instead'],
  [/^offline-/, 'the page is kept for use without a network at the next visit instead'],
  [/\.ttf$/, 'the pictures of Monaco’s buttons, which have names too'],
];
/** The page's own sheets, and the one that it shares with no embed. */
const SHEETS = [...HTML.matchAll(/href="\.\/assets\/([^"]+\.css)"/g)].map(([, name]) => name!);
const SHEET = SHEETS.find((name) => name.startsWith('index-')) ?? '';
const ALL_LATER = ASSETS.filter(
  (name) => ![...FIRST, ...SHEETS].includes(name) && !UNTOLD.some(([untold]) => untold.test(name)),
);
/** With `DENY_ALL` all of them; otherwise one of so many, which keeps the whole run short. */
const some = (all: readonly string[], of: number) =>
  all.filter((_, i) => process.env.DENY_ALL || i % of === 0);
const LATER = some(ALL_LATER, 15);

const MISSPELT = RULE.replace('title: Whoami', 'title: Whoami.\nlevl: high');

/** Opens the page with work in it while the file is denied. Returns a switch that allows it, and how often it was requested. */
async function openWithout(page: Page, name: string) {
  await page.addInitScript(
    ([rule, events]) => {
      if (localStorage.getItem('sigma-playground.rule') !== null) return;
      localStorage.setItem('sigma-playground.rule', JSON.stringify(rule));
      localStorage.setItem('sigma-playground.events', JSON.stringify(events));
    },
    [MISSPELT, EVENTS],
  );
  const state = { isDenied: true, asked: 0 };
  await page.context().route(`**/assets/${name}`, (route) => {
    state.asked++;
    return state.isDenied ? route.fulfill({ status: 404, body: 'Not found' }) : route.continue();
  });
  await page.goto('./');
  return state;
}

const TABS = ['Matches', 'Explain', 'Rule', 'Indicators', 'Tests', 'Problems', 'Catalog'];
const TOLD = /could not be loaded|The engine stopped/;

/** Opens everything that a click can open, and returns the messages about failures. */
async function lookAround(page: Page): Promise<string[]> {
  const said: string[] = [];
  const gather = async () => {
    await expect(page.getByText('Loading…', { exact: true })).toHaveCount(0);
    said.push(...(await page.getByText(TOLD).allTextContents()));
  };
  for (const tab of TABS) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByRole('tabpanel')).not.toBeEmpty();
    const code = page.locator('.problems-why').first();
    if (tab === 'Problems' && (await code.isVisible())) await code.click();
    await gather();
  }
  const format = page.getByRole('button', { name: /^Format/ });
  if (await format.isVisible()) await format.click();
  await gather();
  await page.keyboard.press('Escape');
  await gather();
  // Asked for ahead, and told of when it is opened.
  await page.getByRole('button', { name: 'Commands', exact: true }).click();
  await expect(
    page.getByRole('listbox', { name: 'Commands' }).or(page.getByText(TOLD)).first(),
  ).toBeVisible();
  await gather();
  if (await page.getByRole('listbox', { name: 'Commands' }).isVisible()) await expectLooks(page);
  await page.keyboard.press('Escape');
  return said;
}

/** Tries again each part that failed, until none fails. */
async function tryAll(page: Page): Promise<void> {
  const again = page.locator('.guard').getByRole('button', { name: 'Try again' });
  for (const tab of TABS) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(async () => {
      if ((await again.count()) > 0) await again.first().click({ timeout: 1000 });
      expect(await again.count()).toBe(0);
    }).toPass();
  }
  // A dialog asks for its own files again when it is opened.
  await page.getByRole('button', { name: 'Commands', exact: true }).click();
  await expect(page.getByRole('listbox', { name: 'Commands' })).toBeVisible();
  await expectLooks(page);
  await page.keyboard.press('Escape');
}

/** The list of commands is as its own sheet has it. */
async function expectLooks(page: Page): Promise<void> {
  await expect(page.getByRole('listbox', { name: 'Commands' })).toHaveCSS('overflow-y', 'auto');
}

test('there is a build to deny files of', () => {
  expect(FIRST.length).toBeGreaterThan(0);
  expect(ALL_LATER.length).toBeGreaterThan(20);
});

test.describe('without it the page says that it cannot start, and saves what was written', () => {
  for (const name of some(FIRST, 5))
    test(name, async ({ page }) => {
      await openWithout(page, name);
      await expect(page.getByRole('alert')).toContainText('could not start');
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save my rule' }).click();
      expect(readFileSync((await (await saved).path())!, 'utf8')).toBe(MISSPELT);
    });
});

test.describe('without it the rest of the page works', () => {
  for (const name of LATER)
    test(name, async ({ page }) => {
      const state = await openWithout(page, name);
      await expect(page.locator('.editor')).toHaveCount(2);
      const said = await lookAround(page);
      // Some files are needed only by parts that this test does not open.
      if (state.asked > 0) expect(said).not.toEqual([]);
      await expect(page.getByRole('button', { name: 'Share' })).toBeVisible();
      await expect(page.getByRole('tab')).toHaveCount(TABS.length);
      for (const side of ['Rule', 'Events'])
        await expect(page.getByRole('region', { name: `${side} pane` })).toBeVisible();
      state.isDenied = false;
      if (said.length > 0) await tryAll(page);
    });
});

const named = (start: string) => ASSETS.find((name) => name.startsWith(start)) ?? `no ${start}`;

test('a menu that cannot be loaded is reported, and opens once its file is there', async ({ page }) => {
  const state = await openWithout(page, named('ChoiceMenu-'));
  const told = page.getByRole('status').filter({ hasText: 'The menu could not be loaded' });
  const button = page.getByRole('button', { name: 'Make a rule' });
  await button.click();
  await expect(told).toBeVisible();
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  state.isDenied = false;
  await button.press('ArrowUp');
  const menu = page.getByRole('menu', { name: 'Make a rule' });
  await expect(menu.getByRole('menuitem').last()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(button).toBeFocused();
  await button.press('Enter');
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
});

test('examples that cannot be loaded are reported, and open once their file is there', async ({ page }) => {
  const state = await openWithout(page, named('gallery-'));
  await page.getByRole('button', { name: 'Examples' }).click();
  const said = 'The gallery of examples could not be loaded';
  await expect(page.getByRole('status').filter({ hasText: said })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Rule pane' })).not.toContainText('odd-case.yml');
  state.isDenied = false;
  await new Playground(page).example(/^PowerShell in odd case/);
  await expect(page.getByRole('region', { name: 'Rule pane' })).toContainText('odd-case.yml');
});

const sheet = (start: string) =>
  ASSETS.find((name) => name.startsWith(start) && name.endsWith('.css')) ?? `no ${start}`;

/** Denies a late part's sheet, until it is held back or allowed. Returns what says which. */
async function sheetOf(page: Page, name: string) {
  let letGo = () => {};
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const state = { is: 'denied' as 'denied' | 'held', asked: 0, letGo };
  await page.context().route(`**/assets/${name}`, async (route) => {
    state.asked++;
    if (state.is === 'denied') return route.fulfill({ status: 404, body: 'Not found' });
    await released;
    await route.continue();
  });
  return state;
}

test('a part whose sheet is asked for again waits for it, and for no other', async ({ page }) => {
  const commands = await sheetOf(page, sheet('Palette-'));
  const explain = await openWithout(page, sheet('Explain-'));
  const list = page.getByRole('listbox', { name: 'Commands' });
  const open = page.getByRole('button', { name: 'Commands', exact: true });
  await expect(page.locator('.editor')).toHaveCount(2);
  await page.getByRole('tab', { name: 'Explain' }).click();
  const panel = page.getByRole('tabpanel');
  await expect(panel.getByText(TOLD)).toBeVisible();
  await open.click();
  await expect(page.getByRole('status').filter({ hasText: 'The list of commands could not' })).toBeVisible();
  explain.isDenied = false;
  commands.is = 'held';
  // Both are asked for again, one while the other is on its way.
  const { asked } = commands;
  await open.click();
  await expect.poll(() => commands.asked).toBeGreaterThan(asked);
  await page.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect(panel.getByText(TOLD)).toHaveCount(0);
  await expect(panel.getByText('Loading…', { exact: true })).toHaveCount(0);
  await open.click();
  await expect(page.getByText('Loading…', { exact: true })).toHaveCount(1);
  await expect(list).toHaveCount(0);
  commands.letGo();
  await expect(list).toBeVisible();
  await expectLooks(page);
});

test('a sheet that two parts share is asked for by the second, which says that it lacks it', async ({
  page,
}) => {
  const state = await openWithout(page, sheet('text-difference-'));
  await expect(page.locator('.editor')).toHaveCount(2);
  await page.getByRole('button', { name: 'History', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: /history could not be loaded/i })).toBeVisible();
  await page.getByRole('button', { name: 'Pin', exact: true }).click();
  await page.getByRole('tab', { name: 'Compare' }).click();
  const panel = page.getByRole('tabpanel');
  await expect(panel.getByText(TOLD)).toBeVisible();
  state.isDenied = false;
  const { asked } = state;
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect(panel.getByText(TOLD)).toHaveCount(0);
  expect(state.asked).toBeGreaterThan(asked);
  await expect(page.locator('link[href*="text-difference-"][rel="stylesheet"]')).toHaveCount(1);
});

test('without its own sheet of styles the page works, and asks for it again', async ({ page }) => {
  const state = await openWithout(page, SHEET);
  await expect(
    page.getByRole('status').filter({ hasText: 'The looks of the page could not be loaded' }),
  ).toBeVisible();
  await expect(page.locator('.editor')).toHaveCount(2);
  state.isDenied = false;
  await page.getByRole('button', { name: 'Try again' }).dispatchEvent('click');
  await expect(page.locator('link[data-lost]')).toHaveCount(0);
  await expect(page.locator('.page-header')).toHaveCSS('display', 'flex');
});
