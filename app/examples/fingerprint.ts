/**
 * A short text that differs between any two texts, except by a chance of about one in 2^64: two 32-bit hashes with
 * different multipliers, after MurmurHash's mixing step.
 */
export function fingerprint(text: string): string {
  let a = 0x9747b28c;
  let b = 0x5bd1e995;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x85ebca6b);
    b = Math.imul(b ^ unit, 0xc2b2ae35);
    a ^= a >>> 13;
    b ^= b >>> 16;
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}
