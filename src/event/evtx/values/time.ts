import { prose } from '../../../text';
import { Damage } from '../damage';

/** Seconds between 1601, where Windows counts from, and 1970. */
const TO_1970 = 11_644_473_600;

/** Tenths of microseconds since 1601 as Windows writes them: `2026-03-04T08:15:30.1234567Z`. */
export function fileTime(view: DataView, at: number): string {
  const low = view.getUint32(at, true);
  const high = view.getUint32(at + 4, true);
  // The number has more digits than a double. A double gives the right second or its neighbour; the rest is small and
  // exact modulo 2^32.
  let seconds = Math.floor(high * 429.4967296 + low / 10_000_000);
  let ticks = (low - Math.imul(seconds, 10_000_000)) | 0;
  if (ticks < 0) {
    seconds--;
    ticks += 10_000_000;
  } else if (ticks >= 10_000_000) {
    seconds++;
    ticks -= 10_000_000;
  }
  return `${dateOf(seconds - TO_1970)}.${String(ticks).padStart(7, '0')}Z`;
}

/** The last second and its text, cached: events often share it, and it does not depend on what was read before. */
let lastSeconds = Number.NaN;
let lastDate = '';

/** `2026-03-04T08:15:30`. */
function dateOf(seconds: number): string {
  if (seconds === lastSeconds) return lastDate;
  lastDate = new Date(seconds * 1000).toISOString().replace(/\.000Z$/, '');
  lastSeconds = seconds;
  return lastDate;
}

/** Eight numbers from year to millisecond; the third is the day of the week. */
export function systemTime(view: DataView, at: number): string {
  const part = (i: number) => view.getUint16(at + i * 2, true);
  const two = (i: number) => String(part(i)).padStart(2, '0');
  if (part(1) > 12 || part(3) > 31 || part(4) > 23 || part(5) > 59 || part(6) > 60 || part(7) > 999)
    throw new Damage(prose('a date is impossible'), at);
  const day = `${String(part(0)).padStart(4, '0')}-${two(1)}-${two(3)}`;
  return `${day}T${two(4)}:${two(5)}:${two(6)}.${String(part(7)).padStart(3, '0')}Z`;
}
