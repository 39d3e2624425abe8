import { expect, type Page } from '@playwright/test';

/** Runs a command as somebody does who knows its name, by the keyboard alone. */
export async function runCommand(page: Page, words: string): Promise<void> {
  await page.keyboard.press('F1');
  const search = page.getByRole('combobox', { name: 'Search the commands' });
  await expect(search).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await expect(search).toBeHidden();
}
