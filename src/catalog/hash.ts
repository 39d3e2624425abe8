/** How many bits of a hash are kept: six bytes, which a number holds exactly. */
export const HASH_BITS = 48;

/**
 * A 48-bit hash: two 32-bit multiplicative hashes over the text's UTF-16 units, mixed at the end. Not for secrets; it
 * distributes well and is cheap.
 */
export function hash48(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
    // A product carries only upward; this brings the high bits back down.
    a ^= a >>> 15;
    b ^= b >>> 13;
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (b >>> 16) * 0x1_0000_0000 + (a >>> 0);
}
