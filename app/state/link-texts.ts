import { fromBase64Url, TooLarge, through } from './link-bytes';
import { type RefusedLink, refuse } from './refusals';

/*
 * One text in a link that another tool wrote.
 */

/** How a text can be written: percent-encoded, as base64url, or packed by DEFLATE and then as base64url. */
export type Form = 'percent' | 'base64' | 'deflate';

/** A text, with the bytes that it has in UTF-8. */
interface DecodedText {
  readonly text: string;
  readonly size: number;
}

/** True for a refusal. */
export function isRefused(one: DecodedText | RefusedLink): one is RefusedLink {
  return 'code' in one;
}

/** Decodes a text of at most `room` bytes; `about` names it in what is said of it. Never throws. */
export async function decodeText(
  form: Form,
  written: string,
  about: string,
  room: number,
): Promise<DecodedText | RefusedLink> {
  const plain = percentDecoded(written);
  if (plain === null) return refuse('link-percent', about);
  if (form === 'percent') {
    const size = new TextEncoder().encode(plain).length;
    return size > room ? refuse('link-too-large') : { text: plain, size };
  }
  const bytes = base64Decoded(plain);
  if (!bytes) return refuse('link-base64', about);
  const unpacked = form === 'base64' ? bytes : await inflated(bytes, room);
  if (unpacked === 'too large' || (unpacked && unpacked.length > room)) return refuse('link-too-large');
  if (!unpacked) return refuse('link-broken');
  const text = utf8Decoded(unpacked);
  return text === null ? refuse('link-utf8', about) : { text, size: unpacked.length };
}

function percentDecoded(written: string): string | null {
  try {
    return decodeURIComponent(written);
  } catch {
    return null;
  }
}

function base64Decoded(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return fromBase64Url(text);
  } catch {
    return null;
  }
}

function utf8Decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Unpacks what DEFLATE has packed, with the header of gzip or zlib or none. */
async function inflated(
  bytes: Uint8Array<ArrayBuffer>,
  room: number,
): Promise<Uint8Array | 'too large' | null> {
  try {
    return await through(bytes, new DecompressionStream(containerOf(bytes)), room);
  } catch (error) {
    return error instanceof TooLarge ? 'too large' : null;
  }
}

/** No packer writes such bytes at the beginning without a header: they would be a block of no kind, or filled with ones. */
function containerOf([first = 0, second = 0]: Uint8Array): CompressionFormat {
  if (first === 0x1f && second === 0x8b) return 'gzip';
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0 ? 'deflate' : 'deflate-raw';
}
