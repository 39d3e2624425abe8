import { mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeptFields } from '../../match';
import { DiskFile } from './bytes-at-hand';

/** A match that correlations may count, and its time in microseconds; null if it has none. */
export interface TimedMatch {
  readonly position: number;
  readonly event: number;
  readonly micros: number | null;
  readonly fields: KeptFields;
}

/** Matches that are in memory before they are written to a file. */
export const IN_MEMORY = 50_000;

/** Matches that are read back at once. */
const PART = 2000;

interface Part {
  /** The time of its first match; minus infinity if none has a time. */
  readonly first: number;
  readonly held: readonly TimedMatch[] | { readonly start: number; readonly end: number };
}

/**
 * Matches that are set aside until all of a log is read, and come back in the order of time. Many are written to a file for the
 * meanwhile, that nobody else may read; where none can be written, they stay in memory.
 */
export class SetAside {
  private parts: Part[] = [];
  /** How many are in memory. */
  private count = 0;
  /** How many bytes the file has. */
  private size = 0;
  private file: DiskFile | null = null;
  private folder: string | null = null;
  private isRefused = false;

  constructor(private readonly inMemory = IN_MEMORY) {}

  /** Takes the matches of a share, in any order. */
  add(matches: readonly TimedMatch[]): void {
    const time = ({ micros }: TimedMatch) => micros ?? Number.NEGATIVE_INFINITY;
    const sorted = [...matches].sort((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0));
    for (let i = 0; i < sorted.length; i += PART) {
      const held = sorted.slice(i, i + PART);
      this.parts.push({
        first: held.find(({ micros }) => micros !== null)?.micros ?? Number.NEGATIVE_INFINITY,
        held,
      });
    }
    this.count += sorted.length;
    if (this.count > this.inMemory && !this.isRefused) this.write();
  }

  /** All matches by parts. No match of a later part is before `next`; null for the last. */
  *inOrder(): Generator<{ readonly matches: readonly TimedMatch[]; readonly next: number | null }> {
    this.parts.sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
    for (const [i, { held }] of this.parts.entries()) {
      const matches = 'start' in held ? read(this.file!.bytes(held.start, held.end)) : held;
      yield { matches, next: this.parts[i + 1]?.first ?? null };
    }
  }

  /** Removes the file. */
  close(): void {
    this.file?.close();
    this.file = null;
    this.remove();
  }

  private write(): void {
    try {
      this.file ??= this.open();
      this.parts = this.parts.map((part) => {
        if ('start' in part.held) return part;
        const bytes = Buffer.from(JSON.stringify(part.held));
        const start = this.size;
        for (let at = 0; at < bytes.length; )
          at += writeSync(this.file!.handle, bytes, at, bytes.length - at, start + at);
        this.size += bytes.length;
        return { first: part.first, held: { start, end: this.size } };
      });
      this.count = 0;
    } catch {
      this.isRefused = true;
    }
  }

  private open(): DiskFile {
    this.folder = mkdtempSync(join(tmpdir(), 'sigma-'));
    const file = new DiskFile(openSync(join(this.folder, 'matches'), 'wx+', 0o600));
    // Gone from the folder at once where the system allows it, so that nothing is left however the program ends.
    this.remove();
    return file;
  }

  private remove(): void {
    if (this.folder === null) return;
    try {
      rmSync(this.folder, { recursive: true, force: true });
      this.folder = null;
    } catch {
      // Once it is closed.
    }
  }
}

function read(bytes: Uint8Array): TimedMatch[] {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
}
