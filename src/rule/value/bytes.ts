/** Bytes of text, and their base64, for `wide`, `utf16be`, `base64` and `base64offset`. */

/** UTF-8 bytes of `text`. */
export function utf8(text: string): number[] {
  return [...new TextEncoder().encode(text)];
}

/** UTF-16 bytes of `text`, little or big endian, without a byte order mark. */
export function utf16(text: string, bigEndian: boolean): number[] {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (bigEndian) bytes.push(unit >> 8, unit & 0xff);
    else bytes.push(unit & 0xff, unit >> 8);
  }
  return bytes;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of `bytes`, padded. */
export function base64(bytes: readonly number[]): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i]!, bytes[i + 1], bytes[i + 2]];
    out += ALPHABET[a >> 2]! + ALPHABET[((a & 3) << 4) | ((b ?? 0) >> 4)]!;
    out += b === undefined ? '=' : ALPHABET[((b & 15) << 2) | ((c ?? 0) >> 6)]!;
    out += c === undefined ? '=' : ALPHABET[c & 63]!;
  }
  return out;
}

/** Characters to drop at the start for each alignment, and at the end for (bytes + alignment) mod 3. */
const SKIP = [0, 2, 3] as const;
const TRIM = [0, 3, 2] as const;

/**
 * The base64 text of `bytes` when `alignment` bytes (0, 1 or 2) precede them in the encoded data: only the characters
 * that depend on `bytes` alone (semantics.md, `base64offset`; lengths are in bytes).
 */
export function base64At(bytes: readonly number[], alignment: 0 | 1 | 2): string {
  const encoded = base64([...new Array<number>(alignment).fill(0), ...bytes]);
  const trim = TRIM[(bytes.length + alignment) % 3]!;
  return encoded.slice(SKIP[alignment], encoded.length - trim);
}
