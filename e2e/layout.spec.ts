import { expect, type Locator, type Page, test } from '@playwright/test';
import { openZip } from './catalog-files';
import { EVENTS, Playground, RULE } from './playground';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const box = async (of: Locator): Promise<Box> => (await of.boundingBox())!;
const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const pane = (page: Page, side: 'Rule' | 'Events') => page.getByRole('region', { name: `${side} pane` });
const panes = (page: Page) => page.getByRole('navigation', { name: 'Panes' });

/** Shows a side where one pane is shown at a time. */
async function show(page: Page, side: 'Rule' | 'Events'): Promise<void> {
  if (await panes(page).isVisible()) await panes(page).getByRole('button', { name: side }).click();
}

test.describe('no part of the result is squeezed out', () => {
  // The page's width, and how wide the cells of the verdicts are at least.
  for (const [width, cells] of [
    [2560, 800],
    [1440, 300],
    [1280, 600],
    [1024, 500],
    [853, 420],
    [720, 360],
    [390, 350],
    [320, 290],
  ] as const) {
    test(`${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const playground = await new Playground(page).open();
      const strip = playground.verdicts();
      const whole = async (words: Locator) => {
        await expect(words).toBeVisible();
        await expect.poll(() => words.evaluate((e) => e.scrollWidth - e.clientWidth)).toBeLessThanOrEqual(0);
        const { x, width: wide } = await box(words);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + wide).toBeLessThanOrEqual(width);
      };
      const status = pane(page, 'Rule').locator('.pane-status');

      await show(page, 'Rule');
      await expect(status).toHaveText('compiles · 0 problems');
      await whole(status);
      expect((await box(status)).width).toBeGreaterThan(120);
      await show(page, 'Events');
      await expect(strip).toBeVisible();
      await expect.poll(async () => (await box(strip)).width).toBeGreaterThanOrEqual(cells);
      await expect(playground.verdict(1, 'match')).toBeInViewport();
      await whole(page.getByText(/^2 match · 3 do not/));
      await expect(page.getByRole('button', { name: 'Make a rule' })).toBeInViewport();
      await expect(page.getByRole('button', { name: 'Only matches' })).toBeInViewport();
      const { wide, room } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        room: document.documentElement.clientWidth,
      }));
      expect(wide).toBeLessThanOrEqual(room);

      await show(page, 'Rule');
      await playground.paste('Rule', `${await playground.text('Rule')}related: [`);
      await expect(status).toContainText('last good result');
      await whole(status);
      await playground.paste('Rule', 'title: [');
      await expect(status).toContainText('does not compile');
      await whole(status);
    });
  }

  test('a pane made as small as it can be still shows its verdicts', async ({ page }) => {
    const playground = await new Playground(page).open();
    const line = page.getByRole('separator', { name: 'Width of the rule' });
    await line.focus();
    await page.keyboard.press('End');
    await expect.poll(async () => (await box(pane(page, 'Events'))).width).toBeLessThan(300);
    const { width } = await box(pane(page, 'Events'));
    expect((await box(playground.verdicts())).width).toBeGreaterThan(width - 40);
    await line.focus();
    await page.keyboard.press('Home');
    await expect.poll(async () => (await box(pane(page, 'Rule'))).width).toBeLessThan(300);
    await expect(pane(page, 'Rule').getByText('compiles')).toBeInViewport();
  });
});

test.describe('nothing moves under the pointer', () => {
  /** The places of the buttons, by their names. */
  async function places(names: readonly string[], within: Locator): Promise<Record<string, Box>> {
    const found = names.map(async (name) => [
      name,
      await box(within.getByRole('button', { name, exact: true })),
    ]);
    return Object.fromEntries(await Promise.all(found));
  }

  for (const width of [1440, 1024, 390]) {
    test(`the buttons of the bars keep their places, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const playground = await new Playground(page).open();
      const bars = {
        Rule: ['New', 'Open', 'Download', 'Counts'],
        Events: ['New', 'Open', 'Download', 'Make a rule', 'Only matches'],
      };
      await expect(page.getByRole('separator').or(panes(page)).first()).toBeVisible();
      const before: Partial<Record<'Rule' | 'Events', Record<string, Box>>> = {};
      for (const side of ['Rule', 'Events'] as const) {
        await show(page, side);
        if (side === 'Rule') await expect(pane(page, side).getByText('compiles')).toBeVisible();
        else await expect(playground.verdict(1, 'match')).toBeVisible();
        before[side] = await places(bars[side], pane(page, side));
      }
      const same = async (side: 'Rule' | 'Events', when: string) => {
        await show(page, side);
        expect(await places(bars[side], pane(page, side)), when).toEqual(before[side]);
      };

      await show(page, 'Rule');
      await playground.paste('Rule', `${await playground.text('Rule')}related: [`);
      await expect(pane(page, 'Rule').getByText('last good result')).toBeVisible();
      await same('Rule', 'it no longer compiles');
      await same('Events', 'it no longer compiles');
      await show(page, 'Rule');
      await playground.paste('Rule', 'title: [');
      await expect(pane(page, 'Rule').getByText('does not compile')).toBeVisible();
      await same('Rule', 'another does not compile');
      await same('Events', 'another does not compile');
      await show(page, 'Rule');
      await pane(page, 'Rule').getByRole('button', { name: 'New' }).click();
      await expect(pane(page, 'Rule').getByText('rule.yml')).toHaveCount(1);
      await same('Rule', 'the rule is new');
      await show(page, 'Rule');
      await playground.paste('Rule', RULE);
      await expect(pane(page, 'Rule').getByText('compiles')).toBeVisible();
      await show(page, 'Events');
      await pane(page, 'Events').getByRole('button', { name: 'New' }).click();
      await expect(page.getByText('No events yet: paste some below.')).toBeVisible();
      await same('Events', 'the events are new');
      await show(page, 'Events');
      await playground.paste('Events', EVENTS);
      await expect(playground.verdict(1, 'match')).toBeVisible();
      await same('Events', 'other events');
      await same('Rule', 'other events');
    });
  }

  test('a second click on New does not download', async ({ page }) => {
    await new Playground(page).open();
    let downloads = 0;
    page.on('download', () => downloads++);
    await pane(page, 'Rule').getByRole('button', { name: 'New' }).dblclick();
    await expect(pane(page, 'Rule').getByText('rule.yml')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(pane(page, 'Rule').getByText('compiles')).toBeVisible();
    expect(downloads).toBe(0);
  });

  test('Pin and Compare are in the same place', async ({ page }) => {
    await new Playground(page).open();
    const pin = await box(page.getByRole('button', { name: 'Pin', exact: true }));
    await page.getByRole('button', { name: 'Pin', exact: true }).click();
    expect(await box(page.getByRole('button', { name: 'Compare', exact: true }))).toEqual(pin);
  });

  test('the tabs keep their places: chosen, counted, and beside those that are not always there', async ({
    page,
  }) => {
    const playground = await new Playground(page).open();
    const tab = (name: string) => page.getByRole('tab', { name });
    const names = ['Matches', 'Explain', 'Rule', 'Indicators', 'Catalog', 'Problems'];
    const tabs = () => Promise.all(names.map(async (name) => (await box(tab(name))).x));
    const before = await tabs();
    for (const name of names) {
      await tab(name).click();
      expect(await tabs(), name).toEqual(before);
    }
    await page.getByRole('button', { name: 'Pin', exact: true }).click();
    await expect(tab('Compare')).toBeVisible();
    await playground.paste('Rule', `${RULE}levl: high\nfields: []\n`);
    await expect(tab('Problems')).toHaveText(/Problems\d+/);
    expect(await tabs()).toEqual(before);
  });

  test('once the hints are closed, nothing that can be clicked comes up where they were', async ({
    page,
  }) => {
    await new Playground(page).open();
    const close = page.getByRole('button', { name: 'Close the hints' });
    const { x, y, width, height } = await box(close);
    await close.click();
    await expect(close).toHaveCount(0);
    const below = await page.evaluate(
      ([left, top]) => document.elementFromPoint(left!, top!)?.closest('button, a, input') === null,
      [x + width / 2, y + height / 2],
    );
    expect(below).toBe(true);
  });

  test('Cancel is never where Remove will be, and the catalog’s other buttons do not move', async ({
    page,
  }) => {
    const playground = await new Playground(page).open();
    await playground.paste('Rule', RULE);
    await playground.paste('Events', Array.from({ length: 3000 }, () => EVENTS.split('\n')[0]).join('\n'));
    const rules = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`${i}.yml`, RULE.replace('Whoami', `Rule ${i}`)]),
    );
    await openZip(page, rules);
    const catalog = page.getByRole('region', { name: 'Catalog of rules' });
    await expect(catalog.getByText('300 rules in 300 files')).toBeVisible();
    const fixed = ['Run all on my events', 'Remove', 'Open files', 'Open folder'];
    const before = await places(fixed, catalog);
    // Every frame while they run: where each button stands, and what stands where Remove is.
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      const look = () => {
        const bar = document.querySelector('.catalog-bar');
        const buttons = [...(bar?.querySelectorAll('button') ?? [])];
        const place = (name: string) => {
          const button = buttons.find((b) => b.textContent === name);
          return button ? JSON.stringify(button.getBoundingClientRect()) : '';
        };
        seen.push(['Remove', 'Open files', 'Open folder', 'Cancel'].map(place).join('|'));
        requestAnimationFrame(look);
      };
      look();
    });
    await catalog.getByRole('button', { name: 'Run all on my events' }).click();
    await expect(page.getByRole('region', { name: 'Findings' })).toBeVisible();
    await expect(catalog.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
    expect(await places(fixed, catalog)).toEqual(before);
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
    expect(new Set(seen.map((line) => line.split('|').slice(0, 3).join('|'))).size).toBe(1);
    expect(seen.some((line) => line.split('|')[3] !== '')).toBe(true);
  });

  test('a double click on a fix applies one', async ({ page }) => {
    const playground = await new Playground(page).open();
    const ends = ['description: one\u200btwo\n', 'author: three\u200bfour\n'];
    await playground.paste('Rule', RULE + ends.join(''));
    await playground.tab('Problems');
    const problems = page.getByRole('list', { name: 'Problems of the rule' });
    const fixes = problems.getByRole('button', { name: 'Remove it', exact: true });
    await expect(fixes).toHaveCount(2);
    const { x, y, width, height } = await box(fixes.first());
    await page.mouse.click(x + width / 2, y + height / 2);
    await expect(fixes).toHaveCount(1);
    // The next row has moved up; the second click of a slow double click hits it.
    await page.mouse.down({ clickCount: 2 });
    await page.mouse.up({ clickCount: 2 });
    await page.getByRole('button', { name: 'Pin', exact: true }).click();
    await playground.tab('Problems');
    await expect(fixes).toHaveCount(1);
    expect(await playground.text('Rule')).toBe(`${RULE}description: onetwo\n${ends[1]}`);
  });
});

test.describe('notices', () => {
  for (const width of [1440, 853, 390]) {
    test(`covers neither the panels nor the editors, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await new Playground(page).open();
      await show(page, 'Rule');
      await pane(page, 'Rule').getByRole('button', { name: 'New' }).click();
      const notice = page.getByRole('status').getByText('The rule was cleared.').locator('..');
      await expect(notice).toBeVisible();
      const said = await box(notice);
      expect(said.x).toBeGreaterThanOrEqual(0);
      expect(said.x + said.width).toBeLessThanOrEqual(width);
      const main = await box(page.getByRole('main'));
      expect(overlap(said, main)).toBe(false);
      expect(overlap(said, await box(page.getByRole('button', { name: 'Share' })))).toBe(false);
      await page.getByRole('button', { name: 'Dismiss' }).click();
      await expect(notice).toBeHidden();
    });
  }
});

test('the list of the catalog shows several rules', async ({ page }) => {
  await new Playground(page).open();
  const rules = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`folder/${i}.yml`, RULE.replace('Whoami', `Rule ${i}`)]),
  );
  await openZip(page, rules);
  const list = page.getByRole('listbox', { name: 'Rules found' });
  await expect(list.getByRole('option').first()).toBeVisible();
  const room = await box(list);
  const whole = async () => {
    const boxes = await Promise.all(
      (await list.getByRole('option').all()).map((option) => option.boundingBox()),
    );
    return boxes.filter((one) => one && one.y >= room.y && one.y + one.height <= room.y + room.height).length;
  };
  await expect.poll(whole).toBeGreaterThanOrEqual(5);
});
