import type { SlicedFile } from '../../log';
import { BeyondHand } from '../../log';
import type { Guess, TextBegin } from './share';

/** Bytes that are looked through at once. */
const STEP = 1 << 16;
const FEED = 0x0a;

/**
 * Where the first line begins from byte `at` on and before `until` that begins like an event; null if none does. It is a
 * guess: whoever reads what is before it knows whether an event begins there.
 */
export async function beginNear(
  file: SlicedFile,
  at: number,
  until: number,
  { format, prelude, opening }: Guess,
): Promise<TextBegin | null> {
  const wanted = new TextEncoder().encode(opening);
  // A line that begins at `at` has its line break before it.
  for (let start = at - 1; start < until; start += STEP) {
    const bytes = new Uint8Array(await file.slice(start, start + STEP + 1 + wanted.length).arrayBuffer());
    for (let feed = bytes.indexOf(FEED); feed >= 0 && feed < STEP; feed = bytes.indexOf(FEED, feed + 1)) {
      const begin = feed + 1;
      if (start + begin >= until) return null;
      if (wanted.every((byte, i) => bytes[begin + i] === byte)) {
        const resumed = { index: 0, line: 1, midLine: false, format, prelude };
        return { start: start + begin, resumed, column: 0 };
      }
    }
    if (bytes.length < STEP) {
      if (file.goesOn) throw new BeyondHand();
      return null;
    }
  }
  return null;
}
