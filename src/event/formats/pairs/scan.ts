import { range } from '../../../text';
import type { FieldSpan } from '../span-syntax';

const KEY = /[\p{L}_@][\p{L}\p{N}_@.:-]{0,79}=/uy;

/** True where a key and `=` begin at `at`. */
export function keyEnd(text: string, at: number): number {
  KEY.lastIndex = at;
  return KEY.test(text) ? KEY.lastIndex : -1;
}

/** The values of a line of `key=value`, and under `text` each run of words without a key. */
export function lineSpans(line: string): FieldSpan[] {
  const spans: FieldSpan[] = [];
  let words = -1;
  let wordsEnd = 0;
  const flush = () => {
    if (words >= 0)
      spans.push({ name: 'text', value: line.slice(words, wordsEnd), key: null, at: range(words, wordsEnd) });
    words = -1;
  };
  for (let at = 0; at < line.length; ) {
    if (isGap(line, at)) {
      at++;
      continue;
    }
    const value = keyEnd(line, at);
    if (value < 0) {
      if (words < 0) words = at;
      at = wordEnd(line, at);
      wordsEnd = at;
      continue;
    }
    flush();
    const key = range(at, value - 1);
    const name = line.slice(at, value - 1);
    const close = line.charCodeAt(value) === 0x22 ? closing(line, value) : -1;
    if (close >= 0) {
      spans.push({ name, key, at: range(value + 1, close), ...unescaped(line.slice(value + 1, close)) });
      at = close + 1;
    } else {
      at = wordEnd(line, value);
      const last = line.charCodeAt(at - 1);
      const end = at > value && (last === 0x2c || last === 0x3b) ? at - 1 : at;
      spans.push({ name, value: line.slice(value, end), key, at: range(value, end) });
    }
  }
  flush();
  return spans;
}

function isGap(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  return code === 0x20 || code === 0x09 || code === 0x2c || code === 0x3b;
}

/** Where a word ends: at a space, or at a comma followed by another key. */
function wordEnd(line: string, from: number): number {
  for (let at = from; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 0x20 || code === 0x09) return at;
    if ((code === 0x2c || code === 0x3b) && keyEnd(line, at + 1) >= 0) return at;
  }
  return line.length;
}

/** The quote that closes the one at `open`: unescaped, and followed only by a gap; -1 if there is none. */
function closing(line: string, open: number): number {
  for (let at = open + 1; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 0x22) return at;
    if (code === 0x5c && line.charCodeAt(at + 1) === 0x5c) at++;
    // `Path="C:\dir\" next=1`: a backslash before the last quote of a value belongs to the path.
    else if (code === 0x5c && line.charCodeAt(at + 1) === 0x22 && !closesPath(line, open, at + 1)) at++;
  }
  return -1;
}

function closesPath(line: string, open: number, quote: number): boolean {
  // Only a path with single backslashes ends like this.
  if (!/^[A-Za-z]:\\[^\\]/.test(line.slice(open + 1, open + 5))) return false;
  if (quote + 1 === line.length) return true;
  return isGap(line, quote + 1) && keyEnd(line, quote + 2) >= 0;
}

/** `\"` is a quote and `\\` a backslash. Other backslashes are literal: most belong to Windows paths. */
function unescaped(raw: string): { value: string; starts?: Uint32Array } {
  if (!/\\["\\]/.test(raw)) return { value: raw };
  const starts: number[] = [];
  let value = '';
  for (let at = 0; at < raw.length; at++) {
    starts.push(at);
    if (raw[at] === '\\' && (raw[at + 1] === '"' || raw[at + 1] === '\\')) at++;
    value += raw[at];
  }
  starts.push(raw.length);
  return { value, starts: Uint32Array.from(starts) };
}
