import { expect, test } from '@playwright/test';
import { Playground } from './playground';

const RULE = `title: Whoami
logsource: {product: windows}
detection:
    selection:
        CommandLine|contains: 'whoami'
    condition: selection
`;

const XML = `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-Sysmon"/><EventID>1</EventID><Channel>Microsoft-Windows-Sysmon/Operational</Channel></System><EventData><Data Name="CommandLine">cmd &amp; whoami</Data></EventData></Event>`;
const JSON_EVENT = `{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","CommandLine":"whoami /all"}`;

test('XML is recognised, and said why', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', XML);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expect.poll(() => playground.marked('Events')).toContain('whoami');
  await page.getByRole('button', { name: 'Format: XML' }).click();
  const dialog = page.getByRole('dialog', { name: 'How the events are read' });
  await expect(dialog).toContainText('1 event, from line 1');
  await expect(dialog).toContainText('because it begins with an XML tag');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('JSON and XML stand in one text; the choice of one format is kept and undone', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', `${JSON_EVENT}\n${XML}`);
  await expect(playground.verdict(2, 'match')).toBeVisible();
  const dialog = page.getByRole('dialog', { name: 'How the events are read' });
  await page.getByRole('button', { name: /^Format: JSON object and XML/ }).click();
  await expect(dialog).toContainText('from line 2');
  await dialog.getByRole('radio', { name: 'JSON', exact: true }).check();
  await expect(playground.verdict(2, 'error')).toBeAttached();
  // Kept with the work.
  await page.waitForTimeout(600);
  await page.reload();
  await playground.ready();
  await page.getByRole('button', { name: /^Format: / }).click();
  await expect(dialog.getByRole('radio', { name: 'JSON', exact: true })).toBeChecked();
  await dialog.getByRole('radio', { name: 'As recognised' }).check();
  await expect(playground.verdict(2, 'match')).toBeAttached();
});

test('files that are opened together are read one after the other', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await page
    .getByLabel('Open events file')
    .setInputFiles([file('one.json', JSON_EVENT), file('two.xml', `${XML}\n`)]);
  await expect(page.getByText('one.json from line 1; two.xml from line 2.')).toBeVisible();
  expect(await playground.text('Events')).toBe(`${JSON_EVENT}\n${XML}\n`);
  await expect(playground.verdict(2, 'match')).toBeVisible();
});
