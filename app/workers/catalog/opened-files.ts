import type { RuleFiles } from '../../../src/catalog';
import { isRuleFile, isZip, type RuleFile, type UnreadFile, ZipFiles } from '../../../src/catalog';
import { prose, toldOf, unmarked } from '../../../src/text';
import type { OpenedFile } from './protocol';

/** How many files are read at a time. */
const AT_ONCE = 16;

/** A part of what was opened: loose files, an archive, or what could not be read. */
interface OpenedPart {
  readonly size: number;
  read(): AsyncIterable<RuleFile | UnreadFile> | Iterable<RuleFile | UnreadFile>;
}

/**
 * The rule files in what the user opened, including those in archives. If there are none, throws an error with a
 * sentence for the user.
 */
export async function ruleFilesIn(opened: readonly OpenedFile[]): Promise<RuleFiles> {
  const zips = opened.filter(({ path }) => isZip(path));
  const loose = opened.filter(({ path }) => isRuleFile(path));
  const parts: OpenedPart[] = [{ size: loose.length, read: () => readLoose(loose) }];
  // Paths in an archive need no prefix if there is nothing beside it to confuse them with.
  const prefixed = zips.length + loose.length > 1;
  const unread: string[] = [];
  for (const { path, file } of zips) {
    try {
      const zip = new ZipFiles(new Uint8Array(await file.arrayBuffer()), isRuleFile);
      parts.push({ size: zip.size, read: () => named(zip.read(), prefixed ? `${path}/` : '') });
    } catch (error) {
      const reason = toldOf(error);
      unread.push(`${path}: ${unmarked(reason)}`);
      parts.push({ size: 1, read: () => [{ path, reason }] });
    }
  }
  // Then there is nothing to replace the current rules.
  if (unread.length > 0 && unread.length === opened.length) throw new Error(unread.join(' '));
  const total = parts.reduce((sum, part) => sum + part.size, 0);
  if (total === 0) {
    throw new Error(
      zips.length > 0
        ? 'There is no .yml or .yaml file in this archive.'
        : 'There is no .yml, .yaml or .zip file in what you opened.',
    );
  }
  return {
    total,
    files: async function* () {
      for (const part of parts) yield* part.read();
    },
  };
}

async function* readLoose(files: readonly OpenedFile[]): AsyncGenerator<RuleFile | UnreadFile> {
  for (let at = 0; at < files.length; at += AT_ONCE)
    yield* await Promise.all(files.slice(at, at + AT_ONCE).map(readOne));
}

async function readOne({ path, file }: OpenedFile): Promise<RuleFile | UnreadFile> {
  try {
    return { path, text: await file.text() };
  } catch {
    return { path, reason: prose('The browser could not read this file. Has it been moved or changed?') };
  }
}

function* named(files: Iterable<RuleFile | UnreadFile>, prefix: string): Generator<RuleFile | UnreadFile> {
  for (const file of files) yield { ...file, path: prefix + file.path };
}
