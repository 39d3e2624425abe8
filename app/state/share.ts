import { PAGE } from '../../src/limits';
import { isObject, readSettings, readString, type Settings } from './fields';

/*
 * A share link is `#v1=` and base64url(deflate-raw(JSON)). It is behind the `#`, which browsers do not send.
 */

/** What a link contains. */
export interface Shared {
  readonly rule: string;
  readonly events: string;
  readonly settings: Settings;
}

/** Why a link cannot be opened, as the end of a sentence. */
const REFUSALS = {
  'link-version': 'it was made by another version of the playground',
  'link-content': 'its content is not that of a share link',
  'link-empty': 'it has neither a rule nor events',
  'link-too-large': 'its content is too large',
  'link-broken': 'it is damaged or incomplete',
} as const;

/** What can be wrong with a link. */
export type LinkCode = keyof typeof REFUSALS;

/** The content of a link, or why it cannot be opened. */
export type OpenedLink = { readonly ok: true; readonly shared: Shared } | RefusedLink;

/** Why a link cannot be opened. */
export interface RefusedLink {
  readonly ok: false;
  readonly code: LinkCode;
  readonly why: string;
}

/** What a link may take; a link beyond it is neither made nor opened. */
export const LINK_LIMITS = { content: PAGE.linkContent.value, link: PAGE.linkLength.value } as const;

/** A link, or which limit it would exceed and by what. */
export type MadeLink =
  | { readonly ok: true; readonly hash: string }
  | { readonly ok: false; readonly limit: keyof typeof LINK_LIMITS; readonly size: number };

const PREFIX = '#v1=';

/**
 * The fragment for `shared`, beginning with `#`; empty if it has neither a rule nor events: the link then opens the page
 * alone. Refused if it could not be opened.
 */
export async function encodeLink({ rule, events, settings }: Shared): Promise<MadeLink> {
  if (rule === '' && events === '') return { ok: true, hash: '' };
  return packLink(PREFIX, { rule, events, settings });
}

/** A fragment of `prefix` and a value, packed; refused if it could not be opened. */
export async function packLink(prefix: string, value: unknown): Promise<MadeLink> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  if (bytes.length > LINK_LIMITS.content) return { ok: false, limit: 'content', size: bytes.length };
  const packed = await collect(pipe(bytes, new CompressionStream('deflate-raw')), Infinity);
  const hash = prefix + toBase64Url(packed);
  return hash.length > LINK_LIMITS.link
    ? { ok: false, limit: 'link', size: hash.length }
    : { ok: true, hash };
}

/** True if the fragment of an address is meant as a link of ours, in whatever version. */
export function isLink(hash: string): boolean {
  return /^#v\d+=/.test(hash);
}

/** Reads a fragment. Never throws. */
export async function decodeLink(hash: string): Promise<OpenedLink> {
  const unpacked = await unpackLink(PREFIX, hash);
  if (!unpacked.ok) return unpacked;
  const { value } = unpacked;
  if (!isObject(value)) return refuse('link-content');
  const rule = readString(value.rule);
  const events = readString(value.events);
  if (rule === undefined && events === undefined) return refuse('link-empty');
  const settings = readSettings(value.settings) ?? { ignoreLogsource: false, placeholders: {} };
  return { ok: true, shared: { rule: rule ?? '', events: events ?? '', settings } };
}

/** The value that `packLink` packed behind `prefix`. Never throws. */
export async function unpackLink(
  prefix: string,
  hash: string,
): Promise<{ readonly ok: true; readonly value: unknown } | RefusedLink> {
  if (!hash.startsWith(prefix)) return refuse('link-version');
  if (hash.length > LINK_LIMITS.link) return refuse('link-too-large');
  try {
    const bytes = fromBase64Url(hash.slice(prefix.length));
    const json = await collect(pipe(bytes, new DecompressionStream('deflate-raw')), LINK_LIMITS.content);
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)) };
  } catch (error) {
    return refuse(error instanceof TooLarge ? 'link-too-large' : 'link-broken');
  }
}

class TooLarge extends Error {}

function refuse(code: LinkCode): RefusedLink {
  return { ok: false, code, why: REFUSALS[code] };
}

function pipe(
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(through);
}

async function collect(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      throw new TooLarge();
    }
    pieces.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plain, (c) => c.charCodeAt(0));
}
