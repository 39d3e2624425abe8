import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';

/** The bytes of a zip with these files, by path. */
export function zipped(files: Readonly<Record<string, string>>): Buffer {
  const entries = Object.entries(files).map(([path, text]) => [path, strToU8(text)]);
  return Buffer.from(zipSync(Object.fromEntries(entries)));
}

/** Opens a zip with these files as the catalog, whose panel is open. */
export async function openCatalog(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const zip = { name: 'mine.zip', mimeType: 'application/zip', buffer: zipped(files) };
  await page.getByLabel('Open files of rules').setInputFiles(zip);
}

/** Opens a zip with these files as the catalog. */
export async function openZip(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('tab', { name: 'Catalog' }).click();
  await openCatalog(page, files);
}
