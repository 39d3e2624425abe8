import { Inflate } from 'fflate';
import { crc32 } from '../event';

/** One file of an archive, as its directory lists it. */
export interface ZipEntry {
  readonly path: string;
  /** Uncompressed size in bytes, according to the directory; the data may differ. */
  readonly size: number;
  /** Where its own header is in the archive. */
  readonly header: number;
  readonly packed: number;
  readonly method: number;
  /** The checksum of its content. */
  readonly crc: number;
  readonly isEncrypted: boolean;
}

const END = 0x06054b50;
const END_SIZE = 22;
const END_64_LOCATOR = 0x07064b50;
const ENTRY = 0x02014b50;
const HEADER = 0x04034b50;
const UNKNOWN = 0xffffffff;
const UTF_8 = 1 << 11;
const ENCRYPTED = 1;
const LONGEST_COMMENT = 0xffff;

/**
 * Reads an archive's directory, once, from its end. Throws if `bytes` is not a zip archive or the directory is damaged.
 * The time depends only on the number of entries.
 */
export function readDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_SIZE;
  const first = Math.max(0, end - LONGEST_COMMENT);
  while (end >= first && view.getUint32(end, true) !== END) end--;
  if (end < first) throw new Error('no end of a directory');
  let count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (end >= 20 && view.getUint32(end - 20, true) === END_64_LOCATOR) {
    const far = Number(view.getBigUint64(end - 12, true));
    count = Number(view.getBigUint64(far + 32, true));
    at = Number(view.getBigUint64(far + 48, true));
  }
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== ENTRY) throw new Error('the directory is damaged');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const flags = view.getUint16(at + 8, true);
    const name = bytes.subarray(at + 46, at + 46 + nameLength);
    const sizes = largeSizes(view, at, nameLength, extraLength);
    entries.push({
      path: new TextDecoder(flags & UTF_8 ? 'utf-8' : 'latin1').decode(name),
      ...sizes,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      isEncrypted: (flags & ENCRYPTED) !== 0,
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Sizes and position of an entry, from its ZIP64 field if the normal ones are too small for them. */
function largeSizes(view: DataView, at: number, nameLength: number, extraLength: number) {
  const plain = {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    header: view.getUint32(at + 42, true),
  };
  const start = at + 46 + nameLength;
  for (let field = start; field + 4 <= start + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let value = field + 4;
    for (const name of ['size', 'packed', 'header'] as const) {
      if (plain[name] !== UNKNOWN) continue;
      plain[name] = Number(view.getBigUint64(value, true));
      value += 8;
    }
  }
  return plain;
}

/** Data is decompressed in pieces of this size, so that a zip bomb is detected before it fills the memory. */
const FEED = 16 * 1024;

/**
 * Decompresses one entry. Null if its data is damaged, encrypted, compressed with an unsupported method, or not as long
 * as the directory says: whoever adds up the sizes of the directory knows how much is unpacked at most.
 */
export function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  if (entry.isEncrypted) return null;
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (view.getUint32(entry.header, true) !== HEADER) return null;
    const start =
      entry.header + 30 + view.getUint16(entry.header + 26, true) + view.getUint16(entry.header + 28, true);
    const data = bytes.subarray(start, start + entry.packed);
    if (data.length < entry.packed) return null;
    const content = entry.method === 0 ? stored(data, entry) : inflated(data, entry);
    return content && crc32(content) === entry.crc ? content : null;
  } catch {
    return null;
  }
}

function stored(data: Uint8Array, { size }: ZipEntry): Uint8Array | null {
  return data.length === size ? data : null;
}

function inflated(data: Uint8Array, { method, size }: ZipEntry): Uint8Array | null {
  if (method !== 8) return null;
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  const stream = new Inflate((piece, final) => {
    pieces.push(piece);
    length += piece.length;
    isWhole ||= final;
  });
  for (let at = 0; at < data.length && length <= size; at += FEED)
    stream.push(data.subarray(at, at + FEED), at + FEED >= data.length);
  if (!isWhole || length !== size) return null;
  const out = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}
