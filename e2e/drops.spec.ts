import { expect, type Page, test } from '@playwright/test';
import { zipped } from './catalog-files';
import { EVENTS, Playground, RULE } from './playground';

interface Given {
  readonly name: string;
  readonly bytes: Buffer;
}

const CSV = 'EventID,Image,CommandLine\n1,C:\\Windows\\whoami.exe,whoami /all\n';
const given = (name: string, content: string | Buffer): Given => ({ name, bytes: Buffer.from(content) });

/** Drops files as the system does, on what has this selector. */
async function drop(page: Page, on: string, files: readonly Given[]): Promise<void> {
  const transfer = await page.evaluateHandle(
    (all) => {
      const data = new DataTransfer();
      for (const { name, base64 } of all) {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        data.items.add(new File([bytes], name));
      }
      return data;
    },
    files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') })),
  );
  for (const type of ['dragover', 'drop'])
    await page.locator(on).dispatchEvent(type, { dataTransfer: transfer });
}

const ON = {
  rule: '[data-drop=rule] .view-lines',
  events: '[data-drop=events] .view-lines',
  tabs: '.low-tabs',
  header: '.page-header',
};
const pane = (page: Page, side: 'Rule' | 'Events') => page.getByRole('region', { name: `${side} pane` });

test.describe('a file is opened as what it is, wherever it is dropped', () => {
  for (const [name, content, side] of [
    ['mine.yml', RULE, 'Rule'],
    ['rule.txt', RULE, 'Rule'],
    ['no-ending', RULE, 'Rule'],
    ['flat.txt', RULE.replaceAll(/^ +/gm, ''), 'Rule'],
    ['mine.jsonl', EVENTS, 'Events'],
    ['events.txt', EVENTS, 'Events'],
    ['table', CSV, 'Events'],
    ['auth.log', 'Mar  4 08:15:30 host sshd[12]: Failed password for root\n', 'Events'],
  ] as const) {
    test(name, async ({ page }) => {
      const playground = await new Playground(page).open();
      const other = side === 'Rule' ? 'Events' : 'Rule';
      const before = await playground.text(other);
      for (const on of ['rule', 'events', 'tabs', 'header'] as const) {
        await drop(page, ON[on], [given(name, content)]);
        await expect.poll(() => playground.text(side), on).toBe(content);
        await expect(pane(page, side).locator('.pane-name'), on).toHaveText(name);
        expect(await playground.text(other), on).toBe(before);
        await page
          .getByRole('status')
          .filter({ hasText: `replaced by ${name}.` })
          .getByRole('button', { name: 'Undo' })
          .click();
        await expect.poll(() => playground.text(side), on).not.toBe(content);
      }
    });
  }

  test('an event log on the rule, even if its name does not show what it is', async ({ page }) => {
    const playground = await new Playground(page).open();
    const before = await playground.text('Rule');
    await drop(page, ON.rule, [given('wrong', Buffer.from('ElfFile\0no more'))]);
    await expect(page.getByRole('status').getByText(/^wrong: /)).toBeVisible();
    expect(await playground.text('Rule')).toBe(before);
  });

  test('a rule and events at once go each to its side', async ({ page }) => {
    const playground = await new Playground(page).open();
    await drop(page, ON.events, [given('a.json', '{"A":1}\n'), given('r.yml', RULE), given('b.csv', CSV)]);
    await expect.poll(() => playground.text('Rule')).toBe(RULE);
    await expect.poll(() => playground.text('Events')).toBe(`{"A":1}\n${CSV}`);
    // Each has its own Undo.
    await expect(page.getByText('The rule was replaced by r.yml.')).toBeAttached();
    await expect(page.getByText('The events were replaced by 2 files.')).toBeAttached();
  });

  for (const [what, files, says] of [
    ['an archive', [given('rules.zip', zipped({ 'a.yml': RULE }))], '1 rule in 1 file'],
    ['an archive without its ending', [given('rules', zipped({ 'a.yml': RULE }))], '1 rule in 1 file'],
    ['several rules', [given('a.yml', RULE), given('b.yml', RULE)], '2 rules in 2 files'],
  ] as const) {
    test(`${what} on the events becomes the catalog`, async ({ page }) => {
      const playground = await new Playground(page).open();
      const before = [await playground.text('Rule'), await playground.text('Events')];
      await drop(page, ON.events, files);
      await expect(page.getByRole('region', { name: 'Catalog of rules' })).toContainText(says);
      expect([await playground.text('Rule'), await playground.text('Events')]).toEqual(before);
    });
  }

  test('events on the catalog are events, one rule there is the catalog', async ({ page }) => {
    const playground = await new Playground(page).open();
    await playground.tab('Catalog');
    const before = await playground.text('Rule');
    await drop(page, '[data-drop=catalog]', [given('mine.jsonl', EVENTS)]);
    await expect.poll(() => playground.text('Events')).toBe(EVENTS);
    await drop(page, '[data-drop=catalog]', [given('one.yml', RULE)]);
    await expect(page.getByText('one.yml 1 rule in 1 file')).toBeVisible();
    expect(await playground.text('Rule')).toBe(before);
  });

  test('a file that is not text changes nothing', async ({ page }) => {
    const playground = await new Playground(page).open();
    const before = [await playground.text('Rule'), await playground.text('Events')];
    await drop(page, ON.events, [given('picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]))]);
    await expect(
      page.getByText('picture is neither a rule nor events, and no archive of rules.'),
    ).toBeVisible();
    expect([await playground.text('Rule'), await playground.text('Events')]).toEqual(before);
  });
});

test('Open does the same as a drop; a file of unknown kind goes where it was opened', async ({ page }) => {
  const playground = await new Playground(page).open();
  const open = (side: string, name: string, content: string) =>
    page
      .getByLabel(`Open ${side} file`)
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
  await open('rule', 'mine.jsonl', EVENTS);
  await expect.poll(() => playground.text('Events')).toBe(EVENTS);
  await open('events', 'mine.yml', RULE);
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await open('rule', 'draft.txt', 'something to begin with');
  await expect.poll(() => playground.text('Rule')).toBe('something to begin with');
  expect(await playground.text('Events')).toBe(EVENTS);
  await open('events', 'notes.txt', 'something else');
  await expect.poll(() => playground.text('Events')).toBe('something else');
});

test('on a phone the side comes to the front', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const playground = await new Playground(page).open();
  await drop(page, ON.rule, [given('mine.jsonl', EVENTS)]);
  await expect(pane(page, 'Events')).toBeVisible();
  await expect(playground.verdict(5, 'error').or(playground.verdict(5, 'not applicable'))).toBeVisible();
});

test('several rules at once are a catalog, and can be opened as sheets instead', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', 'title: Mine\n');
  const second = RULE.replace('Whoami', 'Second');
  await drop(page, ON.rule, [given('one.yml', RULE), given('two.yml', second)]);
  await expect(page.getByText('2 rules in 2 files')).toBeVisible();
  await page.getByRole('button', { name: 'Open as sheets' }).click();
  const tabs = page.getByRole('tablist', { name: 'Sheets' }).getByRole('tab');
  await expect(tabs).toHaveCount(3);
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await expect(pane(page, 'Rule').locator('.pane-name')).toHaveText('one.yml');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => playground.text('Rule')).toBe('title: Mine\n');
});
