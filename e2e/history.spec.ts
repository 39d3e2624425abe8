import { expect, type Page, test } from '@playwright/test';
import { HistoryPanel } from './history-panel';
import { EVENTS, Playground, RULE } from './playground';

/*
 * The panel History: what is kept, and what can be done with it.
 */

const example = (page: Page, title: RegExp) => new Playground(page).example(title);

/** Own work, evaluated. */
async function work(playground: Playground): Promise<void> {
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expect(playground.verdict(5, 'error')).toBeVisible();
}

test('a state says what it was kept before, its title and counts, and how it differs', async ({ page }) => {
  const playground = await new Playground(page).open();
  await work(playground);
  await example(page, /^Folder opened/);
  const history = await new HistoryPanel(page).open();
  const state = history.states().first();
  await expect(state).toContainText('Whoami');
  await expect(state).toContainText('1 of 5 events matches');
  await expect(state).toContainText('before an example was opened');
  const rule = history.dialog().getByRole('region', { name: 'Rule', exact: true });
  await expect(rule.getByRole('listitem').filter({ hasText: 'added: title: Whoami' })).toBeVisible();
  const events = history.dialog().getByRole('region', { name: 'Events', exact: true });
  await expect(events.getByRole('listitem').filter({ hasText: 'whoami /groups' })).toBeVisible();
});

test('an example replaces both sides; undone on one side alone, History still has the pair', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await work(playground);
  await example(page, /^Folder opened/);
  const shown = await playground.text('Events');
  await playground.box('Rule').focus();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  expect(await playground.text('Events')).toBe(shown);
  const history = await new HistoryPanel(page).open();
  await history.bringBack('before an example was opened');
  await expect.poll(() => playground.text('Events')).toBe(EVENTS);
  expect(await playground.text('Rule')).toBe(RULE);
});

test('one Undo in the notice brings both sides of an example back', async ({ page }) => {
  const playground = await new Playground(page).open();
  await work(playground);
  await example(page, /^Folder opened/);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await expect.poll(() => playground.text('Events')).toBe(EVENTS);
});

test('bringing a state back keeps the present one first, and is undone by one click', async ({ page }) => {
  const playground = await new Playground(page).open();
  await work(playground);
  await example(page, /^Folder opened/);
  await playground.paste('Rule', 'title: Mine\n');
  const events = await playground.text('Events');
  const history = await new HistoryPanel(page).open();
  await history.bringBack('Whoami');
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => playground.text('Rule')).toBe('title: Mine\n');
  await expect.poll(() => playground.text('Events')).toBe(events);
  await history.open();
  await expect(
    history.states().filter({ hasText: 'Mine' }).filter({ hasText: 'before another state' }),
  ).toHaveCount(1);
});

test('work is kept at rest between edits, once for each state', async ({ page }) => {
  await page.clock.install();
  // The clock in the page keeps no marks, which Monaco reads back when it measures how long a key takes.
  await page.addInitScript(() => {
    performance.getEntriesByName = () => [{ duration: 0 } as PerformanceEntry];
  });
  const playground = await new Playground(page).open();
  const history = new HistoryPanel(page);
  await playground.paste('Rule', 'title: First\n');
  await page.clock.runFor(6000);
  await playground.paste('Rule', 'title: Second\n');
  await page.clock.runFor(6000);
  await playground.paste('Rule', 'title: First\n');
  await page.clock.runFor(6000);
  await history.open();
  await expect(history.states()).toHaveCount(2);
  await expect(history.states().first()).toContainText('First');
  await expect(history.states().last()).toContainText('Second');
});

test('a state has a name and a star, also after a reload; the keyboard walks the states', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await work(playground);
  const pane = page.getByRole('region', { name: 'Rule pane' });
  await pane.getByRole('button', { name: 'New', exact: true }).click();
  await playground.paste('Rule', 'title: Later\n');
  await pane.getByRole('button', { name: 'New', exact: true }).click();
  const history = await new HistoryPanel(page).open();
  const oldest = history.states().last();
  await expect(oldest).toContainText('Whoami');
  await history.dialog().getByRole('listbox', { name: 'Kept states' }).focus();
  await page.keyboard.press('End');
  await expect(oldest).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await expect(oldest).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('End');
  await history.dialog().getByRole('button', { name: 'Star' }).click();
  await history.dialog().getByRole('textbox', { name: 'Name' }).fill('Before lunch');
  await page.keyboard.press('Enter');
  await expect(oldest).toContainText('Before lunch');
  await page.reload();
  await playground.ready();
  await history.open();
  await expect(oldest).toContainText('Before lunch');
  await expect(oldest.getByRole('img', { name: 'Starred' })).toBeVisible();
});

test('History is deleted once that is confirmed, and keeps nothing while it is off', async ({ page }) => {
  const playground = await new Playground(page).open();
  await work(playground);
  await example(page, /^Folder opened/);
  const history = await new HistoryPanel(page).open();
  await expect(history.states()).toHaveCount(1);
  await history.dialog().getByRole('button', { name: 'Delete history…' }).click();
  await history.dialog().getByRole('button', { name: 'Keep them' }).click();
  await expect(history.states()).toHaveCount(1);
  await history.dialog().getByRole('button', { name: 'Delete history…' }).click();
  await history.dialog().getByRole('button', { name: 'Delete all' }).click();
  await expect(history.states()).toHaveCount(0);
  await history.dialog().getByText('Keep history').click();
  await expect(history.dialog().getByText('Off: what is replaced')).toBeVisible();
  await history.close();
  await playground.paste('Rule', 'title: Secret\n');
  await example(page, /^Folder opened/);
  await history.open();
  await expect(history.states()).toHaveCount(0);
  await history.dialog().getByText('Keep history').click();
  await history.close();
  await playground.paste('Rule', 'title: Open\n');
  await example(page, /^Folder opened/);
  await history.open();
  await expect(history.states()).toHaveCount(1);
});

test('on a phone it is under More, and nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  const panes = page.getByRole('navigation', { name: 'Panes' });
  await page.getByRole('region', { name: 'Rule pane' }).getByRole('button', { name: 'New' }).click();
  await panes.getByRole('button', { name: 'More' }).click();
  const history = await new HistoryPanel(page).open();
  await expect(history.states()).toHaveCount(1);
  expect(await history.dialog().evaluate((d) => d.scrollWidth - d.clientWidth)).toBe(0);
  await history.bringBack('Whoami');
  await panes.getByRole('button', { name: 'Rule' }).click();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
});

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});
const MISS = RULE.replace('CommandLine|contains', 'CommandLine|startswith');

for (const [what, said, replace] of [
  [
    'New',
    'before New',
    (page) => page.getByRole('region', { name: 'Events pane' }).getByRole('button', { name: 'New' }).click(),
  ],
  [
    'Open',
    'before a file was opened',
    (page) => page.getByLabel('Open rule file').setInputFiles(file('other.yml', 'title: Other')),
  ],
  [
    'a text pasted over it',
    'before other text was put in its place',
    (page) => new Playground(page).paste('Rule', 'title: Other'),
  ],
  [
    'a repair',
    'before a fix or repair',
    async (page) => {
      await new Playground(page).tab('Explain');
      const repairs = page.getByRole('list', { name: 'Changes that would make it match' });
      const contains = repairs.getByRole('listitem').filter({ hasText: 'anywhere' });
      await contains.getByRole('button', { name: /Apply/ }).click();
    },
  ],
] as readonly (readonly [string, string, (page: Page) => Promise<unknown>])[])
  test(`the work is kept before ${what}`, async ({ page }) => {
    const playground = await new Playground(page).open();
    await playground.paste('Rule', MISS);
    await playground.paste('Events', EVENTS);
    await playground.verdict(1, 'no match').click();
    await replace(page);
    const both = () => Promise.all([playground.text('Rule'), playground.text('Events')]);
    await expect.poll(both).not.toEqual([MISS, EVENTS]);
    const history = await new HistoryPanel(page).open();
    await expect(history.states().filter({ hasText: said })).toHaveCount(1);
    await history.bringBack(said);
    await expect.poll(both).toEqual([MISS, EVENTS]);
  });

test('with the keyboard alone: the list has the focus, arrows choose, Enter brings back', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  for (const title of ['First', 'Second']) {
    await page
      .getByRole('region', { name: 'Rule pane' })
      .getByRole('button', { name: 'New', exact: true })
      .click();
    await playground.paste('Rule', RULE.replace('Whoami', title));
  }
  const history = new HistoryPanel(page);
  await page.getByRole('button', { name: 'History', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(history.dialog().getByRole('listbox')).toBeFocused();
  await expect(history.states()).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await expect(history.states().filter({ hasText: 'Whoami' })).toHaveAttribute('aria-selected', 'true');
  await expect(history.dialog().getByRole('button', { name: 'Bring back' })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(history.dialog()).toBeHidden();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
});
