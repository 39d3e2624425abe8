/*
 * A place on the stage as it stands in an address: `3.5` is the fifth step of event 3, `3v2.4` the fourth of the second
 * evasion of event 3, `c1.2` the second of the first window of a correlation. All numbers are from 1.
 */

/** What the stage tells: one event, one window of a correlation, or one evasion of an event. */
export type Show =
  | { readonly kind: 'event'; readonly event: number }
  | { readonly kind: 'window'; readonly index: number }
  | { readonly kind: 'evasion'; readonly event: number; readonly index: number };

/** A show, and the index of its step; all are from 0. */
export interface Place {
  readonly show: Show;
  readonly step: number;
}

/** The place that an address names; null if it names none. */
export function readPlace(text: string): Place | null {
  const [, isWindow, first = '', evasion, step = '1'] =
    /^(c?)(\d{1,9})(?:v(\d{1,9}))?(?:\.(\d{1,9}))?$/.exec(text) ?? [];
  if (first === '' || (isWindow && evasion !== undefined)) return null;
  const [number, at] = [Number(first) - 1, Number(step) - 1];
  if (number < 0 || at < 0 || evasion === '0') return null;
  if (isWindow) return { show: { kind: 'window', index: number }, step: at };
  if (evasion === undefined) return { show: { kind: 'event', event: number }, step: at };
  return { show: { kind: 'evasion', event: number, index: Number(evasion) - 1 }, step: at };
}

/** A place as it stands in an address. */
export function printPlace({ show, step }: Place): string {
  const subject =
    show.kind === 'window'
      ? `c${show.index + 1}`
      : show.kind === 'event'
        ? `${show.event + 1}`
        : `${show.event + 1}v${show.index + 1}`;
  return `${subject}.${step + 1}`;
}
