import type { Range } from '../../text';

/** The longest stretch of `text` that is a stretch from the start (or, `fromEnd`, the end) of `needle`. */
export function nearestPart(
  needle: string,
  text: string,
  anchor: 'start' | 'end' | 'none',
): Range & { needle: Range } {
  let best = { start: 0, end: 0, needle: { start: 0, end: 0 } };
  if (anchor === 'start') {
    let n = 0;
    while (n < needle.length && n < text.length && needle[n] === text[n]) n++;
    return { start: 0, end: n, needle: { start: 0, end: n } };
  }
  if (anchor === 'end') {
    let n = 0;
    while (
      n < needle.length &&
      n < text.length &&
      needle[needle.length - 1 - n] === text[text.length - 1 - n]
    )
      n++;
    return {
      start: text.length - n,
      end: text.length,
      needle: { start: needle.length - n, end: needle.length },
    };
  }
  // The longest common stretch of both, bounded so that a hostile value costs no more than its share.
  const limit = Math.min(text.length, 4000);
  let row = new Uint16Array(needle.length + 1);
  for (let i = 1; i <= limit; i++) {
    const next = new Uint16Array(needle.length + 1);
    for (let j = 1; j <= needle.length; j++) {
      if (text.charCodeAt(i - 1) !== needle.charCodeAt(j - 1)) continue;
      const length = row[j - 1]! + 1;
      next[j] = length;
      if (length > best.end - best.start) {
        best = { start: i - length, end: i, needle: { start: j - length, end: j } };
      }
    }
    row = next;
  }
  return best;
}
