import { PAGE } from '../../src/limits';
import type { Settings } from './fields';
import type { SharedFilter } from './found-filter';
import { through, toBase64Url } from './link-bytes';

/*
 * A share link is `#v1=` and base64url(deflate-raw(JSON)). It is behind the `#`, which browsers do not send. Reading links
 * is in `open-share.ts`, which is loaded with the first link.
 */

/** What a link contains. */
export interface Shared {
  readonly rule: string;
  readonly events: string;
  readonly settings: Settings;
  /** The filters of Findings. */
  readonly findings?: SharedFilter | undefined;
}

/** What a link may take; a link beyond it is neither made nor opened. */
export const LINK_LIMITS = { content: PAGE.linkContent.value, link: PAGE.linkLength.value } as const;

/** A link, or which limit it would exceed and by what. */
export type MadeLink =
  | { readonly ok: true; readonly hash: string }
  | { readonly ok: false; readonly limit: keyof typeof LINK_LIMITS; readonly size: number };

/** What stands before the packed content of a share link. */
export const PREFIX = '#v1=';

/**
 * The fragment for `shared`, beginning with `#`; empty if it has neither a rule nor events: the link then opens the page
 * alone. Refused if it could not be opened.
 */
export async function encodeLink({ rule, events, settings, findings }: Shared): Promise<MadeLink> {
  if (rule === '' && events === '') return { ok: true, hash: '' };
  return packLink(PREFIX, { rule, events, settings, findings });
}

/** A fragment of `prefix` and a value, packed; refused if it could not be opened. */
export async function packLink(prefix: string, value: unknown): Promise<MadeLink> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  if (bytes.length > LINK_LIMITS.content) return { ok: false, limit: 'content', size: bytes.length };
  const packed = await through(bytes, new CompressionStream('deflate-raw'), Infinity);
  const hash = prefix + toBase64Url(packed);
  return hash.length > LINK_LIMITS.link
    ? { ok: false, limit: 'link', size: hash.length }
    : { ok: true, hash };
}

/** True if the fragment of an address is meant as a link of ours: names with values. */
export function isLink(hash: string): boolean {
  return /^#[a-z][a-z0-9-]*=/.test(hash);
}
