import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { SigmaEvent } from '../event';
import { readEvents } from '../event';
import { plain } from '../text';

/* Reads the folder of `sharedDir`: SigmaHQ's rules and their recordings. */

export interface CatalogFile {
  /** From the catalog's own folder: `rules/windows/…yml`. */
  readonly path: string;
  /** The first folder of the path: `rules`, `unsupported`, … */
  readonly folder: string;
  readonly text: string;
}

/** Every rule file of the catalog, in the order of paths. */
export function catalog(shared: string): CatalogFile[] {
  return Object.entries(unzipSync(readFileSync(join(shared, 'corpus', 'sigma-rules.zip'))))
    .filter(([name]) => /\.ya?ml$/.test(name))
    .map(([name, bytes]): CatalogFile => {
      const path = name.slice(name.indexOf('/') + 1);
      return { path, folder: path.slice(0, path.indexOf('/')), text: strFromU8(bytes) };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

export interface Recording {
  /** The folder, named after its rule's id. */
  readonly name: string;
  readonly events: readonly SigmaEvent[];
}

/** Every recording in JSON, in the order of names. */
export function recordings(shared: string): Recording[] {
  const folder = join(shared, 'corpus', 'regression');
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, 'events.json')))
    .map((name) => {
      const { slices } = readEvents(readFileSync(join(folder, name, 'events.json'), 'utf8'));
      const events = slices.map((slice) => {
        if (!slice.event) throw new Error(`${name}: ${plain(slice.message)}`);
        return slice.event;
      });
      return { name, events };
    });
}
