import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { BuildFacts } from '../app/panels/about/build.ts';

/** The version, and the commit that is checked out. The same clone gives the same facts, whenever it is built. */
export function buildFacts(): BuildFacts {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  const git = (...args: string[]) => {
    try {
      return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      return null;
    }
  };
  const [commit = null, date = null] = git('log', '-1', '--format=%H %cs')?.split(' ') ?? [];
  return { version, commit, date, isChanged: !!git('status', '--porcelain', '--untracked-files=no') };
}
