import type { Alternative } from '../../rule';
import type { Occurrence } from './occurrence';

/** A window of a group in which an alternative of the condition is true. Occurrences are indexes, ends included. */
export interface TrueWindow {
  readonly first: number;
  readonly last: number;
  /** The occurrence with which the rules that have to occur are there. */
  readonly at: number;
  readonly alternative: Alternative;
}

/** What an alternative lacks in a window. */
export interface Shortfall {
  /** Rules without an occurrence. */
  readonly missing: readonly number[];
  /** True if all of them occur, but not in order. */
  readonly unordered: boolean;
  /** The first occurrence of each rule that must not occur. */
  readonly blocked: readonly { readonly rule: number; readonly occurrence: number }[];
}

/** A window that an alternative is not true in, and how much it lacks. */
export interface NearWindow extends Shortfall {
  readonly first: number;
  readonly last: number;
  readonly distance: number;
}

/** How far a wrong order is from the right one, where a missing rule is 1; and a window that begins too early. */
const UNORDERED = 0.5;
const EARLY = 0.25;

/**
 * The windows of one group, each from a moment on and `span` long, with what occurs in them (semantics.md, "Conditions
 * of temporal correlations"). In: occurrences in order of time; `span` in microseconds; for `temporal_ordered`, `ordered`.
 * An answer takes the logarithm of the group's size.
 */
export class Windows {
  /** For each rule the indexes of its occurrences. */
  private readonly byRule = new Map<number, number[]>();
  /** For each occurrence, the first and the last one of its moment. */
  private readonly begins: number[] = [];
  private readonly ends: number[] = [];

  constructor(
    private readonly occurrences: readonly Occurrence[],
    private readonly span: number,
    private readonly ordered: boolean,
  ) {
    occurrences.forEach(({ micros, references }, i) => {
      const isNew = i === 0 || occurrences[i - 1]!.micros !== micros;
      this.begins.push(isNew ? i : this.begins[i - 1]!);
      for (const rule of references) {
        const list = this.byRule.get(rule);
        if (list) list.push(i);
        else this.byRule.set(rule, [i]);
      }
    });
    for (let i = occurrences.length - 1; i >= 0; i--)
      this.ends[i] = this.begins[i + 1] === this.begins[i] ? this.ends[i + 1]! : i;
  }

  /**
   * Each window in which one of the alternatives is true, by its beginning: of several, the one that is complete first.
   */
  *whole(alternatives: readonly Alternative[]): Generator<TrueWindow> {
    for (const { first, last } of this.all()) {
      let found: TrueWindow | null = null;
      for (const alternative of alternatives) {
        const at = this.complete(alternative, first, last);
        if (at !== null && (!found || at < found.at)) found = { first, last, at, alternative };
      }
      if (found) yield found;
    }
  }

  /** The window that lacks least; the earliest of several. Null if an alternative is true in each. */
  nearest(alternatives: readonly Alternative[]): NearWindow | null {
    let best: NearWindow | null = null;
    for (const { first, last } of this.all())
      for (const alternative of alternatives) {
        const found = this.lacking(alternative, first, last, best?.distance ?? Number.POSITIVE_INFINITY);
        if (found) best = found;
      }
    return best;
  }

  private *all(): Generator<{ readonly first: number; readonly last: number }> {
    const { occurrences } = this;
    let last = 0;
    for (let first = 0; first < occurrences.length; first = this.ends[first]! + 1) {
      // An event is always in its own window, however short that is.
      last = Math.max(last, this.ends[first]!);
      const until = occurrences[first]!.micros + this.span;
      while (last + 1 < occurrences.length && occurrences[last + 1]!.micros <= until) last++;
      yield { first, last };
    }
  }

  /**
   * The occurrence with which an alternative is true in a window; null if it is not. What must not occur is sought in
   * the window of the rules that have to: it begins with the first of them.
   */
  private complete(alternative: Alternative, first: number, last: number): number | null {
    const { absent } = alternative;
    if (absent.length > 0 && !this.begun(alternative, first)) return null;
    const at = this.reached(alternative, first);
    if (at === null || at > last) return null;
    return absent.some((rule) => this.next(rule, first) <= last) ? null : this.ends[at]!;
  }

  /** True if a rule that has to occur does at this moment; where there is an order, the first one. */
  private begun({ occur }: Alternative, first: number): boolean {
    const begin = this.ordered ? occur.slice(0, 1) : occur;
    return begin.some((rule) => this.next(rule, first) <= this.ends[first]!);
  }

  /** The first occurrence from `first` on with which all rules that have to occur are there, in order if there is one. */
  private reached({ occur }: Alternative, first: number): number | null {
    let at = first;
    for (const rule of occur) {
      // Events of one moment count in any order.
      const found = this.next(rule, this.ordered ? this.begins[at]! : first);
      if (found === Number.POSITIVE_INFINITY) return null;
      at = this.ordered ? found : Math.max(at, found);
    }
    return at;
  }

  private lacking(alternative: Alternative, first: number, last: number, below: number): NearWindow | null {
    const { occur, absent } = alternative;
    const missing = occur.filter((rule) => this.next(rule, first) > last);
    const at = missing.length > 0 ? null : this.reached(alternative, first);
    const unordered = missing.length === 0 && (at === null || at > last);
    const early = absent.length > 0 && !this.begun(alternative, first);
    // All of them are in a later window, too.
    if (early && missing.length === 0 && !unordered) return null;
    const blocked = early
      ? []
      : absent.flatMap((rule) => {
          const occurrence = this.next(rule, first);
          return occurrence <= last ? [{ rule, occurrence }] : [];
        });
    const lacks = missing.length + blocked.length + (unordered ? UNORDERED : 0);
    const distance = lacks + (early ? EARLY : 0);
    return lacks > 0 && distance < below ? { first, last, distance, missing, unordered, blocked } : null;
  }

  /** The first occurrence of a rule from this index on. */
  private next(rule: number, from: number): number {
    const list = this.byRule.get(rule) ?? [];
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle]! < from) low = middle + 1;
      else high = middle;
    }
    return list[low] ?? Number.POSITIVE_INFINITY;
  }
}
