import { expect, test } from '@playwright/test';
import { Playground } from './playground';

/*
 * Rules that are far too long for a screen. The page draws only what fits, and counts the rest.
 */

const HEAD = 'title: T\nlogsource:\n    category: test\ndetection:\n';
const lines = (count: number, of: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => of(i)).join('');
const EVENT = JSON.stringify({ F: 'other', CommandLine: 'v4321' });

const RULES = [
  {
    name: 'a condition of 10,000 terms',
    rule: `${HEAD}    a:\n        F: x\n    condition: ${Array(10_000).fill('a').join(' or ')}\n`,
    more: '… and 9,900 more: none of them matches',
  },
  {
    name: 'a selection of 20,000 fields',
    rule: `${HEAD}    a:\n${lines(20_000, (i) => `        F${i}: x\n`)}    condition: a\n`,
    more: '… and 19,900 more: none of them matches',
  },
  {
    name: '10,000 selections',
    rule: `${HEAD}${lines(10_000, (i) => `    s${i}:\n        F: v${i}\n`)}    condition: 1 of s*\n`,
    more: '… and 9,900 more: none of them matches',
  },
  {
    name: 'a field of 20,000 values, one of which matches',
    rule: `${HEAD}    a:\n        CommandLine:\n${lines(20_000, (i) => `            - v${i}\n`)}    condition: a\n`,
    more: '… and 19,900 more: none of them matches',
  },
];

for (const { name, rule, more } of RULES)
  test(`${name} draws no more than a screen holds`, async ({ page }) => {
    const playground = await new Playground(page).open();
    await playground.paste('Events', EVENT);
    await playground.paste('Rule', rule);
    await expect(page.getByRole('tree', { name: 'Condition' })).toContainText(more);
    expect(await page.locator('*').count()).toBeLessThan(6000);
  });

test('in a long rule the values on screen have hints, and others get theirs once they are on screen', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', EVENT);
  await playground.paste('Rule', RULES[3]!.rule);
  await playground.box('Rule').press('Control+Home');
  const marked = async () => (await playground.marked('Rule', 'mark-whole')).filter((t) => /^v/.test(t));
  await expect(page.locator('.editor-hint').first()).toBeVisible();
  expect(await marked()).toEqual([]);
  // The line of the match in the panel leads to its value in the rule.
  await page.getByRole('tree', { name: 'Condition' }).getByText('v4321', { exact: true }).click();
  await expect.poll(marked).toEqual(['v4321']);
});
