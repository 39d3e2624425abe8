import type { Coverage, SigmaEvent } from '../../event';
import { Evaluator } from '../../match';
import type { Plan } from '../../rule';
import { isScalar } from '../../text';
import { Counter, type NoisyValue } from './counter';

/** What one field of the matches has. */
export interface NoisyField {
  /** Under the name by which a rule of this log source asks for it. */
  readonly field: string;
  /** The rule itself asks for it. */
  readonly isOfRule: boolean;
  /** The most frequent first, at most `MOST_VALUES`. */
  readonly values: readonly NoisyValue[];
  /** How many different values there are, as far as they were told apart. */
  readonly distinct: number;
  /** Matches with values that were not told apart, because there are too many. */
  readonly untold: number;
  /** Matches that have no value for it. */
  readonly absent: number;
}

/** How often a rule matches, when, and over what: the answer to "how noisy is my rule?". */
export interface Noise {
  readonly matches: number;
  /** Matches in each hour that has some, the first hour first; an hour is counted from 1970. */
  readonly hours: readonly { readonly hour: number; readonly count: number }[];
  /** Matches without a time, or beyond the hours that are kept. */
  readonly untimed: number;
  /** The host and the user first, then the rule's fields, then what else tells most. */
  readonly fields: readonly NoisyField[];
  /** Of each selection of the rule, how many matches it holds for; in the order of the rule. */
  readonly selections: readonly { readonly name: string; readonly count: number }[];
  /** Of each value of the rule, by its id, how many matches it is found in. */
  readonly values: readonly number[];
}

/** Values of a field that are told; a list of more is not read. */
const MOST_VALUES = 100;
/** Hours that are kept: more than eleven years. */
const MOST_HOURS = 100_000;
const MICROS_OF_HOUR = 3_600_000_000;

const WHO = ['Computer', 'User', 'SubjectUserName', 'TargetUserName'];
const WHAT = ['Image', 'ParentImage', 'CommandLine', 'ParentCommandLine'];

/** Counts what a rule's matches have in common, match by match, in memory that does not grow with their number. */
export class NoiseCount {
  private readonly evaluator: Evaluator;
  private readonly fields: readonly { readonly field: string; readonly isOfRule: boolean }[];
  private readonly counters: readonly Counter[];
  private readonly absent: number[];
  private readonly hours = new Map<number, number>();
  private readonly selections: number[];
  private readonly values: number[];
  private untimed = 0;
  private matches = 0;

  constructor(
    readonly plan: Plan,
    private readonly ignoreLogsource: boolean,
  ) {
    this.evaluator = new Evaluator(plan);
    const own = plan.fields.filter((field, slot) => field !== '' && !plan.paths[slot]);
    this.fields = [...new Set([...WHO, ...own, ...WHAT])].map((field) => ({
      field,
      isOfRule: own.includes(field),
    }));
    this.counters = this.fields.map(() => new Counter());
    this.absent = this.fields.map(() => 0);
    this.selections = plan.selections.map(() => 0);
    this.values = plan.values.map(() => 0);
  }

  /**
   * Counts an event if the rule matches it, and returns whether it does. `micros`: its time since 1970, not a number
   * if it has none.
   */
  add(event: SigmaEvent, micros: number): boolean {
    const { evaluator, ignoreLogsource } = this;
    if (evaluator.verdict(event, { ignoreLogsource }) !== 'match') return false;
    this.matches++;
    evaluator.tally(this.values, this.selections);
    this.addTime(micros);
    const coverage = evaluator.coverage(event);
    for (const [i, { field }] of this.fields.entries()) this.addField(i, field, event, coverage);
    return true;
  }

  /** What has been counted so far. Fields that no match has are left out. */
  get noise(): Noise {
    const { matches, untimed, absent, plan } = this;
    return {
      matches,
      untimed,
      hours: [...this.hours].sort(([a], [b]) => a - b).map(([hour, count]) => ({ hour, count })),
      fields: this.fields.flatMap(({ field, isOfRule }, i) => {
        const { distinct, untold } = this.counters[i]!;
        const values = this.counters[i]!.most(MOST_VALUES);
        return values.length === 0 && untold === 0
          ? []
          : [{ field, isOfRule, values, distinct, untold, absent: absent[i]! }];
      }),
      selections: plan.selections.map(({ name }, i) => ({ name, count: this.selections[i]! })),
      values: [...this.values],
    };
  }

  private addTime(micros: number): void {
    const hour = Math.floor(micros / MICROS_OF_HOUR);
    const count = this.hours.get(hour);
    if (Number.isNaN(hour) || (count === undefined && this.hours.size >= MOST_HOURS)) this.untimed++;
    else this.hours.set(hour, (count ?? 0) + 1);
  }

  private addField(i: number, field: string, event: SigmaEvent, coverage: Coverage): void {
    const found = coverage.resolve(field)(event);
    const values = (Array.isArray(found) ? found : [found]).filter(isScalar);
    if (values.length === 0) this.absent[i] = this.absent[i]! + 1;
    else this.counters[i]!.add(values);
  }
}
