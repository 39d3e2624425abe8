import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type Frame, type Page, test } from '@playwright/test';
import { findWholeChromium } from './browser';
import { EVENTS, Playground, RULE } from './playground';

/*
 * A browser stores everything for the page, nothing more because its storage is full, or nothing at all. In each case the
 * page keeps working and says which it is.
 */

const FULL = 'This browser’s storage for the page is full.';
const REFUSED = 'This browser keeps nothing for this page';
const IN_A_FRAME = 'This page stands in a frame of another page, and the browser keeps nothing for it there';

/** The page finds the match whatever the browser stores. */
async function works(playground: Playground): Promise<void> {
  await playground.paste('Events', EVENTS);
  await playground.paste('Rule', RULE);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expect(playground.verdict(2, 'no match')).toBeVisible();
}

test('with full storage the work stays, and the page says so once, until there is space again', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await page.evaluate(() => {
    let size = 4_000_000;
    let text = 'x'.repeat(size);
    for (let i = 0; size > 0; ) {
      try {
        localStorage.setItem(`other.${i}`, text);
        i++;
      } catch {
        size = Math.floor(size / 2);
        text = text.slice(0, size);
      }
    }
  });
  await works(playground);
  const notice = page.getByRole('status').getByText(FULL);
  await expect(notice).toHaveCount(1);
  await page.evaluate(() => localStorage.clear());
  await playground.paste('Rule', `${RULE}# kept\n`);
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('sigma-playground.rule') ?? ''))
    .toContain('# kept');
});

test('if the browser refuses to store anything, the page says that', async ({ page }) => {
  // As in a browser whose settings block the storage of sites.
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  });
  const playground = await new Playground(page).open();
  await works(playground);
  await expect(page.getByRole('status').getByText(REFUSED)).toHaveCount(1);
  await expect(page.getByText(FULL)).toHaveCount(0);
});

/** A page of another site with this one in a frame. */
async function embedding(address: string): Promise<{ readonly address: string; close(): void }> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<title>Other</title><iframe src="${address}" style="width:1400px;height:850px"></iframe>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://localhost:${port}/`, close: () => server.close() };
}

test('a frame of another site whose storage the browser blocks works, and says that nothing is stored', async ({
  baseURL,
  launchOptions,
  viewport,
}) => {
  test.skip(findWholeChromium() === null, 'The shell has no settings: a whole Chromium is needed.');
  // A separate browser with a common setting: pages of other sites in frames may store nothing.
  const folder = mkdtempSync(join(tmpdir(), 'blocked-'));
  mkdirSync(join(folder, 'Default'));
  writeFileSync(
    join(folder, 'Default', 'Preferences'),
    JSON.stringify({ profile: { cookie_controls_mode: 1, block_third_party_cookies: true } }),
  );
  const other = await embedding(baseURL!);
  const executablePath = findWholeChromium() ?? '';
  const context = await chromium.launchPersistentContext(folder, {
    ...launchOptions,
    viewport,
    executablePath,
  });
  try {
    const page = await context.newPage();
    await page.goto(other.address);
    const frame = await frameOf(page, baseURL!);
    const blocked = await frame.evaluate(() => {
      try {
        return window.localStorage === null;
      } catch (error) {
        return (error as DOMException).name === 'SecurityError';
      }
    });
    expect(blocked, 'the browser blocks what the frame would keep').toBe(true);
    const box = frame.getByRole('textbox', { name: 'Rule', exact: true });
    await expect(frame.locator('.monaco-editor .view-lines').first()).toBeVisible();
    await expect(frame.getByRole('option', { name: /^Event 1: / })).toBeVisible();
    await box.focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('# changed\n');
    await expect(frame.getByRole('status').getByText(IN_A_FRAME)).toHaveCount(1);
    await expect(frame.getByText(FULL)).toHaveCount(0);
    await frame.getByRole('tab', { name: 'Catalog' }).click();
    await expect(frame.getByRole('tabpanel')).toContainText('SigmaHQ');
  } finally {
    await context.close();
    other.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function frameOf(page: Page, address: string): Promise<Frame> {
  await expect.poll(() => page.frames().some((frame) => frame.url().startsWith(address))).toBe(true);
  return page.frames().find((frame) => frame.url().startsWith(address))!;
}
