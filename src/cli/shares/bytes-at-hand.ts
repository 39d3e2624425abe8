import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { SlicedFile } from '../../log';
import type { ShareBytes } from './share';

/** A file of the disk. */
export class DiskFile implements SlicedFile {
  readonly handle: number;

  /** `file`: its path, or a handle that is open. */
  constructor(file: string | number) {
    this.handle = typeof file === 'number' ? file : openSync(file, 'r');
  }

  get size(): number {
    return fstatSync(this.handle).size;
  }

  slice(start: number, end: number) {
    return { arrayBuffer: async () => exact(this.bytes(start, end)) };
  }

  /** What the file has between two places; less if it has become shorter. */
  bytes(start: number, end: number): Uint8Array {
    const bytes = new Uint8Array(Math.max(0, end - start));
    let filled = 0;
    while (filled < bytes.length) {
      const count = readSync(this.handle, bytes, filled, bytes.length - filled, start + filled);
      if (count === 0) break;
      filled += count;
    }
    return bytes.subarray(0, filled);
  }

  close(): void {
    closeSync(this.handle);
  }
}

/** A part of a file that is in memory. */
class HeldPart implements SlicedFile {
  readonly size: number;
  readonly goesOn: boolean;

  constructor(private readonly part: Extract<ShareBytes, { readonly bytes: Uint8Array }>) {
    this.size = part.start + part.bytes.length;
    this.goesOn = part.goesOn;
  }

  slice(start: number, end: number) {
    const { part } = this;
    const from = start < part.start ? part.head.subarray(start, end) : null;
    const bytes = from ?? part.bytes.subarray(start - part.start, end - part.start);
    return { arrayBuffer: async () => exact(bytes) };
  }

  close(): void {}
}

/** The file that a share is of, to be closed. */
export function fileOf(bytes: ShareBytes): SlicedFile & { close(): void } {
  return 'path' in bytes ? new DiskFile(bytes.path) : new HeldPart(bytes);
}

function exact(bytes: Uint8Array): ArrayBuffer {
  const { buffer, byteOffset, length } = bytes;
  if (byteOffset === 0 && length === buffer.byteLength) return buffer as ArrayBuffer;
  return buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer;
}
