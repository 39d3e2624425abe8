import { encodeLink, type MadeLink, type Shared } from '../state/share';

/** What came of the wish for a link. */
export type LinkOutcome =
  | { readonly kind: 'copied'; readonly link: string }
  /** The browser refused the clipboard. */
  | { readonly kind: 'by hand'; readonly link: string }
  /** Nobody could open it. */
  | { readonly kind: 'too large'; readonly made: Extract<MadeLink, { ok: false }> };

/** Copies a link to this page with what it is to contain. */
export async function copyLink(what: Shared): Promise<LinkOutcome> {
  const made = await encodeLink(what);
  if (!made.ok) return { kind: 'too large', made };
  const link = addressOf(made.hash);
  try {
    await navigator.clipboard.writeText(link);
    return { kind: 'copied', link };
  } catch {
    return { kind: 'by hand', link };
  }
}

/** The address of this page with another fragment, which begins with `#`. */
export function addressOf(hash: string): string {
  return location.href.replace(/#.*$/, '') + hash;
}
