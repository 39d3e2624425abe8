import { expect, test } from '@playwright/test';
import { Playground } from './playground';

const RULE = `title: Two lines
logsource:
    product: test
detection:
    selection:
        Text: 'begin*end'
    condition: selection
`;

/** The first event matches across a line break, the second within a line. */
const EVENTS = ['{"Text":"begin\\nend"}', '{"Text":"begin end"}', '{"Text":"other"}'].join('\n');

test.beforeEach(async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(1, 'match')).toBeVisible();
});

test('an interpretation that decided is named, and the other reading is explained on demand', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.verdict(1, 'match').click();
  await playground.tab('Explain');
  const decided = page.getByRole('list', { name: 'Interpretations that decided' }).getByRole('listitem');
  await expect(decided).toHaveCount(1);
  await expect(decided).toContainText('* also matches line breaks. Under the other reading: no match.');
  await decided.getByText('Both readings').focus();
  await page.keyboard.press('Enter');
  await expect(decided).toContainText('The specification says that * stands for any characters');
  await decided.getByRole('switch', { name: 'Explain the other reading' }).focus();
  await page.keyboard.press('Space');
  const why = page.getByRole('region', { name: 'Why' });
  await expect(why.getByRole('heading')).toHaveText('Why event 1 does not match, under the other reading');
  await expect(page.getByRole('status').filter({ hasText: 'Under the other reading' })).toBeVisible();
  const root = page.getByRole('tree', { name: 'Condition' }).getByRole('treeitem').first();
  await expect(root.getByRole('img', { name: 'false' })).toBeVisible();
  // The verdict itself is still the playground's.
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(why.getByRole('heading')).toHaveText('Why event 1 matches');
  await expect(root.getByRole('img', { name: 'true' })).toBeVisible();
});

test('if every reading agrees, nothing is said; another event ends the other reading', async ({ page }) => {
  const playground = new Playground(page);
  await playground.verdict(1, 'match').click();
  await playground.tab('Explain');
  const list = page.getByRole('list', { name: 'Interpretations that decided' });
  await list.getByText('Explain the other reading').click();
  const why = page.getByRole('region', { name: 'Why' });
  await expect(why.getByRole('heading')).toContainText('under the other reading');
  await playground.verdict(2, 'match').click();
  await expect(why.getByRole('heading')).toHaveText('Why event 2 matches');
  await expect(list).toHaveCount(0);
  await playground.verdict(3, 'no match').click();
  await expect(why.getByRole('heading')).toHaveText('Why event 3 does not match');
  await expect(list).toHaveCount(0);
});
