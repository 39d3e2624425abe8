import { expect, type Locator, type Page, test } from '@playwright/test';
import { Playground } from './playground';

const FAILS = `title: Failed
name: failed
logsource: {product: windows, service: security}
detection:
    selection:
        EventID: 4625
    condition: selection
`;
const WORKS = FAILS.replace('Failed', 'Worked').replace('failed', 'worked').replace('4625', '4624');
const COUNT = `title: Many
correlation:
    type: event_count
    rules: [failed]
    group-by: [User]
    timespan: 1m
    condition:
        gte: 3
`;
const FILTER = `title: Not the scanner
logsource: {product: windows, service: security}
filter:
    rules: [failed]
    selection:
        User: scanner
    condition: not selection
`;
const event = (second: number, id: number, user: string | null) =>
  JSON.stringify({
    '@timestamp': new Date(Date.UTC(2026, 10, 20, 8, 0, second)).toISOString(),
    EventID: id,
    Channel: 'Security',
    ...(user === null ? {} : { User: user }),
  });
const EVENTS = [
  event(0, 4625, 'ana'),
  event(5, 4624, 'ana'),
  event(10, 4625, 'ana'),
  event(20, 4625, 'ana'),
  event(21, 4625, null),
  event(30, 4625, 'scanner'),
].join('\n');

const documents = (page: Page): Locator => page.getByRole('navigation', { name: 'Documents' });

async function open(page: Page, ...texts: readonly string[]): Promise<Playground> {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', texts.join('---\n'));
  await playground.paste('Events', EVENTS);
  return playground;
}

test('a firing is shown as a group: its key, its window, its events and how the count grew', async ({
  page,
}) => {
  const playground = await open(page, FAILS, WORKS, COUNT);
  await playground.tab('Correlations');
  const firings = page.getByRole('list', { name: 'Firings of Many' });
  await expect(firings.getByRole('listitem')).toHaveCount(1);
  await expect(firings).toContainText('User ana');
  await expect(firings).toContainText('2026-11-20 08:00:00 – 08:00:20 UTC · 20s · 3 events');
  const rows = page.getByRole('table', { name: 'Events of firing 1 of Many' }).getByRole('row');
  await expect(rows).toHaveText([
    'EventAfterMatchedEvents',
    'Event 1+0sFailed1',
    'Event 3+10sFailed2',
    'Event 4+20sFailed3',
  ]);
  await expect(page.getByRole('list', { name: 'Left out of Many' })).toContainText('Event 5 it has no User');
  // Its events are marked in the strip and beside the events.
  for (const member of [1, 3, 4])
    await expect(playground.verdict(member, 'match, in a firing of Many')).toBeVisible();
  await expect(playground.verdict(5, 'match')).toBeVisible();
  await expect(page.locator('.editor-glyph-member')).toHaveCount(3);
  await rows.nth(3).getByRole('button', { name: 'Event 4' }).click();
  await expect(playground.verdict(4, 'match, in a firing of Many')).toHaveAttribute('aria-selected', 'true');
});

test('nothing fired: how close the best window came', async ({ page }) => {
  const playground = await open(page, FAILS, WORKS, COUNT.replace('gte: 3', 'gte: 5'));
  await playground.tab('Correlations');
  const panel = page.getByRole('region', { name: 'Many' });
  await expect(panel).toContainText('no firing');
  await expect(panel).toContainText('the number of events was 3 (required: number of events ≥ 5)');
  await expect(page.getByRole('table', { name: 'Closest window of Many' }).getByRole('row')).toHaveCount(4);
  await expect(page.locator('.editor-glyph-member')).toHaveCount(0);
});

test('one of several rules is evaluated: chosen by a click, or by the cursor in the text', async ({
  page,
}) => {
  const playground = await open(page, FAILS, WORKS, COUNT);
  const nav = documents(page);
  await expect(nav.getByRole('button')).toHaveCount(3);
  await expect(nav.getByRole('button', { name: 'Rule Failed: 5 events · referenced' })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await expect(page.getByRole('complementary', { name: 'Other documents' })).toContainText(
    'Referenced by “Many”: it raises no alert of its own',
  );
  await nav.getByRole('button', { name: /Rule Worked: 1 event/ }).click();
  await expect(playground.verdict(2, 'match')).toBeVisible();
  await expect(page.getByText('1 matches · 5 do not')).toBeVisible();
  await playground.box('Rule').focus();
  await page.keyboard.press('Control+Home');
  await expect(playground.verdict(2, 'no match')).toBeVisible();
  await expect(nav.getByRole('button', { name: /Rule Failed/ })).toHaveAttribute('aria-current', 'true');
  await nav.getByRole('button', { name: 'Correlation Many: 1 firing' }).click();
  await expect(page.getByRole('list', { name: 'Firings of Many' })).toBeVisible();
});

test('one rule alone has nothing to choose', async ({ page }) => {
  const playground = await open(page, FAILS);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expect(documents(page)).toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'Correlations' })).toHaveCount(0);
});

test('a filter applies to its rule, and the resulting condition is shown', async ({ page }) => {
  const playground = await open(page, FAILS, FILTER);
  await expect(playground.verdict(6, 'no match')).toBeVisible();
  await playground.tab('Explain');
  const notes = page.getByRole('complementary', { name: 'Other documents' });
  await expect(notes).toContainText('The filter “Not the scanner” applies to this rule');
  await expect(notes.locator('code')).toHaveText('selection and not not_the_scanner.selection');
  await playground.verdict(6, 'no match').click();
  await expect(page.getByRole('region', { name: 'Why' })).toContainText('not_the_scanner.selection');
  await playground.paste('Rule', `${FAILS}---\n${FILTER.replace('security', 'system')}`);
  await expect(notes).toContainText('The filter “Not the scanner” applies to none of these rules');
  await expect(playground.verdict(6, 'match')).toBeVisible();
});

test('an aggregation of Sigma 1.x becomes a correlation rule with one click, which then fires', async ({
  page,
}) => {
  const old = `title: Many failed logons
logsource: {product: windows, service: security}
detection:
    selection:
        EventID: 4625
    timeframe: 1m
    condition: selection | count() by User >= 3
`;
  const playground = await open(page, old);
  await playground.tab('Problems');
  await page.getByRole('button', { name: 'Change to a correlation rule' }).click();
  await expect.poll(() => playground.text('Rule')).toContain('type: event_count');
  await expect(playground.verdict(1, 'match, in a firing of Many failed logons - correlation')).toBeVisible();
  await playground.tab('Correlations');
  const panel = page.getByRole('region', { name: 'Correlations' });
  await expect(panel.getByRole('list', { name: /^Firings of/ }).getByRole('listitem')).toHaveCount(1);
  await expect(panel).toContainText('User ana');
  await playground.box('Rule').focus();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => playground.text('Rule')).toBe(old);
});

test('a document that does not compile does not affect the others', async ({ page }) => {
  const playground = await open(
    page,
    FAILS,
    WORKS.replace('condition: selection', 'condition: selektion'),
    COUNT,
  );
  await expect(documents(page).getByRole('button', { name: 'Rule Worked: does not compile' })).toBeVisible();
  await expect(page.getByText('1 of 3 documents does not compile')).toBeVisible();
  await expect(playground.verdict(1, 'match, in a firing of Many')).toBeVisible();
});

test('more documents than fit as buttons are chosen from a menu', async ({ page }) => {
  const rules = Array.from({ length: 15 }, (_, i) =>
    FAILS.replace('Failed', `Rule ${i}`)
      .replace('failed', `r${i}`)
      .replace('4625', i === 9 ? '4624' : '4625'),
  );
  const playground = await open(page, ...rules);
  await page.getByRole('button', { name: 'Rule that the verdicts are about' }).click();
  await page.getByRole('menuitemradio', { name: 'Rule 9' }).click();
  await expect(playground.verdict(2, 'match')).toBeVisible();
  await expect(documents(page)).toContainText('1 event · 15 documents');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('firings are under More, and their events lead to the events', async ({ page }) => {
    await new Playground(page).open();
    const panes = page.getByRole('navigation', { name: 'Panes' });
    await panes.getByRole('button', { name: 'More' }).click();
    await new Playground(page).example(/^Failed logons, then a success/);
    await panes.getByRole('button', { name: 'Events' }).click();
    await documents(page)
      .getByRole('button', { name: /Correlation Guessed Password/ })
      .click();
    const members = page.getByRole('table', { name: 'Events of firing 1 of Guessed Password' });
    await members.getByRole('button', { name: 'Event 9' }).click();
    await expect(panes.getByRole('button', { name: /Events/ })).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('option', { name: /^Event 9:/ })).toHaveAttribute('aria-selected', 'true');
    // The rule is chosen here as on a wide screen, though its editor is not shown.
    await documents(page)
      .getByRole('button', { name: /Rule Logon Over The Network/ })
      .click();
    await expect(page.getByRole('option', { name: /^Event 9: match/ })).toBeVisible();
  });
});

test('the interpretation that decided a correlation is shown, with the result of the other reading', async ({
  page,
}) => {
  // Exactly 20 seconds lie between the first and the last failure.
  const playground = await open(page, FAILS, COUNT.replace('1m', '20s'));
  await playground.tab('Correlations');
  const decided = page.getByRole('list', { name: 'Interpretations that decided Many' });
  await expect(decided).toContainText('Under the other reading: no firing.');
  await decided.getByText('Both readings').click();
  await expect(decided).toContainText('1 firing');
  await playground.paste('Rule', [FAILS, COUNT].join('---\n'));
  await expect(page.getByRole('list', { name: 'Firings of Many' })).toBeVisible();
  await expect(decided).toHaveCount(0);
});
