import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Plugin } from 'vite';
import { bomOf } from './sbom.ts';

/*
 * The licences of everything that the built site contains, as one text beside it. Packages are taken from the modules of
 * the bundles, those of the workers too, which Vite's own `build.license` leaves out.
 */

const MODULES = `${sep}node_modules${sep}`;
/** Texts that packages ship: their licence, and the notices of what they contain themselves. */
const TEXTS = /^(?:licen[cs]e|notice|copying|thirdpartynotices)/i;

/** What no package says. */
const DATA = `ATT&CK

Names and numbers of tactics and techniques are those of ATT&CK.
© The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation.

Codicons

The editors' icons are Codicons, © Microsoft Corporation, under Creative Commons Attribution 4.0 International
(https://creativecommons.org/licenses/by/4.0/).`;

/** The folder of the package that a module belongs to; null for a module of our own. */
function packageOf(module: string): string | null {
  const at = module.lastIndexOf(MODULES);
  if (at < 0) return null;
  let folder = dirname(module.replace(/\?.*$/, '').replace(/^\0/, ''));
  while (folder.length > at + MODULES.length) {
    const file = join(folder, 'package.json');
    // Folders inside a package may have a package.json that only tells the kind of module.
    if (existsSync(file) && 'version' in JSON.parse(readFileSync(file, 'utf8'))) return folder;
    folder = dirname(folder);
  }
  throw new Error(`${module} belongs to no package`);
}

/** A package with its licence. Throws if it names none. */
function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly [key: string]: unknown;
  };
  if (typeof license !== 'string') throw new Error(`${String(name)} names no licence`);
  const texts = readdirSync(folder)
    .filter((file) => TEXTS.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return [`${String(name)} ${String(version)} (${license})`, ...texts].join('\n\n');
}

/**
 * Collects the packages of the page and of its workers, and writes `licences.txt` and `bom.json`. Use `page` once and `workers`
 * for each worker.
 */
export function licences(): { readonly page: Plugin; readonly workers: () => Plugin } {
  const folders = new Set<string>();
  const collect = (modules: Iterable<string>): void => {
    for (const module of modules) {
      const folder = packageOf(module);
      if (folder !== null) folders.add(folder);
    }
  };
  return {
    page: {
      name: 'licences',
      apply: 'build',
      generateBundle(_, bundle) {
        for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') collect(chunk.moduleIds);
        const own = readFileSync('LICENSE', 'utf8').trim();
        const source = [`Sigma Playground\n\n${own}`, DATA, ...[...folders].sort().map(licenceOf)].join(
          `\n\n${'-'.repeat(80)}\n\n`,
        );
        this.emitFile({ type: 'asset', fileName: 'licences.txt', source: `${source}\n` });
        const bom = `${JSON.stringify(bomOf(folders), null, 2)}\n`;
        this.emitFile({ type: 'asset', fileName: 'bom.json', source: bom });
      },
    },
    workers: () => ({
      name: 'licences-of-workers',
      apply: 'build',
      generateBundle(_, bundle) {
        for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') collect(chunk.moduleIds);
      },
    }),
  };
}
