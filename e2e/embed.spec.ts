import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { violationsNow } from './axe';
import { EmbeddingPage } from './embed-page';
import { visitBefore } from './offline-mode';
import { EVENTS, Playground, RULE } from './playground';
import { serve } from './site';

const WORK = `#rule=${encodeURIComponent(RULE)}&events=${encodeURIComponent(EVENTS)}`;

/** Makes every use of a storage count, in each frame. */
const WATCH_STORAGE = () => {
  const used: string[] = [];
  Object.assign(globalThis, { used });
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'] as const) {
    const { get } = Object.getOwnPropertyDescriptor(globalThis, name) ?? {};
    Object.defineProperty(globalThis, name, {
      get() {
        used.push(name);
        return get?.call(globalThis);
      },
    });
  }
};

/** The storages that the embed in a page has used, or has something in. */
async function storageUsed(page: Page): Promise<string[]> {
  const embed = page.frames().find((one) => one.url().includes('embed.html'))!;
  const used = await embed.evaluate(() => [...(globalThis as unknown as { used: string[] }).used]);
  const kept = await embed.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
  ]);
  return [...used, ...kept];
}

test('a page of another origin shows an embed that is as high as its content, explains, and keeps nothing', async ({
  page,
  baseURL,
}) => {
  await page.addInitScript(WATCH_STORAGE);
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) violations.push(message.text());
  });
  const wiki = await EmbeddingPage.open(page, () => `${baseURL}embed.html${WORK}&event=2&theme=dark`);
  const { frame } = wiki;
  await expect(frame.getByRole('option', { name: 'Event 1: match' })).toBeVisible();
  await expect(frame.getByRole('heading', { name: 'Why event 2 does not match' })).toBeVisible();
  await wiki.isAsHighAsItsContent();
  expect((await wiki.heard('height')).length).toBeGreaterThan(0);

  await frame.getByRole('listbox', { name: 'Verdicts' }).press('Home');
  await expect(frame.getByRole('heading', { name: 'Why event 1 matches' })).toBeVisible();
  await expect(
    frame.getByRole('region', { name: 'Events' }).locator('mark', { hasText: '/all' }),
  ).toBeVisible();
  await expect(
    frame.getByRole('region', { name: 'Rule' }).locator('mark', { hasText: '/all' }),
  ).toBeVisible();

  // Without an opt-in nothing is taken, and nothing but the height is told.
  await wiki.send({ to: 'sigma-playground', type: 'choose', event: 3 });
  await frame.getByRole('listbox', { name: 'Verdicts' }).press('ArrowRight');
  await expect(frame.getByRole('heading', { name: 'Why event 2 does not match' })).toBeVisible();
  expect(await wiki.heard('verdicts')).toEqual([]);
  expect(await wiki.heard('ready')).toEqual([]);

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations: found } = await new AxeBuilder({ page }).include('iframe').analyze();
    expect(found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
  const embed = page.frames().find((one) => one.url().includes('embed.html'))!;
  expect(await embed.evaluate(() => (globalThis as unknown as { used: string[] }).used)).toEqual([]);
  expect(await embed.evaluate(async () => (await indexedDB.databases()).length + localStorage.length)).toBe(
    0,
  );
  expect(violations).toEqual([]);

  const link = frame.getByRole('link', { name: 'Open in the playground' });
  await expect(link).toHaveAttribute('href', /^\.\/#v1=.*&event=2$/);
  const opened = page.waitForEvent('popup');
  await link.click();
  const whole = await opened;
  await expect(whole.getByRole('option', { name: /^Event 2:/ })).toHaveAttribute('aria-selected', 'true');
  expect(await whole.evaluate(() => window.opener)).toBeNull();
  wiki.close();
});

test('a page that the address names sets the texts and hears the verdicts; no other page is heard', async ({
  page,
  baseURL,
}) => {
  await page.addInitScript(WATCH_STORAGE);
  const wiki = await EmbeddingPage.open(
    page,
    (origin) => `${baseURL}embed.html${WORK}&edit=yes&parent=${encodeURIComponent(origin)}`,
  );
  const last = async () => (await wiki.heard('verdicts')).at(-1);
  await expect.poll(last).toMatchObject({
    title: 'Whoami',
    compiles: true,
    chosen: 1,
    verdicts: ['match', 'no match', 'no match', 'not applicable', 'error'],
  });
  expect(await wiki.heard('ready')).toHaveLength(1);
  await expect(wiki.frame.locator('.monaco-editor .view-lines').first()).toBeVisible();
  await wiki.isAsHighAsItsContent();

  await wiki.send({ to: 'sigma-playground', type: 'choose', event: 3 });
  await expect.poll(last).toMatchObject({ chosen: 3 });
  await wiki.send({ to: 'sigma-playground', type: 'set', events: '{"a": 1}', theme: 'dark' });
  await expect.poll(last).toMatchObject({ chosen: 1, verdicts: ['no match'] });
  await expect(wiki.frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await wiki.send({ to: 'sigma-playground', type: 'set', rule: 7 });
  await expect.poll(() => wiki.heard('refused')).toMatchObject([{ why: '“rule” is no text.' }]);

  // What is typed in the embed is told, too.
  await wiki.frame.getByRole('textbox', { name: 'Events', exact: true }).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(EVENTS.split('\n')[0]!);
  await expect.poll(last).toMatchObject({ verdicts: ['match'] });

  // The version of Sigma decides whether a bracket selects; a rule's own one would win.
  await wiki.send({
    to: 'sigma-playground',
    type: 'set',
    rule: 'title: First\nlogsource: {product: own}\ndetection:\n    s:\n        args[0]: x\n    condition: s\n',
    events: '{"args": ["x"]}\n{"args[0]": "x"}',
  });
  await expect.poll(last).toMatchObject({ title: 'First', verdicts: ['no match', 'match'] });
  await wiki.send({ to: 'sigma-playground', type: 'set', spec: 'proposals' });
  await expect.poll(last).toMatchObject({ title: 'First', verdicts: ['match', 'no match'] });
  await wiki.send({ to: 'sigma-playground', type: 'set', spec: '2.1.0', events: '{"args[0]": "x"}' });
  await expect.poll(last).toMatchObject({ verdicts: ['match'] });
  await wiki.send({ to: 'sigma-playground', type: 'set', spec: '3' });
  await expect
    .poll(() => wiki.heard('refused'))
    .toMatchObject([{}, { why: '“spec” is none of “2.1.0”, “2.2.0” and “proposals”.' }]);
  expect(await storageUsed(page)).toEqual([]);
  wiki.close();

  const other = await EmbeddingPage.open(
    page,
    () => `${baseURL}embed.html${WORK}&parent=https://blog.example`,
  );
  await expect(other.frame.getByRole('option', { name: 'Event 1: match' })).toBeVisible();
  await other.send({ to: 'sigma-playground', type: 'set', events: '{"a": 1}' });
  await other.frame.getByRole('listbox', { name: 'Verdicts' }).press('End');
  await expect(other.frame.getByRole('option', { name: /^Event 5:/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  expect((await other.heard('height')).length).toBeGreaterThan(0);
  expect([...(await other.heard('ready')), ...(await other.heard('verdicts'))]).toEqual([]);
  other.close();
});

test('in a sandbox without an origin it says what to add, whether or not the server hands out its files', async ({
  page,
  baseURL,
}) => {
  const site = await serve({}, { 'Access-Control-Allow-Origin': '*' });
  for (const address of [site.address, baseURL]) {
    const wiki = await EmbeddingPage.open(
      page,
      () => `${address}embed.html${WORK}`,
      'sandbox="allow-scripts"',
    );
    await expect(wiki.frame.getByRole('alert')).toContainText('Add allow-same-origin to the frame’s sandbox');
    await expect.poll(async () => (await wiki.heard('height')).length).toBeGreaterThan(0);
    wiki.close();
  }
  const written = 'sandbox="allow-scripts allow-same-origin"';
  const wiki = await EmbeddingPage.open(page, () => `${site.address}embed.html${WORK}`, written);
  await expect(wiki.frame.getByRole('option', { name: 'Event 1: match' })).toBeVisible();
  wiki.close();
  site.close();
});

test('an address that cannot be opened says why and what to do', async ({ page }) => {
  await visitBefore(page);
  await page.goto('./embed.html#rule=a&panes=rule,nothing');
  await expect(page.getByRole('alert')).toContainText('the value of “panes” is none that it can have');
  await page.goto('./embed.html#rule-base64=*');
  await expect(page.getByRole('alert')).toContainText('is not base64url. Copy the whole link again');
});

test('the Share dialog writes the HTML of an embed, and its preview has the height that it says', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await page.getByRole('button', { name: 'Link options' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await dialog.getByRole('button', { name: 'Embed', exact: true }).click();
  await dialog.getByRole('switch', { name: 'Explanation' }).click();
  await dialog.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  await dialog.getByRole('textbox', { name: 'Takes messages from' }).fill('https://wiki.example/page');
  await expect(dialog.getByText('That is no origin')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Takes messages from' }).fill('https://wiki.example');
  const preview = page.frameLocator('iframe[title="Preview"]');
  await expect(preview.getByRole('option', { name: 'Event 1: match' })).toBeVisible();
  await expect(preview.getByRole('heading', { name: 'Why event 1 matches' })).toHaveCount(0);
  await expect
    .poll(() =>
      preview
        .locator('html')
        .evaluate((html) => html.scrollHeight - html.ownerDocument.defaultView!.innerHeight),
    )
    .toBe(0);
  expect(await violationsNow(page, '.modal')).toEqual([]);
  await dialog.getByRole('button', { name: 'Copy HTML' }).click();
  const html = await page.evaluate(() => navigator.clipboard.readText());
  const told = await dialog.getByText(/^The preview is/).textContent();
  expect(told).toContain(/ height="(\d+)"/.exec(html)?.[1] ?? 'none');
  expect(html).toContain('title="Whoami"');
  expect(html).toContain(
    '&amp;panes=rule,events,verdicts&amp;theme=dark&amp;parent=https%3A%2F%2Fwiki.example"',
  );
});
