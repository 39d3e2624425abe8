import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * The folder of material that the project is tested with and does not contain: recordings, rules. `SIGMA_SHARED` names it, else it
 * is looked for beside the repository. Null if there is none.
 */
export function sharedDir(): string | null {
  // Scripts of package.json run in the repository's folder; what is built for the bench stands elsewhere.
  const folder = resolve(process.env.SIGMA_SHARED ?? join('..', 'shared'));
  return existsSync(join(folder, 'corpus')) ? folder : null;
}
