import { prose, say } from '../../text';
import { crc32 } from './crc32';
import type { EvtxProblems } from './problem';

/** Size of the file's header in bytes; the first chunk follows it. */
export const FILE_HEADER_SIZE = 4096;
/** Size of a chunk in bytes. Each is independent: names and templates are found inside it. */
export const CHUNK_SIZE = 65536;

/** What the reader needs from the file's header. Everything else is found by walking the chunks. */
export interface FileHeader {
  /** Where the first chunk begins. */
  readonly size: number;
  /** The file was copied while Windows had it open: its last chunk may be ahead of its header and checksums. */
  readonly isDirty: boolean;
}

const SIGNATURE = 'ElfFile\0';

/** Reads the file's header; null if this is not an event log at all. */
export function readFileHeader(bytes: Uint8Array, problems: EvtxProblems): FileHeader | null {
  const at = { offset: 0, chunk: null };
  const found = ascii(bytes, 0, 8);
  if (found.slice(4) === 'LfLe') {
    const message = prose(
      'This is an event log of Windows XP or 2003 (.evt). Convert it on Windows: wevtutil epl OLD.evt NEW.evtx /lf:true.',
    );
    problems.add('error', 'evtx-old-format', at, message);
    return null;
  }
  if (found !== SIGNATURE && !hasChunk(bytes)) {
    const message =
      bytes.length === 0
        ? prose('The file is empty.')
        : prose(
            'This is not a Windows event log: it does not begin with `ElfFile`. Open a file that Windows saved as .evtx.',
          );
    problems.add('error', 'evtx-not-evtx', at, message);
    return null;
  }
  if (bytes.length < FILE_HEADER_SIZE) {
    const message = say`The file ends after ${bytes.length} bytes, inside its header, so it has no events. Copy it again.`;
    problems.add('error', 'evtx-file-cut', at, message);
    return null;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged =
    found !== SIGNATURE
      ? prose('it does not begin with `ElfFile`')
      : view.getUint16(38, true) !== 3
        ? `it names version ${view.getUint16(38, true)}.${view.getUint16(36, true)} of the format, but only 3 is supported`
        : crc32(bytes, 0, 120) !== view.getUint32(124, true)
          ? 'its checksum does not match'
          : null;
  if (damaged !== null) {
    const message = say`The file's header is damaged: ${damaged}. The chunks are still read.`;
    problems.add('warning', 'evtx-file-header', at, message);
  }
  const size = view.getUint16(40, true);
  return {
    size: damaged === null && size >= 128 ? size : FILE_HEADER_SIZE,
    isDirty: damaged !== null || (view.getUint32(120, true) & 1) !== 0,
  };
}

/** True if any chunk has its signature, whatever has happened to the header. */
function hasChunk(bytes: Uint8Array): boolean {
  for (let at = FILE_HEADER_SIZE; at < bytes.length; at += CHUNK_SIZE)
    if (ascii(bytes, at, 7) === 'ElfChnk') return true;
  return false;
}

/** Bytes as characters, up to the end of the file. */
export function ascii(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}
