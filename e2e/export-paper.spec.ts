import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import fc from 'fast-check';
import { paperHtml, paperSvg } from '../src/export';
import { papers } from '../src/export/testing';
import { violationsNow } from './axe';
import { Playground } from './playground';

/*
 * A result and the page of a rule leave the page as HTML, Markdown and pictures.
 */

const RULE = `title: Shell on a mail server
logsource:
    product: linux
detection:
    shell:
        Image|endswith: /sh
        Parent|contains: mail
    known:
        User: backup
    condition: shell and not known
`;
const HIT = '{"Image":"/bin/sh","Parent":"/usr/sbin/mail-in","User":"zdenka"}';
const MISS = '{"Image":"/bin/sh","Parent":"/usr/sbin/mail-in","User":"backup"}';
const EVENTS = `${HIT}\n${MISS}`;

class ExportDialog {
  constructor(readonly page: Page) {}

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Export' });
  }

  async open(): Promise<this> {
    const playground = await new Playground(this.page).open();
    await playground.paste('Rule', RULE);
    await playground.paste('Events', EVENTS);
    await this.page.getByRole('tab', { name: 'Explain' }).click();
    await this.page.getByRole('button', { name: 'Export…' }).click();
    await this.ready();
    return this;
  }

  async ready(): Promise<void> {
    await expect(this.dialog.getByRole('button', { name: 'Save' })).toBeEnabled();
  }

  async choose(field: string, choice: string): Promise<void> {
    await this.dialog.getByLabel(field, { exact: true }).selectOption(choice);
    await this.ready();
  }

  async save(): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.dialog.getByRole('button', { name: 'Save' }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile((await download.path())!) };
  }
}

/** Texts in an element's marks, each with the name of its selection. */
const marksIn = (place: Locator) =>
  place
    .locator('mark')
    .evaluateAll((all) => all.map((one) => `${one.getAttribute('title')}: ${one.textContent}`));

test('a result is saved as a page, as Markdown and as pictures', async ({ page, browser }) => {
  const exported = await new ExportDialog(page).open();
  const shown = page.frameLocator('iframe[title="Preview"]');
  await expect(shown.getByRole('heading', { level: 1 })).toHaveText('Shell on a mail server');
  await expect(shown.getByRole('heading', { name: 'Event 1: match' })).toBeVisible();
  await exported.choose('Events', 'All events');
  await expect(shown.getByRole('heading', { name: 'Event 2: no match' })).toBeVisible();

  const html = await exported.save();
  expect(html.name).toBe('Shell on a mail server.html');
  const alone = await browser.newPage();
  const asked: string[] = [];
  alone.on('request', (request) => asked.push(request.url()));
  await alone.setContent(html.bytes.toString('utf8'));
  expect(asked).toEqual([]);
  const events = alone.locator('pre[aria-label="Event"]');
  await expect(events).toHaveText([HIT, MISS]);
  expect(await marksIn(events.first())).toEqual(['shell: /sh', 'shell: mail']);
  expect(await marksIn(events.nth(1))).toEqual(['shell: /sh', 'shell: mail', 'known: backup']);
  // On paper, too, a line tells what matched; it becomes pages.
  await alone.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(events.first().locator('mark').first()).toHaveCSS('border-bottom-style', 'solid');
  await expect(alone.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  expect((await alone.pdf()).subarray(0, 5).toString()).toBe('%PDF-');

  await exported.choose('Form', 'Markdown');
  const markdown = (await exported.save()).bytes.toString('utf8');
  expect(markdown).toContain('## Event 2: no match');
  expect(markdown).toContain(`${HIT}\n${' '.repeat(HIT.indexOf('/sh'))}^^^`);

  await exported.choose('Form', 'Picture (SVG)');
  await exported.choose('Colours', 'Dark');
  const svg = (await exported.save()).bytes.toString('utf8');
  expect(svg).toContain('fill="#1b1e23"');
  await exported.choose('Form', 'Picture (PNG)');
  const png = await exported.save();
  expect(png.name).toBe('Shell on a mail server.png');
  const [width, height] = [16, 20].map((at) => png.bytes.readUInt32BE(at));
  const drawn = /width="(\d+)" height="(\d+)"/.exec(svg)!;
  expect([width, height]).toEqual([2 * Number(drawn[1]), 2 * Number(drawn[2])]);
  // The saved page shows no pictures at all: the playground looks at this one.
  const colours = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const found = new Set<number>();
    for (let i = 0; i < data.length; i += 4) found.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
    // The ground, the ground of texts and that of marks of the first selection.
    return [0x1b1e23, 0x22262c, 0x28336b].map((colour) => found.has(colour));
  }, png.bytes.toString('base64'));
  expect(colours).toEqual([true, true, true]);
});

test('names are replaced first, where that is wanted; a rule’s page has no event', async ({ page }) => {
  const exported = await new ExportDialog(page).open();
  const shown = page.frameLocator('iframe[title="Preview"]');
  await exported.dialog.getByText('Replace names and addresses').click();
  await expect(exported.dialog.getByText(/1 value replaced/)).toBeVisible();
  await exported.ready();
  await expect(shown.locator('body')).not.toContainText('zdenka');
  await expect(shown.getByRole('heading', { name: 'Event 1: match' })).toBeVisible();
  await exported.choose('What', 'Rule page');
  await expect(shown.getByRole('heading', { name: 'Indicators' })).toBeVisible();
  await expect(shown.getByRole('heading', { name: 'Event 1: match' })).toHaveCount(0);
});

test('by keys alone, accessible, and on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await page.getByRole('button', { name: 'Link options' }).focus();
  await page.keyboard.press('Enter');
  const share = page.getByRole('dialog', { name: 'Share' });
  await share.getByRole('button', { name: 'Export…' }).focus();
  await page.keyboard.press('Enter');
  const exported = new ExportDialog(page);
  await exported.ready();
  // As in the dialog that led here.
  await expect(exported.dialog.getByLabel('Replace names and addresses')).toBeChecked();
  await exported.dialog.getByLabel('Form', { exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(exported.dialog.getByRole('textbox', { name: 'Markdown' })).toHaveValue(
    /# Shell on a mail server/,
  );
  expect(await violationsNow(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  await playground.escape(exported.dialog);
});

test('a browser reads nothing but text in what is exported', async ({ page }) => {
  const made = fc.sample(papers, { numRuns: 200, seed: 7 });
  const forms = made.map((paper) => ({ html: paperHtml(paper), svg: paperSvg(paper, 'light').text }));
  const found = await page.evaluate((all) => {
    const parser = new DOMParser();
    const tags = (root: Document) => [
      ...new Set([...root.querySelectorAll('*')].map((one) => one.localName)),
    ];
    const attributes = (root: Document) =>
      [...root.querySelectorAll('*')].flatMap((one) => [...one.attributes].map(({ name }) => name));
    return all.map(({ html, svg }) => {
      const [asPage, asPicture] = [
        parser.parseFromString(html, 'text/html'),
        parser.parseFromString(svg, 'image/svg+xml'),
      ];
      return {
        tags: [...tags(asPage), ...tags(asPicture)],
        attributes: [...new Set([...attributes(asPage), ...attributes(asPicture)])],
        links: [...asPage.querySelectorAll('a')].map((one) => one.protocol),
        codes: [...asPage.querySelectorAll('pre')].map((one) => one.textContent),
        title: asPage.title,
      };
    });
  }, forms);
  const seen = new Set(found.flatMap(({ tags }) => tags));
  for (const bad of ['script', 'img', 'iframe', 'object', 'parsererror', 'foreignObject', 'b'])
    expect(seen).not.toContain(bad);
  expect(new Set(found.flatMap(({ attributes }) => attributes)).has('onload')).toBe(false);
  expect(found.flatMap(({ links }) => links).filter((one) => !/^https?:$/.test(one))).toEqual([]);
});
