import { Addresses } from './addresses';
import { ENDINGS, OWN_ENDINGS, SECOND_LEVEL, SERVICE_LABELS } from './known';

/*
 * Made-up values of the same form. They are numbered in the order in which the originals were found, so that nothing of
 * an original can be guessed from them, and none of them occurs in the texts.
 */

/** No name in Windows' networks is longer. */
const NETBIOS = 15;

/** What occurs in the texts: made-up values keep away from it. */
export interface Occurring {
  readonly rule: string;
  /** All words of both texts, in lower case; words are letters and digits, joined by hyphens or not. */
  readonly words: ReadonlySet<string>;
  /** SIDs and GUIDs in lower case, addresses by `addressKey`. */
  readonly forms: ReadonlySet<string>;
}

export class MadeUp {
  private readonly addresses: Addresses;
  private readonly given = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  constructor(private readonly occurring: Occurring) {
    this.addresses = new Addresses(occurring.rule, occurring.forms);
  }

  user(name: string): string {
    return this.once(`user ${name.toLowerCase()}`, () => this.numbered('user', (n) => `user${n}`));
  }

  /** As long as the original where it has the length of a NetBIOS name. */
  host(name: string): string {
    return this.once(`host ${name.toLowerCase()}`, () =>
      this.numbered('host', (n) => padded(['host-', 'h-', 'h'], n, name.length)),
    );
  }

  /** One part of a domain's name, or its NetBIOS name. */
  label(name: string): string {
    return this.once(`label ${name.toLowerCase()}`, () =>
      this.numbered('corp', (n) => padded(['corp', 'd'], n, name.length)),
    );
  }

  /** The same number of parts; an ending of the internet becomes one that is kept for examples. */
  domain(name: string): string {
    const { labels, ending } = parted(name);
    const last = ending.at(-1)!;
    const instead = OWN_ENDINGS.has(last) ? last : 'example';
    return [
      ...labels.map((label) => (SERVICE_LABELS.has(label) ? label : this.label(label))),
      ...ending.slice(0, -1),
      instead,
    ].join('.');
  }

  address(text: string): string | null {
    return this.addresses.instead(text);
  }

  /** The domain's part is the same for SIDs of one domain; numbers below 1000 are those of every domain. */
  sid(text: string): string {
    const [, , , authority, ...parts] = text.split('-');
    if (authority !== '21')
      return this.once(`sid ${text.toLowerCase()}`, () => this.numbered('sid 12', cloudSid));
    const own = parts.slice(0, 3).join('-');
    const domain = this.once(`sid ${own}`, () => this.numbered('sid 21', domainSid));
    const account = parts[3];
    if (account === undefined) return domain;
    if (Number(account) < 1000) return `${domain}-${account}`;
    const number = (n: number) => `${domain}-${1000 + n}`;
    return this.once(`account ${own} ${account}`, () => this.numbered(`account ${own}`, number));
  }

  guid(text: string): string {
    const made = this.once(`guid ${text.toLowerCase()}`, () =>
      this.numbered('guid', (n) => `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`),
    );
    return made;
  }

  private once(key: string, make: () => string): string {
    let made = this.given.get(key);
    if (made === undefined) {
      made = make();
      this.given.set(key, made);
    }
    return made;
  }

  /** The next one that occurs nowhere. */
  private numbered(kind: string, write: (n: number) => string): string {
    for (let n = (this.counts.get(kind) ?? 0) + 1; ; n++) {
      const made = write(n);
      const { words, forms } = this.occurring;
      if (words.has(made) || forms.has(made.toLowerCase())) continue;
      this.counts.set(kind, n);
      return made;
    }
  }
}

const domainSid = (n: number) => `S-1-5-21-${1_000_000_000 + n}-${2_000_000_000 + n}-${3_000_000_000 + n}`;
const cloudSid = (n: number) => `S-1-12-1-${[1, 2, 3, 4].map((i) => i * 1_000_000_000 + n).join('-')}`;

/** A number behind a prefix, with zeros up to the length; the first prefix that fits, or else the last. */
function padded(prefixes: readonly string[], n: number, length: number): string {
  const digits = String(n);
  const prefix = prefixes.find((one) => one.length + digits.length <= length) ?? prefixes.at(-1)!;
  return prefix + digits.padStart(Math.min(length, NETBIOS) - prefix.length, '0');
}

/** A domain's own parts, and the ending that it shares with others: `co.uk`, `com`, `local`. */
export function parted(domain: string): { readonly labels: string[]; readonly ending: string[] } {
  const parts = domain.toLowerCase().split('.');
  const isDouble = parts.length > 2 && parts.at(-1)!.length === 2 && SECOND_LEVEL.has(parts.at(-2)!);
  const cut = parts.length - (isDouble ? 2 : 1);
  return { labels: parts.slice(0, cut), ending: parts.slice(cut) };
}

/** True if names of many owners end so. */
export function isEnding(label: string): boolean {
  return OWN_ENDINGS.has(label) || ENDINGS.has(label) || label.length === 2;
}

/** The replacement with the case of what it replaces: all upper, all lower, or the first letter. */
export function inCaseOf(original: string, replacement: string): string {
  const upper = original.toUpperCase();
  const lower = original.toLowerCase();
  if (upper === lower || original === lower) return replacement.toLowerCase();
  if (original === upper) return replacement.toUpperCase();
  const first = original[0]!;
  const made = replacement.toLowerCase();
  return first === first.toLowerCase() ? made : made[0]!.toUpperCase() + made.slice(1);
}
