import { inNetwork, type Network, parseAddress, parseNetwork, printNetwork } from '../rule';
import { bytesOf } from './forms';

/* Made-up addresses: each in a range of the kind of the original, and in the same networks of the rule. */

/** Ranges of addresses, by what they are for. The first that has the original gives its replacement. */
const RANGES: readonly (readonly [range: Network, instead: readonly Network[]])[] = [
  ['10.0.0.0/8', ['10.0.0.0/8']],
  ['172.16.0.0/12', ['172.16.0.0/12']],
  ['192.168.0.0/16', ['192.168.0.0/16']],
  ['169.254.0.0/16', ['169.254.0.0/16']],
  ['100.64.0.0/10', ['100.64.0.0/10']],
  ['0.0.0.0/0', ['198.51.100.0/24', '203.0.113.0/24', '192.0.2.0/24', '198.18.0.0/15']],
  ['fe80::/10', ['fe80::/64']],
  ['fc00::/7', ['fd00::/64']],
  ['::/0', ['2001:db8::/32']],
].map(([range, instead]) => [
  parseNetwork(range as string)!,
  (instead as string[]).map((network) => parseNetwork(network)!),
]);

type Address = Pick<Network, 'v4' | 'groups'>;

/** So many addresses of a range are tried. */
const TRIES = 70_000;

/** Gives each address another one. */
export class Addresses {
  private readonly networks: readonly Network[];
  /** The last number in each range, for those in the same networks of the rule. */
  private readonly last = new Map<string, number>();
  private readonly given = new Map<string, string>();
  private readonly used: Set<string>;

  /** `rule`: the text that asks for networks. `taken`: addresses that occur, by `addressKey`. */
  constructor(rule: string, taken: Iterable<string>) {
    const asked = [...rule.matchAll(/[0-9a-f:.]+\/\d{1,3}/gi)].flatMap(([text]) => parseNetwork(text) ?? []);
    this.networks = asked.sort((a, b) => b.prefix - a.prefix);
    this.used = new Set(taken);
  }

  /** The replacement, the same for the same address; null if there is none. */
  instead(text: string): string | null {
    const key = addressKey(text)!;
    const made = this.given.get(key) ?? this.make(text);
    if (made === null) return null;
    this.given.set(key, made);
    // As long as the original, if that is written in full.
    return text.includes(':') && !text.includes('::') ? inFull(made) : made;
  }

  private make(text: string): string | null {
    const address = parseAddress(text, false)!;
    const [, instead] = RANGES.find(([range]) => inNetwork(address, range))!;
    const memberships = (one: Address) => this.networks.map((network) => inNetwork(one, network)).join();
    const wanted = memberships(address);
    const asked = this.networks.filter((network) => inNetwork(address, network));
    for (const range of [...instead, ...asked]) {
      const counter = `${printNetwork(range)} ${wanted}`;
      const last = this.last.get(counter) ?? 0;
      for (let n = last + 1; n < last + TRIES; n++) {
        const made = numbered(range, n);
        if (made === null) break;
        const key = addressKey(made)!;
        if (this.used.has(key) || memberships(parseAddress(made, false)!) !== wanted) continue;
        this.last.set(counter, n);
        this.used.add(key);
        return made;
      }
    }
    return null;
  }
}

/** The address with this number in the network; null beyond its end. The last of four bytes is never 0 or 255. */
function numbered(network: Network, n: number): string | null {
  if (!network.v4) {
    const groups = [...network.groups];
    groups[7] = groups[7]! | (n & 0xffff);
    groups[6] = groups[6]! | (n >> 16);
    return inNetwork({ v4: false, groups }, network) ? compressed(groups) : null;
  }
  const host = network.prefix >= 31 ? n : Math.floor((n - 1) / 254) * 256 + ((n - 1) % 254) + 1;
  const low = network.groups[7]! + (host & 0xffff);
  const high = network.groups[6]! + (host >> 16);
  if (low > 0xffff || high > 0xffff) return null;
  const groups = [0, 0, 0, 0, 0, 0, high, low];
  return inNetwork({ v4: true, groups }, network) ? bytesOf(groups).join('.') : null;
}

/** Equal for the same address, however it is written; null for what is none. */
export function addressKey(text: string): string | null {
  const address = parseAddress(text, false);
  return address && `${address.v4} ${address.groups.join(':')}`;
}

function compressed(groups: readonly number[]): string {
  const hex = groups.map((group) => group.toString(16)).join(':');
  return hex.replace(/(?:^|:)0(?::0)+(?::|$)/, '::');
}

function inFull(text: string): string {
  return parseAddress(text, false)!
    .groups.map((group) => group.toString(16))
    .join(':');
}
