import { expect, type Page } from '@playwright/test';
import { openZip } from './catalog-files';
import { RULES } from './catalog-page';
import { Playground } from './playground';

/*
 * The panel that runs a catalog over an open log.
 */

export const CATALOG = {
  ...RULES,
  'rules/whoami.yml': `tags: [attack.t1033, attack.discovery]\n${RULES['rules/whoami.yml']}`,
};

export const panel = (page: Page) => page.getByRole('region', { name: 'Findings in the log' });
export const run = (page: Page) => panel(page).getByRole('button', { name: /^Run all .* over the log$/ });
export const list = (page: Page, by: string) => page.getByRole('listbox', { name: `Findings by ${by}` });
export const status = (page: Page) => panel(page).getByRole('status');
export const view = (page: Page, name: string) =>
  panel(page).getByRole('group', { name: 'Findings by' }).getByRole('button', { name });

/** The page with a log and a catalog open, and the panel. */
export async function opened(
  page: Page,
  files: readonly string[],
  rules: Readonly<Record<string, string>> = CATALOG,
  address?: string,
): Promise<Playground> {
  const playground = await new Playground(page).open(address);
  await openZip(page, rules);
  await page.getByLabel('Open events file').setInputFiles(files);
  await shown(page);
  return playground;
}

/** The panel beside a log, once the rules can run. */
export async function shown(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: 'Log', exact: true })).toBeVisible();
  await page.getByRole('tab', { name: 'Findings' }).click();
  await expect(run(page)).toBeEnabled();
}

/** Waits until so many findings in so many events are all. */
export async function done(page: Page, findings: number, events: number): Promise<void> {
  await expect(status(page).first()).toHaveText(
    `${findings} findings in ${events.toLocaleString('en')} events`,
  );
  await expect(status(page).nth(1)).toHaveText(new RegExp(`^${findings} findings in `));
}

/** Presses a button of the panel as soon as it is there, quicker than a test could. */
export const pressAtOnce = (page: Page, name: string) =>
  page.evaluate((text) => {
    const look = () => {
      const buttons = [...document.querySelectorAll<HTMLButtonElement>('.found-bar button')];
      const button = buttons.find((one) => one.textContent === text);
      if (button) button.click();
      else requestAnimationFrame(look);
    };
    look();
  }, name);
