import type { Range } from '../../text';
import { base64At, utf8, utf16 } from '../value/bytes';
import { fold } from '../value/fold';

/** How a text becomes bytes before it is encoded. */
export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'UTF-16';

const BYTES: Readonly<Record<Exclude<Encoding, 'UTF-16'>, (text: string) => number[]>> = {
  'UTF-8': utf8,
  'UTF-16LE': (text) => utf16(text, false),
  'UTF-16BE': (text) => utf16(text, true),
};

/** The encoding that modifiers ask for. */
export function encodingOf(modifiers: readonly string[]): Encoding {
  if (modifiers.includes('wide') || modifiers.includes('utf16le')) return 'UTF-16LE';
  if (modifiers.includes('utf16be')) return 'UTF-16BE';
  return modifiers.includes('utf16') ? 'UTF-16' : 'UTF-8';
}

/** Where a value holds the wanted text in another form; `encoding` is null for plain text. */
export interface StandsThere {
  readonly encoding: Encoding | null;
  readonly value: Range;
}

/**
 * Finds `wanted` in `text`: as plain text, or in base64 of any encoding, at any offset. Null if it is in none of
 * these forms.
 */
export function encodedThere(wanted: string, text: string): StandsThere | null {
  if (wanted === '') return null;
  const folded = fold(text);
  const plain = folded.indexOf(fold(wanted));
  if (plain >= 0) return { encoding: null, value: { start: plain, end: plain + wanted.length } };
  for (const [encoding, bytesOf] of Object.entries(BYTES)) {
    const bytes = bytesOf(wanted);
    for (const offset of [0, 1, 2] as const) {
      const encoded = base64At(bytes, offset);
      const start = encoded.length < MIN_ENCODED ? -1 : text.indexOf(encoded);
      if (start >= 0)
        return { encoding: encoding as Encoding, value: { start, end: start + encoded.length } };
    }
  }
  return null;
}

/** Fewer characters of base64 occur in many texts by chance. */
const MIN_ENCODED = 4;
