import { expect } from 'vitest';
import type { SigmaEvent } from '../event';
import { readEvents } from '../read';

/*
 * Laws that hold for the events of every format, for tests.
 */

/** What a text's first words imply about its source. */
const CONCLUDED = new Set([
  'Channel',
  'EventID',
  'Provider_Name',
  'TimeCreated',
  'datetime',
  '_path',
  'facility',
  'severity',
]);

/**
 * Fails unless each value that is written as it is read selects exactly itself in the text, part by part. `decode`
 * undoes the format's escapes in the selection.
 */
export function expectWritten(text: string, event: SigmaEvent, decode = (written: string) => written): void {
  for (const { path, value } of event.leaves()) {
    const place = event.locatePath(path)!;
    expect([path, place !== undefined]).toEqual([path, true]);
    expect(place.value.start).toBeGreaterThanOrEqual(event.range.start);
    expect(place.value.end).toBeLessThanOrEqual(event.range.end);
    const shown = String(value);
    const written = (start: number, end: number) =>
      place.toText({ start, end }).map((r) => text.slice(r.start, r.end));
    // What was implied is not written anywhere.
    if (place.key === null && CONCLUDED.has(String(path[0]))) continue;
    const pieces = written(0, shown.length).map(decode);
    expect(pieces.join(' ')).toBe(shown);
    if (pieces.length > 1) continue;
    for (let i = 0; i < Math.min(shown.length, 8); i++) {
      if (/[\ud800-\udfff]/.test(shown.slice(i, i + 1))) continue;
      expect(
        written(i, i + 1)
          .map(decode)
          .join(''),
      ).toBe(shown.slice(i, i + 1));
    }
  }
}

/**
 * Fails unless a text is read into slices that begin in order and lie inside it, each with its values and its fault.
 */
export function expectSlices(text: string): void {
  let last = -1;
  for (const slice of readEvents(text).slices) {
    expect(slice.range.start).toBeGreaterThan(last);
    expect(slice.range.end).toBeGreaterThan(slice.range.start);
    expect(slice.range.end).toBeLessThanOrEqual(text.length);
    last = slice.range.start;
    if (slice.event) for (const field of slice.event.fields()) slice.event.locate(field);
    else {
      expect(slice.at.start).toBeGreaterThanOrEqual(slice.range.start);
      expect(slice.at.end).toBeLessThanOrEqual(slice.range.end);
    }
  }
}
