import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Zippable, zipSync } from 'fflate';

/*
 * Packs the built site as `release/sigma-playground-VERSION.zip`, with configurations for servers. The same files give
 * the same zip, byte for byte: in a fixed order, with a fixed time.
 */

/** The earliest time that a zip can have, read in the zone of whoever packs: a zip has no zones. */
const TIME = new Date(1980, 0, 1);

/** The files below a folder, by their paths in it, sorted. */
function filesOf(folder: string): [name: string, content: Uint8Array][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
    .map((name) => [name, readFileSync(join(folder, name))]);
}

/** The zip of a release: the built site in `site/`, the terminal in `terminal/`, configurations in `serve/`, and how to use them. */
export function packRelease(site: string, terminal: string, name: string): Uint8Array {
  const files: Zippable = {};
  const add = (path: string, content: Uint8Array) => {
    files[`${name}/${path}`] = [new Uint8Array(content), { mtime: TIME, level: 9 }];
  };
  for (const path of ['LICENSE', 'CHANGELOG.md', 'docs/serving.md'])
    add(path.replace('docs/serving', 'SERVING'), readFileSync(path));
  for (const [path, content] of filesOf('.ci/serve')) add(`serve/${path}`, content);
  for (const [path, content] of filesOf(site)) add(`site/${path}`, content);
  for (const [path, content] of filesOf(terminal)) add(`terminal/${path}`, content);
  return zipSync(files);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  const name = `sigma-playground-${version}`;
  const zip = packRelease('dist', 'dist-terminal', name);
  mkdirSync('release', { recursive: true });
  writeFileSync(`release/${name}.zip`, zip);
  const sum = createHash('sha256').update(zip).digest('hex');
  writeFileSync(`release/${name}.zip.sha256`, `${sum}  ${name}.zip\n`);
  console.log(`release/${name}.zip: ${zip.length} bytes, sha256 ${sum}`);
}
