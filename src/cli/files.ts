import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isRuleFile, isZip, ZipFiles } from '../catalog';
import { evtxText, isEvtx, wholeText } from '../event';
import { kindOfFile } from '../expect';
import { plain } from '../text';
import type { NamedText } from './named-text';
import { type Terminal, UsageError } from './terminal';

/** A file that was found but could not be read. */
interface Unread {
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

const isEventFile = (path: string) => EVENT_FILE.test(path);

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
      unread.push({ name, reason: (error as Error).message });
    }
  };
  for (const path of paths) {
    if (path === '-') read('standard input', () => readFileSync(0));
    else if (statSync(path).isDirectory())
      for (const file of walk(path)) {
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
): { readonly texts: readonly NamedText[]; readonly failed: boolean } {
  const { texts, unread, leftOut } = findTexts(paths, kind);
  for (const { name, reason } of unread) terminal.err(`${name}: error: ${reason} [file-unread]`);
  if (leftOut.length > 0 && kind === 'events')
    terminal.err(
      `${leftOut.length} ${leftOut.length === 1 ? 'file was' : 'files were'} left out because of their names, which are not those of events: ${leftOut[0]}${leftOut.length > 1 ? ', …' : ''}`,
    );
  if (texts.length === 0 && unread.length === 0)
    throw new UsageError(`There are no ${kind} in ${paths.join(', ')}.`);
  // Files of tests beside rules are no rules; one that is named itself is read as what it is said to be.
  const isRule = ({ name, text }: NamedText) =>
    paths.includes(name) || kindOfFile({ path: name, text }) === 'rule';
  return { texts: kind === 'rules' ? texts.filter(isRule) : texts, failed: unread.length > 0 };
}

/** The files below a folder, sorted by name; one that cannot be read has a reason. */
function walk(folder: string): { readonly path: string; readonly reason?: string }[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      try {
        const found = statSync(path);
        if (found.isDirectory()) return walk(path);
        return found.isFile() ? [{ path }] : [{ path, reason: 'This is neither a file nor a folder.' }];
      } catch (error) {
        const isDangling = (error as { code?: string }).code === 'ENOENT';
        return [{ path, reason: isDangling ? 'The link is broken.' : (error as Error).message }];
      }
    });
}

/** A file as text: an event log is written out, UTF-16 is read. */
export function textOf(name: string, bytes: Uint8Array): NamedText {
  if (!isEvtx(bytes) && !/\.evtx$/i.test(name)) return { name, text: wholeText(bytes) };
  const { text, problems } = evtxText(bytes);
  return { name, text, problems: problems.all };
}

/** In the terminal, users open their own archives, without limits. */
const NO_LIMITS = { file: Number.POSITIVE_INFINITY, all: Number.POSITIVE_INFINITY };

function unzip(
  path: string,
  isWanted: (name: string) => boolean,
  to: { texts: NamedText[]; unread: Unread[]; leftOut: string[] },
): void {
  const all = (name: string) => {
    if (!isWanted(name) && !name.endsWith('/')) to.leftOut.push(`${path}/${name}`);
    return isWanted(name);
  };
  try {
    for (const file of new ZipFiles(readFileSync(path), all, NO_LIMITS).unpacked()) {
      const name = `${path}/${file.path}`;
      if ('reason' in file) to.unread.push({ name, reason: plain(file.reason) });
      else to.texts.push(textOf(name, file.bytes));
    }
  } catch (error) {
    to.unread.push({ name: path, reason: (error as Error).message });
  }
}
