import { expect, type Locator, type Page, test } from '@playwright/test';
import { OF_BOTH, OF_THE_RULE } from '../app/layout/commands/monaco-keys';
import { EVENTS, Playground, RULE } from './playground';
import { runCommand } from './run-command';

/*
 * The list of everything that the page can do, by keyboard alone, and the table of keys that is made from it.
 */

async function opened(page: Page): Promise<Playground> {
  const playground = await new Playground(page).open();
  await expect(page.locator('html[data-resting]')).toHaveCount(1);
  return playground;
}

const search = (page: Page): Locator => page.getByRole('combobox', { name: 'Search the commands' });
const options = (page: Page): Locator => page.getByRole('listbox', { name: 'Commands' }).getByRole('option');

test('a command is found by its words, run by Enter, and comes first the next time', async ({ page }) => {
  const playground = await opened(page);
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await playground.box('Rule').focus();
  await runCommand(page, 'indicators');
  await expect(page.getByRole('tab', { name: 'Indicators' })).toHaveAttribute('aria-selected', 'true');
  // The focus is where it was.
  await expect(playground.box('Rule')).toBeFocused();

  await page.keyboard.press('F1');
  await expect(options(page).first()).toContainText('Indicators: show the panel');
  await page.keyboard.press('ArrowDown');
  await expect(search(page)).toHaveAttribute('aria-activedescendant', 'palette-1');
  // The same key closes it, and Escape does.
  await page.keyboard.press('F1');
  await expect(search(page)).toBeHidden();
  await page.reload();
  await playground.ready();
  await expect(page.locator('html[data-resting]')).toHaveCount(1);
  await page.keyboard.press('Control+K');
  await expect(options(page).first()).toContainText('Indicators: show the panel');
  await page.keyboard.press('Escape');
  await expect(search(page)).toBeHidden();
});

test('what cannot be done now is said, listed last, and not run', async ({ page }) => {
  const playground = await opened(page);
  await page.keyboard.press('F1');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('unpin');
  await expect(options(page)).toHaveCount(1);
  await expect(options(page)).toHaveAttribute('aria-disabled', 'true');
  await expect(options(page)).toContainText('not now');
  await page.keyboard.press('Enter');
  await expect(search(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await playground.box('Rule').focus();
  await runCommand(page, 'pin this version');
  await runCommand(page, 'unpin');
  await expect(page.getByText('Version unpinned.')).toBeVisible();
});

test('from an editor the list has the editor’s own commands, and runs them there', async ({ page }) => {
  const playground = await opened(page);
  await playground.paste('Events', '{"a": 1}\n{"a": 2}');
  await page.keyboard.press('Control+Home');
  await runCommand(page, 'transform to uppercase');
  await runCommand(page, 'delete the line');
  await expect.poll(() => playground.text('Events')).toBe('{"a": 2}');
});

test('? shows all keys outside a text field, and is a letter in one', async ({ page }) => {
  const playground = await opened(page);
  await playground.paste('Rule', 'a: b');
  await page.keyboard.type('?');
  await expect.poll(() => playground.text('Rule')).toBe('a: b?');
  await page.getByRole('button', { name: 'Examples', exact: true }).focus();
  await page.keyboard.press('?');
  const table = page.getByRole('dialog', { name: 'Keys' });
  await expect(table).toContainText('Go to the next part of the page');
  await expect(table).toContainText('next and previous match');
  await playground.escape(table);
});

test('the keys of the editors are those that Monaco has', async ({ page }) => {
  await opened(page);
  const rows = [...OF_THE_RULE, ...OF_BOTH].map(([id, , key = '', linux = key]) => ({ id, key: linux }));
  const had = await page.evaluate(
    (ids) => {
      interface Editor {
        readonly _standaloneKeybindingService: {
          _getResolver(): {
            getKeybindings(): {
              readonly command: string | null;
              readonly resolvedKeybinding?: { getUserSettingsLabel(): string };
            }[];
          };
        };
      }
      const { editor } = (globalThis as unknown as { monaco: { editor: { getEditors(): Editor[] } } }).monaco;
      const keys = editor.getEditors()[0]!._standaloneKeybindingService._getResolver().getKeybindings();
      return ids.map((id) =>
        keys
          .filter(({ command }) => command === id)
          .map((one) => one.resolvedKeybinding?.getUserSettingsLabel() ?? ''),
      );
    },
    rows.map(({ id }) => id),
  );
  // Monaco calls the arrows by less, and its signs in another order.
  const plain = (key: string) => key.toLowerCase().replace(/arrow/g, '').split('+').sort().join('+');
  expect(rows.filter(({ key }, i) => !had[i]?.map(plain).includes(plain(key)))).toEqual([]);
});

/** Buttons that have no command, and why. */
const WITHOUT_COMMAND = new Map([
  ['Dismiss', 'belongs to a notice, which comes and goes'],
  ['Undo', 'belongs to a notice; in an editor it is a command'],
  ['Close the hints', 'has a command in other words: the hints of a first visit'],
  ['Sheet actions', 'opens a menu, whose choices have commands'],
  [
    'Format: NDJSON. How it was recognised Events',
    'its name has the present format; the command has the rest',
  ],
  ['Next', 'turns the hints of a first visit'],
]);

/** The names of what can be pressed in a part of the page, as a screen reader says them. */
function buttonsIn(part: Locator): Promise<string[]> {
  return part
    .locator(
      'button:visible, [role="menuitem"]:visible, [role="menuitemradio"]:visible, [role="tab"]:visible',
    )
    .evaluateAll((all) =>
      all.map((one) => {
        const detail = one.querySelector('.menu-title');
        return (one.getAttribute('aria-label') ?? (detail ?? one).textContent ?? '').trim();
      }),
    );
}

test('every button of the header, the bars and the menus has a command', async ({ page }) => {
  const playground = await opened(page);
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await runCommand(page, 'duplicate sheet');
  await expect(page.locator('html[data-resting]')).toHaveCount(1);
  const parts = ['.page-header', '.sheets-ends', '.verdicts-tools'];
  const named = await Promise.all(parts.map((part) => buttonsIn(page.locator(part))));
  const sides = await Promise.all(
    ['Rule', 'Events'].map(async (side) =>
      (await buttonsIn(page.getByRole('region', { name: `${side} pane` }).locator('.pane-bar'))).map(
        (name) => `${name} ${side}`,
      ),
    ),
  );
  const tabs = await buttonsIn(page.getByRole('tablist', { name: 'Panels' }));
  const menus: string[][] = [];
  for (const [button, prefix] of [
    ['Theme', 'Theme'],
    ['Make a rule', ''],
    ['Sheet actions', 'Sheet'],
  ] as const) {
    await page.getByRole('button', { name: button, exact: true }).click();
    const menu = page.getByRole('menu');
    await expect(menu).toBeVisible();
    menus.push((await buttonsIn(menu)).map((name) => `${prefix} ${name}`));
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
  }
  const all = [...named, ...sides, tabs, ...menus].flat();
  expect(all.length).toBeGreaterThan(40);

  await page.keyboard.press('F1');
  const titles = await options(page).locator('.palette-title').allTextContents();
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}&]+/gu) ?? [];
  // Numbers, marks and keys are no words of its name.
  const isListed = (name: string) => {
    const own = words(name.replace(/\(.*\)|\d+/g, ''));
    return titles.some((title) => own.every((word) => words(title).includes(word)));
  };
  expect(all.filter((name) => !isListed(name) && !WITHOUT_COMMAND.has(name))).toEqual([]);
});
