import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

/** A text with the name under which problems speak of it. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

const RULE = /\.ya?ml$/i;
const EVENTS = /\.(?:json|jsonl|ndjson|log|txt)$/i;

/**
 * All texts of a kind under `paths`: files as they are, folders with all that is in them, zip archives with all that is
 * in those. Throws where a path does not exist; the caller tells that as bad usage.
 */
export function readTexts(paths: readonly string[], kind: 'rules' | 'events'): NamedText[] {
  const wanted = kind === 'rules' ? RULE : EVENTS;
  return paths.flatMap((path) => {
    if (statSync(path).isDirectory())
      return walk(path)
        .filter((file) => wanted.test(file))
        .map(readText);
    return /\.zip$/i.test(path) ? unzip(path, wanted) : [readText(path)];
  });
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? walk(path) : [path];
    });
}

function readText(path: string): NamedText {
  return { name: path, text: readFileSync(path, 'utf8') };
}

function unzip(path: string, wanted: RegExp): NamedText[] {
  const entries = unzipSync(readFileSync(path), { filter: (file) => wanted.test(file.name) });
  return Object.entries(entries)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]) => ({ name: `${path}/${name}`, text: strFromU8(bytes) }));
}
