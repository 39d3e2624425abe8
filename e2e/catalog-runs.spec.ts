import { expect, test } from '@playwright/test';
import { openZip } from './catalog-files';
import { findings, rule, runAll, status } from './catalog-page';
import { Playground, RULE } from './playground';
import { SLOW_LINEAR, SLOW_WILDCARD, slowText } from './slow-patterns';

test('a long run shows its progress and can be cancelled, and typing does not wait for it', async ({
  page,
}) => {
  test.slow();
  const playground = await new Playground(page).open();
  const line = JSON.stringify({
    EventID: 1,
    Channel: 'Microsoft-Windows-Sysmon/Operational',
    CommandLine: 'abc '.repeat(60),
  });
  const events = Array.from({ length: 20_000 }, () => line).join('\n');
  await page
    .getByLabel('Open events file')
    .setInputFiles({ name: 'many.jsonl', mimeType: 'application/json', buffer: Buffer.from(events) });
  await expect(page.locator('.pane-status').filter({ hasText: '20,000 events' })).toBeVisible();
  // Expressions in which no text is certain to stand have to be run on every event.
  const slow = Array.from({ length: 2000 }, (_, i) => [
    `${i}.yml`,
    rule(`Slow ${i}`, 'low', `{CommandLine|re: '[ab].*[bc].*[\\x{100}-\\x{${(0x200 + i).toString(16)}}]'}`),
  ]);
  await openZip(page, {
    ...Object.fromEntries(slow),
    'any.yml': rule('Any', 'high', '{CommandLine|contains: abc}'),
  });
  await expect(page.getByText('2,001 rules in 2,001 files')).toBeVisible();
  await runAll(page).click();
  await expect(page.getByText(/^[\d,]+ of 20,000 events$/)).toBeVisible();
  // Results stream in while the run goes on, and the editor's own engine answers meanwhile.
  await expect(findings(page).getByText('Any', { exact: true })).toBeVisible();
  await playground.paste('Rule', RULE);
  await expect(page.getByText('20,000 do not')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(status(page)).toContainText('before it was cancelled');
  await expect(runAll(page)).toBeEnabled();
});

test('a pattern that hangs is stopped and named, and the rest runs without it', async ({ page }) => {
  const playground = await new Playground(page).open('./?patience=400');
  const event = {
    EventID: 1,
    Channel: 'Microsoft-Windows-Sysmon/Operational',
    CommandLine: `${'a'.repeat(40)}!`,
  };
  await playground.paste('Events', JSON.stringify(event));
  await openZip(page, {
    'hangs.yml': rule('Hangs', 'high', "{CommandLine|re: '(?=a)(a+)+$'}"),
    'fine.yml': rule('Fine', 'low', '{CommandLine|contains: aaa}'),
  });
  await runAll(page).click();
  const panel = page.getByRole('region', { name: 'Catalog of rules' });
  await expect(panel.getByRole('alert')).toContainText('The pattern (?=a)(a+)+$ took too long');
  await expect(page.getByText('1 rule in 2 files')).toBeVisible();
  await expect(status(page)).toHaveText('1 rule matches 1 of 1 event');
  // The message stays as long as the results.
  await expect(panel.getByRole('alert')).toContainText('The pattern (?=a)(a+)+$ took too long');
});

test('of several patterns the one that hangs is found, and its rule named and listed', async ({ page }) => {
  const playground = await new Playground(page).open('./?patience=400');
  const event = (CommandLine: string) =>
    JSON.stringify({ EventID: 1, Channel: 'Microsoft-Windows-Sysmon/Operational', CommandLine });
  const fine = ['aab', 'aab aa'].map(event);
  await playground.paste('Events', [...fine, event(`${'a'.repeat(40)}!`), ...fine].join('\n'));
  await openZip(page, {
    'first.yml': rule('First', 'high', "{CommandLine|re: '(?=a)aab'}"),
    'hangs.yml': rule('Hangs', 'high', "{CommandLine|re: '^(?=a)(a+)+$'}"),
    'last.yml': rule('Last', 'low', "{CommandLine|re: 'a(?=b)'}"),
    'fine.yml': rule('Fine', 'low', '{CommandLine|contains: a}'),
  });
  await runAll(page).click();
  const panel = page.getByRole('region', { name: 'Catalog of rules' });
  await expect(panel.getByRole('alert')).toContainText('The rule “Hangs” took too long on event 3');
  await expect(panel.getByRole('alert')).toContainText('^(?=a)(a+)+$');
  await expect(status(page)).toHaveText('3 rules match 5 of 5 events');
  await expect(page.getByText('3 rules in 4 files')).toBeVisible();
  await panel.getByRole('button', { name: /cannot run/ }).click();
  await expect(page.getByRole('region', { name: 'Files that cannot run' })).toContainText('hangs.yml');
});

test('rules that are slow in the linear engine or by a wildcard, and one nested too deep, are listed; the others run', async ({
  page,
}) => {
  test.slow();
  const playground = await new Playground(page).open('./?patience=400');
  const event = (CommandLine: string) =>
    JSON.stringify({ EventID: 1, Channel: 'Microsoft-Windows-Sysmon/Operational', CommandLine });
  await playground.paste('Events', ['xa', slowText(), 'xa'].map(event).join('\n'));
  const nested = `(?=x)${'('.repeat(4000)}x${')'.repeat(4000)}`;
  await openZip(page, {
    'nested.yml': rule('Nested', 'high', `{CommandLine|re: '${nested}'}`),
    'linear.yml': rule('Linear', 'high', `{CommandLine|re: '${SLOW_LINEAR}'}`),
    'wildcard.yml': rule('Wildcard', 'high', `{CommandLine: '${SLOW_WILDCARD}'}`),
    'fine.yml': rule('Fine', 'low', '{CommandLine|contains: a}'),
  });
  await expect(page.getByText('3 rules in 4 files')).toBeVisible();
  await runAll(page).click();
  await expect(status(page)).toHaveText('1 rule matches 3 of 3 events', { timeout: 60_000 });
  const panel = page.getByRole('region', { name: 'Catalog of rules' });
  await panel.getByRole('button', { name: /cannot run/ }).click();
  const left = page.getByRole('region', { name: 'Files that cannot run' });
  for (const name of ['nested.yml', 'linear.yml', 'wildcard.yml']) await expect(left).toContainText(name);
  await expect(left).toContainText(SLOW_LINEAR);
});
