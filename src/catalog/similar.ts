import { type IndicatorUsage, type NamedIndicator, nameOf } from './usage';

/** An indicator in common to two rules. */
export interface SharedIndicator extends NamedIndicator {
  /** How many rules of the catalog have it, including these two. */
  readonly rules: number;
}

/** A rule of the catalog that has indicators in common with another. */
export interface SimilarRule {
  /** Its index in the catalog. */
  readonly rule: number;
  /** From 0 to 1; 1 means the same indicators. */
  readonly score: number;
  /** The rarest first. */
  readonly shared: readonly SharedIndicator[];
}

export interface Similar {
  /** How many rules have an indicator in common with it; the list may have fewer. */
  readonly total: number;
  /** Most similar first. */
  readonly rules: readonly SimilarRule[];
}

/**
 * The rule for which similar ones are sought, and which is left out: the one in the editor, known by its id, or one of
 * the catalog, by its index.
 */
export type AskedRule =
  | { readonly id: string | null; readonly keys: readonly string[] }
  | { readonly place: number };

/**
 * Rules like a given one. An indicator weighs the more the rarer it is: of `N` rules that are counted, one that `n` hold
 * weighs `w = ln(1 + N / n)`, and as if one held it where none does. Two rules are as similar as what they share weighs
 * against what each looks for:
 *
 *     score(a, b) = Σ w(shared) / √(Σ w(a) · Σ w(b))
 *
 * the cosine of the two, 1 for the same indicators and 0 for none in common; score(a, b) = score(b, a).
 */
export class SimilarRules {
  private readonly weights: Float64Array;
  private readonly sums: Float64Array;

  constructor(private readonly usage: IndicatorUsage) {
    this.weights = Float64Array.from(usage.all, ({ rules }) => this.weight(rules.length));
    this.sums = Float64Array.from(usage.ofRule, (own) =>
      own.reduce((sum, indicator) => sum + this.weights[indicator]!, 0),
    );
  }

  /** The rules that have an indicator in common with `asked`, at most `limit` of them. */
  to(asked: AskedRule, limit: number): Similar {
    const { usage, weights } = this;
    const own = 'place' in asked ? usage.firstAt(asked.place) : usage.placeOf(asked.id);
    const keys =
      'place' in asked ? (usage.ofRule[own ?? -1] ?? []).map((at) => usage.all[at]!.key) : asked.keys;
    let sum = 0;
    const shared = new Map<number, number[]>();
    for (const key of new Set(keys)) {
      const indicator = usage.indexOf(key);
      sum += indicator === null ? this.weight(1) : weights[indicator]!;
      if (indicator === null) continue;
      for (const rule of usage.all[indicator]!.rules) {
        if (rule === own) continue;
        const list = shared.get(rule);
        if (list) list.push(indicator);
        else shared.set(rule, [indicator]);
      }
    }
    const found = [...shared].map(([rule, indicators]) => {
      indicators.sort((a, b) => weights[b]! - weights[a]! || a - b);
      const common = indicators.reduce((all, indicator) => all + weights[indicator]!, 0);
      // Sums in two orders may differ in their last bit; nothing is more similar than the same.
      return { rule, indicators, score: Math.min(1, common / Math.sqrt(sum * this.sums[rule]!)) };
    });
    found.sort((a, b) => b.score - a.score || a.rule - b.rule);
    return {
      total: found.length,
      rules: found.slice(0, limit).map(({ rule, score, indicators }) => ({
        rule,
        score,
        shared: indicators.map((indicator) => this.told(indicator)),
      })),
    };
  }

  private weight(holders: number): number {
    return Math.log(1 + Math.max(1, this.usage.rules) / holders);
  }

  private told(indicator: number): SharedIndicator {
    const used = this.usage.all[indicator]!;
    return { ...nameOf(used), rules: used.rules.length };
  }
}
