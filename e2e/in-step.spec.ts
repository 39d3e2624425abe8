import { expect, test } from '@playwright/test';
import { EVENTS, Playground, RULE } from './playground';

/*
 * The results always belong to the texts beside them.
 */

const explained = (playground: Playground, event: number) =>
  playground.page.getByRole('heading', { name: new RegExp(`^Why event ${event} `) });

test.describe('a rule that does not compile', () => {
  let playground: Playground;

  test.beforeEach(async ({ page }) => {
    playground = await new Playground(page).open();
    await playground.paste('Events', EVENTS);
    await playground.paste('Rule', RULE);
    await playground.verdict(1, 'match').click();
    await expect(explained(playground, 1)).toBeVisible();
  });

  test('keeps its marks on its own words, whichever event is chosen', async ({ page }) => {
    const before = (await playground.marks('Rule')).map(({ text }) => text);
    expect(before).toContain("'\\whoami.exe'");
    await playground.box('Rule').focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.insertText('x: [1\n');
    await expect(page.getByText('showing the last good result')).toBeVisible();
    await playground.verdict(2, 'no match').click();
    await expect(explained(playground, 2)).toBeVisible();
    await playground.verdict(1, 'match').click();
    await expect(explained(playground, 1)).toBeVisible();
    await expect.poll(async () => (await playground.marks('Rule')).map(({ text }) => text)).toEqual(before);
    // And the page says that they are of the last good version.
    await expect(page.getByText('Shown as it was before the error')).toBeVisible();
    await expect(page.locator('.editor-hint-old').first()).toBeVisible();
  });

  test('and is a different rule shows no results of the earlier one', async ({ page }) => {
    await playground.paste(
      'Rule',
      'title: Another\nauthor: somebody\ndetection:\n    a: {b: c}\n    condition: [\n',
    );
    await expect(page.getByText('Nothing to explain yet')).toBeVisible();
    await expect(page.getByText('No verdicts yet: the rule does not compile.')).toBeVisible();
    expect(await playground.marks('Rule')).toEqual([]);
    expect(await playground.hints()).toEqual([]);
    expect(await playground.marked('Events')).toEqual([]);
    // The rule from before is as it was once it is back.
    await playground.box('Rule').focus();
    await page.keyboard.press('Control+Z');
    await expect(explained(playground, 1)).toBeVisible();
    await expect.poll(() => playground.hints()).not.toEqual([]);
  });

  test('after New, no result of the old rule appears in what is typed', async ({ page }) => {
    await page.getByRole('region', { name: 'Rule pane' }).getByRole('button', { name: 'New' }).click();
    await expect(page.getByText('No verdicts yet: there is no rule.')).toBeVisible();
    // An empty rule is a beginning, not an error.
    const pane = page.getByRole('region', { name: 'Rule pane' });
    await expect(pane.getByText('no rule yet')).toBeVisible();
    await expect(pane.locator('.bad')).toHaveCount(0);
    await playground.box('Rule').focus();
    await page.keyboard.type('title: New one');
    await page.keyboard.press('Escape');
    await expect.poll(() => playground.text('Rule')).toBe('title: New one');
    await playground.paste('Events', EVENTS.split('\n').slice(1).join('\n'));
    await expect(page.getByText('Nothing to explain yet')).toBeVisible();
    expect(await playground.hints()).toEqual([]);
    expect(await playground.marks('Rule')).toEqual([]);
  });
});

test.describe('the chosen event is explained', () => {
  const line = (n: number) => EVENTS.split('\n')[n]!;

  for (const [name, from, to, event] of [
    ['after fewer events are pasted', EVENTS, line(1), 1],
    ['after more events are pasted', line(0), [line(0), line(1), line(2)].join('\n'), 1],
    [
      'after all but the last are pasted',
      [line(0), line(1), line(2)].join('\n'),
      `${line(0)}\n${line(1)}`,
      1,
    ],
  ] as const)
    test(name, async ({ page }) => {
      const playground = await new Playground(page).open();
      await playground.paste('Events', from);
      await playground.paste('Rule', RULE);
      const last = from.split('\n').length;
      await playground.verdicts().focus();
      await page.keyboard.press('End');
      if (last < 5) await expect(explained(playground, last)).toBeVisible();
      await playground.paste('Events', to);
      await expect(explained(playground, event)).toBeVisible();
    });

  test('after the last one, which was chosen, is deleted', async ({ page }) => {
    const playground = await new Playground(page).open();
    await playground.paste('Events', [line(0), line(1), line(2)].join('\n'));
    await playground.paste('Rule', RULE);
    await playground.verdicts().focus();
    await page.keyboard.press('End');
    await expect(explained(playground, 3)).toBeVisible();
    await playground.box('Events').focus();
    await page.keyboard.press('Control+Shift+K');
    await expect.poll(() => playground.text('Events')).toBe(`${line(0)}\n${line(1)}`);
    await expect(explained(playground, 2)).toBeVisible();
  });
});
