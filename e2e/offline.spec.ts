import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { keepAll } from './kept-offline';
import { needsNetwork } from './offline-mode';
import { EVENTS, Playground, RULE } from './playground';
import { type Answer, file, serve } from './site';

test.use({ serviceWorkers: 'allow' });
needsNetwork('it makes its own first visits, updates and cuts');

const BACKTRACKS = '^(?=.*a)(a+)+$';
const HANGS = `title: t\ndetection:\n    s:\n        F|re: '${BACKTRACKS}'\n    condition: s\n`;

test('after one visit the whole page works without a network, and workers start again', async ({
  page,
  context,
}) => {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  const playground = await new Playground(page).open('./?patience=700');
  await keepAll(page);
  await context.setOffline(true);
  await page.reload();
  await playground.ready();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  for (const tab of ['Explain', 'Rule', 'Indicators', 'Tests', 'Problems']) {
    await playground.tab(tab);
    await expect(page.getByRole('tabpanel')).not.toBeEmpty();
    await expect(page.getByText('Loading…', { exact: true })).toHaveCount(0);
  }
  // The catalog has a worker of its own, and statistics beside the page.
  await playground.tab('Catalog');
  await page
    .getByLabel('Open files of rules')
    .setInputFiles({ name: 'own.yml', mimeType: 'text/yaml', buffer: Buffer.from(RULE) });
  await page.getByRole('button', { name: 'Run all on my events' }).click();
  await expect(page.getByRole('region', { name: 'Findings' })).toBeVisible();
  // A pattern that hangs ends the engine; the next one starts from what is kept.
  await playground.paste('Events', `{"F":"${'a'.repeat(60)}!"}`);
  await playground.paste('Rule', HANGS);
  await expect(playground.banner()).toContainText('took too long');
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expect(page.locator('.guard')).toHaveCount(0);
  const { origin } = new URL(page.url());
  const isOther = (url: string) => !/^(?:data|blob):/.test(url) && new URL(url).origin !== origin;
  expect(asked.filter(isOther)).toEqual([]);
});

/** The build as its next version would be: another title, and another name for each script. */
function nextVersion(): Record<string, Answer | null> {
  const all = readdirSync('dist', { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = all.map((entry) => join(entry.parentPath, entry.name).slice('dist/'.length));
  const moved = names.filter((name) => /^assets\/.*\.js$/.test(name));
  const rename = (text: string) =>
    moved.reduce((to, name) => to.replaceAll(name.slice('assets/'.length), newName(name)), text);
  const own: Record<string, Answer | null> = {};
  const list: Record<string, string> = {};
  for (const name of names.filter((name) => /\.(?:js|html)$/.test(name) && name !== 'sw.js')) {
    const text = rename(readFileSync(`dist/${name}`, 'utf8')).replace('<title>', '<title>Newer ');
    own[name] = null;
    own[rename(name)] = file(text, name.endsWith('.html') ? 'text/html' : 'text/javascript');
    list[rename(name)] = `sha256-${createHash('sha256').update(text).digest('base64')}`;
  }
  const worker = readFileSync('dist/sw.js', 'utf8')
    .replace(/\{"assets\/[^}]*\}/, (files) => JSON.stringify({ ...JSON.parse(rename(files)), ...list }))
    .replace(/"[0-9a-f]{16}"/, '"newer"');
  return { ...own, 'sw.js': file(worker, 'text/javascript') };
}

const newName = (name: string) => name.slice('assets/'.length).replace(/\.js$/, 'N.js');

const newer = (page: Page) =>
  page.getByRole('status').filter({ hasText: 'A new version of this page is there' });

/** Waits until no page or embed of another version is open: a page that is closed gives its lock back a little later. */
const aloneOfItsVersion = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(async () => {
        const { held = [] } = await navigator.locks.query();
        return new Set(held.flatMap(({ name }) => (name?.startsWith('sigma-playground page ') ? [name] : [])))
          .size;
      }),
    )
    .toBe(1);

test('a new version asks, a page that is still open keeps its parts, and work stays', async ({
  page,
  context,
}) => {
  const own: Record<string, Answer | null> = {};
  const site = await serve(own);
  const playground = await new Playground(page).open(site.address);
  await playground.paste('Rule', RULE);
  await keepAll(page);
  const other = await context.newPage();
  const old = await new Playground(other).open(site.address);
  await keepAll(other);

  Object.assign(own, nextVersion());
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect(newer(page)).toBeVisible();
  await expect(page).toHaveTitle('Sigma Playground');
  await playground.paste('Rule', RULE.replace('Whoami', 'Typed last'));
  await newer(page).getByRole('button', { name: 'Reload' }).click();
  await expect(page).toHaveTitle(/^Newer/);
  await playground.ready();
  await expect.poll(() => playground.text('Rule')).toContain('Typed last');

  // The other page is of the old version. The site has its Catalog no more; the old version's cache has.
  await expect(other).toHaveTitle('Sigma Playground');
  await old.tab('Catalog');
  await expect(other.getByText('Drop rules here')).toBeVisible();
  // Once it is gone, its cache goes with the next visit.
  await other.close();
  await aloneOfItsVersion(page);
  await page.reload();
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(1);
  site.close();
});

test('an embed that is still open keeps its parts, too', async ({ page, context }) => {
  const own: Record<string, Answer | null> = {};
  const site = await serve(own);
  await new Playground(page).open(site.address);
  await keepAll(page);
  const embed = await context.newPage();
  const work = `rule=${encodeURIComponent(RULE)}&events=${encodeURIComponent(EVENTS)}&edit=yes`;
  await embed.goto(`${site.address}embed.html?patience=700#${work}`);
  await expect(embed.getByRole('option', { name: 'Event 1: match' })).toBeVisible();

  Object.assign(own, nextVersion());
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await newer(page).getByRole('button', { name: 'Reload' }).click();
  await expect(page).toHaveTitle(/^Newer/);
  await new Playground(page).ready();
  // This visit would remove what nobody holds.
  await page.reload();
  await expect(page).toHaveTitle(/^Newer/);
  await new Playground(page).ready();

  // The engine of the embed is ended. The site has its script no more; the old version's cache has.
  const replace = async (side: string, text: string) => {
    await embed.getByRole('textbox', { name: side, exact: true }).focus();
    await embed.keyboard.press('Control+A');
    await embed.keyboard.insertText(text);
  };
  await replace('Events', `{"F":"${'a'.repeat(60)}!"}`);
  await replace('Rule', HANGS);
  await expect(embed.getByRole('alert').filter({ hasText: 'The engine was stopped' })).toBeVisible();
  await replace('Events', EVENTS);
  await replace('Rule', RULE);
  await expect(embed.getByRole('option', { name: 'Event 1: match' })).toBeVisible();
  await embed.close();
  await aloneOfItsVersion(page);
  await page.reload();
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(1);
  site.close();
});

test('a site that is only half updated is not kept', async ({ page }) => {
  const own: Record<string, Answer | null> = {};
  const site = await serve(own);
  await new Playground(page).open(site.address);
  await keepAll(page);
  Object.assign(own, nextVersion());
  own['boot.js'] = file('// Of another version.', 'text/javascript');
  const state = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const { installing } = await registration.update();
    return new Promise((resolve) => {
      installing?.addEventListener('statechange', () => resolve(installing.state));
    });
  });
  expect(state).toBe('redundant');
  await expect(newer(page)).toHaveCount(0);
  await page.reload();
  await expect(page).toHaveTitle('Sigma Playground');
  site.close();
});

for (const [where, refuse] of [
  ['without TLS', () => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')],
  [
    'in a private window',
    () => {
      ServiceWorkerContainer.prototype.register = () =>
        Promise.reject(new DOMException('Refused', 'SecurityError'));
    },
  ],
] as const) {
  test(`${where} nothing is kept, and nothing is said`, async ({ page }) => {
    const failed: string[] = [];
    page.on('pageerror', ({ message }) => failed.push(message));
    await page.addInitScript(refuse);
    const playground = await new Playground(page).open();
    await expect(playground.verdict(1, 'match')).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    await expect(page.locator('.notice')).toHaveCount(0);
    expect(failed).toEqual([]);
  });
}
