import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';

/**
 * The folder of material that the project is tested with and does not contain: recordings, rules. `SIGMA_SHARED` names it, else it
 * is looked for beside the repository. Null where there is none.
 */
export function sharedDir(): string | null {
  const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const folder = process.env.SIGMA_SHARED ? resolve(process.env.SIGMA_SHARED) : join(root, '..', 'shared');
  return existsSync(join(folder, 'corpus')) ? folder : null;
}

/** Tests that need that folder; without it they are skipped, and their name says so. */
export function describeWithShared(name: string, fn: (dir: string) => void): void {
  const dir = sharedDir();
  if (dir === null)
    describe(`${name} (skipped: shared corpus absent)`, () => it.skip('needs the corpus', () => {}));
  else describe(name, () => fn(dir));
}
