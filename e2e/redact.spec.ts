import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { Playground } from './playground';

const RULE = `title: Account checks
logsource: {product: windows, category: process_creation}
detection:
    selection:
        CommandLine|contains: whoami
    own:
        User|endswith: '\\deploy.bot'
    condition: selection and not own
`;
const EVENTS = [
  ['WS-14.lab.vinter.de', 'VINTER\\mira', 'whoami /user C:\\Users\\mira\\x \\\\ws-14\\c$ 10.20.30.40'],
  ['WS-14.lab.vinter.de', 'VINTER\\deploy.bot', 'whoami'],
  ['SRV-2.lab.vinter.de', 'NT AUTHORITY\\SYSTEM', 'ping 10.20.30.40 for mira@vinter.de, admmira'],
]
  .map(([Computer, User, CommandLine]) =>
    JSON.stringify({
      Channel: 'Microsoft-Windows-Sysmon/Operational',
      EventID: 1,
      Computer,
      User,
      CommandLine,
    }),
  )
  .join('\n');

/** The dialog with the options of the link. */
class ShareOptions {
  readonly dialog: Locator;
  readonly preview: Locator;
  readonly said: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Share' });
    this.preview = this.dialog.getByRole('textbox', { name: 'Events as they are shared' });
    this.said = this.dialog.getByRole('status');
  }

  async open(): Promise<this> {
    await this.page.getByRole('button', { name: 'Redact…' }).click();
    await expect(this.said).toContainText('replaced in');
    return this;
  }

  /** The cells of the row of a value. */
  row(original: string): Locator {
    return this.dialog.getByRole('row').filter({
      has: this.page.getByRole('checkbox', { name: `Replace ${original}`, exact: true }),
    });
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name });
  }
}

test.beforeEach(async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(1, 'match')).toBeVisible();
});

test('what is previewed is shared: a link with made-up names and the same verdicts', async ({
  page,
  browser,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const options = await new ShareOptions(page).open();
  await expect(options.said).toContainText('Verdicts, matches and reasons are the same: 3 verdicts');
  await expect(options.row('mira')).toContainText('user1');
  await expect(options.row('WS-14')).toContainText('H-001');
  await expect(options.row('10.20.30.40')).toContainText('10.0.0.1');
  // The rule depends on this one: it stays, and cannot be switched on.
  await expect(options.row('deploy.bot')).toContainText('the rule depends on it');
  await expect(options.row('deploy.bot').getByRole('checkbox')).toBeDisabled();
  await expect(options.dialog.getByRole('region', { name: 'Still in the text' })).toContainText(
    'mira in a longer word, in 1 place',
  );

  const shown = await options.preview.inputValue();
  expect(shown).not.toMatch(/vinter|ws-14|srv-2|10\.20\.30\.40|\bmira/i);
  expect(shown).toContain('admmira');
  await options.button('Copy link').click();
  await expect(options.dialog).toBeHidden();
  await expect(page.getByText('the rule and the events with made-up names')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const other = await browser.newContext();
  const fresh = await new Playground(await other.newPage()).open(link);
  await expect.poll(() => fresh.text('Events')).toBe(shown);
  await expect.poll(() => fresh.text('Rule')).toBe(RULE);
  await expect(fresh.verdict(1, 'match')).toBeVisible();
  await expect(fresh.verdict(2, 'no match')).toBeVisible();
  await expect(fresh.verdict(3, 'no match')).toBeVisible();
  await other.close();
});

test('a value that the user keeps stays in the file, the others do not', async ({ page }) => {
  const options = await new ShareOptions(page).open();
  await options.row('10.20.30.40').getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await expect(options.row('10.20.30.40')).toContainText('kept by you');
  await expect(options.preview).toHaveValue(/10\.20\.30\.40/);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    options.button('Download events').click(),
  ]);
  expect(file.suggestedFilename()).toBe('events-redacted.jsonl');
  const saved = readFileSync((await file.path())!, 'utf8');
  expect(saved).toBe(await options.preview.inputValue());
  expect(saved).not.toMatch(/vinter|ws-14|\bmira/i);
});

test('a link without events, and with the events as they are', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const options = await new ShareOptions(page).open();
  await options.dialog.getByText('Replace names and addresses').click();
  await expect(options.preview).toHaveValue(EVENTS);
  await expect(options.said).toHaveText('The events are shared as they are.');
  const length = options.dialog.getByText(/The link has [\d,]+ characters/);
  const whole = await length.textContent();
  await options.dialog.getByText('Events in the link').click();
  await expect(length).not.toHaveText(whole!);
  await options.button('Copy link').click();
  await expect(page.getByText('Link copied. The link itself holds the rule alone.')).toBeVisible();
  const said = Number(/[\d,]+/.exec(whole!)![0].replaceAll(',', ''));
  expect((await page.evaluate(() => navigator.clipboard.readText())).length).toBeLessThan(said);
});

test('a refused clipboard leaves the link to be copied by hand', async ({ page }) => {
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  const options = await new ShareOptions(page).open();
  await options.button('Copy link').click();
  await expect(options.dialog.getByRole('textbox', { name: /Copy it here/ })).toHaveValue(/#v1=/);
  await new Playground(page).escape(options.dialog);
});
