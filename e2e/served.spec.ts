import { setTimeout } from 'node:timers/promises';
import { expect, type Page, test } from '@playwright/test';
import { zipped } from './catalog-files';
import { needsNetwork } from './offline-mode';
import { EVENTS, Playground, RULE } from './playground';
import { type Answer, file, serve } from './site';

needsNetwork('a site’s catalogs are loaded when they are asked for');

const OURS = zipped({ 'rules/whoami.yml': RULE, 'rules/other.yml': RULE.replace('Whoami', 'Other') });
const json = (value: unknown) => file(JSON.stringify(value), 'application/json');
const asZip = (body: Buffer) => file(body, 'application/zip');

async function open(page: Page, own: Record<string, Answer | null>) {
  const site = await serve(own);
  const playground = await new Playground(page).open(site.address);
  await page.getByRole('tab', { name: 'Catalog' }).click();
  await expect(page.getByText('Drop rules here')).toBeVisible();
  return { site, playground };
}

const load = (page: Page, name: string) => page.getByRole('button', { name: `Load ${name}` });
const panel = (page: Page) => page.getByRole('region', { name: 'Catalog of rules' });

test('a zip beside the page is offered, loaded and saved, only from this site', async ({ page }) => {
  const entry = { name: 'Our rules', file: 'our rules.zip', commit: '0123456789abcdef', date: '2026-11-01' };
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const { site, playground } = await open(page, {
    'catalog/manifest.json': json([entry]),
    'catalog/our rules.zip': asZip(OURS),
  });
  await expect(page.getByRole('list', { name: 'Catalogs of this site' })).toContainText(
    '2026-11-01, commit 0123456789ab',
  );
  await playground.paste('Events', EVENTS);
  await load(page, 'Our rules').click();
  await expect(panel(page)).toContainText('Our rules 2 rules in 2 files');
  await page.getByRole('button', { name: 'Run all on my events' }).click();
  await expect(panel(page).getByRole('status')).toContainText('2 rules match');
  await page.reload();
  await playground.ready();
  await expect(panel(page)).toContainText('Our rules 2 rules in 2 files');
  // In place of what was loaded, too.
  await load(page, 'Our rules').click();
  await expect(panel(page)).toContainText('Our rules 2 rules in 2 files');
  expect(asked.filter((address) => new URL(address).origin !== new URL(site.address).origin)).toEqual([]);
  site.close();
});

test('several are a menu in the bar', async ({ page }) => {
  const { site } = await open(page, {
    'catalog/manifest.json': json([
      { name: 'Ours', file: 'ours.zip' },
      { name: 'Theirs', file: 'theirs.zip', date: '2026-10-31' },
    ]),
    'catalog/ours.zip': asZip(OURS),
    'catalog/theirs.zip': asZip(zipped({ 'one.yml': RULE })),
  });
  await load(page, 'Ours').click();
  await expect(panel(page)).toContainText('Ours 2 rules in 2 files');
  await page.getByRole('button', { name: 'Load a catalog of this site' }).click();
  await page.getByRole('menuitem', { name: 'Theirs' }).click();
  await expect(panel(page)).toContainText('Theirs 1 rule in 1 file');
  site.close();
});

test('a long download shows its progress and can be cancelled', async ({ page }) => {
  let goOn = () => {};
  const slow: Answer = async (response) => {
    response.writeHead(200, { 'Content-Type': 'application/zip', 'Content-Length': 4_000_000 });
    response.write(Buffer.concat([OURS, Buffer.alloc(1_000_000 - OURS.length)]));
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
    response.end(Buffer.alloc(3_000_000));
  };
  const { site } = await open(page, {
    'catalog/manifest.json': json([{ name: 'Large', file: 'large.zip' }]),
    'catalog/large.zip': slow,
  });
  await load(page, 'Large').click();
  await expect(panel(page).getByText('1.0 of 4.0 MB')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(load(page, 'Large')).toBeVisible();
  await expect(panel(page).getByRole('alert')).toBeHidden();
  goOn();
  // A download that ends later does not replace rules that were opened meanwhile.
  await load(page, 'Large').click();
  await expect(panel(page).getByText('1.0 of 4.0 MB')).toBeVisible();
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'mine.yml'));
    return data;
  }, RULE);
  await panel(page).dispatchEvent('drop', { dataTransfer: transfer });
  await expect(panel(page)).toContainText('mine.yml 1 rule in 1 file');
  goOn();
  await setTimeout(300);
  await expect(panel(page)).toContainText('mine.yml 1 rule in 1 file');
  site.close();
});

const BAD: readonly (readonly [what: string, answer: Answer | null, says: string])[] = [
  ['no file', null, '“%” is missing: this site’s catalog/manifest.json names #, but there is no such file'],
  ['a page in its place', file('<!doctype html>', 'text/html'), '“%” is missing'],
  ['no zip', asZip(Buffer.from('hello')), '“%” cannot be read: # is not a zip archive.'],
  ['half a zip', asZip(OURS.subarray(0, OURS.length / 2)), '#: This is not a zip archive, or it is damaged.'],
  ['a zip without rules', asZip(zipped({ 'a.txt': '' })), 'There is no .yml or .yaml file in this archive.'],
  [
    'an error',
    (response) => {
      response.writeHead(500).end('x');
    },
    '“%” could not be fetched: the server answered 500.',
  ],
  [
    'half an answer',
    (response) => {
      response.writeHead(200, { 'Content-Type': 'application/zip', 'Content-Length': 1000 });
      response.write(OURS.subarray(0, 100), () => response.destroy());
    },
    '“%” could not be fetched completely: the connection broke.',
  ],
];

test('a failure to load is reported, and the current catalog stays', async ({ page }) => {
  const names = BAD.map(([what]) => ({ name: what, file: `${what}.zip` }));
  const { site } = await open(page, {
    'catalog/manifest.json': json(names),
    ...Object.fromEntries(BAD.map(([what, answer]) => [`catalog/${what}.zip`, answer])),
  });
  await page
    .getByLabel('Open files of rules')
    .setInputFiles({ name: 'mine.yml', mimeType: 'text/yaml', buffer: Buffer.from(RULE) });
  await expect(panel(page)).toContainText('mine.yml 1 rule in 1 file');
  for (const [what, , says] of BAD) {
    await page.getByRole('button', { name: 'Load a catalog of this site' }).click();
    await page.getByRole('menuitem', { name: what, exact: true }).click();
    await expect(panel(page).getByRole('alert')).toContainText(
      says.replace('%', what).replace('#', `${what}.zip`),
    );
    await expect(panel(page)).toContainText('mine.yml 1 rule in 1 file');
  }
  site.close();
});

for (const [what, answer, says] of [
  ['as it is built', undefined, null],
  ['absent', null, null],
  ['a page in its place', file('<!doctype html>', 'text/html'), null],
  ['no JSON', file('[{', 'application/json'), 'catalog/manifest.json cannot be used'],
  [
    'of another site',
    json([{ name: 'Far', file: 'https://elsewhere.example/a.zip' }]),
    'Entry 1 (Far): https://elsewhere.example/a.zip must be the name of a .zip file beside the manifest',
  ],
] as readonly [string, Answer | null | undefined, string | null][]) {
  test(`a manifest ${what} offers nothing${says ? ', and is told' : ''}`, async ({ page }) => {
    const manifest = page.waitForResponse(/manifest\.json$/);
    const { site } = await open(page, answer === undefined ? {} : { 'catalog/manifest.json': answer });
    await (await manifest).finished();
    if (says) await expect(panel(page)).toContainText(says);
    else await expect(panel(page).getByRole('img', { name: 'warning' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Load/ })).toHaveCount(0);
    await expect(panel(page).getByRole('alert')).toHaveCount(0);
    site.close();
  });
}
