import { expect, test } from '@playwright/test';
import { openZip } from './catalog-files';
import { findings, RULES, rule, runAll, status } from './catalog-page';
import { EVENTS, Playground } from './playground';

test('a zip of rules runs on all events, and its findings are listed by level', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', EVENTS);
  await openZip(page, RULES);
  await expect(page.getByText('4 rules in 5 files')).toBeVisible();

  await page.getByRole('button', { name: '1 file cannot run' }).click();
  const broken = page.getByRole('region', { name: 'Files that cannot run' });
  await expect(broken).toContainText('rules/broken.yml line 5');
  await expect(broken).toContainText('contians');

  await runAll(page).click();
  await expect(status(page)).toHaveText('3 rules match 3 of 5 events · 1 unreadable');
  await expect(findings(page).getByRole('listitem')).toHaveText([
    /Critical 1 rule, 1 match/,
    /From the agent.*1 event:3/,
    /High 1 rule, 1 match/,
    /All privileges.*1 event:1/,
    /Low 1 rule, 3 matches/,
    /Any whoami.*3 events:123/,
  ]);

  await findings(page).getByRole('button', { name: 'Event 3', exact: true }).first().click();
  await expect(page.getByRole('option', { name: /^Event 3:/ })).toHaveAttribute('aria-selected', 'true');
  await page.getByText('Only event 3').click();
  await expect(findings(page).getByRole('heading')).toHaveText([/Critical/, /Low/]);
  await page.getByRole('button', { name: /^Low/ }).click();
  await expect(findings(page).getByRole('heading')).toHaveText([/Critical/]);
});

test('findings by technique and by event', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', EVENTS);
  const tagged = (text: string, ...tags: string[]) =>
    `${text}tags: [${tags.map((tag) => `attack.${tag}`).join(', ')}]\n`;
  await openZip(page, {
    'all.yml': tagged(RULES['rules/whoami-all.yml'], 'discovery', 't1033'),
    'any.yml': tagged(RULES['rules/whoami.yml'], 't1033', 't1059.001'),
    'agent.yml': RULES['rules/agent.yml'],
  });
  await runAll(page).click();
  await expect(status(page)).toContainText('3 rules match');
  const grouped = page.getByRole('group', { name: 'Grouped by' });
  await grouped.getByRole('button', { name: 'Technique' }).click();
  await expect(grouped.getByRole('button', { name: 'Technique' })).toHaveAttribute('aria-pressed', 'true');
  await expect(findings(page).getByRole('listitem')).toHaveText([
    /^Execution 1 rule, 3 matches/,
    /^T1059.001 Command and Scripting Interpreter: PowerShell 1 rule, 3 matches/,
    /^Low Any whoami/,
    /^Discovery 2 rules, 4 matches/,
    /^T1033 System Owner\/User Discovery 2 rules, 4 matches/,
    /^High All privileges/,
    /^Low Any whoami/,
    /^No technique 1 rule, 1 match/,
    /^Critical From the agent/,
  ]);

  await grouped.getByRole('button', { name: 'Event' }).click();
  const rulesOf = (event: number) =>
    findings(page)
      .getByRole('list', { name: `Rules that match event ${event}`, exact: true })
      .getByRole('listitem');
  await expect(rulesOf(1)).toHaveText([/^High All privileges/, /^Low Any whoami/]);
  await expect(rulesOf(2)).toHaveText([/^Low Any whoami/]);
  await expect(rulesOf(3)).toHaveText([/^Critical From the agent/, /^Low Any whoami/]);
  await expect(findings(page)).toContainText('Event 3 Sysmon 1 · 2 rules');
  await findings(page).getByRole('button', { name: 'Event 3' }).click();
  await expect(page.getByRole('option', { name: /^Event 3:/ })).toHaveAttribute('aria-selected', 'true');
  await page.getByText('Only event 3').click();
  await expect(rulesOf(1)).toHaveCount(0);
  await page.getByRole('button', { name: /^Low/ }).first().click();
  await expect(rulesOf(3)).toHaveText([/^Critical From the agent/]);
  await rulesOf(3).getByRole('button').click();
  await expect.poll(() => playground.text('Rule')).toBe(RULES['rules/agent.yml']);
});

test('moving through the findings of 10,000 events and 150 rules stays fast', async ({ page }) => {
  test.slow();
  await new Playground(page).open();
  const line = JSON.parse(EVENTS.split('\n')[0] ?? '') as object;
  const events = Array.from({ length: 10_000 }, (_, i) => JSON.stringify({ ...line, RecordID: i }));
  await page.getByLabel('Open events file').setInputFiles({
    name: 'many.jsonl',
    mimeType: 'application/json',
    buffer: Buffer.from(events.join('\n')),
  });
  await expect(page.locator('.pane-status').filter({ hasText: '10,000 events' })).toBeVisible();
  const many = Array.from({ length: 150 }, (_, i) => [
    `${i}.yml`,
    rule(`Rule ${i}`, i % 2 ? 'high' : 'low', "{CommandLine|contains: ' /all'}"),
  ]);
  await openZip(page, Object.fromEntries(many));
  await runAll(page).click();
  await expect(status(page)).toHaveText('150 rules match 10,000 of 10,000 events');
  const took = async (act: () => Promise<void>) => {
    const begun = Date.now();
    await act();
    return Date.now() - begun;
  };
  const grouped = page.getByRole('group', { name: 'Grouped by' });
  for (const name of ['Event', 'Technique', 'Level', 'Event']) {
    const ms = await took(async () => {
      await grouped.getByRole('button', { name }).click();
      await expect(findings(page).getByText('Rule 1', { exact: true }).first()).toBeVisible();
    });
    expect(ms, name).toBeLessThan(4000);
  }
  await findings(page).getByRole('button', { name: '144 more' }).first().click();
  await expect(
    findings(page).getByRole('list', { name: 'Rules that match event 1', exact: true }).getByRole('listitem'),
  ).toHaveCount(150);
  await findings(page).focus();
  // Rows are measured once they are on screen, and so the end may move once.
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(findings(page).getByRole('button', { name: 'Event 10000' })).toBeVisible({ timeout: 1000 });
  }).toPass();
  expect(await findings(page).getByRole('listitem').count()).toBeLessThan(400);
});

test('rules whose placeholders are set later are loaded again', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', EVENTS);
  const waiting = rule('Tools', 'high', "{Image|endswith|expand: '\\%tools%'}");
  await openZip(page, { 'tools.yml': waiting, 'any.yml': RULES['rules/whoami.yml'] });
  await expect(page.getByText('1 rule in 2 files')).toBeVisible();
  await expect(page.getByRole('button', { name: '1 file cannot run' })).toBeVisible();
  await playground.paste('Rule', waiting);
  const field = page.getByRole('group', { name: 'Placeholders' }).getByRole('textbox');
  await field.fill('whoami.exe');
  await expect(page.getByText('The placeholders have changed since these rules were loaded.')).toBeVisible();
  await page.getByRole('button', { name: 'Reload them' }).click();
  await expect(page.getByText('2 rules in 2 files')).toBeVisible();
  await expect(page.getByRole('button', { name: '1 file cannot run' })).toHaveCount(0);
  await expect(page.getByText('The placeholders have changed')).toHaveCount(0);
  await runAll(page).click();
  await expect(status(page)).toContainText('2 rules match 3 of 5 events');
  // A run reads them by itself.
  await field.fill('nothing.exe');
  await runAll(page).click();
  await expect(status(page)).toContainText('1 rule matches 3 of 5 events');
  await expect(page.getByText('2 rules in 2 files')).toBeVisible();
});

test('results follow the log source switch and say when they belong to earlier events', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', EVENTS);
  await openZip(page, RULES);
  await runAll(page).click();
  await expect(status(page)).toContainText('3 of 5 events');
  await page.getByText('Ignore log sources').click();
  await expect(page.getByText('This run respected log sources')).toBeVisible();
  await page.getByRole('button', { name: 'Run again' }).click();
  await expect(status(page)).toContainText('4 of 5 events');
  await expect(page.getByText('This run respected log sources')).toBeHidden();

  await playground.paste('Events', EVENTS.split('\n').slice(1).join('\n'));
  await expect(page.getByText('The events have changed since this run.')).toBeVisible();
  await expect(findings(page).getByRole('button', { name: 'Event 3' }).first()).toBeDisabled();
  await page.getByRole('button', { name: 'Run again' }).click();
  await expect(status(page)).toContainText('3 of 4 events');
  await expect(page.getByText('The events have changed since')).toBeHidden();
});
