import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/*
 * Writes the service worker: `sw.js`, with all files that the page needs and their hashes. Why no library: Workbox holds
 * one cache for all versions and empties it when a new one takes over, which breaks tabs that are still open. What is
 * needed is short, and builds without Workbox's 250 packages.
 */

const SCRIPT = 'sw.js';
/** What no visitor needs: the worker itself, the picture for the README, and packages that a host offers. */
const NOT_KEPT = /^(?:sw\.js|screenshot\.png|catalog\/.*\.zip)$/;
/** What a host may change after the build; the worker asks for it again each time. */
const CHANGED_BY_HOST = /^catalog\//;

const hash = (content: string | Buffer) => createHash('sha256').update(content);

/** The names of the files below a built site's folder that the worker keeps, sorted, with their hashes ('' where a host may change them). */
export function keptFiles(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((name) => !NOT_KEPT.test(name))
    .sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      CHANGED_BY_HOST.test(name) ? '' : `sha256-${hash(readFileSync(join(folder, name))).digest('base64')}`,
    ]),
  );
}

/** Builds the service worker beside the page, and writes the list of files into it once all others are written. */
export function offline(): Plugin {
  return {
    name: 'offline',
    apply: (config, { command }) => command === 'build' && !config.build?.ssr,
    buildStart() {
      this.emitFile({ type: 'chunk', id: 'app/workers/offline/service-worker.ts', fileName: SCRIPT });
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir = 'dist' }) {
        const script = join(dir, SCRIPT);
        const code = readFileSync(script, 'utf8');
        const files = JSON.stringify(keptFiles(dir));
        const version = hash(code + files)
          .digest('hex')
          .slice(0, 16);
        for (const name of ['__KEPT_FILES__', '__KEPT_VERSION__'])
          if (code.split(name).length !== 2) throw new Error(`${SCRIPT} names ${name} not once`);
        writeFileSync(
          script,
          code.replace('__KEPT_FILES__', () => files).replace('__KEPT_VERSION__', JSON.stringify(version)),
        );
      },
    },
  };
}
