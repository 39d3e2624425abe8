import type { Readings } from '../../knowledge';
import type { CompiledCorrelation } from '../../rule';
import type { Occurrence } from './occurrence';

/**
 * The value of a sliding window. Occurrences are added at its end, in order of time, and removed at its beginning.
 */
export interface Aggregate {
  add(occurrence: Occurrence): void;
  remove(occurrence: Occurrence): void;
  /** `from` is the first moment inside the window. */
  value(from: number): number;
}

/** The aggregate for a correlation's type and one group; null where its occurrences are not known in advance. */
export function aggregateFor(
  compiled: CompiledCorrelation,
  group: readonly Occurrence[] | null,
  readings: Readings,
): Aggregate {
  const { type, percentile } = compiled.correlation;
  switch (type.value) {
    case 'event_count':
      return new EventCount();
    case 'value_count':
      return new Distinct((o) => [o.tuple]);
    case 'temporal':
      return new DistinctRules();
    case 'temporal_ordered':
      return new Ordered(compiled.references.length);
    case 'value_sum':
      return new Sum(false);
    case 'value_avg':
      return new Sum(true);
    case 'value_percentile': {
      const ranked = group ? new KnownNumbers(group) : new SortedNumbers();
      return new Percentile(percentile!, ranked, readings['percentile-interpolation'] !== undefined);
    }
  }
}

class EventCount implements Aggregate {
  private count = 0;
  add(): void {
    this.count++;
  }
  remove(): void {
    this.count--;
  }
  value(): number {
    return this.count;
  }
}

class Distinct<K> implements Aggregate {
  private readonly counts = new Map<K, number>();
  constructor(private readonly keys: (occurrence: Occurrence) => readonly K[]) {}
  add(occurrence: Occurrence): void {
    for (const key of this.keys(occurrence)) this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }
  remove(occurrence: Occurrence): void {
    for (const key of this.keys(occurrence)) {
      const count = this.counts.get(key)! - 1;
      if (count === 0) this.counts.delete(key);
      else this.counts.set(key, count);
    }
  }
  value(): number {
    return this.counts.size;
  }
}

/** How many of the correlation's rules occur. */
export class DistinctRules extends Distinct<number> {
  constructor() {
    super((occurrence) => occurrence.references);
  }
}

/**
 * Sum and average as a queue of two stacks, so that values leaving the window are never subtracted: a sum of 0.1 and
 * 0.2 stays the same after 0.3 has come and gone.
 */
class Sum implements Aggregate {
  private readonly back: number[] = [];
  private backSum = 0;
  /** Sums from each element to the end of the front stack; the oldest is last. */
  private readonly front: number[] = [];
  constructor(private readonly average: boolean) {}
  add(occurrence: Occurrence): void {
    this.back.push(occurrence.number);
    this.backSum += occurrence.number;
  }
  remove(): void {
    if (this.front.length === 0) {
      for (let sum = 0; this.back.length > 0; ) {
        sum += this.back.pop()!;
        this.front.push(sum);
      }
      this.backSum = 0;
    }
    this.front.pop();
  }
  value(): number {
    const sum = (this.front[this.front.length - 1] ?? 0) + this.backSum;
    return this.average ? sum / (this.front.length + this.back.length) : sum;
  }
}

/** The numbers in a window, by rank. */
interface Ranked {
  change(number: number, by: 1 | -1): void;
  /** The number with `rank` smaller ones before it. */
  at(rank: number): number;
}

/**
 * A percentile with linear interpolation between the two nearest ranks **(ours)**, or with `nearest` the value at the
 * nearest rank.
 */
class Percentile implements Aggregate {
  private size = 0;
  constructor(
    private readonly percentile: number,
    private readonly ranked: Ranked,
    private readonly nearest: boolean,
  ) {}
  add({ number }: Occurrence): void {
    this.size++;
    this.ranked.change(number, 1);
  }
  remove({ number }: Occurrence): void {
    this.size--;
    this.ranked.change(number, -1);
  }
  value(): number {
    if (this.nearest) return this.ranked.at(Math.max(0, Math.ceil((this.size * this.percentile) / 100) - 1));
    const at = ((this.size - 1) * this.percentile) / 100;
    const low = this.ranked.at(Math.floor(at));
    const high = this.ranked.at(Math.ceil(at));
    return low + (high - low) * (at - Math.floor(at));
  }
}

/** A Fenwick tree over the numbers of a group. */
class KnownNumbers implements Ranked {
  private readonly numbers: number[];
  private readonly tree: Int32Array;
  private readonly top: number;
  constructor(group: readonly Occurrence[]) {
    this.numbers = [...new Set(group.map((o) => o.number))].sort((a, b) => a - b);
    this.tree = new Int32Array(this.numbers.length + 1);
    this.top = 2 ** Math.floor(Math.log2(Math.max(1, this.numbers.length)));
  }
  change(number: number, by: 1 | -1): void {
    const low = placeIn(this.numbers, number);
    for (let i = low + 1; i < this.tree.length; i += i & -i) this.tree[i] = this.tree[i]! + by;
  }
  at(rank: number): number {
    let at = 0;
    for (let step = this.top; step > 0; step >>= 1) {
      const next = at + step;
      if (next < this.tree.length && this.tree[next]! <= rank) {
        rank -= this.tree[next]!;
        at = next;
      }
    }
    return this.numbers[at]!;
  }
}

/** The numbers of a window in order, where those to come are not known: a change moves those behind it. */
class SortedNumbers implements Ranked {
  private readonly numbers: number[] = [];
  change(number: number, by: 1 | -1): void {
    const place = placeIn(this.numbers, number);
    if (by > 0) this.numbers.splice(place, 0, number);
    else this.numbers.splice(place, 1);
  }
  at(rank: number): number {
    return this.numbers[rank]!;
  }
}

/** The place of the first number that is not smaller. */
function placeIn(numbers: readonly number[], number: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The longest chain of different rules in the order that the correlation lists them **(ours)**; the number of rules
 * if all occur in order. Events at the same time count in any order. `starts[m][j]` is the latest moment at which a
 * chain of m + 1 rules ending with rule j begins. A chain is in the window if its beginning is.
 */
class Ordered implements Aggregate {
  private readonly starts: number[][];
  private pending: Occurrence[] = [];
  constructor(private readonly rules: number) {
    this.starts = Array.from({ length: rules }, () =>
      new Array<number>(rules).fill(Number.NEGATIVE_INFINITY),
    );
  }
  add(occurrence: Occurrence): void {
    this.pending.push(occurrence);
  }
  remove(): void {}
  /** Called once all events of a moment are added. */
  value(from: number): number {
    this.take();
    for (let length = this.rules; length > 0; length--)
      if (this.starts[length - 1]!.some((start) => start >= from)) return length;
    return 0;
  }
  private take(): void {
    const present = new Set(this.pending.flatMap((o) => o.references));
    for (const rule of [...present].sort((a, b) => a - b)) {
      this.starts[0]![rule] = this.pending[0]!.micros;
      for (let length = 1; length <= rule; length++) {
        const shorter = this.starts[length - 1]!;
        let latest = Number.NEGATIVE_INFINITY;
        for (let before = 0; before < rule; before++) latest = Math.max(latest, shorter[before]!);
        this.starts[length]![rule] = Math.max(this.starts[length]![rule]!, latest);
      }
    }
    this.pending = [];
  }
}
