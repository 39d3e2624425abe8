import { expect, test } from '@playwright/test';
import { Playground } from './playground';

const RULE = `title: Removal Of Backups.
id: 0f1e2d3c-4b5a-4968-8776-5544332211aa
status: experimental
description: Finds a tool that removes the catalog of backups.
author: Jo Example
date: 2026-02-03
tags:
    - attack.impact
logsource:
    category: process_creation
    product: windows
detection:
    selection:
        ComandLine|contains: 'delete catalog'
    condition: selection
falsepositives:
    - Unlikely
level: high
`;

test('a bad rule: squiggle, entry, explanation, fix, and a check that is switched off', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', '{"CommandLine": "backup-tool delete catalog"}');
  await expect(playground.verdict(1, 'no match')).toBeVisible();
  await playground.tab('Problems');
  const problems = page.getByRole('list', { name: 'Problems of the rule' });
  const rows = problems.getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(page.locator('.monaco-editor .squiggly-warning')).toHaveCount(1);

  const field = rows.filter({ hasText: 'field-misspelled' });
  await expect(field).toContainText('Did you mean CommandLine?');
  const id = field.getByRole('button', { name: 'field-misspelled' });
  await id.focus();
  await page.keyboard.press('Enter');
  await expect(id).toHaveAttribute('aria-expanded', 'true');
  await expect(field).toContainText('A misspelled field name');
  await expect(field.getByRole('figure')).toHaveCount(2);

  await field.getByRole('button', { name: 'Change to CommandLine' }).click();
  await expect.poll(() => playground.text('Rule')).toBe(RULE.replace('ComandLine', 'CommandLine'));
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expect(rows).toHaveCount(1);

  await rows.getByRole('button', { name: 'title-dot' }).click();
  await rows.getByRole('button', { name: 'Switch this check off' }).click();
  await expect(page.getByText('No problems on either side.')).toBeVisible();
  await page.waitForTimeout(600);
  await page.reload();
  await playground.ready();
  await playground.tab('Problems');
  await expect(page.getByText('No problems on either side.')).toBeVisible();
  await page.getByRole('button', { name: 'title-dot on again' }).click();
  await expect(rows).toHaveCount(1);
});

test('a comment switches a check off for its line', async ({ page }) => {
  const playground = await new Playground(page).open();
  const good = RULE.replace('ComandLine', 'CommandLine');
  await playground.paste('Rule', good);
  await playground.tab('Problems');
  await expect(page.getByRole('list', { name: 'Problems of the rule' }).getByRole('listitem')).toHaveCount(1);
  await playground.paste('Rule', good.replace('Backups.', 'Backups. # sigma-disable: title-dot'));
  await expect(page.getByRole('list', { name: 'Problems of the rule' })).toHaveCount(0);
});

test('the code of a malformed event opens its explanation', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', '{"EventID": 1,}');
  await playground.tab('Problems');
  const row = page.getByRole('list', { name: 'Problems of the events' }).getByRole('listitem');
  await row.getByRole('button', { name: 'json-trailing-comma' }).click();
  await expect(row).toContainText('A comma after the last member');
  await expect(row.getByRole('figure')).toHaveCount(2);
  await expect(row.getByRole('figure').first().locator('mark')).toHaveText(',');
  await expect(row.getByRole('button', { name: 'Switch this check off' })).toHaveCount(0);
});
