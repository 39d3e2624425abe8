import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
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
  /** What the link holds, and how long it is. */
  readonly holds: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Share' });
    this.preview = this.dialog.getByRole('textbox', { name: 'Events as they are shared' });
    this.said = this.dialog.getByRole('status');
    this.holds = this.dialog.getByRole('note', { name: 'What the link holds' });
  }

  async open(): Promise<this> {
    await this.page.getByRole('button', { name: 'Redact…' }).click();
    await expect(this.said).toContainText('replaced in');
    return this;
  }

  async toggle(name: string): Promise<void> {
    await this.dialog.getByText(name, { exact: true }).click();
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
  await expect(
    page.getByText(
      /^Link copied\. The link holds the rule \([\d,]+ characters\) and the events with made-up names \(/,
    ),
  ).toBeVisible();
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

test('the dialog says what the link holds and how long it is: all, without events, without the rule, nothing', async ({
  page,
  browser,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const options = await new ShareOptions(page).open();
  await options.toggle('Replace names and addresses');
  await expect(options.preview).toHaveValue(EVENTS);
  await expect(options.said).toHaveText('The events are shared as they are.');
  const rule = `the rule (${RULE.length} characters)`;
  const events = `the events (${EVENTS.length} characters)`;
  const lengths: number[] = [];
  /** The link, once the dialog says of it what is expected; it has the length that the dialog says. */
  const linkWith = async (holds: string) => {
    await expect(options.holds).toContainText(holds);
    const said = /The link has ([\d,]+) characters\./.exec((await options.holds.textContent())!)![1]!;
    await options.button('Copy link').click();
    await expect(options.dialog).toBeHidden();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.length).toBe(Number(said.replaceAll(',', '')));
    lengths.push(link.length);
    return link;
  };
  /** What a link opens as in a browser that has never been here. */
  const opened = async (link: string) => {
    const other = await browser.newContext();
    const fresh = await new Playground(await other.newPage()).open(link);
    await expect(fresh.page.getByText('Opened from a link.')).toBeVisible({ visible: link.includes('#') });
    const texts = [await fresh.text('Rule'), await fresh.text('Events')];
    await other.close();
    return texts;
  };
  const again = async (...off: string[]) => {
    await new ShareOptions(page).open();
    await options.toggle('Replace names and addresses');
    for (const name of off) await options.toggle(name);
  };
  expect(await opened(await linkWith(`The link holds ${rule} and ${events}.`))).toEqual([RULE, EVENTS]);
  await again('Events in the link');
  expect(await opened(await linkWith(`The link holds ${rule}.`))).toEqual([RULE, '']);
  await again('Rule in the link');
  expect(await opened(await linkWith(`The link holds ${events}.`))).toEqual(['', EVENTS]);
  await again('Rule in the link', 'Events in the link');
  const bare = await linkWith('The link holds nothing of your work: it opens the page.');
  expect(bare).not.toContain('#');
  expect(lengths[0]).toBeGreaterThan(Math.max(lengths[1]!, lengths[2]!));
  expect(lengths[3]).toBeLessThan(Math.min(lengths[1]!, lengths[2]!));
});

test('tests go into a link with their events, and are no part of one without', async ({
  page,
  browser,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await new Playground(page).tab('Tests');
  await page.getByRole('button', { name: 'Take the present verdicts as right' }).click();
  await expect(page.getByText('All as expected.')).toBeVisible();
  const options = await new ShareOptions(page).open();
  await expect(options.holds).toContainText(' and 3 tests.');
  await options.toggle('Events in the link');
  await expect(options.holds).not.toContainText('tests');
  await options.toggle('Events in the link');
  await expect(options.holds).toContainText(' and 3 tests.');
  await options.button('Copy link').click();
  await expect(options.dialog).toBeHidden();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await browser.newContext();
  const fresh = await new Playground(await other.newPage()).open(link);
  await expect(fresh.page.getByRole('button', { name: '✓ 3 tests' })).toBeVisible();
  await other.close();
});

test('work is downloaded with made-up names, and its tests', async ({ page }) => {
  await new Playground(page).tab('Tests');
  await page.getByRole('button', { name: 'Take the present verdicts as right' }).click();
  await expect(page.getByText('All as expected.')).toBeVisible();
  const options = await new ShareOptions(page).open();
  const [file] = await Promise.all([page.waitForEvent('download'), options.button('Download work').click()]);
  const files = unzipSync(readFileSync((await file.path())!));
  const text = (name: string) => strFromU8(files[name]!);
  expect(text('work/events.jsonl')).toBe(await options.preview.inputValue());
  expect(text('work/rule.yml')).toBe(RULE);
  const settings = JSON.parse(text('work/settings.json'));
  expect(Object.values(settings.settings.expected).sort()).toEqual(['match', 'no match', 'no match']);
  expect(
    Object.values(files)
      .map((bytes) => strFromU8(bytes))
      .join('\n'),
  ).not.toMatch(/vinter|ws-14|\bmira/i);
});

test('the rows of what is left name each reason', async ({ page }) => {
  const playground = new Playground(page);
  await playground.paste('Rule', RULE.replace('title: Account checks', 'title: Account checks of mira'));
  const events = [
    { User: 'VINTER\\mira', a: '%6Dira admmira' },
    {
      User: 'VINTER\\Jörg.Kowalski',
      a: 'joerg.kowalski of Kowalski',
      SourceIp: '203.0.113.77',
      b: '203-0-113-77',
    },
    { User: 'VINTER\\test', a: 'a test' },
  ].map((event) => JSON.stringify({ Channel: 'Microsoft-Windows-Sysmon/Operational', EventID: 1, ...event }));
  await playground.paste('Events', events.join('\n'));
  await expect(playground.verdict(3, 'no match')).toBeVisible();
  const options = await new ShareOptions(page).open();
  const rows = options.dialog.getByRole('region', { name: 'Still in the text' }).getByRole('listitem');
  for (const said of [
    'mira in the rule, in 1 place',
    'mira in another spelling (accents, escapes, digits), in 1 place',
    'mira in a longer word, in 1 place',
    '203.0.113.77 in another spelling (accents, escapes, digits), in 1 place',
    'kowalski as a part of a replaced name, in 1 place',
    'test as an ordinary word or the name of a field, in 1 place',
  ])
    await expect(rows.filter({ hasText: said })).toHaveCount(1);
  // Another spelling of a name that is written in letters is replaced as the name is.
  await expect(options.row('Jörg.Kowalski')).toContainText('User2');
  await expect(options.preview).not.toHaveValue(/joerg/i);
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
