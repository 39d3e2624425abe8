import type { EventSlice } from '../event';
import type { Readings } from '../knowledge';
import type { LintDiagnostic } from '../language';
import { compileProblems, switchedOn } from '../language';
import { type Collection, compileCollection, type PatternListener, type Plan } from '../rule';
import type { Range } from '../text';
import type { Turns } from '../turns';
import { Checked } from './checked';
import { type Chosen, chooseRule, documentsOf, firstRule, ruleInfo } from './documents';
import type { LiveMessage } from './messages';
import { compileKey, compileOptions, type LiveSettings } from './settings';
import { versionsOf } from './versions';

/**
 * The rule that is evaluated: that of the newest text or, while that does not compile, the last good one. Results of
 * compiling and checking are kept until the text or its settings change.
 */
export class RuleInForce {
  private key = '';
  /** The result of compiling the newest text. */
  newest: Collection | null = null;
  /** The collection in force: `newest`, or the last good one. */
  collection: Collection | null = null;
  /** The rule of `collection` that is evaluated; null before any has compiled. */
  chosen: Chosen | null = null;
  /** False if `chosen` is not from the newest text. */
  isGood = false;
  private settings: LiveSettings = { ignoreLogsource: false, placeholders: {} };
  private readonly checked = new Checked();

  constructor(private readonly onPattern: PatternListener) {}

  /** Compiles a text and chooses the rule of the document with index `document`, or the first that compiles. */
  compile(text: string, document: number, settings: LiveSettings): void {
    this.settings = settings;
    const key = compileKey(text, settings);
    if (key !== this.key || !this.newest) {
      this.key = key;
      this.newest = compileCollection(text, compileOptions(settings, this.onPattern));
    }
    const { newest, collection } = this;
    let chosen = chooseRule(newest, document);
    // A document that compiled before is being edited; otherwise, what does compile is shown.
    const before = collection?.documents.length === newest.documents.length ? collection : null;
    if (!chosen && !(before && chooseRule(before, document))) chosen = firstRule(newest);
    this.isGood = chosen !== null;
    if (chosen) {
      this.collection = newest;
      this.chosen = chosen;
    } else if (collection && collection !== newest) {
      // A text in the middle of an edit must not empty the screen: the last good rules stay in force.
      this.chosen = chooseRule(collection, document) ?? this.chosen;
    }
  }

  /** The plan of the chosen rule; null if the newest text has none. */
  get newestPlan(): Plan | null {
    return this.isGood && this.chosen ? this.chosen.plan : null;
  }

  /** What is posted about it before anything is evaluated. */
  told(): Extract<LiveMessage, { kind: 'rule' }> {
    const { newest, collection, chosen, settings } = this;
    return {
      kind: 'rule',
      ok: this.isGood,
      info: collection && chosen && ruleInfo(collection, chosen.index),
      problems: newest ? switchedOn(newest.text, compileProblems(newest), settings.lintOff) : [],
      documents: newest ? documentsOf(newest) : [],
      document: chosen?.document ?? 0,
      versions: newest ? versionsOf(newest, settings.spec) : [],
    };
  }

  /** All problems of the newest text beside events, including those of the checks; null if they are no longer wanted. */
  async problems(slices: readonly EventSlice[], turns: Turns): Promise<readonly LintDiagnostic[] | null> {
    const { newest, settings } = this;
    if (!newest) return [];
    return await this.checked.problems(newest, settings, slices, turns);
  }

  /** The rule that `text` would give in place of the chosen one, with the user's settings. */
  planOf(text: string, readings?: Readings): Plan | null {
    if (!this.chosen) return null;
    return chooseRule(this.compiled(text, readings), this.chosen.document)?.plan ?? null;
  }

  /** A text, compiled with the user's settings. */
  compiled(text: string, readings?: Readings): Collection {
    const options = compileOptions(this.settings, this.onPattern);
    return compileCollection(text, readings ? { ...options, readings } : options);
  }

  /** Where a pattern stands in the text that is in force. */
  placeOf(pattern: string): Range | undefined {
    const all = this.collection?.plans.flatMap(({ plan }) => plan.patterns) ?? [];
    return all.find(({ source }) => source === pattern)?.range;
  }
}
