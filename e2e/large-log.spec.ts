import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe';
import { eventText, WHOAMI, writeLog } from './log-files';
import { Playground } from './playground';
import { SLOW_VALUES, slowText } from './slow-patterns';

const EVENTS = 60_000;
const MATCHES = EVENTS / 1000;
let path = '';

test.beforeAll(() => {
  path = writeLog(EVENTS);
});
test.afterAll(() => rmSync(dirname(path), { recursive: true }));

async function opened(page: Page, rule = WHOAMI): Promise<Playground> {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', rule);
  await page.getByLabel('Open events file').setInputFiles(path);
  return playground;
}

const log = (page: Page) => page.getByRole('region', { name: 'Log', exact: true });
const list = (page: Page) => page.getByRole('listbox', { name: 'Events of the log' });
const line = (page: Page, name: string | RegExp) => list(page).getByRole('option', { name });
const filter = (page: Page, name: RegExp) =>
  page.getByRole('group', { name: 'Verdicts' }).getByRole('button', { name });

test('a large file is listed with its verdicts, and an event opens with its marks', async ({ page }) => {
  const playground = await opened(page);
  await expect(page.getByText('60,000 events · NDJSON')).toBeVisible();
  await expect(filter(page, /^Match/)).toHaveText(`Match ${MATCHES}`);
  await expect(filter(page, /^Malformed/)).toHaveText('Malformed 3');
  // Only its first event is in the editor.
  await expect.poll(() => playground.text('Events')).toBe(eventText(0));

  await filter(page, /^Match/).click();
  await expect(log(page).getByText('60 of 60,000 events')).toBeVisible();
  await line(page, /^Event 1,008: match/).click();
  await expect.poll(() => playground.text('Events')).toBe(eventText(1007));
  await expect
    .poll(() => playground.marked('Events'))
    .toEqual(expect.arrayContaining(['\\\\whoami.exe', ' /all']));
  await expect(page.getByText('Event 1,008 of 60,000')).toBeVisible();
  await expect(page.getByText('Why event 1008 matches')).toBeVisible();

  // The rule's lines count over the whole log.
  await expect.poll(() => playground.hints()).toContain('✓ 60 of 60,000 events');

  await page.getByRole('tab', { name: 'Problems' }).click();
  const problems = page.getByRole('list', { name: 'Problems of security.ndjson' }).getByRole('listitem');
  await expect(problems).toHaveCount(3);
  await expect(problems.first()).toContainText('Line 20000');

  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(list(page)).toHaveCount(0);
  await expect(playground.verdicts()).toBeVisible();
});

test('the keyboard searches, sorts and moves through the list', async ({ page }) => {
  const playground = await opened(page);
  await expect(filter(page, /^Match/)).toHaveText(`Match ${MATCHES}`);
  const search = page.getByRole('searchbox', { name: 'Search the log' });
  await search.fill('"--job 4321 "');
  await expect(log(page).getByText('1 of 60,000 events')).toBeVisible();
  await search.fill('user:ACME\\user3');
  await expect(log(page).getByText('0 of 60,000 events')).toBeVisible();
  await search.fill('User:acme\\user3 Image:*\\whoami.exe');
  const found = Array.from({ length: EVENTS }, (_, i) => i).filter((i) => i % 1000 === 7 && i % 31 === 3);
  await expect(log(page).getByText(`${found.length} of 60,000 events`)).toBeVisible();
  await search.fill('');
  await expect(log(page).getByText('All are listed')).toBeVisible();

  await list(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('n');
  await expect.poll(() => playground.text('Events')).toBe(eventText(7));
  await page.keyboard.press('n');
  await expect.poll(() => playground.text('Events')).toBe(eventText(1007));
  await page.keyboard.press('p');
  await expect.poll(() => playground.text('Events')).toBe(eventText(7));
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => playground.text('Events')).toBe(eventText(8));
  await page.keyboard.press('End');
  await expect(line(page, 'Event 60,000: malformed, unreadable')).toBeVisible();
  await expect.poll(() => playground.text('Events')).toBe('{"EventID":1,"Image":}');

  // The search is cleared when a log is opened, even the same one.
  await search.fill('whoami');
  await expect(log(page).getByText('60 of 60,000 events')).toBeVisible();
  await page.getByLabel('Open events file').setInputFiles(path);
  await expect(log(page).getByText('All are listed')).toBeVisible();
  await expect(search).toHaveValue('');
  await expect(filter(page, /^Match/)).toHaveText(`Match ${MATCHES}`);

  await page.getByRole('button', { name: 'Order' }).click();
  await page.getByRole('menuitemradio', { name: 'Time, earliest first' }).click();
  const first = Array.from({ length: EVENTS }, (_, i) => i).filter((i) => (i * 7919) % 86_400 === 0)[0]!;
  await expect(line(page, new RegExp(`^Event ${first + 1}:`))).toBeVisible();
  await expect(list(page).getByRole('option').first()).toHaveAttribute('aria-posinset', '1');
});

test('verdicts follow the rule, and an edit of the rule never waits', async ({ page }) => {
  const playground = await opened(page);
  await expect(filter(page, /^Match/)).toHaveText(`Match ${MATCHES}`);
  await filter(page, /^Match/).click();
  await playground.paste('Rule', WHOAMI.replace("' /all'", "'--job 1'"));
  await expect(filter(page, /^Match/)).toHaveText('Match 0');
  await playground.paste('Rule', WHOAMI.replace('selection and flags', 'not selection'));
  await expect(filter(page, /^Match/)).toHaveText(`Match ${(EVENTS - MATCHES - 3).toLocaleString('en')}`);
  // A rule in the middle of an edit does not empty the list.
  await playground.paste(
    'Rule',
    WHOAMI.replace('condition: selection and flags', 'condition: selection and'),
  );
  await expect(filter(page, /^Match/)).toHaveText(`Match ${(EVENTS - MATCHES - 3).toLocaleString('en')}`);
  await playground.paste('Rule', WHOAMI);
  await expect(filter(page, /^Match/)).toHaveText(`Match ${MATCHES}`);
  await page.getByRole('button', { name: 'Selection that matches' }).click();
  await page.getByRole('menuitemradio', { name: /^selection/ }).click();
  await expect(log(page).getByText('60 of 60,000 events')).toBeVisible();
});

test('reading is cancelled and resumed', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', WHOAMI);
  // As soon as there is something to cancel: quicker than a test could click.
  await page.evaluate(() => {
    const click = () => {
      const button = [...document.querySelectorAll('.log-progress button')].find(
        (b) => b.textContent === 'Cancel',
      );
      if (button) (button as HTMLButtonElement).click();
      else requestAnimationFrame(click);
    };
    click();
  });
  await page.getByLabel('Open events file').setInputFiles(path);
  await expect(page.getByText(/Reading was stopped after/)).toBeVisible();
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByText('60,000 events · NDJSON')).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(filter(page, /^Match/)).toHaveText(`Match ${MATCHES}`);
});

test('a share link does not contain the log, and says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = await opened(page);
  await expect.poll(() => playground.text('Events')).toBe(eventText(0));
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText('holds the rule and the one event in the editor, not the log')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.length).toBeLessThan(5000);
});

test('several files of any format are one log, which names the file of each event and of each problem', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  const paths = ['first.ndjson', 'second.ndjson'].map((name) => writeLog(10_000, 500, name));
  const yaml = join(dirname(paths[0]!), 'third.yaml');
  writeFileSync(yaml, '---\nEventID: 1\nImage: C:\\x\\third.exe\n---\nEventID: 2\n');
  const damaged = join(dirname(paths[0]!), 'no.evtx');
  writeFileSync(damaged, 'ElfFile\0');
  await page.getByLabel('Open events file').setInputFiles([...paths, yaml, damaged]);
  await expect(log(page).getByText('4 files', { exact: true })).toBeVisible();
  await expect(log(page).getByText('20,002 events · NDJSON')).toBeVisible();
  await list(page).focus();
  await page.keyboard.press('End');
  await expect(line(page, /^Event 20,002: .*, third\.yaml$/)).toBeVisible();
  await expect.poll(() => playground.text('Events')).toContain('EventID: 2');
  await page.keyboard.press('Home');
  await expect(line(page, /^Event 1: .*, first\.ndjson$/)).toBeVisible();
  await playground.tab('Problems');
  await expect(page.getByRole('list', { name: 'Problems of no.evtx' }).getByRole('listitem')).toHaveCount(1);
  // An example replaces the log.
  await playground.example(/^Scheduled task/);
  await expect(log(page)).toHaveCount(0);
  await expect(playground.verdicts()).toBeVisible();
  for (const written of paths) rmSync(dirname(written), { recursive: true });
});

const HANGS = '^(?=.*a)(a+)+$';
for (const [what, modifier, value, named, long] of [
  ['a pattern that hangs', 're', HANGS, HANGS, () => `${'a'.repeat(60)}!`],
  ...SLOW_VALUES.map((slow) => [...slow, slowText] as const),
] as const)
  test(`${what} on an event of the log is stopped and named, and the log opens again`, async ({ page }) => {
    const written = writeLog(20_000, 500);
    appendFileSync(written, `${JSON.stringify({ CommandLine: long() })}\n`);
    const rule = (line: string) => `title: t\ndetection:\n    s:\n        ${line}\n    condition: s\n`;
    const playground = await new Playground(page).open('./?patience=700');
    await playground.paste(
      'Rule',
      rule(`${modifier ? `CommandLine|${modifier}` : 'CommandLine'}: '${value}'`),
    );
    await page.getByLabel('Open events file').setInputFiles(written);
    await expect(log(page).getByRole('alert')).toContainText(named, { timeout: 30_000 });
    await expect(log(page).getByRole('alert')).toContainText('took too long');
    await playground.paste('Rule', rule('CommandLine|startswith: [aaa, dcc]'));
    await page.getByRole('button', { name: 'Open again' }).click();
    await expect(filter(page, /^Match/)).toHaveText('Match 1');
    await expect(log(page).getByText('20,001 events')).toBeVisible();
    rmSync(dirname(written), { recursive: true });
  });

test('on a phone the list is above the event', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const playground = await new Playground(page).open();
  await page.getByRole('button', { name: /^Events/ }).click();
  await page.getByLabel('Open events file').setInputFiles(path);
  await expect(page.getByText(/60,000 events/).first()).toBeVisible();
  await line(page, /^Event 3:/).click();
  await expect.poll(() => playground.text('Events')).toBe(eventText(2));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('the list can be read by all, light and dark', async ({ page }) => {
  await opened(page);
  await expect(filter(page, /^Match/)).toHaveText(`Match ${MATCHES}`);
  for (const query of ['', 'whoami', 'nothing of this']) {
    await page.getByRole('searchbox', { name: 'Search the log' }).fill(query);
    const said = { '': 'All are listed', whoami: '60 of 60,000 events' }[query] ?? '0 of 60,000 events';
    await expect(log(page).getByText(said)).toBeVisible();
    expect(await violations(page, query === '' ? 'html' : '.log')).toEqual([]);
  }
});

test('a log in an unknown format says beside its list how it is read', async ({ page }) => {
  const playground = await new Playground(page).open();
  const lines = Array.from({ length: 90_000 }, (_, i) => `${'~'.repeat(90)} something ${i}\n`).join('');
  const file = { name: 'notes.log', mimeType: 'text/plain', buffer: Buffer.from(lines) };
  await page.getByLabel('Open events file').setInputFiles(file);
  const note = log(page).getByRole('complementary', { name: 'Format of the events' });
  await expect(note).toContainText('The format of this log, or of a part of it, is unknown.');
  await expect(list(page)).toBeVisible();
  // The note appears below the list, and nothing moves.
  const [above, below] = [await list(page).boundingBox(), await note.boundingBox()];
  expect(below!.y).toBeGreaterThanOrEqual(above!.y + above!.height);
  await expect.poll(() => playground.text('Events')).toBe(lines.slice(0, lines.indexOf('\n')));
});
