import { join } from 'node:path';
import { sharedDir } from '../src/testing/shared-dir';
import { report, withPage } from './bench-page';

const LIMIT = 5;

/**
 * How long the page takes from a person's choosing the release zip to a catalog that is ready to run: unpacked, read and
 * compiled in the worker, and kept. True without a word where the shared corpus is absent.
 */
export async function catalogLoading(): Promise<boolean> {
  const shared = sharedDir();
  if (shared === null) {
    console.log(JSON.stringify({ figure: 'loading the catalog', skipped: 'shared corpus absent' }));
    return true;
  }
  return withPage(async ({ page }) => {
    await page.getByRole('tab', { name: 'Catalog' }).click();
    await page.getByRole('button', { name: 'Open a folder' }).waitFor();
    await page.evaluate(() => {
      const times = { chosen: 0, loaded: 0 };
      document.addEventListener(
        'change',
        () => {
          times.chosen = performance.now();
        },
        true,
      );
      new MutationObserver(() => {
        if (!times.loaded && document.querySelector('.catalog-name')) times.loaded = performance.now();
      }).observe(document.body, { childList: true, subtree: true });
      Object.assign(globalThis, { benchCatalog: times });
    });
    await page.getByLabel('Files for the catalog').setInputFiles(join(shared, 'corpus', 'sigma-rules.zip'));
    const told = page.getByText(/^[\d,]+ rules in [\d,]+ files$/);
    await told.waitFor({ timeout: 120_000 });
    const { chosen, loaded } = await page.evaluate(
      () => (globalThis as unknown as { benchCatalog: { chosen: number; loaded: number } }).benchCatalog,
    );
    const [rules, files] = ((await told.textContent()) ?? '').replaceAll(',', '').match(/\d+/g) ?? [];
    const seconds = (loaded - chosen) / 1000;
    return report('loading the released rules in the catalog worker, s', seconds, LIMIT, {
      files: Number(files),
      rules: Number(rules),
    });
  });
}
