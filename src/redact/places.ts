import type { EventSlice, SigmaEvent } from '../event';
import type { Range } from '../text';
import { type Hit, inOrder } from './entry';
import type { Finder } from './finder';

/* Where the values stand in the events' text, and how they are written there. */

/** All hits in the text: first in the values of the events, through their escapes, then in what is left. */
export function* hitsIn(text: string, slices: readonly EventSlice[], finder: Finder): Generator<void, Hit[]> {
  const hits: Hit[] = [];
  for (const { event } of slices) {
    if (!event) continue;
    hits.push(...hitsOf(text, event, finder));
    event.release?.();
    yield;
  }
  const inValues = inOrder(hits);
  yield;
  return inOrder([...inValues, ...outside(finder.find(text, null), inValues)]);
}

function hitsOf(text: string, event: SigmaEvent, finder: Finder): Hit[] {
  const hits: Hit[] = [];
  for (const { path, value } of event.leaves()) {
    if (typeof value !== 'string' || value.length < 2) continue;
    // Whose value it is decides about some; to look up its place costs more than to find nothing.
    if (finder.find(value, 'user').length === 0) continue;
    const place = event.locatePath(path);
    if (!place) continue;
    // A value that was concluded from others stands at none of its own characters.
    if (place.toText({ start: 0, end: 0 }).some(({ start, end }) => end > start)) continue;
    for (const hit of finder.find(value, place.name)) {
      const ranges = place.toText(hit);
      const moved = ranges.length === 1 ? moveTo(text, ranges[0]!, value, hit) : null;
      if (moved) hits.push(moved);
    }
  }
  return hits;
}

/** The hit at its place in the events' text; null if its characters do not stand there. */
function moveTo(text: string, { start, end }: Range, value: string, hit: Hit): Hit | null {
  const raw = text.slice(start, end);
  const original = value.slice(hit.start, hit.end);
  if (raw === original) return { ...hit, start, end };
  if (isHexOf(raw, original)) {
    const isUpper = raw === raw.toUpperCase();
    const write: Hit['write'] = (isOn) => {
      const instead = hit.write(isOn);
      return instead === null ? null : inHex(instead, isUpper);
    };
    return { ...hit, start, end, write };
  }
  // What is written instead needs no escapes: letters, digits, and marks that no format escapes.
  return raw.length > original.length && /[\\&%"']/.test(raw) ? { ...hit, start, end } : null;
}

function inHex(text: string, isUpper: boolean): string {
  const hex = Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  return isUpper ? hex.toUpperCase() : hex;
}

function isHexOf(raw: string, original: string): boolean {
  return /^(?:[0-9a-f]{2})+$/i.test(raw) && raw.toLowerCase() === inHex(original, false);
}

/** Those of the second list that overlap none of the first; both are in order. */
function outside(hits: readonly Hit[], others: readonly Hit[]): Hit[] {
  let next = 0;
  return hits.filter(({ start, end }) => {
    while (next < others.length && others[next]!.end <= start) next++;
    return next >= others.length || others[next]!.start >= end;
  });
}
