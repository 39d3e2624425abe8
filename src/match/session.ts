import { compile } from '../compile/compile';
import type { Plan } from '../compile/plan';
import type { EventSlice } from '../event/event';
import { EventReader } from '../event/read';
import { recognise } from '../source/recognise';
import type { Diagnostic } from '../text/diagnostic';
import { overlaps, type Range } from '../text/range';
import { watchBacktracking } from '../value/regex-native';
import { type Decision, decidedBy } from './decided-by';
import { describeRule } from './describe-rule';
import { Evaluator } from './evaluate';
import { explainWith } from './explain';
import { marksOf } from './marks';
import { type Repair, repairs } from './repair';
import type { Mark, RuleInfo } from './report';
import { type Trace, VERDICTS } from './trace';

/** What the person chose beside rule and events. */
export interface SessionSettings {
  readonly ignoreLogsource: boolean;
  readonly placeholders: Readonly<Record<string, readonly string[]>>;
}

/** What is on screen: the chosen event, and the stretch of the events' text that is visible. */
export interface SessionLook {
  readonly event: number | null;
  readonly visible: Range | null;
  /** Further events whose explanations are on screen. */
  readonly also?: readonly number[];
}

/** Consecutive events as columns; `codes` as in `VERDICTS`, `source` into `sources`. */
export interface VerdictColumns {
  readonly from: number;
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
  readonly codes: Uint8Array<ArrayBuffer>;
  readonly source: Uint16Array<ArrayBuffer>;
  readonly sources: readonly string[];
}

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
  /** Changes of the rule that would make the chosen event match, each tried on the events. */
  | { readonly kind: 'repairs'; readonly event: number; readonly repairs: readonly Repair[] }
  /** The interpretations that decided the chosen event's verdict. */
  | { readonly kind: 'decisions'; readonly event: number; readonly decisions: readonly Decision[] }
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
/** As many events as a screen shows at most, while the editor has not said yet. */
const SCREENFUL = 40;

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
    // What is on screen first. Verdicts are cheap: of a short list all of them are told at once.
    const short = this.slices.length <= PIECE;
    this.post({
      kind: 'verdicts',
      verdicts: short ? this.verdicts(0, this.slices.length) : this.verdicts(first, last),
    });
    this.explainVisible(look);
    if (!(await this.rest(short ? 0 : first, short ? this.slices.length : last, alive))) return;
    if (!(await this.markOthers(first, last, alive))) return;
    this.propose(look);
    this.decide(look);
    this.post({ kind: 'done' });
  }

  /** Posts marks and explanations for another look at the same results. */
  look(look: SessionLook): void {
    this.explainVisible(look);
    this.propose(look);
    this.decide(look);
  }

  /** Marks of the events on screen, the explanation of the chosen one, and those that were asked for beside it. */
  private explainVisible(look: SessionLook): void {
    if (!this.evaluator) return;
    const [first, last] = this.visible(look);
    const marks: Mark[] = [];
    const wanted = new Set(look.also);
    if (look.event !== null) wanted.add(look.event);
    const traces = new Map<number, Trace | null>();
    for (let i = first; i < last; i++) {
      const trace = this.trace(i);
      if (!trace) continue;
      marks.push(...marksOf(trace));
      if (wanted.has(i)) traces.set(i, trace);
    }
    for (const i of wanted) {
      if (traces.has(i)) continue;
      const trace = this.trace(i);
      traces.set(i, trace);
      if (trace) marks.push(...marksOf(trace));
    }
    if (look.event !== null)
      this.post({ kind: 'trace', event: look.event, trace: traces.get(look.event) ?? null });
    this.post({ kind: 'marks', marks });
    for (const [event, trace] of traces) if (event !== look.event) this.post({ kind: 'trace', event, trace });
  }

  private trace(index: number): Trace | null {
    const event = this.slices[index]?.event;
    if (!event || !this.evaluator) return null;
    return explainWith(this.evaluator, event, { ignoreLogsource: this.settings.ignoreLogsource });
  }

  /** Of a short list, marks of the events that are not on screen, so that scrolling finds them there. */
  private async markOthers(first: number, last: number, alive: () => Promise<boolean>): Promise<boolean> {
    if (this.slices.length > PIECE) return true;
    const marks: Mark[] = [];
    let since = performance.now();
    for (let i = 0; i < this.slices.length; i++) {
      if (i >= first && i < last) continue;
      const trace = this.trace(i);
      if (trace) marks.push(...marksOf(trace));
      if (performance.now() - since > TURN) {
        if (!(await alive())) return false;
        since = performance.now();
      }
    }
    if (marks.length > 0) this.post({ kind: 'marks', marks });
    return true;
  }

  private propose(look: SessionLook): void {
    const trace = look.event === null ? null : this.trace(look.event);
    if (!trace || !this.evaluator || !this.good) return;
    const options = {
      ignoreLogsource: this.settings.ignoreLogsource,
      placeholders: this.settings.placeholders,
    };
    const found = repairs(this.evaluator.plan, trace, this.slices, options);
    this.post({ kind: 'repairs', event: trace.event, repairs: found });
  }

  /** Reads each interpretation the other way for the chosen event. */
  private decide(look: SessionLook): void {
    const event = look.event === null ? undefined : this.slices[look.event]?.event;
    if (!event || !this.evaluator) return;
    const { ignoreLogsource, placeholders } = this.settings;
    const decisions = decidedBy(this.evaluator.plan, event, { ignoreLogsource, placeholders });
    this.post({ kind: 'decisions', event: event.index, decisions });
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

  /** Indexes of the first event on screen and of the one behind the last; a screenful where nobody said which. */
  private visible(look: SessionLook): [number, number] {
    const { slices } = this;
    const screenful: [number, number] = [0, Math.min(slices.length, SCREENFUL)];
    if (!look.visible) return screenful;
    const first = slices.findIndex((s) => overlaps(s.range, look.visible!));
    if (first < 0) return screenful;
    let last = first;
    while (last < slices.length && last - first < MAX_MARKED && overlaps(slices[last]!.range, look.visible))
      last++;
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
      columns.codes[i] = VERDICTS.indexOf(verdict);
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
