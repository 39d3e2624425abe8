import { compile } from '../compile/compile';
import type { Plan } from '../compile/plan';
import type { EventSlice } from '../event/event';
import { EventReader } from '../event/read';
import { recognise } from '../source/recognise';
import type { Diagnostic } from '../text/diagnostic';
import { overlaps, type Range } from '../text/range';
import { watchBacktracking } from '../value/regex-native';
import { describeRule } from './describe-rule';
import { Evaluator } from './evaluate';
import { explainWith } from './explain';
import { marksOf } from './marks';
import type { Mark, RuleInfo } from './report';
import type { Trace, Verdict } from './trace';

/** What the person chose beside rule and events. */
export interface SessionSettings {
  readonly ignoreLogsource: boolean;
  readonly placeholders: Readonly<Record<string, readonly string[]>>;
}

/** What is on screen: the chosen event, and the stretch of the events' text that is visible. */
export interface SessionLook {
  readonly event: number | null;
  readonly visible: Range | null;
}

/** Consecutive events as columns; `codes` as in `VERDICT_CODES`, `source` into `sources`. */
export interface VerdictColumns {
  readonly from: number;
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
  readonly codes: Uint8Array<ArrayBuffer>;
  readonly source: Uint16Array<ArrayBuffer>;
  readonly sources: readonly string[];
}

export const VERDICT_CODES: readonly Verdict[] = ['no match', 'match', 'not applicable', 'error'];

/** Results in the order in which a run gives them. */
export type SessionMessage =
  | {
      readonly kind: 'rule';
      readonly ok: boolean;
      readonly info: RuleInfo | null;
      readonly problems: readonly Diagnostic[];
    }
  | {
      readonly kind: 'events';
      readonly format: string;
      readonly total: number;
      readonly problems: readonly Diagnostic[];
    }
  | { readonly kind: 'verdicts'; readonly verdicts: VerdictColumns }
  | { readonly kind: 'marks'; readonly marks: readonly Mark[] }
  | { readonly kind: 'trace'; readonly event: number; readonly trace: Trace | null }
  | {
      readonly kind: 'counts';
      readonly values: readonly number[];
      readonly selections: readonly number[];
      readonly done: boolean;
    }
  | { readonly kind: 'beacon'; readonly what: string; readonly range: Range }
  | { readonly kind: 'done' };

/** Work between two looks at the clock, and the time after which others get a turn, in milliseconds. */
const PIECE = 256;
const TURN = 12;
/** At most this many problems of the events are told; a file of a million broken lines has one message many times. */
const MAX_PROBLEMS = 200;
/** At most this many events are marked at once: more are not on any screen. */
const MAX_MARKED = 400;

/**
 * One person's rule and events, evaluated again at each edit. Keeps what did not change: the compiled rule while only
 * events change, the parsed events while only the rule does, and the last good rule while the new text has errors.
 */
export class EngineSession {
  private ruleKey = '';
  private plan: Plan | null = null;
  private problems: readonly Diagnostic[] = [];
  private good = false;
  private eventsText: string | null = null;
  private slices: readonly EventSlice[] = [];
  private format = 'empty';
  private evaluator: Evaluator | null = null;
  private settings: SessionSettings = { ignoreLogsource: false, placeholders: {} };
  private lastBeacon = '';

  constructor(private readonly post: (message: SessionMessage) => void) {
    watchBacktracking((source) => this.beacon(source));
  }

  /**
   * Evaluates `rule` over `events` and posts the results in stages, what is visible first. `alive` is asked between
   * pieces of work: it gives others a turn and answers false where a newer run has come.
   */
  async run(
    rule: string,
    events: string,
    settings: SessionSettings,
    look: SessionLook,
    alive: () => Promise<boolean>,
  ): Promise<void> {
    this.settings = settings;
    this.lastBeacon = '';
    this.compile(rule);
    this.post({
      kind: 'rule',
      ok: this.good,
      info: this.good ? describeRule(this.plan!) : null,
      problems: this.problems,
    });
    if (!(await this.read(events, alive))) return;
    this.post({
      kind: 'events',
      format: this.format,
      total: this.slices.length,
      problems: this.eventProblems(),
    });
    this.evaluator = this.plan && new Evaluator(this.plan);
    // No rule has compiled yet: there is no verdict to tell, and none is made up.
    if (!this.plan) {
      this.post({ kind: 'done' });
      return;
    }
    const [first, last] = this.visible(look);
    // What is on screen first; with few events that is all of them.
    this.post({ kind: 'verdicts', verdicts: this.verdicts(first, last) });
    this.look(look);
    if (!(await this.rest(first, last, alive))) return;
    this.post({ kind: 'done' });
  }

  /** Posts marks and the explanation for another look at the same results. */
  look(look: SessionLook): void {
    const { evaluator } = this;
    if (!evaluator) return;
    const options = { ignoreLogsource: this.settings.ignoreLogsource };
    const [first, last] = this.visible(look);
    const marks: Mark[] = [];
    let chosen: Trace | null = null;
    for (let i = first; i < Math.min(last, first + MAX_MARKED); i++) {
      const event = this.slices[i]!.event;
      if (!event) continue;
      const trace = explainWith(evaluator, event, options);
      marks.push(...marksOf(trace));
      if (i === look.event) chosen = trace;
    }
    const event = look.event === null ? undefined : this.slices[look.event]?.event;
    if (event && !chosen) {
      chosen = explainWith(evaluator, event, options);
      marks.push(...marksOf(chosen));
    }
    this.post({ kind: 'marks', marks });
    if (look.event !== null) this.post({ kind: 'trace', event: look.event, trace: chosen });
  }

  private compile(rule: string): void {
    const key = JSON.stringify([rule, this.settings.placeholders]);
    if (key === this.ruleKey) return;
    this.ruleKey = key;
    const { plan, diagnostics } = compile(rule, { placeholders: this.settings.placeholders });
    this.problems = diagnostics;
    this.good = plan !== null;
    // A text in the middle of an edit must not empty the screen: the last good rule stays in force.
    if (plan) this.plan = plan;
  }

  private async read(events: string, alive: () => Promise<boolean>): Promise<boolean> {
    if (events === this.eventsText) return true;
    const reader = new EventReader(events);
    const slices: EventSlice[] = [];
    let since = performance.now();
    for (let slice = reader.next(); slice; slice = reader.next()) {
      slices.push(slice);
      if (slices.length % PIECE === 0 && performance.now() - since > TURN) {
        if (!(await alive())) return false;
        since = performance.now();
      }
    }
    this.eventsText = events;
    this.slices = slices;
    this.format = reader.format;
    return true;
  }

  private eventProblems(): Diagnostic[] {
    const problems: Diagnostic[] = [];
    for (const slice of this.slices) {
      if (slice.event) continue;
      if (problems.length === MAX_PROBLEMS) break;
      problems.push({ code: slice.code, severity: 'error', range: slice.at, message: slice.message });
    }
    return problems;
  }

  /** Indexes of the first visible event and of the one behind the last; the whole list where it is short. */
  private visible(look: SessionLook): [number, number] {
    const { slices } = this;
    if (!look.visible || slices.length <= PIECE) return [0, Math.min(slices.length, PIECE)];
    const first = slices.findIndex((s) => overlaps(s.range, look.visible!));
    if (first < 0) return [0, Math.min(slices.length, PIECE)];
    let last = first;
    while (last < slices.length && overlaps(slices[last]!.range, look.visible)) last++;
    return [first, last];
  }

  private verdicts(
    first: number,
    last: number,
    tally?: { values: number[]; selections: number[] },
  ): VerdictColumns {
    const count = last - first;
    const columns = {
      from: first,
      starts: new Uint32Array(count),
      ends: new Uint32Array(count),
      codes: new Uint8Array(count),
      source: new Uint16Array(count),
    };
    const sources: string[] = [];
    const options = { ignoreLogsource: this.settings.ignoreLogsource };
    for (let i = 0; i < count; i++) {
      const { event, range } = this.slices[first + i]!;
      columns.starts[i] = range.start;
      columns.ends[i] = range.end;
      const label = event ? recognise(event).label : 'unreadable';
      let known = sources.indexOf(label);
      if (known < 0) known = sources.push(label) - 1;
      columns.source[i] = known;
      const verdict = !event ? 'error' : (this.evaluator?.verdict(event, options) ?? 'no match');
      columns.codes[i] = VERDICT_CODES.indexOf(verdict);
      if (tally && event && verdict !== 'not applicable')
        this.evaluator?.tally(tally.values, tally.selections);
    }
    return { ...columns, sources };
  }

  /** The verdicts that are not on screen, and the counts over all events. */
  private async rest(first: number, last: number, alive: () => Promise<boolean>): Promise<boolean> {
    const tally = {
      values: new Array<number>(this.plan?.values.length ?? 0).fill(0),
      selections: new Array<number>(this.plan?.selections.length ?? 0).fill(0),
    };
    let since = performance.now();
    for (let at = 0; at < this.slices.length; at += PIECE) {
      const end = Math.min(at + PIECE, this.slices.length);
      const verdicts = this.verdicts(at, end, tally);
      if (at < first || end > last) this.post({ kind: 'verdicts', verdicts });
      if (performance.now() - since > TURN) {
        this.post({ kind: 'counts', ...copy(tally), done: false });
        if (!(await alive())) return false;
        since = performance.now();
      }
    }
    this.post({ kind: 'counts', ...copy(tally), done: true });
    return true;
  }

  private beacon(source: string): void {
    if (source === this.lastBeacon) return;
    this.lastBeacon = source;
    const range = this.plan?.backtracking.find((b) => b.source === source)?.range ?? { start: 0, end: 0 };
    this.post({ kind: 'beacon', what: source, range });
  }
}

function copy(tally: { values: number[]; selections: number[] }): { values: number[]; selections: number[] } {
  return { values: [...tally.values], selections: [...tally.selections] };
}
