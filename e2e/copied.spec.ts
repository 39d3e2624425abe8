import { expect, test } from '@playwright/test';
import { EVENTS, Playground, RULE } from './playground';

const flat = RULE.replace(/^ +/gm, '');

test('a rule without its indentation is restored by one click, after showing the difference', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', EVENTS);
  await playground.paste('Rule', flat);
  const offer = page.getByRole('complementary', { name: 'Copied text' });
  await expect(offer).toContainText('has lost its indentation');
  await offer.getByRole('button', { name: 'Show the difference' }).click();
  const difference = page.getByRole('region', { name: 'What restoring changes' });
  await expect(difference.getByText('added: product: windows')).toBeAttached();
  await offer.getByRole('button', { name: 'Restore the rule' }).click();
  await expect(offer).toBeHidden();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => playground.text('Rule')).toBe(flat);
  await expect(offer).toBeVisible();
});

test('the same fix is under Problems and on Ctrl+.', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', `\`\`\`yaml\n${RULE}\`\`\`\n`);
  await playground.tab('Problems');
  const problems = page.getByRole('list', { name: 'Problems of the rule' });
  await expect(problems.getByRole('listitem')).toHaveCount(1);
  await expect(problems).toContainText('Markdown fence');
  await expect(problems.getByRole('button', { name: 'Restore the rule' })).toBeVisible();
  await playground.box('Rule').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+.');
  await page.getByRole('option', { name: 'Restore the rule' }).click();
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
});

test('if there are two ways, nothing is offered, and the page says why', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste(
    'Rule',
    flat.replace('condition:', 'words:\n- a\ncondition:').replace('selection and', '1 of them and'),
  );
  await playground.tab('Problems');
  const problems = page.getByRole('list', { name: 'Problems of the rule' });
  await expect(problems).toContainText('words: may belong to filter_ci or to detection');
  await expect(page.getByRole('button', { name: 'Restore the rule' })).toHaveCount(0);
});

test('a fence around a broken rule is removed, and then the rule’s own problem is reported', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  const broken = RULE.replace("'\\whoami.exe'", "'\\whoami.exe");
  await playground.paste('Rule', `\`\`\`yaml\n${broken}\`\`\`\n`);
  await page
    .getByRole('complementary', { name: 'Copied text' })
    .getByRole('button', { name: 'Remove what stands around it' })
    .click();
  await expect.poll(() => playground.text('Rule')).toBe(broken);
  await playground.tab('Problems');
  await expect(page.getByRole('list', { name: 'Problems of the rule' })).toContainText('yaml-syntax');
});
