import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of material that the project is tested with and does not contain: recordings, rules. `SIGMA_SHARED` names it, else it
 * is looked for beside the repository. Null where there is none.
 */
export function sharedDir(): string | null {
  const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const folder = process.env.SIGMA_SHARED ? resolve(process.env.SIGMA_SHARED) : join(root, '..', 'shared');
  return existsSync(join(folder, 'corpus')) ? folder : null;
}
