import { isRuleFile, isZip, type RuleFile, type UnreadFile } from '../../src/catalog/rule-file';
import type { RuleFiles } from '../../src/catalog/session';
import { ZipFiles } from '../../src/catalog/zip';
import type { OpenedFile } from './protocol';

/** Files that are read at once. */
const AT_ONCE = 16;

const UNREADABLE = 'The browser could not read this file. Was it moved or changed since?';

/** A part of what was opened: loose files, an archive, or what could not be read. */
interface Part {
  readonly size: number;
  read(): AsyncIterable<RuleFile | UnreadFile> | Iterable<RuleFile | UnreadFile>;
}

/** The rule files in what a person opened, archives looked into. Throws, with a sentence, where there are none. */
export async function ruleFilesIn(opened: readonly OpenedFile[]): Promise<RuleFiles> {
  const zips = opened.filter(({ path }) => isZip(path));
  const loose = opened.filter(({ path }) => isRuleFile(path));
  const parts: Part[] = [{ size: loose.length, read: () => readLoose(loose) }];
  const alone = zips.length + loose.length === 1;
  for (const zip of zips) parts.push(alone ? await partOf(zip, '') : await partOrReason(zip));
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
    if (file) return { path, text: await file.text() };
  } catch {
    // Told below.
  }
  return { path, reason: UNREADABLE };
}

/** Throws where the file is no archive. */
async function partOf({ file }: OpenedFile, prefix: string): Promise<Part> {
  const bytes = await file?.arrayBuffer().catch(() => null);
  if (!bytes) throw new Error(UNREADABLE);
  const zip = new ZipFiles(new Uint8Array(bytes), isRuleFile);
  return { size: zip.size, read: () => named(zip.read(), prefix) };
}

/** Beside others, an archive's path stands before those in it, and one that is damaged does not stop them. */
async function partOrReason(zip: OpenedFile): Promise<Part> {
  const { path } = zip;
  try {
    return await partOf(zip, `${path}/`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { size: 1, read: () => [{ path, reason }] };
  }
}

function* named(files: Iterable<RuleFile | UnreadFile>, prefix: string): Generator<RuleFile | UnreadFile> {
  for (const file of files) yield { ...file, path: prefix + file.path };
}
