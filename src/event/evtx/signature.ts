/** True for bytes that begin as an event log does, whatever the file is called. */
export function isEvtx(bytes: Uint8Array): boolean {
  return 'ElfFile'.split('').every((letter, i) => bytes[i] === letter.charCodeAt(0));
}
