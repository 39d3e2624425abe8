import { NoiseCount } from '../authoring';
import type { EventSlice } from '../event';
import type { LiveSettings } from '../live';
import { chooseRule, compileOptions, firstRule } from '../live';
import { Evaluator, VERDICTS } from '../match';
import { type Collection, compileCollection, type PatternListener, type Plan } from '../rule';
import { type LogColumns, PENDING, selectionBit } from './columns';
import type { LogQuestion } from './messages';

const ERROR = VERDICTS.indexOf('error');

/** The rule for a log's events, and how often each part of it has matched so far. */
export class LogEvaluation {
  /** The text of the rule, and the index of its document. */
  rule = '';
  document = 0;
  tally: number[] = VERDICTS.map(() => 0);
  values: number[] = [];
  private counts: number[] = [];
  private question = '';
  private meaning = '';
  private evaluator: Evaluator | null = null;
  private ignoreLogsource = false;
  private settings: LiveSettings | null = null;

  constructor(private readonly onPattern: PatternListener) {}

  /**
   * Takes a new question; returns whether its answers differ from those of the previous one. `renamed`: the answers are
   * the same, but the text is another, as after an edit of the title. If the rule does not compile, the last good one
   * stays in force.
   */
  ask({ rule, document, settings }: LogQuestion): 'same' | 'renamed' | 'changed' {
    const question = JSON.stringify([rule, document, settings]);
    if (question === this.question) return 'same';
    this.question = question;
    const collection = compileCollection(rule, compileOptions(settings, this.onPattern));
    const chosen = chooseRule(collection, document) ?? firstRule(collection);
    const { ignoreLogsource } = settings;
    if (!chosen && (!this.evaluator || ignoreLogsource === this.ignoreLogsource)) return 'same';
    this.ignoreLogsource = ignoreLogsource;
    this.settings = settings;
    if (chosen) {
      this.evaluator = new Evaluator(chosen.plan);
      this.rule = rule;
      this.document = chosen.document;
      const meaning = meaningOf(collection, chosen.index, settings) ?? question;
      if (meaning === this.meaning) return 'renamed';
      this.meaning = meaning;
    } else this.meaning = '';
    this.tally = VERDICTS.map(() => 0);
    this.values = this.evaluator!.plan.values.map(() => 0);
    this.counts = this.evaluator!.plan.selections.map(() => 0);
    return 'changed';
  }

  /** The rule in force; null before one has compiled. */
  get plan(): Plan | null {
    return this.evaluator?.plan ?? null;
  }

  /** Counts what events have that the rule matches, or that another text of it does; null if that does not compile. */
  count(rule = this.rule): NoiseCount | null {
    const { settings, document, ignoreLogsource } = this;
    if (!settings) return null;
    const collection = compileCollection(rule, compileOptions(settings, this.onPattern));
    const plan = chooseRule(collection, document)?.plan;
    return plan ? new NoiseCount(plan, ignoreLogsource) : null;
  }

  /** The names of the fields in the rule. */
  get fields(): readonly string[] {
    return this.evaluator?.plan.fields ?? [];
  }

  /** The rule's selections, with how many events each has matched so far. */
  get selections(): { readonly name: string; readonly count: number }[] {
    return (this.evaluator?.plan.selections ?? []).map(({ name }, i) => ({
      name,
      count: this.counts[i] ?? 0,
    }));
  }

  /** Puts the verdicts on consecutive events into the columns, from event `first` on. */
  evaluate(columns: LogColumns, first: number, slices: readonly EventSlice[]): void {
    const { evaluator, tally, values, counts, ignoreLogsource } = this;
    const codes = columns.codes.data;
    const bits = columns.selections.data;
    const matched = counts.map(() => 0);
    for (const [i, { event }] of slices.entries()) {
      let code = event ? PENDING : ERROR;
      let selections = 0;
      if (event && evaluator) {
        const verdict = evaluator.verdict(event, { ignoreLogsource });
        code = VERDICTS.indexOf(verdict);
        if (verdict !== 'not applicable') {
          evaluator.tally(values, matched);
          for (let s = 0; s < matched.length; s++) {
            if (matched[s] === 0) continue;
            matched[s] = 0;
            counts[s] = counts[s]! + 1;
            selections |= selectionBit(s);
          }
        }
      }
      codes[first + i] = code;
      bits[first + i] = selections >>> 0;
      if (code !== PENDING) tally[code] = tally[code]! + 1;
    }
  }
}

/** Positions in the text, which change no verdict. */
const PLACES = new Set(['range', 'nameRange', 'fieldRange', 'indent']);

/**
 * Everything that the verdicts of a rule depend on, as a text for comparison: its log source and detection as read, the
 * version that it is read as, and the settings. Null for a rule with filters, whose own text is not everything.
 */
export function meaningOf(collection: Collection, index: number, settings: LiveSettings): string | null {
  const { rule, filters } = collection.plans[index]!;
  if (filters.length > 0) return null;
  const { logsource, detection, spec } = rule;
  return JSON.stringify([logsource, detection, spec, settings], (key, value: unknown) =>
    PLACES.has(key) ? undefined : value,
  );
}
