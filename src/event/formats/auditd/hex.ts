/** The text that hexadecimal digits encode, with the position of each character's digits. */
export interface Decoded {
  readonly value: string;
  /** For each UTF-16 unit where its digits begin, and where the last end. */
  readonly starts: Uint32Array;
}

const REPLACEMENT = 0xfffd;

/**
 * UTF-8 text from two digits for each byte; invalid UTF-8 becomes U+FFFD, byte by byte. Null if the digits are not
 * bytes.
 */
export function fromHex(digits: string): Decoded | null {
  if (digits.length === 0 || digits.length % 2 > 0 || !/^[0-9A-F]+$/.test(digits)) return null;
  const bytes = new Uint8Array(digits.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16);
  const starts: number[] = [];
  const units: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { point, length } = pointAt(bytes, at);
    const character = String.fromCodePoint(point);
    for (let i = 0; i < character.length; i++) starts.push(2 * (at + (i * length) / 2));
    units.push(character);
    at += length;
  }
  starts.push(digits.length);
  return { value: units.join(''), starts: Uint32Array.from(starts) };
}

const INVALID = { point: REPLACEMENT, length: 1 };

function pointAt(bytes: Uint8Array, at: number): { point: number; length: number } {
  const lead = bytes[at]!;
  if (lead < 0x80) return { point: lead, length: 1 };
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || at + length > bytes.length) return INVALID;
  let point = lead & (0x7f >> length);
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i]!;
    if ((byte & 0xc0) !== 0x80) return INVALID;
    point = (point << 6) | (byte & 0x3f);
  }
  const isShortest = point >= (length === 4 ? 0x10000 : length === 3 ? 0x800 : 0x80);
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return isShortest && !isSurrogate && point <= 0x10ffff ? { point, length } : INVALID;
}
