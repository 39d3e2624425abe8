import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openZip } from './catalog-files';
import { RULES, runAll } from './catalog-page';
import { Playground } from './playground';

test('the catalog is there after a reload, until it is removed', async ({ page }) => {
  const requests: string[] = [];
  const playground = await new Playground(page).open();
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  await openZip(page, RULES);
  await expect(page.getByText('4 rules in 5 files')).toBeVisible();
  expect(requests.filter((r) => !r.startsWith('GET '))).toEqual([]);
  await page.reload();
  await playground.ready();
  await expect(page.getByText('4 rules in 5 files')).toBeVisible();
  await expect(page.getByRole('button', { name: '1 file cannot run' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('Drop rules here')).toBeVisible();
  await page.reload();
  await playground.ready();
  await expect(page.getByText('Drop rules here')).toBeVisible();
  await expect(runAll(page)).toBeHidden();
});

test('dropped files replace the catalog; a file that is not an archive is reported', async ({ page }) => {
  await new Playground(page).open();
  await openZip(page, RULES);
  await expect(page.getByText('4 rules in 5 files')).toBeVisible();
  const transfer = await page.evaluateHandle(
    ([one = '', two = '']) => {
      const data = new DataTransfer();
      data.items.add(new File([one], 'one.yml'));
      data.items.add(new File([two], 'two.yaml'));
      data.items.add(new File(['no zip'], 'bad.zip'));
      data.items.add(new File(['x'], 'notes.txt'));
      return data;
    },
    [RULES['rules/whoami.yml'], RULES['rules/never.yml']],
  );
  const panel = page.getByRole('region', { name: 'Catalog of rules' });
  await panel.dispatchEvent('dragover', { dataTransfer: transfer });
  await panel.dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByText('2 rules in 2 files')).toBeVisible();
  await page.getByRole('button', { name: '1 file cannot run' }).click();
  await expect(page.getByRole('region', { name: 'Files that cannot run' })).toContainText(
    'bad.zipThis is not a zip archive',
  );
});

test('a folder is read with everything in it, chosen or dropped', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'rules-'));
  await mkdir(join(folder, 'windows'));
  await writeFile(join(folder, 'top.yml'), RULES['rules/whoami.yml']);
  await writeFile(join(folder, 'windows', 'deep.yml'), RULES['rules/agent.yml']);
  await writeFile(join(folder, 'windows', 'broken.yml'), RULES['rules/broken.yml']);
  await writeFile(join(folder, 'readme.md'), 'no rule');
  await new Playground(page).open();
  await page.getByRole('tab', { name: 'Catalog' }).click();
  await page.getByLabel('Open folder of rules').setInputFiles(folder);
  await expect(page.getByText('2 rules in 3 files')).toBeVisible();
  await page.getByRole('button', { name: '1 file cannot run' }).click();
  const broken = page.getByRole('region', { name: 'Files that cannot run' });
  await expect(broken).toContainText(`${basename(folder)}/windows/broken.yml`);
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('Drop rules here')).toBeVisible();

  // A folder dropped as the system drops it.
  const box = await page.getByRole('region', { name: 'Catalog of rules' }).boundingBox();
  const devtools = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', {
      type,
      x: (box?.x ?? 0) + 200,
      y: (box?.y ?? 0) + 120,
      data: { items: [], files: [folder], dragOperationsMask: 1 },
    });
  }
  await expect(page.getByText('2 rules in 3 files')).toBeVisible();
  await page.getByRole('button', { name: '1 file cannot run' }).click();
  await expect(broken).toContainText(`${basename(folder)}/windows/broken.yml`);
  await rm(folder, { recursive: true });
});
