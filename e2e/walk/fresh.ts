import type { Page } from '@playwright/test';
import { Playground } from '../playground';
import { makeReadable, type Sight, sight } from './sight';

/** What a page keeps of the person: the texts and the choices, each as JSON. */
export type Kept = Readonly<Record<string, string>>;

/** What the walk's page keeps, up to the last key. */
export function keptBy(page: Page): Promise<Kept> {
  return page.evaluate(() => {
    // What is kept is written when the page goes out of sight, too.
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    return { ...localStorage };
  });
}

/** A second page, which is opened anew for each comparison. */
export class FreshPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<this> {
    await makeReadable(this.page);
    await new Playground(this.page).open();
    return this;
  }

  /** What a fresh page shows of what `kept` says, with `rule` in place of its rule where that is given. */
  async shows(kept: Kept, like: Pick<Sight, 'scrolled'>, size: Size, rule?: string): Promise<Sight> {
    const fields = rule === undefined ? kept : { ...kept, 'sigma-playground.rule': JSON.stringify(rule) };
    await this.page.setViewportSize(size);
    await this.page.evaluate((fields) => {
      localStorage.clear();
      sessionStorage.clear();
      for (const [key, value] of Object.entries(fields)) localStorage.setItem(key, value);
      // Nothing of the page that goes is to be kept in their place.
      Storage.prototype.setItem = () => {};
    }, fields);
    await this.page.reload();
    await new Playground(this.page).ready();
    return sight(this.page, like.scrolled);
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}
