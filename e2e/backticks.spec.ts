import { expect, type Page, test } from '@playwright/test';
import { Playground } from './playground';

/*
 * Code is shown as code, or as plain text where code has no style. The backticks that mark it in our texts are never
 * shown.
 */

/** A rule with many kinds of problems, and none with a backtick of its own. */
const RULE = String.raw`title: Broken in many ways.
status: exprimental
level: hihg
date: 1.2.2026
tags:
    - attack.T1033
    - attack.defense_evasion
    - cve.2021.44228
logsource:
    product: windows
    categori: process_creation
detection:
    selection:
        Image|endswiht: '\whoami.exe'
        CommandLine|re: 'a(?>b)'
        User|contains|all: 'adm'
        Hash|cidr: nowhere
        LogonId: 0x3e7
    filter:
        ParentImage: '*\agent.exe'
    condition: selektion and not 1 of filtr_* | count() > 5
`;
const WRONG_EVENTS = String.raw`{"EventID":1,"Image":"C:\Windows\whoami.exe"}
{"EventID":1 "Image":"x"}
{"EventID":}
{"EventID":1]`;

/** A rule that compiles and misses the first event. */
const MISSING = String.raw`title: Whoami
logsource:
    product: windows
    category: process_creation
detection:
    selection:
        Image|endswith: '\whoami.exe'
        CommandLine|contains|windash: ' -all'
    filter:
        User|cased: Ann
    condition: selection and not filter
`;
const MISSED = String.raw`{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Image":"C:\\Windows\\whoami.exe","CommandLine":"whoami  all","User":"Ann"}
{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Image":"C:\\Windows\\whoami.exe","CommandLine":"whoami /all","User":"Bob"}`;

/** Every text and name that the page shows or says, the editors' own texts left out; those with a backtick. */
function withBackticks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const shown = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = shown.nextNode(); node; node = shown.nextNode()) {
      const inside = node.parentElement?.closest('.view-lines, script, style, textarea');
      if (!inside && node.textContent?.includes('`')) found.push(node.textContent);
    }
    for (const element of document.querySelectorAll('*'))
      for (const name of ['title', 'aria-label', 'aria-description', 'placeholder', 'data-title']) {
        const value = element.getAttribute(name);
        if (value?.includes('`')) found.push(`${name}: ${value}`);
      }
    return found;
  });
}

async function clean(page: Page, where: string): Promise<void> {
  expect(await withBackticks(page), where).toEqual([]);
}

/** Opens every tab below the editors, and whatever can be opened in it by a click. */
async function walkTabs(page: Page, where: string): Promise<void> {
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    const name = (await tab.textContent()) ?? '';
    await expect(page.getByRole('tabpanel')).not.toContainText('Loading…');
    await clean(page, `${where}: ${name}`);
    const closed = page.getByRole('tabpanel').locator('summary, button[aria-expanded="false"]:enabled');
    for (let i = Math.min(await closed.count(), 20) - 1; i >= 0; i--) {
      await closed.nth(i).click();
      await clean(page, `${where}: ${name}, opened ${i}`);
      await page.keyboard.press('Escape');
    }
  }
}

test('menus show no backtick', async ({ page }) => {
  await new Playground(page).open();
  await page.getByRole('button', { name: 'Examples' }).click();
  const entries = page.getByRole('dialog').getByRole('listbox').getByRole('option');
  await expect(entries.filter({ hasText: 'windash' }).locator('code').first()).toHaveText('windash');
  await clean(page, 'examples');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: 'Make a rule' }).click();
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  await clean(page, 'make a rule');
});

test('panels show no backtick: a rule and events with many problems', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', WRONG_EVENTS);
  await playground.paste('Rule', RULE);
  await playground.tab('Problems');
  const problems = page.getByRole('list', { name: 'Problems of the rule' }).getByRole('listitem');
  await expect.poll(() => problems.count()).toBeGreaterThan(5);
  await expect(
    page.getByRole('list', { name: 'Problems of the events' }).getByRole('listitem').first(),
  ).toBeVisible();
  await walkTabs(page, 'problems');
});

test('panels show no backtick: a rule that misses its events', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', MISSED);
  await playground.paste('Rule', MISSING);
  await expect(playground.verdict(1, 'no match')).toBeVisible();
  await playground.verdict(1, 'no match').click();
  await walkTabs(page, 'a miss');
  await playground.verdict(2, 'match').click();
  await walkTabs(page, 'a match');
});

test('hovers, fixes and suggestions show no backtick', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', MISSED);
  await playground.paste('Rule', RULE);
  await playground.tab('Problems');
  await expect(page.getByRole('list', { name: 'Problems of the rule' })).toContainText('endswiht');
  const hover = page.locator('.monaco-hover:not(.hidden)').filter({ hasText: /\S/ });
  for (const word of [
    'exprimental',
    'hihg',
    'endswiht',
    '(?>',
    'nowhere',
    'count()',
    'categori:',
    'attack.T1033',
  ]) {
    await expect(async () => {
      await page.mouse.move(2, 2);
      await playground.hover('Rule', RULE.indexOf(word) + 2);
      await expect(hover.first(), word).toBeVisible({ timeout: 2000 });
    }).toPass();
    await clean(page, `hover over ${word}`);
  }
  await playground.box('Rule').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+.');
  await expect(page.getByRole('option', { name: /Change to experimental/ })).toBeVisible();
  await clean(page, 'fixes');
  await page.keyboard.press('Escape');
  await playground.paste('Rule', MISSING.replace("' -all'", '').replace(/CommandLine.*/, 'CommandLine|'));
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < 7; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Control+Space');
  await expect(page.locator('.suggest-widget .monaco-list-row').first()).toBeVisible();
  await page.keyboard.press('Control+Space');
  await clean(page, 'suggestions');
});

test('notices show no backtick', async ({ page }) => {
  await new Playground(page).open();
  await page.getByLabel('Open events file').setInputFiles({
    name: 'wrong.evtx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('MZ and more'),
  });
  await expect(
    page.getByRole('status').getByText(/This is not a Windows event log: it does not begin with ElfFile/),
  ).toBeVisible();
  await clean(page, 'notice');
});

test('a backtick in the user’s own text is shown as it is, and is no mark', async ({ page }) => {
  const playground = await new Playground(page).open();
  const rule = MISSING.replace("' -all'", "'a`b`c'");
  await playground.paste('Events', '{"EventID":1,"CommandLine":"x`y`z","Image":"C:\\\\whoami.exe"}');
  await playground.paste('Rule', rule.replace('windash', 'a`b`c'));
  await playground.tab('Problems');
  const problems = page.getByRole('list', { name: 'Problems of the rule' });
  await expect(problems).toContainText('a`b`c');
  await playground.paste('Rule', rule);
  await playground.tab('Explain');
  await expect(page.getByRole('tabpanel').locator('code', { hasText: 'x`y`z' }).first()).toBeVisible();
  await expect(page.getByRole('tabpanel').locator('code', { hasText: 'a`b`c' }).first()).toBeVisible();
});
