import { expect, type Page, test } from '@playwright/test';
import { OF_PANEL } from '../src/testing/panel-messages';
import { Playground } from './playground';

/*
 * The content of a closed panel is not made. A panel that is opened shows the current state.
 */

const rule = (value: string) =>
  `title: Rule of ${value}\nlogsource: {product: test}\ndetection:\n    s: {k: ${value}}\n    condition: s\n`;
const EVENTS = '{"k":"one"}\n{"k":"two"}\n';
const OF_PANELS: readonly string[] = Object.values(OF_PANEL).flat();

interface Listening {
  heard: string[];
}

/** Makes the page record the kinds of all messages that its workers post, in order. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const kindsOf = (data: unknown): void => {
      if (typeof data !== 'object' || data === null) return;
      const { kind, message } = data as { kind?: unknown; message?: unknown };
      if (typeof kind === 'string') heard.push(kind);
      kindsOf(message);
    };
    const Plain = Worker;
    globalThis.Worker = class extends Plain {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        this.addEventListener('message', ({ data }) => kindsOf(data));
      }
    };
  });
}

const heardBy = (page: Page) => page.evaluate(() => (globalThis as unknown as Listening).heard);
const forget = (page: Page) =>
  page.evaluate(() => {
    (globalThis as unknown as Listening).heard.length = 0;
  });

/** The messages for panels, once the run has reported the rule's problems and has ended. */
async function heardOfPanels(page: Page): Promise<string[]> {
  await expect
    .poll(async () => {
      const heard = await heardBy(page);
      return heard.includes('problems') && heard.lastIndexOf('answered') > heard.indexOf('problems');
    })
    .toBe(true);
  return [...new Set((await heardBy(page)).filter((kind) => OF_PANELS.includes(kind)))].sort();
}

test('typing makes nothing for closed panels, and a panel that opens is up to date', async ({ page }) => {
  await listen(page);
  const playground = await new Playground(page).open();
  await playground.paste('Events', EVENTS);
  await playground.tab('Problems');
  await playground.paste('Rule', rule('one'));
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await forget(page);
  await playground.paste('Rule', rule('two'));
  await expect(playground.verdict(2, 'match')).toBeVisible();
  expect(await heardOfPanels(page)).toEqual([]);

  await playground.tab('Indicators');
  const indicators = page.getByRole('table', { name: 'Indicators' });
  await expect(indicators).toContainText('two');
  expect(await heardOfPanels(page)).toEqual(['indicators']);
  await playground.tab('Rule');
  await expect(page.getByRole('region', { name: 'The rule’s page' })).toContainText('Rule of two');

  await playground.tab('Problems');
  await playground.paste('Rule', rule('three'));
  await expect(playground.verdict(2, 'no match')).toBeVisible();
  await playground.tab('Indicators');
  await expect(indicators).toContainText('three');
  await expect(indicators).not.toContainText('two');
});

test('a panel that stays open follows each edit, in the middle of one too', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', EVENTS);
  await playground.paste('Rule', rule('one'));
  await playground.tab('Rule');
  const sheet = page.getByRole('region', { name: 'The rule’s page' });
  await expect(sheet).toContainText('Rule of one');
  await playground.paste('Rule', rule('two'));
  await expect(sheet).toContainText('Rule of two');
  await playground.paste('Rule', rule('two').replace('condition: s', 'condition: '));
  await expect(sheet).toContainText('Shown as it was before the error');
  await expect(sheet).toContainText('Rule of two');
  // Opened only now: it shows the last good rule, which it was never asked for.
  await playground.tab('Indicators');
  await expect(page.getByText('Shown as it was before the error')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Indicators' })).toContainText('two');
});
