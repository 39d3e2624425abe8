import { LEVELS } from '../catalog';
import type { FindingsTables, FoundEvent, NameCount, NameTable, RuleCount } from './counted';
import { type FindingsFilter, type FoundRule, isUnder } from './filter';
import type { Findings } from './findings';
import type { ShareHits } from './share-hits';
import { type TimeScale, timeScale } from './timeline';

/** How many events of each rule are named where not all are. */
export const FIRST_EVENTS = 5;

/** How many rows a table of names has at most; the most frequent come first. */
export const MOST_ROWS = 1000;

/** The parts of a filter, as bits. */
const RULE = 1;
const LEVEL = 2;
const TECHNIQUE = 4;
const HOST = 8;
const USER = 16;
const SPAN = 32;
const FILE = 64;
const LEFT_OUT = 128;

/** The findings under one filter, as they were when they were counted: tables, and a list in the order of the log. */
export class CountedFindings {
  private constructor(
    readonly tables: FindingsTables,
    /** For each rule of the tables, its first events. */
    readonly firstEvents: ReadonlyMap<number, readonly FoundEvent[]>,
    private readonly findings: Findings,
    private readonly shares: readonly ShareHits[],
    /** The place of each share's first hit among all hits, and one past the end. */
    private readonly starts: Uint32Array,
    private readonly listed: Uint32Array,
  ) {}

  /**
   * Counts in steps. `leftOut`: rules that failed or took too long; what they found before is not all that they would have
   * found, and does not count.
   */
  static *of(
    findings: Findings,
    rules: readonly FoundRule[],
    filter: FindingsFilter,
    leftOut: ReadonlySet<number> = new Set(),
  ): Generator<undefined, CountedFindings> {
    const count = new Counting(findings, rules, filter, leftOut);
    const shares = findings.shares();
    const starts = new Uint32Array(shares.length + 1);
    for (const [i, share] of shares.entries()) {
      count.take(share, starts[i]!);
      starts[i + 1] = starts[i]! + share.rules.length;
      yield;
    }
    const listed = count.listed.slice(0, count.hits);
    const whole = new CountedFindings(count.tables(), new Map(), findings, shares, starts, listed);
    const firstEvents = new Map(
      count.firstPlaces().map(([rule, places]) => [rule, places.map((place) => whole.hit(place))]),
    );
    return new CountedFindings(whole.tables, firstEvents, findings, shares, starts, listed);
  }

  /** The hits from a place of the list up to but excluding another. */
  rows(from: number, to: number): FoundEvent[] {
    return Array.from(this.listed.subarray(from, to), (place) => this.hit(place));
  }

  private hit(place: number): FoundEvent {
    let [low, high] = [0, this.shares.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= place) low = middle;
      else high = middle;
    }
    const share = this.shares[low]!;
    const i = place - this.starts[low]!;
    const time = share.times[i]!;
    return {
      rule: share.rules[i]!,
      number: share.numbers[i]!,
      time: Number.isNaN(time) ? null : time,
      host: this.findings.hosts.all[share.hosts[i]!]!,
      user: this.findings.users.all[share.users[i]!]!,
      file: this.findings.files[share.file] ?? '',
    };
  }
}

/** One pass over all hits. */
class Counting {
  hits = 0;
  listed = new Uint32Array(1024);
  private events = 0;
  private untimed = 0;
  private readonly rulesFail: Uint8Array;
  private readonly levelOf: Uint8Array;
  private readonly byRule: Uint32Array;
  private readonly byRuleForTechniques: Uint32Array;
  private readonly earliest: Float64Array;
  private readonly latest: Float64Array;
  private readonly first: Uint32Array;
  private readonly firstCount: Uint8Array;
  private readonly byLevel = new Uint32Array(LEVELS.length);
  private readonly byHost: Uint32Array;
  private readonly byUser: Uint32Array;
  private readonly byFile: Uint32Array;
  private readonly scale: TimeScale | null;
  private readonly bars: Uint32Array[];
  private readonly host: number;
  private readonly user: number;

  constructor(
    private readonly findings: Findings,
    private readonly rules: readonly FoundRule[],
    private readonly filter: FindingsFilter,
    leftOut: ReadonlySet<number>,
  ) {
    const { length } = rules;
    this.rulesFail = Uint8Array.from(
      rules,
      (rule, i) => failOf(rule, i, filter) | (leftOut.has(i) ? LEFT_OUT : 0),
    );
    this.levelOf = Uint8Array.from(rules, ({ level }) => LEVELS.indexOf(level));
    this.byRule = new Uint32Array(length);
    this.byRuleForTechniques = new Uint32Array(length);
    this.earliest = new Float64Array(length).fill(Number.POSITIVE_INFINITY);
    this.latest = new Float64Array(length).fill(Number.NEGATIVE_INFINITY);
    this.first = new Uint32Array(length * FIRST_EVENTS);
    this.firstCount = new Uint8Array(length);
    this.byHost = new Uint32Array(findings.hosts.all.length);
    this.byUser = new Uint32Array(findings.users.all.length);
    this.byFile = new Uint32Array(findings.files.length);
    this.scale = timeScale(findings.earliest, findings.latest);
    const bars = this.scale?.bars ?? 0;
    this.bars = LEVELS.map(() => new Uint32Array(bars));
    this.host = filter.host === null ? -1 : findings.hosts.numberOf(filter.host);
    this.user = filter.user === null ? -1 : findings.users.numberOf(filter.user);
  }

  /** Counts the hits of a share, whose first has the place `start` among all. */
  take(share: ShareHits, start: number): void {
    const { rules, numbers, times, hosts, users, file } = share;
    const { filter } = this;
    const fileFails = filter.file !== null && filter.file !== this.findings.files[file] ? FILE : 0;
    const { span } = filter;
    let last = -1;
    for (let i = 0; i < rules.length; i++) {
      const rule = rules[i]!;
      const time = times[i]!;
      let fails = this.rulesFail[rule]! | fileFails;
      if (filter.host !== null && hosts[i] !== this.host) fails |= HOST;
      if (filter.user !== null && users[i] !== this.user) fails |= USER;
      if (span && !(time >= span.from && time < span.to)) fails |= SPAN;
      if (fails === 0) {
        this.list(start + i);
        if (numbers[i] !== last) this.events++;
        last = numbers[i]!;
        this.keepFirst(rule, start + i);
      }
      if ((fails & ~RULE) === 0) this.countRule(rule, time);
      if ((fails & ~LEVEL) === 0) this.byLevel[this.levelOf[rule]!]!++;
      if ((fails & ~TECHNIQUE) === 0) this.byRuleForTechniques[rule]!++;
      if ((fails & ~HOST) === 0) this.byHost[hosts[i]!]!++;
      if ((fails & ~USER) === 0) this.byUser[users[i]!]!++;
      if ((fails & ~FILE) === 0) this.byFile[file]!++;
      if ((fails & ~SPAN) === 0) this.countTime(this.levelOf[rule]!, time);
    }
  }

  private list(place: number): void {
    if (this.hits === this.listed.length) {
      const grown = new Uint32Array(Math.ceil(this.hits * 1.5));
      grown.set(this.listed);
      this.listed = grown;
    }
    this.listed[this.hits++] = place;
  }

  private keepFirst(rule: number, place: number): void {
    const kept = this.firstCount[rule]!;
    if (kept === FIRST_EVENTS) return;
    this.first[rule * FIRST_EVENTS + kept] = place;
    this.firstCount[rule] = kept + 1;
  }

  private countRule(rule: number, time: number): void {
    this.byRule[rule]!++;
    if (time < this.earliest[rule]!) this.earliest[rule] = time;
    if (time > this.latest[rule]!) this.latest[rule] = time;
  }

  private countTime(level: number, time: number): void {
    const { scale } = this;
    if (!scale || Number.isNaN(time)) this.untimed++;
    else this.bars[level]![Math.floor((time - scale.from) / scale.width)]!++;
  }

  /** For each rule with hits under the whole filter, the places of the first. */
  firstPlaces(): [rule: number, places: number[]][] {
    const all: [number, number[]][] = [];
    for (const [rule, kept] of this.firstCount.entries())
      if (kept > 0) {
        const from = rule * FIRST_EVENTS;
        all.push([rule, [...this.first.subarray(from, from + kept)]]);
      }
    return all;
  }

  tables(): FindingsTables {
    const { findings, scale } = this;
    return {
      hits: this.hits,
      events: this.events,
      rules: this.ruleCounts(),
      levels: [...this.byLevel],
      techniques: tableOf(this.techniqueCounts()),
      hosts: tableOf(named(findings.hosts.all, this.byHost)),
      users: tableOf(named(findings.users.all, this.byUser)),
      files: tableOf(named(findings.files, this.byFile)),
      timeline: scale && { ...scale, counts: this.bars, untimed: this.untimed },
    };
  }

  private ruleCounts(): RuleCount[] {
    const all: RuleCount[] = [];
    for (const [rule, count] of this.byRule.entries()) {
      if (count === 0) continue;
      const isTimed = this.earliest[rule]! <= this.latest[rule]!;
      const [first, last] = isTimed ? [this.earliest[rule]!, this.latest[rule]!] : [null, null];
      all.push({ rule, count, first, last });
    }
    // The highest level first, then what found the most.
    return all.sort(
      (a, b) => this.levelOf[a.rule]! - this.levelOf[b.rule]! || b.count - a.count || a.rule - b.rule,
    );
  }

  private techniqueCounts(): NameCount[] {
    const counts = new Map<string, number>();
    for (const [rule, count] of this.byRuleForTechniques.entries()) {
      if (count === 0) continue;
      for (const id of this.rules[rule]!.techniques) counts.set(id, (counts.get(id) ?? 0) + count);
    }
    return [...counts].map(([name, count]) => ({ name, count }));
  }
}

/** Which parts of the filter a rule's hits fail whatever the event. */
function failOf({ level, techniques }: FoundRule, position: number, filter: FindingsFilter): number {
  const { technique } = filter;
  return (
    (filter.rule !== null && filter.rule !== position ? RULE : 0) |
    (filter.level !== null && filter.level !== level ? LEVEL : 0) |
    (technique !== null && !techniques.some((one) => isUnder(one, technique)) ? TECHNIQUE : 0)
  );
}

function named(names: readonly string[], counts: Uint32Array): NameCount[] {
  const all: NameCount[] = [];
  for (const [number, count] of counts.entries()) if (count > 0) all.push({ name: names[number]!, count });
  return all;
}

function tableOf(all: NameCount[]): NameTable {
  // Names compare by their characters: the same table whatever the language, and whatever came first.
  all.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  return { rows: all.slice(0, MOST_ROWS), names: all.length };
}
