import { byName } from '../../src/text';
import { openReference } from './reference';

/*
 * Short links to what the page itself has: `#ref=windash`. Other than share links they hold nothing of a person.
 */

/** What opens each kind of short link, by the name before its equals sign. */
const OPENERS = byName<(id: string) => Promise<void>>({
  ref: async (name) => openReference(name),
  check: async (code) => openReference(`check:${code}`),
});

/** The fragment of a short link, beginning with `#`. */
export function shortLink(kind: 'ref' | 'check', id: string): string {
  return `#${kind}=${encodeURIComponent(id)}`;
}

/** What opens the fragment of an address, if it is a short link; null for every other. */
export function openerOf(hash: string): (() => Promise<void>) | null {
  const [, kind = '', id = ''] = /^#([a-z]+)=(.{1,200})$/.exec(hash) ?? [];
  const open = OPENERS.get(kind);
  return open ? () => open(decoded(id)) : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
