import type { EventSlice } from '../event';
import { PUBLISHED, type SpecVersion } from '../knowledge';
import type { LintDiagnostic } from '../language';
import { Evaluator, VERDICTS } from '../match';
import type { Plan } from '../rule';
import { type Collection, compileCollection, type PatternListener } from '../rule';
import type { Turns } from '../turns';
import { Checked } from './checked';
import { chooseRule, firstRule } from './documents';
import { compileKey, compileOptions, type LiveSettings } from './settings';
import { type CorrelationTotal, TogetherResults } from './together';
import { type ReadAs, versionsOf } from './versions';

/** The results of the pinned version of a rule and of the current one for the same events. */
export interface Compared {
  /** The pinned text. */
  readonly pinned: string;
  /** The version that it was asked to be read as. */
  readonly spec: SpecVersion;
  /** The versions that its documents are read as. */
  readonly versions: readonly ReadAs[];
  /** Its problems, those of the checks too. */
  readonly problems: readonly PinnedProblem[];
  /** False if no rule in the pinned text compiles: then there is no further result. */
  readonly ok: boolean;
  /** How many events have each verdict, in the order of `VERDICTS`, for the pinned version and for the current one. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** The events whose verdict differs, in order, with both verdicts as indices in `VERDICTS`. */
  readonly events: Uint32Array<ArrayBuffer>;
  readonly from: Uint8Array<ArrayBuffer>;
  readonly to: Uint8Array<ArrayBuffer>;
  /** What the correlations of the pinned text fire on. */
  readonly firings: readonly CorrelationTotal[];
}

/** A problem of the pinned text. */
export type PinnedProblem = Pick<LintDiagnostic, 'code' | 'severity' | 'range' | 'message'>;

/** What a comparison says of the pinned text itself. */
type PinnedText = Pick<Compared, 'pinned' | 'spec' | 'versions' | 'problems'>;

/** Events between two looks at the clock. */
const PIECE = 256;

/** Evaluates a pinned rule text beside the current one. Its verdicts are cached until it or the events change. */
export class PinnedRule {
  private compiled: { readonly key: string; readonly collection: Collection } | null = null;
  private readonly checked = new Checked();
  private kept: {
    readonly plan: Plan;
    readonly slices: readonly EventSlice[];
    readonly ignoreLogsource: boolean;
    readonly codes: Uint8Array;
    readonly firings: readonly CorrelationTotal[];
  } | null = null;

  constructor(private readonly onPattern: PatternListener) {}

  /**
   * Compares the verdicts `now` (as in `VERDICTS`, one for each of `slices`) with those of the text `pinned`: of its
   * document with index `document` or, if that has no rule, of its first one. Null if it is no longer wanted. Never
   * throws.
   */
  async compare(
    pinned: string,
    document: number,
    settings: LiveSettings,
    slices: readonly EventSlice[],
    now: Uint8Array,
    turns: Turns,
  ): Promise<Compared | null> {
    const plan = this.planOf(pinned, document, settings);
    const text = await this.textOf(pinned, settings, slices, turns);
    if (!text) return null;
    if (!plan)
      return { ...text, ...differences(new Uint8Array(0), new Uint8Array(0)), firings: [], ok: false };
    const { ignoreLogsource } = settings;
    const { kept } = this;
    if (kept?.plan !== plan || kept.slices !== slices || kept.ignoreLogsource !== ignoreLogsource) {
      const codes = await verdictsBy(plan, slices, ignoreLogsource, turns);
      const firings = codes && (await this.firingsOn(slices, ignoreLogsource, turns));
      if (!firings) return null;
      this.kept = { plan, slices, ignoreLogsource, codes, firings };
    }
    const { codes, firings } = this.kept!;
    return { ...text, ...differences(codes, now), firings, ok: true };
  }

  /** What is said of the text itself; null if it is no longer wanted. */
  private async textOf(
    pinned: string,
    settings: LiveSettings,
    slices: readonly EventSlice[],
    turns: Turns,
  ): Promise<PinnedText | null> {
    const { spec = PUBLISHED, pinnedSpec = spec } = settings;
    const { collection } = this.compiled!;
    const found = await this.checked.problems(collection, settings, slices, turns);
    if (!found) return null;
    const problems = found.map(({ code, severity, range, message }) => ({ code, severity, range, message }));
    return { pinned, spec: pinnedSpec, versions: versionsOf(collection, pinnedSpec), problems };
  }

  private async firingsOn(
    slices: readonly EventSlice[],
    ignoreLogsource: boolean,
    turns: Turns,
  ): Promise<readonly CorrelationTotal[] | null> {
    const { collection } = this.compiled!;
    if (collection.correlations.length === 0) return [];
    const together = await TogetherResults.of(collection, slices, { ignoreLogsource }, turns);
    return together ? together.totals.correlations : null;
  }

  private planOf(pinned: string, document: number, settings: LiveSettings): Plan | null {
    const { spec, pinnedSpec = spec, ...others } = settings;
    const own = { ...others, ...(pinnedSpec ? { spec: pinnedSpec } : {}) };
    const key = compileKey(pinned, own);
    if (this.compiled?.key !== key) {
      const options = compileOptions(own, this.onPattern);
      this.compiled = { key, collection: compileCollection(pinned, options) };
    }
    const { collection } = this.compiled;
    return (chooseRule(collection, document) ?? firstRule(collection))?.plan ?? null;
  }
}

async function verdictsBy(
  plan: Plan,
  slices: readonly EventSlice[],
  ignoreLogsource: boolean,
  turns: Turns,
): Promise<Uint8Array | null> {
  const evaluator = new Evaluator(plan);
  const codes = new Uint8Array(slices.length);
  for (let i = 0; i < slices.length; i++) {
    if (i % PIECE === PIECE - 1 && !(await turns.goOn())) return null;
    const { event } = slices[i]!;
    codes[i] = VERDICTS.indexOf(event ? evaluator.verdict(event, { ignoreLogsource }) : 'error');
  }
  return codes;
}

/** The counts of both lists of verdicts for the same events, and where the two differ. */
export function differences(
  before: Uint8Array,
  after: Uint8Array,
): Omit<Compared, keyof PinnedText | 'ok' | 'firings'> {
  const events: number[] = [];
  for (let i = 0; i < before.length; i++) if (before[i] !== after[i]) events.push(i);
  return {
    before: counts(before),
    after: counts(after),
    events: Uint32Array.from(events),
    from: Uint8Array.from(events, (i) => before[i]!),
    to: Uint8Array.from(events, (i) => after[i]!),
  };
}

function counts(codes: Uint8Array): number[] {
  const found = VERDICTS.map(() => 0);
  for (const code of codes) found[code] = found[code]! + 1;
  return found;
}
