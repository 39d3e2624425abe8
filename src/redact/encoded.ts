/* Texts inside of texts, written as base64. */

export interface Decoded {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Writes another text in the same way. */
  encode(text: string): string;
}

const BASE64 = /[A-Za-z0-9+/]{16,}={0,2}/g;
/** Longer ones are not decoded twice in each character: a text of many megabytes is no command. */
const MOST = 4_000_000;

/**
 * The parts that are base64 of a readable text, as UTF-16 (as PowerShell wants commands) or as UTF-8. Only those whose
 * text, encoded again, gives the same characters.
 */
export function decodedIn(text: string): Decoded[] {
  const found: Decoded[] = [];
  for (const { 0: token, index } of text.matchAll(BASE64)) {
    if (token.length % 4 !== 0 || token.length > MOST) continue;
    const decoded = decode(token);
    if (decoded) found.push({ start: index, end: index + token.length, ...decoded });
  }
  return found;
}

function decode(token: string): Pick<Decoded, 'text' | 'encode'> | null {
  let bytes: string;
  try {
    bytes = atob(token);
  } catch {
    return null;
  }
  for (const [read, encode] of WAYS) {
    const text = read(bytes);
    if (text !== null && isReadable(text) && encode(text) === token) return { text, encode };
  }
  return null;
}

const bytesOf = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const binary = (bytes: Iterable<number>) => {
  let out = '';
  for (const byte of bytes) out += String.fromCharCode(byte);
  return out;
};

function readWide(bytes: string): string | null {
  if (bytes.length % 2 !== 0) return null;
  let text = '';
  for (let i = 0; i < bytes.length; i += 2)
    text += String.fromCharCode(bytes.charCodeAt(i) | (bytes.charCodeAt(i + 1) << 8));
  return text;
}

function readUtf8(bytes: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytesOf(bytes));
  } catch {
    return null;
  }
}

const WAYS: readonly (readonly [(bytes: string) => string | null, (text: string) => string])[] = [
  [
    readWide,
    (text) => {
      let out = '';
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        out += String.fromCharCode(unit & 255, unit >> 8);
      }
      return btoa(out);
    },
  ],
  [readUtf8, (text) => btoa(binary(new TextEncoder().encode(text)))],
];

/** Mostly characters of a language that uses Latin letters: what is no text decodes to anything. */
function isReadable(text: string): boolean {
  let plain = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfeff && i === 0) plain++;
    else if (unit < 0x20 && unit !== 9 && unit !== 10 && unit !== 13) return false;
    else if (unit < 0x250) plain++;
  }
  return text.length > 0 && plain / text.length > 0.8;
}
