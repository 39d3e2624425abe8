import { expect, type Locator, type Page, test } from '@playwright/test';
import { EVENTS, Playground, RULE } from './playground';

const HEAD = `title: Listing Of Privileges
logsource:
    product: windows
    category: process_creation
detection:
    selection:
        `;

function rows(page: Page): Locator {
  return page.locator('.suggest-widget .monaco-list-row');
}

/** One suggestion, by the text at the start of its line. */
function row(page: Page, label: string): Locator {
  return rows(page).filter({ has: page.locator('.label-name', { hasText: label }) });
}

/** Asks for suggestions once the engine has read the events. */
async function ask(playground: Playground): Promise<void> {
  await playground.page.keyboard.press('Control+Space');
  await expect(rows(playground.page).first()).toBeVisible();
}

test('a selection and its condition are written with suggestions', async ({ page }) => {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted ?Type|TrustedScript/.test(message.text()))
      violations.push(message.text());
  });
  const playground = await new Playground(page).open();
  const { keyboard } = page;
  await playground.paste('Events', EVENTS);
  await playground.paste('Rule', `${HEAD}Image: x\n    condition: selection\n`);
  await expect(playground.verdict(1, 'no match')).toBeVisible();
  await playground.paste('Rule', HEAD);

  await ask(playground);
  await expect(row(page, 'CommandLine').first()).toContainText(/in [\d,]+ of [\d,]+ rules · in the events/);
  // It is visible, and its own line does not cut it off.
  await expect(row(page, 'CommandLine').first().locator('.label-name')).toBeInViewport();
  await expect(row(page, 'CommandLine').first().locator('.details-label')).toBeInViewport();
  await keyboard.type('CommandL');
  await keyboard.press('Enter');
  await expect.poll(() => playground.text('Rule')).toBe(`${HEAD}CommandLine`);

  await keyboard.type('|');
  await expect(row(page, 'contains')).toBeVisible();
  await expect(row(page, 'CommandLine')).toHaveCount(0);
  await keyboard.press('ArrowDown');
  await keyboard.press('Tab');
  await expect.poll(() => playground.text('Rule')).toBe(`${HEAD}CommandLine|contains`);

  await keyboard.type(': ');
  await expect(row(page, 'whoami /priv')).toContainText('in 1 event');
  await keyboard.type('/pr');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  const selection = `${HEAD}CommandLine|contains: whoami /priv`;
  await expect.poll(() => playground.text('Rule')).toBe(selection);

  await playground.paste('Rule', `${selection}\n    condition:`);
  await keyboard.type(' ');
  await expect(row(page, 'selection')).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect.poll(() => playground.text('Rule')).toBe(`${selection}\n    condition: selection`);
  await expect(playground.verdict(3, 'match')).toBeVisible();
  expect(violations).toEqual([]);
});

test('a list that opened by itself takes neither Enter nor Tab', async ({ page }) => {
  const playground = await new Playground(page).open();
  const { keyboard } = page;
  for (const typed of ['high', 'hi']) {
    await playground.paste('Rule', 'title: A\nlevel:');
    await keyboard.type(' ');
    await expect(row(page, 'high')).toBeVisible();
    await keyboard.type(typed);
    await keyboard.press('Enter');
    await keyboard.type('x');
    await expect.poll(() => playground.text('Rule')).toBe(`title: A\nlevel: ${typed}\nx`);
  }
  await playground.paste('Rule', 'title: A\nlevel:');
  await keyboard.type(' ');
  await expect(row(page, 'high')).toBeVisible();
  await keyboard.press('Tab');
  await expect.poll(() => playground.text('Rule')).toMatch(/^title: A\nlevel: {2,}$/);
});

test('first letters open the list; values are those of the events', async ({ page }) => {
  const playground = await new Playground(page).open();
  const { keyboard } = page;
  await playground.paste('Events', EVENTS);
  await playground.paste('Rule', `${HEAD}CommandLine: x\n    condition: selection\n`);
  await expect(playground.verdict(1, 'no match')).toBeVisible();
  for (const typed of ['who', "'who"]) {
    await playground.paste('Rule', `${HEAD}CommandLine: `);
    await keyboard.type(typed);
    await expect(row(page, 'whoami /priv')).toContainText('in 1 event');
    await keyboard.press('Escape');
  }
  await playground.paste('Rule', 'title: ');
  await keyboard.type('who');
  await expect.poll(() => playground.text('Rule')).toBe('title: who');
  await expect(rows(page)).toHaveCount(0);
});

test('the log source of the events comes first, and each new rule has a new id', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste(
    'Events',
    '{"eventSource":"s3.amazonaws.com","eventName":"GetObject","eventVersion":"1.08"}',
  );
  await playground.paste('Rule', 'title: A\nlogsource:\n    product: ');
  await expect(page.getByRole('button', { name: 'Format: JSON object' })).toBeVisible();
  await ask(playground);
  await expect(rows(page).first()).toContainText(/^aws\s*in the events/);
  const ids = [];
  for (let i = 0; i < 2; i++) {
    await page.keyboard.press('Escape');
    await playground.paste('Rule', '');
    await ask(playground);
    await page.keyboard.type('whole');
    await page.keyboard.press('Enter');
    await expect.poll(() => playground.text('Rule')).toMatch(/\nid: [0-9a-f-]{36}\n/);
    ids.push(/id: (.*)/.exec(await playground.text('Rule'))?.[1]);
  }
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(ids[1]).not.toBe(ids[0]);
});

test('a technique is found by its name', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', 'title: A\ntags:\n    - ');
  await ask(playground);
  await page.keyboard.type('Inhibit');
  await expect(row(page, 'attack.t1490')).toContainText('Inhibit System Recovery');
  await page.keyboard.press('Enter');
  await expect.poll(() => playground.text('Rule')).toBe('title: A\ntags:\n    - attack.t1490');
});

test('hovering over a modifier, a value and a technique explains them', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', EVENTS);
  await playground.paste('Rule', `${RULE}tags:\n    - attack.t1033\n`);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  const told = (text: string) =>
    expect(page.locator('.monaco-hover', { hasText: text }).first()).toBeVisible();
  await playground.hover('Rule', RULE.indexOf('contains:') + 3);
  await told('The field contains the value.');
  await playground.hover('Rule', RULE.indexOf("'/priv'") + 3);
  await told('contains /priv');
  await told('Matches in 1 of 5 events.');
  await playground.hover('Rule', RULE.length + 'tags:\n    - attack.t1'.length);
  await told('T1033 System Owner/User Discovery');
});

test('the keyboard goes to a selection, renames it everywhere, and fixes a problem', async ({ page }) => {
  const playground = await new Playground(page).open();
  const { keyboard } = page;
  await playground.paste('Rule', RULE.trimEnd());
  await keyboard.press('F12');
  await expect.poll(() => playground.cursorLine('Rule')).toBe(11);
  await keyboard.press('F2');
  const name = page.locator('.rename-input');
  await expect(name).toHaveValue('filter_ci');
  await name.fill('filter_agent');
  await keyboard.press('Enter');
  await expect
    .poll(() => playground.text('Rule'))
    .toBe(RULE.trimEnd().replaceAll('filter_ci', 'filter_agent'));

  await playground.paste('Rule', 'tags:\n- a # of a\nlevel:   low\n');
  await keyboard.press('F1');
  await expect(page.getByRole('combobox', { name: 'Search the commands' })).toBeFocused();
  await keyboard.type('Format the rule');
  await keyboard.press('Enter');
  await expect.poll(() => playground.text('Rule')).toBe('tags:\n    - a # of a\nlevel: low\n');

  const misspelled = RULE.replace('CommandLine', 'ComandLine');
  await playground.paste('Rule', misspelled);
  await expect(page.locator('.monaco-editor .squiggly-warning')).not.toHaveCount(0);
  const { x, y } = await playground.place('Rule', misspelled.indexOf('ComandLine') + 3);
  await page.mouse.click(x, y);
  await keyboard.press('Control+.');
  const fix = page.locator('.action-widget').getByText('Change to CommandLine');
  await expect(fix).toBeVisible();
  await keyboard.press('Enter');
  await expect.poll(() => playground.text('Rule')).toBe(RULE);
});
