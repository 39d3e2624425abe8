import { expect, test } from '@playwright/test';
import { EVENTS, Playground, RULE } from './playground';

test('a link opens in a fresh profile with the same work', async ({ page, browser, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await page.getByText('Ignore log sources').click();
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('#v1=');

  const other = await browser.newContext();
  const fresh = await new Playground(await other.newPage()).open(link);
  await expect.poll(() => fresh.text('Rule')).toBe(RULE);
  expect(await fresh.text('Events')).toBe(EVENTS);
  await expect(fresh.verdict(4, 'no match')).toBeVisible();
  expect(new URL(fresh.page.url()).hash).toBe('');
  await other.close();
});

test('a refused clipboard shows the link to be copied by hand', async ({ page }) => {
  const playground = await new Playground(page).open();
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Copy this link' });
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/#v1=/);
  await playground.escape(dialog);
});

test('broken and unknown links change nothing', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', 'title: mine');
  await page.waitForTimeout(600);
  for (const hash of ['#v1=AAAA', '#v1=%%%', '#v9=abc']) {
    await page.goto('about:blank');
    await playground.open(`./${hash}`);
    await expect(page.getByText('This link cannot be opened')).toBeVisible();
    expect(await playground.text('Rule')).toBe('title: mine');
  }
});

test('a link that decompresses beyond the limit is refused', async ({ page }) => {
  const playground = await new Playground(page).open();
  const before = await playground.text('Rule');
  const bomb = await page.evaluate(async () => {
    const json = JSON.stringify({ rule: 'a'.repeat(9_000_000), events: '' });
    const stream = new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    return btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(''))
      .replace(/\+/g, '-')
      .replace(/\//g, '_');
  });
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#v1=${bomb}`);
  await expect(page.getByText('too large')).toBeVisible();
  expect(await playground.text('Rule')).toBe(before);
});

test('work that a link replaces can be restored', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await page.getByRole('button', { name: 'Share' }).waitFor();
  const link = await page.evaluate(async () => {
    const json = JSON.stringify({ rule: 'title: shared', events: '{}', settings: {} });
    const stream = new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    return `#v1=${btoa(String.fromCharCode(...bytes))
      .replace(/\+/g, '-')
      .replace(/\//g, '_')
      .replace(/=+$/, '')}`;
  });
  await page.evaluate((hash) => {
    location.hash = hash;
  }, link);
  await expect.poll(() => playground.text('Rule')).toBe('title: shared');
  await page.getByRole('button', { name: 'Restore previous work' }).click();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
});

test('work that no link can hold is told with its length, and the rule alone can be shared', async ({
  page,
  browser,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = await new Playground(page).open();
  await page.evaluate(() => navigator.clipboard.writeText('as before'));
  const events = Array.from({ length: 45_000 }, (_, i) => `{"A":${i},"B":"${'x'.repeat(90)}"}`).join('\n');
  await page
    .getByLabel('Open events file')
    .setInputFiles({ name: 'a.jsonl', mimeType: 'application/json', buffer: Buffer.from(events) });
  await expect.poll(async () => (await playground.text('Events')).length).toBe(events.length);
  await playground.paste('Rule', RULE);
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Too much for a link' });
  await expect(dialog).toContainText('A link holds at most 4,194,304 bytes');
  await expect(dialog).toContainText(`the events have ${events.length.toLocaleString('en')}`);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('as before');
  await dialog.getByRole('button', { name: 'Copy a link with the rule alone' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Link copied. The link itself holds the rule alone.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await browser.newContext();
  const fresh = await new Playground(await other.newPage()).open(link);
  await expect.poll(() => fresh.text('Rule')).toBe(RULE);
  await other.close();
});
