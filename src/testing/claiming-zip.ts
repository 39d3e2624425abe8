import { zipSync } from 'fflate';

/** A zip whose directory says that its only file unpacks to so many bytes. */
export function claimingZip(path: string, size: number): Uint8Array {
  const bytes = zipSync({ [path]: new Uint8Array(10) });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const at = bytes.findIndex((_, i) => i + 4 <= bytes.length && view.getUint32(i, true) === 0x02014b50);
  view.setUint32(at + 24, size, true);
  return bytes;
}
