import { describe, it } from 'vitest';
import { sharedDir } from './shared-dir';

/** Tests that need the shared folder (`sharedDir`). Without it they are skipped, and their name says so. */
export function describeWithShared(name: string, fn: (dir: string) => void): void {
  const dir = sharedDir();
  if (dir === null)
    describe(`${name} (skipped: shared corpus absent)`, () => it.skip('needs the corpus', () => {}));
  else describe(name, () => fn(dir));
}
