import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isRuleFile, isZip, ZipFiles } from '../catalog';
import type { EvtxProblem } from '../event';
import { evtxText, isEvtx } from '../event';

/** A text with the name under which problems speak of it. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
  /** What was wrong with the file before it became a text: damage in an event log. */
  readonly problems?: readonly EvtxProblem[];
}

const isEventFile = (path: string) => /\.(?:json|jsonl|ndjson|log|txt|xml|evtx)$/i.test(path);

const isEvtxFile = (path: string) => /\.evtx$/i.test(path);

/**
 * All texts of a kind under `paths`: files as they are, folders with all that is in them, zip archives with all that is
 * in those. Throws where a path does not exist; the caller tells that as bad usage.
 */
export function readTexts(paths: readonly string[], kind: 'rules' | 'events'): NamedText[] {
  const isWanted = kind === 'rules' ? isRuleFile : isEventFile;
  return paths.flatMap((path) => {
    if (statSync(path).isDirectory()) return walk(path).filter(isWanted).map(readText);
    // A zip gives its files as text, which an event log is not: unpack it first.
    return isZip(path) ? unzip(path, (name) => isWanted(name) && !isEvtxFile(name)) : [readText(path)];
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
  const bytes = readFileSync(path);
  if (!isEvtx(bytes) && !isEvtxFile(path)) return { name: path, text: bytes.toString('utf8') };
  const { text, problems } = evtxText(bytes);
  return { name: path, text, problems: problems.all };
}

/** A person's own archive in their own terminal has no limits. */
const NO_LIMITS = { file: Number.POSITIVE_INFINITY, all: Number.POSITIVE_INFINITY };

function unzip(path: string, isWanted: (name: string) => boolean): NamedText[] {
  return [...new ZipFiles(readFileSync(path), isWanted, NO_LIMITS).read()].map((file) => {
    const name = `${path}/${file.path}`;
    if ('reason' in file) throw Object.assign(new Error(`${name}: ${file.reason}`), { code: 'zip-damaged' });
    return { name, text: file.text };
  });
}
