/** True for bytes that begin like an event log, whatever the file's name. */
export function isEvtx(bytes: Uint8Array): boolean {
  return 'ElfFile'.split('').every((letter, i) => bytes[i] === letter.charCodeAt(0));
}
