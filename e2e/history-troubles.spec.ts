import { expect, type Page, test } from '@playwright/test';
import { HistoryPanel } from './history-panel';
import { visitBefore } from './offline-mode';
import { EVENTS, Playground, RULE } from './playground';

/*
 * History that is refused, full, newer, foreign or damaged: said once, and the page works on.
 */

const DATABASE = 'sigma-playground-history';

async function replaceTwice(page: Page, playground: Playground): Promise<void> {
  const clear = page.getByRole('region', { name: 'Rule pane' }).getByRole('button', { name: 'New' });
  for (const rule of [RULE, RULE.replace('Whoami', 'Again')]) {
    await playground.paste('Rule', rule);
    await clear.click();
    await expect.poll(() => playground.text('Rule')).toBe('');
  }
  await playground.paste('Events', EVENTS);
  await playground.paste('Rule', RULE);
  await expect(playground.verdict(1, 'match')).toBeVisible();
}

/** Makes a database under the name of History. */
function make(page: Page, version: number, stores: readonly string[]): Promise<void> {
  return page.evaluate(
    ([name, version, stores]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name, version);
        opening.onupgradeneeded = () => {
          for (const store of opening.result.objectStoreNames) opening.result.deleteObjectStore(store);
          for (const store of stores) opening.result.createObjectStore(store);
        };
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
        opening.onerror = () => reject(opening.error);
      }),
    [DATABASE, version, stores] as const,
  );
}

for (const [what, version, stores, said] of [
  ['newer', 9, ['states', 'texts', 'more'], 'History was written by a newer version of this page'],
  ['foreign', 1, ['something'], 'History cannot be read: it is damaged, or not of this page'],
] as const)
  test(`a database that is ${what} is told once and left alone until the user deletes it`, async ({
    page,
  }) => {
    await visitBefore(page);
    await page.goto('./icon.svg');
    await make(page, version, stores);
    const playground = await new Playground(page).open();
    await replaceTwice(page, playground);
    await expect(page.getByRole('status').getByText(said)).toHaveCount(1);
    const history = await new HistoryPanel(page).open();
    await expect(history.dialog().getByRole('alert')).toContainText(said);
    const kept = await page.evaluate(async (name) => {
      const found = (await indexedDB.databases()).find((database) => database.name === name);
      return found?.version;
    }, DATABASE);
    expect(kept).toBe(version);
    await history.dialog().getByRole('button', { name: 'Delete history…' }).click();
    await history.dialog().getByRole('button', { name: 'Delete all' }).click();
    await expect(history.dialog().getByText('Nothing is kept yet')).toBeVisible();
    await history.close();
    await page.getByRole('region', { name: 'Rule pane' }).getByRole('button', { name: 'New' }).click();
    await history.open();
    await expect(history.states().filter({ hasText: 'Whoami' })).toHaveCount(1);
  });

/** Has each request to write to a database fail as for want of room. */
function noRoom(): void {
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('No room', 'QuotaExceededError');
  };
}

/** Has the browser refuse databases, as its settings may say. */
function noDatabase(): void {
  IDBFactory.prototype.open = () => {
    throw new DOMException('Refused', 'SecurityError');
  };
}

for (const [what, script, said] of [
  ['full', noRoom, 'This browser has no space left for History'],
  ['refused', noDatabase, 'This browser keeps no History for this page'],
] as const)
  test(`a database that is ${what} is told once`, async ({ page }) => {
    await page.addInitScript(script);
    const playground = await new Playground(page).open();
    await replaceTwice(page, playground);
    await expect(page.getByRole('status').getByText(said)).toHaveCount(1);
    // Undo brings back what is replaced all the same.
    await page.getByRole('region', { name: 'Rule pane' }).getByRole('button', { name: 'New' }).click();
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => playground.text('Rule')).toBe(RULE);
  });

test('where neither storage nor database has room, that is told', async ({ page }) => {
  await page.addInitScript(noRoom);
  const playground = await new Playground(page).open();
  await page.evaluate(() => {
    for (const shelf of [localStorage, sessionStorage]) {
      shelf.clear();
      shelf.setItem('other', 'x'.repeat(5_000_000));
    }
  });
  await playground.paste('Rule', `${RULE}# ${'x'.repeat(300_000)}\n`);
  await expect(page.getByRole('status').getByText('no space left to save your work')).toBeVisible();
});

/** A page beside, which holds the database and does not let go of it. Deletes it besides, if it is to. */
async function holder(page: Page, isDeleting: boolean): Promise<Page> {
  const other = await page.context().newPage();
  await visitBefore(other);
  await other.goto('./icon.svg');
  await other.evaluate(
    ([name, isDeleting]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          Object.assign(globalThis, { held: opening.result });
          if (!isDeleting) return resolve();
          indexedDB.deleteDatabase(name).onblocked = () => resolve();
        };
      }),
    [DATABASE, isDeleting] as const,
  );
  return other;
}

/** History with one state in it, and that state's work in the editors. */
async function withOneState(page: Page): Promise<Playground> {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await page.getByRole('region', { name: 'Rule pane' }).getByRole('button', { name: 'New' }).click();
  const history = await new HistoryPanel(page).open();
  await expect(history.states()).toHaveCount(1);
  await history.close();
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  return playground;
}

const newRule = (page: Page) =>
  page.getByRole('region', { name: 'Rule pane' }).getByRole('button', { name: 'New' });

test('a deletion that another tab blocks is told as such, and comes once that tab is closed', async ({
  page,
}) => {
  const playground = await withOneState(page);
  const other = await holder(page, false);
  const history = await new HistoryPanel(page).open();
  await history.dialog().getByRole('button', { name: 'Delete history…' }).click();
  await history.dialog().getByRole('button', { name: 'Delete all' }).click();
  await expect(page.getByText('it is deleted as soon as that tab is closed')).toBeVisible();
  await expect(history.dialog().getByRole('alert')).toContainText('Another tab of this page holds History');
  await history.close();
  // The page works on, and undo brings back what is replaced.
  await newRule(page).click();
  await expect.poll(() => playground.text('Rule')).toBe('');
  await playground.paste('Events', EVENTS);
  await playground.paste('Rule', RULE);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await history.open();
  await other.close();
  await expect(history.dialog().getByRole('alert')).toHaveCount(0);
  await expect(history.dialog().getByText('Nothing is kept yet')).toBeVisible();
  await history.close();
  await newRule(page).click();
  await history.open();
  await expect(history.states()).toHaveCount(1);
});

test('a database that waits to be deleted by another tab is told, and History works once that tab is closed', async ({
  page,
}) => {
  const playground = await withOneState(page);
  const other = await holder(page, true);
  await newRule(page).click();
  await expect.poll(() => playground.text('Rule')).toBe('');
  const told = page.getByRole('status').getByText('Another tab of this page holds History');
  await expect(told).toHaveCount(1);
  const history = await new HistoryPanel(page).open();
  await expect(history.dialog().getByRole('alert')).toContainText('Another tab of this page holds History');
  await history.close();
  await other.close();
  await playground.paste('Rule', RULE);
  await newRule(page).click();
  await history.open();
  await expect(history.states()).toHaveCount(1);
});

/** Changes what the database holds behind the page’s back. */
function tamper(page: Page, store: 'states' | 'texts', how: 'strange' | 'emptied'): Promise<void> {
  return page.evaluate(
    ([name, store, how]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction(store, 'readwrite');
          if (how === 'emptied') transaction.objectStore(store).clear();
          else transaction.objectStore(store).put({ id: 'x', at: 'yesterday', colour: 'red' });
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    [DATABASE, store, how] as const,
  );
}

test('a state that cannot be read is counted and left alone; the others stay', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await page.getByRole('region', { name: 'Rule pane' }).getByRole('button', { name: 'New' }).click();
  const history = await new HistoryPanel(page).open();
  await expect(history.states().first()).toContainText('Whoami');
  await history.close();
  await tamper(page, 'states', 'strange');
  await history.open();
  await expect(history.dialog().getByText('1 state cannot be read')).toBeVisible();
  await history.bringBack('Whoami');
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
});

test('a state whose texts are gone says so, and cannot be brought back', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await page.getByRole('region', { name: 'Rule pane' }).getByRole('button', { name: 'New' }).click();
  const history = await new HistoryPanel(page).open();
  await expect(history.states().first()).toContainText('Whoami');
  await history.close();
  await tamper(page, 'texts', 'emptied');
  await history.open();
  await history.states().filter({ hasText: 'Whoami' }).click();
  await expect(history.dialog().getByRole('alert')).toContainText('are damaged');
  await expect(history.dialog().getByRole('button', { name: 'Bring back' })).toBeDisabled();
});

test('a stored text that cannot be read is told, and stands in History as it was', async ({ page }) => {
  await visitBefore(page);
  await page.goto('./icon.svg');
  await page.evaluate(() => {
    localStorage.setItem('sigma-playground.rule', '{"version":2,"text":"title: Future"}');
    localStorage.setItem('sigma-playground.events', JSON.stringify('{"A":1}'));
  });
  const playground = await new Playground(page).open();
  await expect(page.getByRole('status').getByText('kept of your rule cannot be read')).toBeVisible();
  expect(await playground.text('Events')).toBe('{"A":1}');
  const history = await new HistoryPanel(page).open();
  await history.bringBack('as it was');
  await expect.poll(() => playground.text('Rule')).toContain('title: Future');
});
