import { expect, type Page, test } from '@playwright/test';
import { EVENTS, Playground, RULE, stored } from './playground';
import { poison } from './poison';

/*
 * Each part of the page fails in turn. The other parts stay, and the part works again once it is tried again without the
 * fault.
 */

const CORRELATION = `---
title: Several
correlation:
    type: event_count
    rules: [whoami]
    group-by: [Image]
    timespan: 1m
    condition:
        gte: 2
`;

/** A rule that compiles and has content for each panel. */
const WHOLE = `name: whoami\n${RULE}levl: x\n${CORRELATION}`;
const UNSET = RULE.replace('contains:', 'contains|expand:').replace('/priv', '%p%');

const tab = (name: string) => (page: Page) => page.getByRole('tab', { name }).click();
const nothing = async () => {};
const click = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();

/** For each part: its class, its name in the message, and how to open it. */
const PARTS: readonly (readonly [
  className: string,
  what: string,
  open: (page: Page) => Promise<void>,
  rule?: string,
])[] = [
  ['page-brand', 'The header', nothing],
  ['page-hints', 'The first steps', nothing],
  ['pane-pin', 'The rule’s side', nothing],
  ['pane-placeholders', 'The notes on the rule', nothing, UNSET],
  ['editor-rule', 'The rule’s editor', nothing],
  ['editor-events', 'The events’ editor', nothing],
  ['verdicts-frame', 'The verdicts', nothing],
  ['low-tabs', 'The row of panels', nothing],
  ['virtual-list', 'The panel Matches', tab('Matches')],
  ['explain', 'The panel Explain', tab('Explain')],
  ['rule-page', 'The panel Rule', tab('Rule')],
  ['indicators-bar', 'The panel Indicators', tab('Indicators')],
  ['problems-why', 'The panel Problems', tab('Problems')],
  ['correlations-one', 'The panel Correlations', tab('Correlations')],
  ['compare-bar', 'The panel Compare', click('Pin')],
  ['catalog', 'The panel Catalog', tab('Catalog')],
  ['formats-found', 'This dialog', click(/^Format:/)],
];

for (const [className, what, open, rule = WHOLE] of PARTS)
  test(`${what} fails alone (.${className})`, async ({ page }) => {
    const playground = await new Playground(page).open();
    await playground.paste('Rule', rule);
    await playground.paste('Events', EVENTS);
    await stored(page, rule);
    await poison(page, className);
    await page.reload();
    const whole = page.getByRole('alert', { name: `${what} failed` });
    await open(page);
    if (what === 'The panel Compare') await click('Compare')(page);
    await expect(whole).toContainText(`${what} stopped, by a fault of this page: Poisoned`);
    await expect(page.locator('.guard')).toHaveCount(1);
    for (const name of ['Try again', 'Save my rule', 'Save my events'])
      await expect(whole.getByRole('button', { name })).toBeVisible();
    // The others are there.
    if (what !== 'The header')
      await expect(page.getByRole('button', { name: 'Share', includeHidden: true })).toHaveCount(1);
    if (!what.startsWith('The rule’s')) await expect(page.locator('.editor-rule')).toHaveCount(1);
    if (what !== 'The events’ editor') await expect(page.locator('.editor-events')).toHaveCount(1);
    if (what !== 'The row of panels') await expect(page.locator('.low-tabs')).toHaveCount(1);
    await poison(page, null, true);
    await whole.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('.guard')).toHaveCount(0);
    await expect(page.locator(`.${className}`).first()).toBeAttached();
  });
