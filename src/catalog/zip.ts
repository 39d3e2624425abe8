import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate';
import type { RuleFile, UnreadFile } from './rule-file';

/** Files that are unfolded at a time, so that a reader can tell of progress and stop in between. */
const PIECE = 400;

const MEGABYTE = 1024 * 1024;

/** Bytes to which one file, and all together, may unfold, lest an archive fill the memory. */
export interface ZipLimits {
  readonly file: number;
  readonly all: number;
}

/** No rule is as large as this. */
const RULE_LIMITS: ZipLimits = { file: 8 * MEGABYTE, all: 512 * MEGABYTE };

/** A zip archive whose list of files was read. Its files are unfolded piece by piece, in the order of their paths. */
export class ZipFiles {
  private readonly wanted: readonly UnzipFileInfo[];

  /** Throws, with a sentence for people, where `bytes` are no zip archive. */
  constructor(
    private readonly bytes: Uint8Array,
    isWanted: (path: string) => boolean,
    private readonly limits: ZipLimits = RULE_LIMITS,
  ) {
    const found = new Map<string, UnzipFileInfo>();
    const list = (file: UnzipFileInfo) => {
      if (isWanted(file.name)) found.set(file.name, file);
      return false;
    };
    try {
      unzipSync(bytes, { filter: list });
    } catch {
      throw new Error('This is no zip archive, or it is damaged.');
    }
    this.wanted = [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    if (this.wanted.reduce((sum, file) => sum + file.originalSize, 0) > limits.all)
      throw new Error(`This archive would unfold to more than ${limits.all / MEGABYTE} MB.`);
  }

  /** How many of its files are wanted. */
  get size(): number {
    return this.wanted.length;
  }

  /** The wanted files; one that is damaged is told by its path, and the others are read all the same. */
  *read(): Generator<RuleFile | UnreadFile, void, undefined> {
    for (let at = 0; at < this.wanted.length; at += PIECE) {
      const piece = this.wanted.slice(at, at + PIECE);
      const good = this.unfold(piece.filter(({ originalSize }) => originalSize <= this.limits.file));
      for (const file of piece) yield this.textOf(file, good?.[file.name]);
    }
  }

  private textOf(file: UnzipFileInfo, bytes: Uint8Array | undefined): RuleFile | UnreadFile {
    const path = file.name;
    if (file.originalSize > this.limits.file)
      return { path, reason: `The file is larger than ${this.limits.file / MEGABYTE} MB; that is no rule.` };
    bytes ??= this.unfold([file])?.[path];
    return bytes
      ? { path, text: strFromU8(bytes) }
      : { path, reason: 'The archive is damaged at this file, or packs it in a way that is not known here.' };
  }

  /** Null where one of the files cannot be unfolded. */
  private unfold(files: readonly UnzipFileInfo[]): Readonly<Record<string, Uint8Array>> | null {
    const names = new Set(files.map(({ name }) => name));
    try {
      return unzipSync(this.bytes, { filter: ({ name }) => names.has(name) });
    } catch {
      return null;
    }
  }
}
