import type { ShareHits } from './share-hits';

/** Names and their numbers. */
export class Names {
  readonly all: string[] = [];
  private readonly numbers = new Map<string, number>();
  /** The characters of all names. */
  characters = 0;

  /** The number of a name, which it keeps. */
  add(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.all.push(name) - 1;
    this.numbers.set(name, number);
    this.characters += name.length;
    return number;
  }

  /** The number of a name; -1 if there is no such name. */
  numberOf(name: string): number {
    return this.numbers.get(name) ?? -1;
  }
}

/**
 * What all rules found in a log so far. Hits are kept by their share of the log, so that shares may come in any order, and one
 * that is done again counts once.
 */
export class Findings {
  private readonly byShare = new Map<number, ShareHits>();
  readonly hosts = new Names();
  readonly users = new Names();
  hits = 0;
  events = 0;
  unreadable = 0;

  /** `files`: the names of the log's files. */
  constructor(readonly files: readonly string[] = ['']) {}

  /** The earliest and the latest time of a hit, in milliseconds; infinite if no hit has a time. */
  earliest = Number.POSITIVE_INFINITY;
  latest = Number.NEGATIVE_INFINITY;

  /** Adds a share, whose columns belong to the findings from now on. False if it is there already. */
  add(share: ShareHits): boolean {
    if (this.byShare.has(share.share)) return false;
    renumber(share.hosts, share.hostNames, this.hosts);
    renumber(share.users, share.userNames, this.users);
    // The names are kept once for all shares.
    this.byShare.set(share.share, { ...share, hostNames: [], userNames: [] });
    this.hits += share.rules.length;
    this.events += share.events;
    this.unreadable += share.unreadable;
    for (const time of share.times) {
      if (time < this.earliest) this.earliest = time;
      if (time > this.latest) this.latest = time;
    }
    return true;
  }

  /** All shares in the order of the log. */
  shares(): ShareHits[] {
    return [...this.byShare.values()].sort((a, b) => a.share - b.share);
  }

  /** How much memory the hits take, without what each name and share takes besides its content. */
  get bytes(): number {
    let bytes = 2 * (this.hosts.characters + this.users.characters);
    for (const { rules, numbers, times, hosts, users } of this.byShare.values())
      for (const { buffer } of [rules, numbers, times, hosts, users]) bytes += buffer.byteLength;
    return bytes;
  }
}

function renumber(column: Uint32Array, names: readonly string[], all: Names): void {
  const numbers = names.map((name) => all.add(name));
  for (let i = 0; i < column.length; i++) column[i] = numbers[column[i]!]!;
}
