/** An address as eight groups of 16 bits. IPv4 is in the last two, marked by `v4`. */
export interface Address {
  readonly v4: boolean;
  readonly groups: readonly number[];
}

export interface Network extends Address {
  /** Prefix length in bits of its own family: 0–32 or 0–128. */
  readonly prefix: number;
  /** True if bits after the prefix were set; they are ignored. */
  readonly hostBits: boolean;
}

function parseV4(text: string): number[] | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (!match) return null;
  const bytes = match.slice(1).map(Number);
  if (bytes.some((b) => b > 255)) return null;
  return [bytes[0]! * 256 + bytes[1]!, bytes[2]! * 256 + bytes[3]!];
}

function parseGroups(text: string): number[] | null {
  if (text === '') return [];
  const groups: number[] = [];
  const pieces = text.split(':');
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (i === pieces.length - 1 && piece.includes('.')) {
      const v4 = parseV4(piece);
      if (!v4) return null;
      groups.push(...v4);
    } else if (/^[0-9a-fA-F]{1,4}$/.test(piece)) groups.push(Number.parseInt(piece, 16));
    else return null;
  }
  return groups;
}

/**
 * Parses an IPv4 or IPv6 address; null if it is not one. An IPv4-mapped address counts as its IPv4 address (ours),
 * unless `unmap` is false.
 */
export function parseAddress(text: string, unmap = true): Address | null {
  const v4 = parseV4(text);
  if (v4) return { v4: true, groups: [0, 0, 0, 0, 0, 0, ...v4] };
  // A zone (`fe80::1%eth0`) names an interface and is not part of the address.
  const bare = text.replace(/%[\w.-]+$/, '');
  const halves = bare.split('::');
  if (!bare.includes(':') || halves.length > 2) return null;
  const head = parseGroups(halves[0]!);
  const tail = halves.length === 2 ? parseGroups(halves[1]!) : [];
  if (!head || !tail) return null;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...new Array<number>(missing).fill(0), ...tail];
  const mapped = unmap && groups.slice(0, 5).every((g) => g === 0) && groups[5] === 0xffff;
  return mapped ? { v4: true, groups: [0, 0, 0, 0, 0, 0, groups[6]!, groups[7]!] } : { v4: false, groups };
}

function mask(prefix: number, group: number): number {
  const bits = Math.max(0, Math.min(16, prefix - group * 16));
  return (0xffff << (16 - bits)) & 0xffff;
}

/** Parses a network in CIDR notation. An address alone is a network of one. Null if it is not a network. */
export function parseNetwork(text: string, unmap = true): Network | null {
  const [address, length, ...rest] = text.split('/');
  const parsed = parseAddress(address ?? '', unmap);
  if (!parsed || rest.length > 0 || (length !== undefined && !/^\d{1,3}$/.test(length))) return null;
  // A mapped address keeps its IPv6 prefix length: ::ffff:10.0.0.0/104 is 10.0.0.0/8.
  const mapped = parsed.v4 && address!.includes(':');
  const full = parsed.v4 && !mapped ? 32 : 128;
  const written = length === undefined ? full : Number(length);
  if (written > full || (mapped && written < 96)) return null;
  const prefix = mapped ? written - 96 : written;
  const offset = parsed.v4 ? 96 : 0;
  const groups = parsed.groups.map((g, i) => g & mask(prefix + offset, i));
  return { v4: parsed.v4, groups, prefix, hostBits: groups.some((g, i) => g !== parsed.groups[i]) };
}

/** True if the address is in the network. Families never mix. */
export function inNetwork(address: Address, network: Network): boolean {
  if (address.v4 !== network.v4) return false;
  const offset = network.v4 ? 96 : 0;
  return network.groups.every((g, i) => (address.groups[i]! & mask(network.prefix + offset, i)) === g);
}

/** A network in its usual short form. */
export function printNetwork(network: Network): string {
  if (network.v4) {
    const [a, b] = [network.groups[6]!, network.groups[7]!];
    return `${a >> 8}.${a & 255}.${b >> 8}.${b & 255}/${network.prefix}`;
  }
  const text = network.groups.map((g) => g.toString(16)).join(':');
  return `${text.replace(/(?:^|:)0(?::0)+(?::|$)/, '::')}/${network.prefix}`;
}

/** How much of the network's prefix the address shares, from 0 to 1. */
export function sharedPrefix(address: Address, network: Network): number {
  if (address.v4 !== network.v4 || network.prefix === 0) return 0;
  const offset = network.v4 ? 96 : 0;
  const agree = (prefix: number) =>
    network.groups.every((g, i) => ((g ^ address.groups[i]!) & mask(prefix + offset, i)) === 0);
  let shared = 0;
  while (shared < network.prefix && agree(shared + 1)) shared++;
  return shared / network.prefix;
}
