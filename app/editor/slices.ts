import { PAGE } from '../../src/limits';
import { isPaired } from './paired';

/** How much of a text comes into an editor in one task: lines or characters, whichever end first. */
export interface Size {
  readonly lines: number;
  readonly characters: number;
}

/** True for a text that the editor does not take in within one task, or not before it is suited to it. */
export function isSliced(text: string): boolean {
  if (text.length > PAGE.slicedLength.value || !isPaired(text)) return true;
  if (text.length < PAGE.slicedLines.value) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines > PAGE.slicedLines.value;
}

/**
 * Where the slice that begins `at` ends. A line that the editor wraps comes as a whole, since each part of it would be
 * wrapped with all that is there; a longer one comes in parts. A pair of surrogates is never parted.
 */
export function sliceEnd(text: string, at: number, { lines, characters }: Size): number {
  let end = at;
  for (let i = 0; i < lines && end - at < characters && end < text.length; i++) {
    const feed = text.indexOf('\n', end);
    const next = feed < 0 ? text.length : feed + 1;
    if (next - end > PAGE.wrappedLine.value) return i > 0 ? end : part(text, end + characters);
    end = next;
  }
  return end;
}

function part(text: string, end: number): number {
  const code = text.charCodeAt(end - 1);
  return code >= 0xd800 && code < 0xdc00 ? end + 1 : end;
}

/** The size of the next slice, after one that took so many milliseconds. */
export function nextSize({ lines, characters }: Size, took: number): Size {
  if (took > MOST) return { lines: Math.max(50, lines >> 1), characters: Math.max(5000, characters >> 1) };
  if (took < LEAST) return { lines: 2 * lines, characters: 2 * characters };
  return { lines, characters };
}

/** The first slice fills the screen. */
export const FIRST: Size = { lines: 400, characters: 30_000 };
/** Milliseconds that a slice takes. */
const LEAST = 8;
const MOST = 16;

/** True where a line of the text is longer than `most`. */
export function hasLongLine(text: string, most: number): boolean {
  if (text.length <= most) return false;
  for (let at = 0; at < text.length; ) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    if (end - at > most) return true;
    at = end + 1;
  }
  return false;
}
