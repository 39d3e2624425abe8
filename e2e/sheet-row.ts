import { expect, type Locator, type Page } from '@playwright/test';
import { EVENTS, Playground, RULE } from './playground';

/** A second rule, with events of its own. */
export const OTHER =
  'title: Other\nlogsource: {product: linux}\ndetection:\n    s: {a: b}\n    condition: s\n';
export const OTHER_EVENTS = '{"a":"b"}\n{"a":"c"}\n{"a":"b"}\n';

/** The sheets as a person meets them. */
export class SheetRow {
  constructor(readonly page: Page) {}

  row(): Locator {
    return this.page.getByRole('tablist', { name: 'Sheets' });
  }

  tabs(): Locator {
    return this.row().getByRole('tab');
  }

  /** The tab whose name begins so. */
  tab(called: string): Locator {
    return this.tabs().filter({ has: this.page.getByText(called, { exact: true }) });
  }

  /** What the tabs are called, in their order. */
  titles(): Promise<string[]> {
    return this.row().locator('.sheets-title').allTextContents();
  }

  chosen(): Locator {
    return this.row().getByRole('tab', { selected: true });
  }

  /** Adds a sheet, and waits until it is shown. */
  async add(): Promise<void> {
    const before = await this.tabs().count();
    await this.page.getByRole('button', { name: 'New sheet' }).click();
    await expect(this.tabs()).toHaveCount(Math.max(2, before + 1));
    await expect(this.chosen()).toContainText('Untitled');
  }

  /** Chooses an entry of the menu of the chosen sheet. */
  async act(entry: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: 'Sheet actions' }).click();
    await this.page.getByRole('menuitem', { name: entry }).click();
  }
}

/** Opens the page with two sheets: Whoami, and Other, which is chosen. */
export async function two(page: Page): Promise<{ playground: Playground; sheets: SheetRow }> {
  const playground = await new Playground(page).open();
  const sheets = new SheetRow(page);
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await sheets.add();
  await playground.paste('Rule', OTHER);
  await playground.paste('Events', OTHER_EVENTS);
  await expect(playground.verdict(3, 'match')).toBeVisible();
  return { playground, sheets };
}

/** How many sheets the tab has stored; 1 where there is no list. */
export function listed(page: Page): Promise<number> {
  return page.evaluate(() => {
    const list = JSON.parse(sessionStorage.getItem('sigma-playground.sheets') ?? 'null');
    return list?.list.length ?? 1;
  });
}
