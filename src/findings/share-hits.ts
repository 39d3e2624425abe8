import type { SigmaEvent } from '../event';
import { hostOf, userOf } from './who';

/** How many hosts, and how many users, are named in one share; further ones count as `OTHERS`. */
export const MOST_NAMES = 1000;

/** Stands for hosts or users beyond those that are named. */
export const OTHERS = '(others)';

/**
 * What all rules found in one share of a log, as columns: entry `i` of each is about the same hit. Plain data; 24 bytes a hit.
 * Hits are in the order of events.
 */
export interface ShareHits {
  readonly share: number;
  /** Its file among those of the log. */
  readonly file: number;
  /** How many events the share has, and how many of them are malformed. */
  readonly events: number;
  readonly unreadable: number;
  /** The rule's position in the catalog. */
  readonly rules: Uint32Array<ArrayBuffer>;
  /** The event's number in the log. */
  readonly numbers: Uint32Array<ArrayBuffer>;
  /** In milliseconds since 1970; not a number where the event has no time. */
  readonly times: Float64Array<ArrayBuffer>;
  /** Places in `hostNames` and `userNames`. */
  readonly hosts: Uint32Array<ArrayBuffer>;
  readonly users: Uint32Array<ArrayBuffer>;
  readonly hostNames: readonly string[];
  readonly userNames: readonly string[];
}

/** Collects the hits of one share. */
export class ShareCollector {
  private readonly rules: number[] = [];
  private readonly numbers: number[] = [];
  private readonly times: number[] = [];
  private readonly hosts: number[] = [];
  private readonly users: number[] = [];
  private readonly hostNames = new Numbered();
  private readonly userNames = new Numbered();
  private of: SigmaEvent | null = null;
  private host = 0;
  private user = 0;

  /** `timeOf` has the time of the event with a number. */
  constructor(
    private readonly share: number,
    private readonly file: number,
    private readonly timeOf: (number: number) => number,
  ) {}

  /** The rule matches the event. */
  add(rule: number, number: number, event: SigmaEvent): void {
    if (event !== this.of) {
      // Several rules often match the same event.
      this.of = event;
      this.host = this.hostNames.of(hostOf(event));
      this.user = this.userNames.of(userOf(event));
    }
    this.rules.push(rule);
    this.numbers.push(number);
    this.times.push(this.timeOf(number));
    this.hosts.push(this.host);
    this.users.push(this.user);
  }

  /** Everything, once the share is done. */
  end(counts: { readonly events: number; readonly unreadable: number }): ShareHits {
    return {
      share: this.share,
      file: this.file,
      events: counts.events,
      unreadable: counts.unreadable,
      rules: Uint32Array.from(this.rules),
      numbers: Uint32Array.from(this.numbers),
      times: Float64Array.from(this.times),
      hosts: Uint32Array.from(this.hosts),
      users: Uint32Array.from(this.users),
      hostNames: this.hostNames.all,
      userNames: this.userNames.all,
    };
  }
}

/** The buffers of a share's columns, which can be moved to another thread. */
export function buffersOf({ rules, numbers, times, hosts, users }: ShareHits): ArrayBuffer[] {
  return [rules, numbers, times, hosts, users].map(({ buffer }) => buffer);
}

class Numbered {
  readonly all: string[] = [];
  private readonly places = new Map<string, number>();

  of(name: string): number {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    if (this.all.length >= MOST_NAMES && name !== OTHERS) return this.of(OTHERS);
    const place = this.all.push(name) - 1;
    this.places.set(name, place);
    return place;
  }
}
