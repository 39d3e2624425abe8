import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isRuleFile, isZip, ZipFiles } from '../catalog';
import { evtxText, isEvtx, wholeText } from '../event';
import { kindOfFile } from '../expect';
import { TERMINAL } from '../limits';
import { plain } from '../text';
import type { NamedText } from './named-text';
import { type Terminal, UsageError } from './terminal';
import { isWithin } from './within';

/** A file that was found but could not be read. */
export interface Unread {
  readonly name: string;
  /** Why, as a sentence. */
  readonly reason: string;
}

/** What was found under the paths of a command. */
export interface FoundTexts {
  readonly texts: readonly NamedText[];
  readonly unread: readonly Unread[];
  /** Files of a folder or archive that were left out because their names are of another kind. */
  readonly leftOut: readonly string[];
}

/** Extensions of files with events in a supported format; a rotated log ends in a number. */
const EVENT_FILE =
  /\.(?:json|jsonl|ndjson|log|txt|text|xml|clixml|evtx|csv|tsv|psv|kv|cef|leef|syslog|out)(?:\.\d+)?$/i;

/** True for the name of a file that is read for events where it stands in a folder or an archive. */
export const isEventFile = (path: string) => EVENT_FILE.test(path);

/** What a command reads. Tests are rules, too, and stand beside them. */
export type TextKind = 'rules' | 'tests' | 'events';

/**
 * All texts of a kind under `paths`: files (`-` is standard input), folders with everything in them, zip archives with
 * everything in those. UTF-16 with a byte order mark is supported. Throws if a path does not exist; the caller reports
 * that as wrong usage. What cannot be read inside a folder or an archive is reported, and the rest is read.
 */
export function findTexts(paths: readonly string[], kind: TextKind): FoundTexts {
  const isWanted = kind === 'events' ? isEventFile : isRuleFile;
  const texts: NamedText[] = [];
  const unread: Unread[] = [];
  const leftOut: string[] = [];
  const read = (name: string, bytes: () => Uint8Array) => {
    try {
      texts.push(textOf(name, bytes()));
    } catch (error) {
      unread.push({ name, reason: reasonOf(error) });
    }
  };
  for (const path of paths.map(asPath)) {
    if (path === '-') read('standard input', () => readFileSync(0));
    else if (statSync(path).isDirectory())
      for (const found of new Walk(path).files()) {
        const file = { ...found, path: asPath(found.path) };
        if (file.reason) unread.push({ name: file.path, reason: file.reason });
        else if (isWanted(file.path)) read(file.path, () => readFileSync(file.path));
        else leftOut.push(file.path);
      }
    else if (isZip(path)) unzip(path, isWanted, { texts, unread, leftOut });
    else read(path, () => readFileSync(path));
  }
  return { texts, unread, leftOut };
}

/**
 * The texts under `paths`, as `findTexts` finds them. Reports on the error stream what could not be read and what was
 * left out; `failed` is true if something could not be read. Throws a usage error if there is nothing to read at all.
 */
export function readTexts(
  paths: readonly string[],
  kind: TextKind,
  terminal: Terminal,
): { readonly texts: readonly NamedText[]; readonly failed: boolean; readonly unread: readonly Unread[] } {
  const { texts, unread, leftOut } = findTexts(paths, kind);
  for (const { name, reason } of unread) terminal.err(`${name}: error: ${reason} [file-unread]`);
  if (leftOut.length > 0 && kind === 'events') terminal.err(leftOutLine(leftOut));
  if (texts.length === 0 && unread.length === 0)
    throw new UsageError(`There are no ${kind} in ${paths.join(', ')}.`);
  // Files of tests beside rules are no rules; one that is named itself is read as what it is said to be.
  const given = new Set(paths.map(asPath));
  const names = new Set(texts.map(({ name }) => name));
  const isRule = ({ name, text }: NamedText) =>
    given.has(name) || kindOfFile({ path: name, text }, names) === 'rule';
  return { texts: kind === 'rules' ? texts.filter(isRule) : texts, failed: unread.length > 0, unread };
}

/** Says which files were left out. */
export function leftOutLine(names: readonly string[]): string {
  const many = names.length > 1;
  return `${names.length} ${many ? 'files were' : 'file was'} left out because of their names, which are not those of events: ${names[0]}${many ? ', …' : ''}`;
}

/** A path that a CI server does not take for a command of its own (`::error::`), and that is the same file. */
export function asPath(path: string): string {
  return path.startsWith(':') ? `./${path}` : path;
}

/** One file below a folder; one that cannot be read has a reason. */
interface Walked {
  readonly path: string;
  readonly reason?: string;
}

/**
 * The files below a folder, sorted by name, each folder once: a link to a folder that is below the same one is not
 * followed, because that folder is walked by its own name.
 */
export class Walk {
  private readonly root: string;
  /** The real paths of the folders that were walked. */
  private readonly seen = new Set<string>();

  constructor(private readonly folder: string) {
    this.root = realpathSync(folder);
  }

  files(): Walked[] {
    return this.below(this.folder, this.root);
  }

  private below(folder: string, real: string): Walked[] {
    if (this.seen.has(real)) return [];
    this.seen.add(real);
    return readdirSync(folder)
      .sort()
      .flatMap((name) => {
        const path = join(folder, name);
        try {
          return this.at(path);
        } catch (error) {
          return [{ path, reason: reasonOf(error) }];
        }
      });
  }

  private at(path: string): Walked[] {
    const found = statSync(path);
    if (found.isFile()) return [{ path }];
    if (!found.isDirectory()) return [{ path, reason: 'This is neither a file nor a folder.' }];
    const real = realpathSync(path);
    if (lstatSync(path).isSymbolicLink() && isWithin(real, this.root)) return [];
    return this.below(path, real);
  }
}

const REASONS = new Map([
  ['ENOENT', 'The link is broken.'],
  ['ELOOP', 'The link leads back to itself.'],
  ['EACCES', 'You have no permission to read this.'],
  ['ERR_FS_FILE_TOO_LARGE', 'The file is larger than a text can be: 512 MB.'],
  ['ERR_STRING_TOO_LONG', 'The file is larger than a text can be: 512 MB.'],
  ['EPERM', 'You have no permission to read this.'],
]);

/** Why something that was found cannot be read, as a sentence. */
export function reasonOf(error: unknown): string {
  return REASONS.get(String((error as { code?: string }).code)) ?? (error as Error).message;
}

/** A file as text: an event log is written out, UTF-16 is read. */
export function textOf(name: string, bytes: Uint8Array): NamedText {
  if (!isEvtx(bytes) && !/\.evtx$/i.test(name)) return { name, text: wholeText(bytes) };
  const { text, problems } = evtxText(bytes);
  return { name, text, problems: problems.all };
}

/** An archive may come from elsewhere, and its texts have to fit in the memory together. */
const LIMITS = { file: TERMINAL.zippedFile.value, all: TERMINAL.zippedFiles.value };

/** The name of an archive's file: one that leads out of the archive stays below it, and is not the place that it names. */
const nameIn = (zip: string, path: string) => `${zip}/${path.replace(/(^|[\\/])\.\.(?=[\\/]|$)/g, '$1(..)')}`;

function unzip(
  path: string,
  isWanted: (name: string) => boolean,
  to: { texts: NamedText[]; unread: Unread[]; leftOut: string[] },
): void {
  try {
    for (const file of unzipped(path, isWanted, to.leftOut)) {
      if ('reason' in file) to.unread.push(file);
      else to.texts.push(textOf(file.name, file.bytes));
    }
  } catch (error) {
    to.unread.push({ name: path, reason: reasonOf(error) });
  }
}

/**
 * The wanted files of an archive, one after another. `leftOut` gets the names of the others. Throws an error with a sentence
 * if the archive cannot be read.
 */
export function* unzipped(
  path: string,
  isWanted: (name: string) => boolean,
  leftOut: string[],
): Generator<{ readonly name: string; readonly bytes: Uint8Array } | Unread> {
  const all = (name: string) => {
    if (!isWanted(name) && !name.endsWith('/')) leftOut.push(nameIn(path, name));
    return isWanted(name);
  };
  for (const file of new ZipFiles(readFileSync(path), all, LIMITS).unpacked()) {
    const name = nameIn(path, file.path);
    if ('reason' in file) yield { name, reason: plain(file.reason) };
    else yield { name, bytes: file.bytes };
  }
}
