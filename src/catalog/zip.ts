import { wholeText } from '../event';
import { KEPT } from '../limits';
import { prose, say } from '../text';
import type { RuleFile, UnreadFile } from './rule-file';
import { readDirectory, unpack, type ZipEntry } from './zip-directory';

/**
 * The maximum number of bytes that one file, and all together, may decompress to, so that an archive cannot fill the
 * memory.
 */
export interface ZipLimits {
  readonly file: number;
  readonly all: number;
}

const MEGABYTE = 1024 * 1024;
const RULE_LIMITS: ZipLimits = { file: KEPT.ruleFile.value, all: KEPT.ruleFiles.value };

/** One file of an archive as bytes, or why it could not be read. */
export type UnpackedFile = { readonly path: string; readonly bytes: Uint8Array } | UnreadFile;

/**
 * A zip archive whose directory has been read. Its files are decompressed one at a time, in the order of their paths,
 * so that only one is in memory: time and memory depend on what is read, and a damaged file costs no more than a good
 * one.
 */
export class ZipFiles {
  private readonly wanted: readonly ZipEntry[];

  /** If `bytes` is not a zip archive, throws an error with a sentence for users. */
  constructor(
    private readonly bytes: Uint8Array,
    isWanted: (path: string) => boolean,
    private readonly limits: ZipLimits = RULE_LIMITS,
  ) {
    const found = new Map<string, ZipEntry>();
    try {
      for (const entry of readDirectory(bytes)) if (isWanted(entry.path)) found.set(entry.path, entry);
    } catch {
      throw new Error('This is not a zip archive, or it is damaged.');
    }
    this.wanted = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    if (this.wanted.reduce((sum, file) => sum + file.size, 0) > limits.all)
      throw new Error(`This archive would decompress to more than ${limits.all / MEGABYTE} MB.`);
  }

  /** How many of its files are wanted. */
  get size(): number {
    return this.wanted.length;
  }

  /**
   * The wanted files as text, UTF-8 or, with a byte order mark, UTF-16. A damaged file is reported with its path; the
   * others are still read.
   */
  *read(): Generator<RuleFile | UnreadFile, void, undefined> {
    for (const file of this.unpacked())
      yield 'reason' in file ? file : { path: file.path, text: wholeText(file.bytes) };
  }

  /** The wanted files as bytes. */
  *unpacked(): Generator<UnpackedFile, void, undefined> {
    for (const entry of this.wanted) yield this.unfold(entry);
  }

  private unfold(entry: ZipEntry): UnpackedFile {
    const { path } = entry;
    const { file: most } = this.limits;
    if (entry.size > most)
      return { path, reason: say`The file is larger than ${most / MEGABYTE} MB, too large to be unpacked.` };
    const bytes = unpack(this.bytes, entry);
    return bytes
      ? { path, bytes }
      : {
          path,
          reason: prose('This file is damaged in the archive, or compressed with an unsupported method.'),
        };
  }
}
