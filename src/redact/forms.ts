import { parseAddress } from '../rule';

/* Values that are known by their form alone, wherever they stand. */

export type FormKind = 'address' | 'mail' | 'sid' | 'guid';

export interface Found {
  readonly kind: FormKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const SID = /S-1-(?:5-21|12-1)(?:-\d{1,10}){3,4}(?!\d)/gi;
const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const V4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\d|\.\d)/g;
const V6 = /(?<![\p{L}\p{N}:.\]])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\p{L}\p{N}:]|\.\d)/giu;

const LOCAL_PART = /[\p{L}\p{N}._%+-]/u;
const DOMAIN_PART = /[\p{L}\p{N}.-]/u;

/** All addresses of networks and of mail, SIDs and GUIDs of a text, those that stay the same everywhere excepted. */
export function formsIn(text: string): Found[] {
  const found: Found[] = [];
  const take = (kind: FormKind, pattern: RegExp, isOne: (text: string) => boolean) => {
    for (const match of text.matchAll(pattern)) {
      if (!isOne(match[0])) continue;
      found.push({ kind, start: match.index, end: match.index + match[0].length, text: match[0] });
    }
  };
  take('sid', SID, () => true);
  take('guid', GUID, (guid) => /[1-9a-f]/i.test(guid));
  take('address', V4, isOwnV4);
  if (text.includes(':')) take('address', V6, isOwnV6);
  return [...found, ...mailsIn(text)].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Looks around each at sign, so that a long text without one costs nothing. */
function mailsIn(text: string): Found[] {
  const found: Found[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < 64 && LOCAL_PART.test(text[start - 1]!)) start--;
    let end = at + 1;
    while (end < text.length && end - at < 254 && DOMAIN_PART.test(text[end]!)) end++;
    const local = text.slice(start, at).replace(/^[._%+-]+/, '');
    const domain = text.slice(at + 1, end).replace(/[.-]+$/, '');
    if (local === '' || !/^[^.-][^.]*(?:\.[^.]+)*\.\p{L}{2,24}$/u.test(domain)) continue;
    const mail = `${local}@${domain}`;
    found.push({ kind: 'mail', start: at - local.length, end: at + 1 + domain.length, text: mail });
  }
  return found;
}

/** An address of one host: not the loopback, not all zeros, not many hosts. */
function isOwnV4(text: string): boolean {
  const address = parseAddress(text);
  if (!address) return false;
  const [a, b, c, d] = bytesOf(address.groups);
  // Programs have versions such as 120.0.0.0; no host has such an address.
  if (b === 0 && c === 0 && d === 0) return false;
  return a !== 0 && a! !== 127 && a! < 224;
}

function isOwnV6(text: string): boolean {
  // An IPv4 address inside is found as such.
  const address = parseAddress(text, false);
  if (!address || address.v4 || address.groups[0]! >= 0xff00) return false;
  // `::Add` in a script has the form of an address, too.
  return address.groups.filter((group) => group !== 0).length >= 2 && !/^::[^:]*$/.test(text);
}

/** The four bytes of an IPv4 address. */
export function bytesOf(groups: readonly number[]): number[] {
  return [groups[6]! >> 8, groups[6]! & 255, groups[7]! >> 8, groups[7]! & 255];
}
