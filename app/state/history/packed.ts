import { breathe } from '../../../src/turns';
import { isObject } from '../fields';

/** How a text became bytes. UTF-8 has no way to write one half of a pair of surrogates. */
type Form = 'utf-8' | 'utf-16';

/** A text as it is kept. */
export interface Packed {
  /** Tells it from every other text. */
  readonly key: string;
  readonly form: Form;
  /** Deflated. */
  readonly bytes: ArrayBuffer;
}

/** Packs a text. Each step of it goes through the whole text, and is a task of its own. */
export async function pack(text: string): Promise<Packed> {
  const form: Form = isWhole(text) ? 'utf-8' : 'utf-16';
  await breathe();
  const made = form === 'utf-8' ? new TextEncoder().encode(text) : unitsOf(text);
  await breathe();
  const plain = new Uint8Array(made.buffer, made.byteOffset, made.byteLength);
  const digest = await keyOf(plain);
  const bytes = await through(plain, new CompressionStream('deflate-raw'));
  return { key: `${form} ${digest}`, form, bytes };
}

/** The text again; throws if it is damaged. */
export async function unpack(packed: unknown): Promise<string> {
  if (!isObject(packed) || !(packed.bytes instanceof ArrayBuffer)) throw new Error('no packed text');
  const plain = await through(new Uint8Array(packed.bytes), new DecompressionStream('deflate-raw'));
  if (packed.form === 'utf-8')
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain);
  let text = '';
  const units = new Uint16Array(plain);
  for (let at = 0; at < units.length; at += 0x4000)
    text += String.fromCharCode(...units.subarray(at, at + 0x4000));
  return text;
}

/** False where one half of a pair of surrogates stands alone. */
function isWhole(text: string): boolean {
  // Older browsers have to look at each character.
  const { isWellFormed } = text as { isWellFormed?: () => boolean };
  return isWellFormed ? isWellFormed.call(text) : !/\p{Surrogate}/u.test(text);
}

function unitsOf(text: string): Uint16Array<ArrayBuffer> {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}

/** Bytes that are packed or unpacked in one task. */
const PIECE = 0x8000;

/** What comes out of the stream, which works on the thread that writes to it: so it is given a piece at a time. */
export async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<ArrayBuffer> {
  const all = new Response(stream.readable).arrayBuffer();
  const written = writePieces(bytes, stream.writable.getWriter());
  const [made] = await Promise.all([all, written]);
  return made;
}

async function writePieces(
  bytes: Uint8Array<ArrayBuffer>,
  writer: WritableStreamDefaultWriter<BufferSource>,
) {
  for (let at = 0; at < bytes.length; at += PIECE) {
    await writer.write(bytes.subarray(at, at + PIECE));
    await breathe();
  }
  await writer.close();
}

/** What tells bytes from all others, in hexadecimal digits. */
export async function keyOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // Browsers offer digests over secure connections only.
  if (typeof crypto.subtle === 'undefined') return plainKeyOf(bytes);
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** 128 bits in four lanes, and the length: enough to tell one person's texts from each other. */
export function plainKeyOf(bytes: Uint8Array): string {
  const lanes = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f];
  for (const byte of bytes)
    for (let i = 0; i < 4; i++) {
      const mixed = Math.imul(lanes[i]! ^ byte, 0x01000193 + 2 * i);
      lanes[i] = mixed ^ (mixed >>> (13 + i));
    }
  return `${lanes.map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('')}-${bytes.length}`;
}
