import { expect, test } from '@playwright/test';
import { findChromium, isDebians } from './browser';
import { EVENTS, Playground, RULE } from './playground';
import { runCommand } from './run-command';

/*
 * How each view looks, beside a stored picture a quarter as wide and high: it shows what has moved, gone or changed its
 * colour, and not how a font draws its letters. `npx playwright test pictures --update-snapshots` makes them anew.
 */

/** Each panel, by its tab or, on a phone, its pane. */
const PANELS = {
  1440: ['Matches', 'Explain', 'Rule', 'Indicators', 'Tests', 'Problems'],
  390: ['Rule', 'Events', 'Explain', 'More'],
} as const;

/** Each dialog, and the command that opens it. */
const DIALOGS: readonly (readonly [name: string, command: string])[] = [
  ['commands', ''],
  ['keys', 'All keys…'],
  ['examples', 'Examples…'],
  ['share', 'Link options…'],
  ['reference', 'Reference…'],
  ['learn', 'Learn: lessons…'],
  ['export', 'Export a result…'],
  ['about', 'About'],
  ['stage', 'Stage'],
];

/** A twentieth of the points may differ: a line that wraps elsewhere, not a panel that is gone. */
const MOST = 0.05;

test.skip(!isDebians(findChromium()), 'the stored pictures are those of Debian’s Chromium');

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1440, 390] as const)
    test(`each view looks as its stored picture, ${colorScheme}, ${width} px`, async ({ browser }) => {
      test.slow();
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        deviceScaleFactor: 0.25,
        colorScheme,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      const playground = await new Playground(page).open();
      await playground.paste('Rule', RULE);
      await playground.paste('Events', EVENTS);
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      const looksAsStored = async (name: string) => {
        await expect(page.getByText('Loading…', { exact: true })).toHaveCount(0);
        await expect(page.locator('html[data-resting]')).toHaveCount(1);
        await expect(page).toHaveScreenshot(`${name.toLowerCase()}-${colorScheme}-${width}.png`, {
          scale: 'device',
          animations: 'disabled',
          caret: 'hide',
          maxDiffPixelRatio: MOST,
        });
      };
      const panes = page.getByRole('navigation', { name: 'Panes' });
      for (const panel of PANELS[width]) {
        if (width === 390) await panes.getByRole('button', { name: panel }).click();
        else await playground.tab(panel);
        await looksAsStored(`panel-${panel}`);
      }
      for (const [name, command] of DIALOGS) {
        await page.keyboard.press('F1');
        const search = page.getByRole('combobox', { name: 'Search the commands' });
        await expect(search).toBeFocused();
        if (command !== '') {
          await page.keyboard.insertText(command);
          await page.keyboard.press('Enter');
          await expect(search).toBeHidden();
        }
        await looksAsStored(name);
        await playground.escape(page.getByRole('dialog'));
      }

      await runCommand(page, 'next event');
      await runCommand(page, 'stage');
      const stage = page.getByRole('dialog', { name: 'Stage' });
      await expect(stage.getByText(/^Step 1 of \d+$/)).toBeVisible();
      await page.keyboard.press('End');
      await expect(stage.getByRole('region', { name: 'Step' })).toContainText('does not match');
      await looksAsStored('stage-miss');
      await playground.escape(stage);

      await runCommand(page, 'learn lessons');
      await page.getByRole('button', { name: /^Begin:/ }).press('Enter');
      await expect(page.locator('.lesson [data-graded]')).toBeVisible();
      await looksAsStored('lesson');

      await page.goto(`./embed.html#rule=${encodeURIComponent(RULE)}&events=${encodeURIComponent(EVENTS)}`);
      await expect(page.getByRole('heading', { name: 'Why event 1 matches' })).toBeVisible();
      await looksAsStored('embed');

      await page.goto('./#example=audit-not-restarted&stage=c2.6');
      await expect(stage.getByText('Step 6 of 6', { exact: true })).toBeVisible();
      await page.getByRole('button', { name: 'Dismiss' }).click();
      await looksAsStored('stage-in-the-way');
      await context.close();
    });
