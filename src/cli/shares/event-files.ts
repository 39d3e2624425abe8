import { createReadStream, statSync } from 'node:fs';
import { isZip } from '../../catalog';
import { asPath, isEventFile, reasonOf, type Unread, unzipped, Walk } from '../files';
import { inMemory } from './event-stream';

/** A file of events that was found and not yet read. */
export interface EventFile {
  readonly name: string;
  /** In bytes; null if nobody knows, as of standard input. */
  readonly size: number | null;
  readonly from: { readonly path: string } | { readonly stream: () => AsyncIterable<Uint8Array> };
}

/**
 * The files of events under the paths of a command: files (`-` is standard input), folders and archives with what is in
 * them. Only an archive's own bytes are in memory, and one of its files at a time.
 */
export class EventFiles {
  /** Names of what was left out of folders and archives because of their names; complete when all were taken. */
  readonly leftOut: string[] = [];
  /** How many bytes there are; null if something has no known size. */
  readonly size: number | null;
  private readonly found: readonly (EventFile | Unread | { readonly zip: string })[];

  /** Throws if a path does not exist. */
  constructor(paths: readonly string[]) {
    this.found = paths.map(asPath).flatMap((path) => this.under(path));
    const sizes = this.found.map((one) => ('size' in one ? one.size : 'zip' in one ? null : 0));
    this.size = sizes.includes(null) ? null : sizes.reduce<number>((sum, size) => sum + size!, 0);
  }

  /** All files, in order, each with what could not be read in its place. */
  *all(): Generator<EventFile | Unread> {
    for (const one of this.found) {
      if ('zip' in one) yield* this.inZip(one.zip);
      else yield one;
    }
  }

  private under(path: string): (EventFile | Unread | { readonly zip: string })[] {
    if (path === '-') return [{ name: 'standard input', size: null, from: { stream: () => process.stdin } }];
    const found = statSync(path);
    if (found.isDirectory())
      return new Walk(path).files().flatMap((file): (EventFile | Unread)[] => {
        const name = asPath(file.path);
        if (file.reason !== undefined) return [{ name, reason: file.reason }];
        if (isEventFile(name)) return [{ name, size: statSync(name).size, from: { path: name } }];
        this.leftOut.push(name);
        return [];
      });
    if (isZip(path)) return [{ zip: path }];
    // A pipe can only be read once, and nobody knows its size.
    if (!found.isFile()) return [{ name: path, size: null, from: { stream: () => createReadStream(path) } }];
    return [{ name: path, size: found.size, from: { path } }];
  }

  private *inZip(path: string): Generator<EventFile | Unread> {
    try {
      for (const file of unzipped(path, isEventFile, this.leftOut)) {
        if ('reason' in file) yield file;
        else
          yield {
            name: file.name,
            size: file.bytes.length,
            from: { stream: () => inMemory(file.bytes) },
          };
      }
    } catch (error) {
      yield { name: path, reason: reasonOf(error) };
    }
  }
}
