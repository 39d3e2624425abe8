import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * The folder of test material that the project does not contain: recordings, rules. `SIGMA_SHARED` names it;
 * otherwise it is looked for beside the repository. Null if there is none.
 */
export function sharedDir(): string | null {
  // Scripts of package.json run in the repository's folder; the built bench is elsewhere.
  const folder = resolve(process.env.SIGMA_SHARED ?? join('..', 'shared'));
  return existsSync(join(folder, 'corpus')) ? folder : null;
}
