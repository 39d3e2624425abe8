import { expect, type Locator, type Page } from '@playwright/test';

/** The panel History as a person meets it. */
export class HistoryPanel {
  constructor(readonly page: Page) {}

  dialog(): Locator {
    return this.page.getByRole('dialog', { name: 'History' });
  }

  /** Opens it and waits until what is kept has been read. */
  async open(): Promise<this> {
    await this.page.getByRole('button', { name: 'History', exact: true }).click();
    await expect(this.dialog().getByRole('switch', { name: 'Keep history' })).toBeVisible();
    return this;
  }

  async close(): Promise<void> {
    await this.dialog().getByRole('button', { name: 'Close' }).click();
    await expect(this.dialog()).toBeHidden();
  }

  /** The states, newest first. */
  states(): Locator {
    return this.dialog().getByRole('option');
  }

  /** Chooses the state that says this, and brings it back. */
  async bringBack(said: string | RegExp): Promise<void> {
    await this.states().filter({ hasText: said }).first().click();
    await this.dialog().getByRole('button', { name: 'Bring back' }).click();
    await expect(this.dialog()).toBeHidden();
  }
}

/** A link to this work, as the fragment of an address. */
export function linkTo(page: Page, rule: string, events: string): Promise<string> {
  return page.evaluate(
    async ([rule, events]) => {
      const json = JSON.stringify({ rule, events, settings: {} });
      const stream = new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw'));
      const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
      const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
      return `#v1=${btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')}`;
    },
    [rule, events] as const,
  );
}

/** Opens a link in the page that is there, as by pasting it into the address. */
export async function follow(page: Page, link: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, link);
}
