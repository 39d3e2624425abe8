import { expect, type Page, test } from '@playwright/test';
import { EVENTS, Playground, RULE } from './playground';

/*
 * A note beside the texts makes the editors shorter at their lower edge: the buttons and the texts do not move.
 */

const DAMAGED = RULE.replaceAll(/^ +/gm, '');
const EXPANDED = RULE.replace(
  "CommandLine|contains:\n            - ' /all'\n            - '/priv'",
  "CommandLine|expand: '%words%'",
);
const TWO = `${RULE}---\n${RULE.replace('Whoami', 'Other')}`;
const search = (pattern: string) =>
  `title: t\ndetection:\n    s:\n        F|re: '${pattern}'\n    condition: s\n`;
const CALM = search('^a+!$');
const HANGS = search('^(?=.*a)(a+)+$');
const SLOW = `{"F":"${'a'.repeat(60)}!"}`;

/** Parts that must not move whatever notes there are. The format's name may change its width, but not its right edge. */
const FIXED =
  '.page-header button, .pane-bar button:not(.formats-button), .verdicts-tools button, .low-tab, .phone-tab';
/** Parts whose top edge must not move; their lower edge may. */
const BEGIN = '.editor, .low-panel';

/** The places of all of them on the page. */
function places(page: Page): Promise<string[]> {
  return page.evaluate(
    ([fixed, begin]) => {
      const seen = (selector: string) =>
        [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
      return [
        ...seen(fixed).map((one) => {
          const { x, y, width, height } = one.getBoundingClientRect();
          return `${one.textContent?.replace(/\s*\d.*/, '')} ${[x, y, width, height].map(Math.round)}`;
        }),
        ...seen(begin).map((one) => {
          const { x, y, width } = one.getBoundingClientRect();
          // What looks like an earlier result stands where it stood.
          const name = one.className.replace('editor-earlier', '').trim();
          return `${name} ${[x, y, width].map(Math.round)}`;
        }),
      ];
    },
    [FIXED, BEGIN] as const,
  );
}

for (const [width, height] of [
  [1440, 900],
  [720, 900],
  [390, 844],
] as const) {
  test.describe(`nothing moves, ${width} px`, () => {
    test.use({ viewport: { width, height } });

    const show = async (page: Page, pane: RegExp) => {
      const panes = page.getByRole('navigation', { name: 'Panes' });
      if (await panes.isVisible()) await panes.getByRole('button', { name: pane }).click();
    };

    for (const [what, side, text, note] of [
      ['a rule damaged by copying', 'Rule', DAMAGED, '[aria-label="Copied text"]'],
      ['placeholders', 'Rule', EXPANDED, '.pane-placeholders'],
      ['several documents', 'Rule', TWO, '.documents'],
      [
        'events of no known form',
        'Events',
        'nothing that is known\nat all\n',
        '[aria-label="Format of the events"]',
      ],
    ] as const)
      test(`when there is something to know: ${what}`, async ({ page }) => {
        const playground = await new Playground(page).open();
        await show(page, side === 'Rule' ? /^Rule/ : /^Events/);
        await playground.paste(side, side === 'Rule' ? RULE : EVENTS);
        await expect(page.locator('.pane-status').first()).not.toBeEmpty();
        const before = await places(page);
        expect(before.length).toBeGreaterThan(8);
        await playground.paste(side, text);
        await expect(page.locator(note).first()).toBeVisible();
        expect(await places(page)).toEqual(before);
        await playground.paste(side, side === 'Rule' ? RULE : EVENTS);
        await expect(page.locator(note)).toHaveCount(0);
        expect(await places(page)).toEqual(before);
      });

    test('when the engine had to stop', async ({ page }) => {
      const playground = await new Playground(page).open('./?patience=700');
      await show(page, /^Events/);
      await playground.paste('Events', SLOW);
      await show(page, /^Rule/);
      await playground.paste('Rule', CALM);
      await expect(page.getByText('compiles', { exact: true })).toBeVisible();
      const before = await places(page);
      await playground.paste('Rule', HANGS);
      await expect(playground.banner()).toBeVisible({ timeout: 20_000 });
      expect(await places(page)).toEqual(before);
      for (const pane of [/^Events/, /^Explain/, /^More/]) {
        await show(page, pane);
        await expect(playground.banner()).toBeVisible();
        await expect(page.getByText('No events yet')).toHaveCount(0);
      }
      await show(page, /^Rule/);
      await playground.banner().getByRole('button', { name: 'Run again' }).click();
      expect(await places(page)).toEqual(before);
    });
  });
}

test('the difference opens above its button', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', DAMAGED);
  const button = page.getByRole('button', { name: 'Show the difference' });
  const before = await button.boundingBox();
  await button.click();
  const hide = page.getByRole('button', { name: 'Hide the difference' });
  await expect(page.locator('.copied-text-difference')).toBeVisible();
  const after = await hide.boundingBox();
  expect(after?.y).toBe(before?.y);
  await hide.click();
  expect((await button.boundingBox())?.y).toBe(before?.y);
});

test('while a rule does not compile the panels keep their lines', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await playground.tab('Matches');
  const line = page
    .getByRole('button', { name: /^✓ Event 1/ })
    .or(page.locator('.matches-event .btn-line'))
    .first();
  await expect(line).toBeVisible();
  const before = await line.boundingBox();
  await playground.paste('Rule', `${RULE}related: [`);
  await expect(page.getByText('Shown as it was before the error')).toBeVisible();
  expect(await line.boundingBox()).toEqual(before);
});

test('until a run has something to show, earlier results are marked as such', async ({ page }) => {
  const playground = await new Playground(page).open('./?patience=4000');
  await playground.paste('Events', SLOW);
  await playground.paste('Rule', CALM);
  await expect(page.getByText('compiles', { exact: true })).toBeVisible();
  for (const name of ['Matches', 'Explain', 'Rule', 'Indicators', 'Problems']) {
    await playground.tab(name);
    const panel = page.getByRole('tabpanel', { name }).locator('.low-frame');
    await expect(panel).toHaveAttribute('aria-busy', 'false');
    // While this holds up the engine, nothing of the next run can be shown.
    await playground.paste('Rule', HANGS);
    await playground.paste('Rule', CALM);
    await expect(panel).toHaveAttribute('aria-busy', 'true');
    await expect(page.locator('.verdicts')).toHaveAttribute('aria-busy', 'true');
    await expect(panel).toHaveCSS('opacity', '0.6');
    await expect(panel).toHaveAttribute('aria-busy', 'false');
    await expect(panel).toHaveCSS('opacity', '1');
    await expect(playground.verdict(1, 'match')).toBeVisible();
  }
});
