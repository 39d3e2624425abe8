import type { AuthorAsk } from '../authoring';
import { author, type RepairOptions, repairs, synthesize, type Target, variantSteps } from '../authoring';
import type { EventSlice } from '../event';
import { type EventFormat, EventReader } from '../event';
import type { Readings } from '../knowledge';
import type { SeenValue } from '../language';
import { compileProblems, lintSteps, switchedOn } from '../language';
import type { Mark, Trace } from '../match';
import { decidedBy, Evaluator, explainWith, marksOf } from '../match';
import type { Plan } from '../rule';
import { Beacon, type Collection, compileCollection } from '../rule';
import type { Diagnostic } from '../text';
import { Turns } from '../turns';
import { PinnedRule } from './compare';
import { type Chosen, chooseRule, describeRuleOf, documentsOf, firstRule, pagesOf } from './documents';
import { type FormatFound, formatsFound } from './formats';
import type { SessionMessage } from './messages';
import { onScreen, unreadable } from './screen';
import { type SeenQuestion, seenIn } from './seen';
import { compileOptions, type SessionLook, type SessionSettings } from './settings';
import { type SourceFound, SourcesFound } from './sources';
import { together } from './together';
import { copied, emptyTally, type Tally, type VerdictColumns, verdictsOf } from './verdict-columns';

/** Events between two looks at the clock. */
const PIECE = 256;

/**
 * One person's rule and events, evaluated again at each edit. Keeps what did not change: the compiled rule while only
 * events change, the parsed events while only the rule does, and the last good rule while the new text has errors.
 */
export class EngineSession {
  private ruleKey = '';
  /** What the newest text gives, and what is in force: the same, or the last good one. */
  private newest: Collection | null = null;
  private collection: Collection | null = null;
  private chosen: Chosen | null = null;
  private good = false;
  /** What was found last, with what it was found in. */
  private linted: {
    readonly of: Collection;
    readonly key: string;
    readonly problems: readonly Diagnostic[];
  } | null = null;
  private eventsText: string | null = null;
  private slices: readonly EventSlice[] = [];
  private format: EventFormat = 'empty';
  private formats: readonly FormatFound[] = [];
  private sourcesFound: readonly SourceFound[] = [];
  /** The slices that these sources are of. */
  private sourcesOf: readonly EventSlice[] | undefined;
  /** The format that the slices were read as, by choice. */
  private chosenFormat: EventFormat | undefined;
  private evaluator: Evaluator | null = null;
  private settings: SessionSettings = { ignoreLogsource: false, placeholders: {} };
  private readonly beacon = new Beacon((pattern) => this.tellPattern(pattern, false));
  private readonly pinnedBeacon = new Beacon((pattern) => this.tellPattern(pattern, true));
  private readonly pinned = new PinnedRule(this.pinnedBeacon.hear);
  /** The verdicts of the run, where they are compared with those of a pinned version. */
  private codes = new Uint8Array(0);
  /** The explanation of the chosen event: it is shown, and repairs begin from it. */
  private traced: { readonly event: number; readonly trace: Trace | null } | null = null;

  /** `clock` gives milliseconds; between two pieces of work it says whether others should get a turn. */
  constructor(
    private readonly post: (message: SessionMessage) => void,
    private readonly clock: () => number = () => performance.now(),
  ) {}

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
    this.beacon.forget();
    this.pinnedBeacon.forget();
    this.compile(rule, look.document ?? 0);
    const { collection, chosen } = this;
    this.post({
      kind: 'rule',
      ok: this.good,
      info: collection && chosen && describeRuleOf(collection, chosen.index),
      problems: this.newest ? switchedOn(rule, compileProblems(this.newest), settings.lintOff) : [],
      documents: this.newest ? documentsOf(this.newest) : [],
      document: chosen?.document ?? 0,
      pages: this.newest ? pagesOf(this.newest) : [],
    });
    if (!(await this.read(events, alive))) return;
    this.post({
      kind: 'events',
      format: this.format,
      formats: this.formats,
      total: this.slices.length,
      problems: unreadable(this.slices),
    });
    this.traced = null;
    this.evaluator = chosen && new Evaluator(chosen.plan);
    this.codes = new Uint8Array(settings.pinned === undefined ? 0 : this.slices.length);
    // No rule has compiled yet: there is no verdict to tell, and none is made up.
    if (!chosen) {
      if (!(await this.lint(alive))) return;
      this.post({ kind: 'done' });
      return;
    }
    const [first, last] = onScreen(this.slices, look.visible);
    // What is on screen first. Verdicts are cheap: of a short list all of them are told at once, with the counts.
    if (this.slices.length <= PIECE) {
      const tally = emptyTally(this.chosen!.plan);
      this.post({ kind: 'verdicts', verdicts: this.verdicts(0, this.slices.length, tally) });
      this.explainVisible(look);
      this.post({ kind: 'counts', ...tally, done: true });
      if (!(await this.lint(alive))) return;
      if (!(await this.markOthers(first, last, alive))) return;
    } else {
      this.post({ kind: 'verdicts', verdicts: this.verdicts(first, last) });
      this.explainVisible(look);
      if (!(await this.lint(alive))) return;
      if (!(await this.rest(first, last, alive))) return;
    }
    this.propose(look);
    this.decide(look);
    if (!(await this.sources(alive))) return;
    if (!(await this.together(alive))) return;
    if (!(await this.compare(look, alive))) return;
    this.post({ kind: 'done' });
  }

  /** Posts all problems of the newest rule text. After the verdicts: they must not wait for it. */
  private async lint(alive: () => Promise<boolean>): Promise<boolean> {
    const { newest, settings } = this;
    if (!newest) return true;
    const { lintOff: off = [], fileName = null } = settings;
    const key = JSON.stringify([off, fileName]);
    if (this.linted?.of !== newest || this.linted.key !== key) {
      const found = await this.turns(alive).through(lintSteps(newest, { off, fileName }));
      if (!found) return false;
      this.linted = { of: newest, key, problems: found.value };
    }
    this.post({ kind: 'problems', problems: this.linted.problems });
    return true;
  }

  /** Posts marks and explanations for another look at the same results. */
  look(look: SessionLook): void {
    this.explainVisible(look);
    this.propose(look);
    this.decide(look);
  }

  /** What stands in the events of the last run. */
  seen(question: SeenQuestion): readonly SeenValue[] {
    return seenIn(this.slices, question, this.settings.mapping);
  }

  /** Posts an event that matches the chosen rule through `target`, or why there is none. */
  make(target: Target): void {
    const { chosen } = this;
    if (chosen) this.post({ kind: 'made', target, synthesis: synthesize(chosen.plan, target) });
  }

  /** Posts what is written from events: an addition to the rule, or a rule of its own. */
  author(ask: AuthorAsk): void {
    const { chosen, good, slices, settings } = this;
    const plan = good && chosen ? chosen.plan : null;
    const answer = author(ask, {
      plan,
      slices,
      recompile: (text) => chosen && this.planOf(text, chosen),
      ...(settings.mapping ? { mapping: settings.mapping } : {}),
    });
    this.post({ kind: 'authored', ask, answer });
  }

  /** Marks of the events on screen, the explanation of the chosen one, and those that were asked for beside it. */
  private explainVisible(look: SessionLook): void {
    if (!this.evaluator) return;
    const [first, last] = onScreen(this.slices, look.visible);
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
    if (look.event !== null) {
      this.traced = { event: look.event, trace: traces.get(look.event) ?? null };
      const fields = this.slices[look.event]?.event?.fields() ?? [];
      this.post({ kind: 'trace', ...this.traced, fields });
    }
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
    const marks: Mark[] = [];
    const turns = this.turns(alive);
    for (let i = 0; i < this.slices.length; i++) {
      if (i >= first && i < last) continue;
      const trace = this.trace(i);
      if (trace) marks.push(...marksOf(trace));
      if (turns.isOver && !(await turns.goOn())) return false;
    }
    if (marks.length > 0) this.post({ kind: 'marks', marks });
    return true;
  }

  private propose(look: SessionLook): void {
    const { traced, chosen } = this;
    if (look.event === null || traced?.event !== look.event || !traced.trace || !chosen || !this.good) return;
    const { trace } = traced;
    const found = repairs(chosen.plan, trace, this.slices, this.repairOptions(chosen));
    this.post({ kind: 'repairs', event: trace.event, repairs: found });
  }

  /** Posts how evasions of an event's command line fare, as long as `alive` says that it is still wanted. */
  async vary(event: number, alive: () => Promise<boolean>): Promise<void> {
    const { chosen } = this;
    if (!chosen || !this.good) return;
    const steps = variantSteps(chosen.plan, this.slices, event, this.repairOptions(chosen));
    const found = await this.turns(alive).through(steps);
    if (found) this.post({ kind: 'variants', event, variants: found.value });
  }

  private repairOptions(chosen: Chosen): RepairOptions {
    const { ignoreLogsource } = this.settings;
    return { ignoreLogsource, recompile: (text) => this.planOf(text, chosen) };
  }

  /** Reads each interpretation the other way for the chosen event. */
  private decide(look: SessionLook): void {
    const event = look.event === null ? undefined : this.slices[look.event]?.event;
    const { chosen, collection } = this;
    if (!event || !chosen || !collection) return;
    const { ignoreLogsource } = this.settings;
    const recompile = (readings: Readings) => this.planOf(collection.text, chosen, readings);
    const decisions = decidedBy(chosen.plan, event, { ignoreLogsource, recompile });
    this.post({ kind: 'decisions', event: event.index, decisions });
  }

  /** The rule that `text` has in the chosen one's place, as the person's settings have it compiled. */
  private planOf(text: string, { document }: Chosen, readings?: Readings): Plan | null {
    const options = { ...compileOptions(this.settings, this.beacon.hear), ...(readings ? { readings } : {}) };
    return chooseRule(compileCollection(text, options), document)?.plan ?? null;
  }

  private compile(rule: string, document: number): void {
    const key = JSON.stringify([rule, this.settings.placeholders, this.settings.mapping]);
    if (key !== this.ruleKey || !this.newest) {
      this.ruleKey = key;
      this.newest = compileCollection(rule, compileOptions(this.settings, this.beacon.hear));
    }
    const { newest, collection } = this;
    let chosen = chooseRule(newest, document);
    // A document that compiled before is in the middle of an edit; else what of the text compiles is shown.
    const before = collection?.documents.length === newest.documents.length ? collection : null;
    if (!chosen && !(before && chooseRule(before, document))) chosen = firstRule(newest);
    this.good = chosen !== null;
    if (chosen) {
      this.collection = newest;
      this.chosen = chosen;
    } else if (collection && collection !== newest) {
      // A text in the middle of an edit must not empty the screen: the last good rules stay in force.
      this.chosen = chooseRule(collection, document) ?? this.chosen;
    }
  }

  private async read(events: string, alive: () => Promise<boolean>): Promise<boolean> {
    const { format } = this.settings;
    if (events === this.eventsText && format === this.chosenFormat) return true;
    const reader = new EventReader(events, format);
    const slices: EventSlice[] = [];
    const turns = this.turns(alive);
    for (let slice = reader.next(); slice; slice = reader.next()) {
      slices.push(slice);
      if (slices.length % PIECE === 0 && !(await turns.goOn())) return false;
    }
    this.eventsText = events;
    this.slices = slices;
    this.chosenFormat = format;
    this.format = reader.format;
    this.formats = formatsFound(reader);
    return true;
  }

  /** Once what is asked for stands on screen: where the events come from. */
  private async sources(alive: () => Promise<boolean>): Promise<boolean> {
    const { slices } = this;
    if (this.sourcesOf === slices) {
      this.post({ kind: 'sources', sources: this.sourcesFound });
      return true;
    }
    const found = new SourcesFound();
    const turns = this.turns(alive);
    for (let at = 0; at < slices.length; at++) {
      found.add(slices[at]!, at);
      if (at % PIECE === 0 && !(await turns.goOn())) return false;
    }
    this.sourcesOf = slices;
    this.sourcesFound = found.list(slices);
    this.post({ kind: 'sources', sources: this.sourcesFound });
    return true;
  }

  private verdicts(first: number, last: number, tally?: Tally): VerdictColumns {
    const { ignoreLogsource } = this.settings;
    const verdicts = verdictsOf(this.evaluator!, this.slices, [first, last], { ignoreLogsource }, tally);
    if (this.codes.length > 0) this.codes.set(verdicts.codes, first);
    return verdicts;
  }

  /** The verdicts that are not on screen, and the counts over all events. */
  private async rest(first: number, last: number, alive: () => Promise<boolean>): Promise<boolean> {
    const tally = emptyTally(this.chosen!.plan);
    const turns = this.turns(alive);
    for (let at = 0; at < this.slices.length; at += PIECE) {
      const end = Math.min(at + PIECE, this.slices.length);
      const verdicts = this.verdicts(at, end, tally);
      if (at < first || end > last) this.post({ kind: 'verdicts', verdicts });
      if (!turns.isOver) continue;
      this.post({ kind: 'counts', ...copied(tally), done: false });
      if (!(await turns.goOn())) return false;
    }
    this.post({ kind: 'counts', ...copied(tally), done: true });
    return true;
  }

  /** Of a text of several documents: how many events each rule matches, and what the correlations make of them. */
  private async together(alive: () => Promise<boolean>): Promise<boolean> {
    const { collection } = this;
    if (!collection || collection.documents.length < 2) return true;
    const { ignoreLogsource } = this.settings;
    for await (const found of together(collection, this.slices, { ignoreLogsource }, this.turns(alive))) {
      if (!found) return false;
      this.post({ kind: 'together', ...found });
    }
    return true;
  }

  /** What the pinned version makes of the events, last: nothing else waits for it. */
  private async compare(look: SessionLook, alive: () => Promise<boolean>): Promise<boolean> {
    const { settings, slices, codes } = this;
    if (settings.pinned === undefined) return true;
    const document = look.document ?? 0;
    const turns = this.turns(alive);
    const compared = await this.pinned.compare(settings.pinned, document, settings, slices, codes, turns);
    if (compared) this.post({ kind: 'compared', compared });
    return compared !== null;
  }

  private turns(alive: () => Promise<boolean>): Turns {
    return new Turns(alive, this.clock);
  }

  private tellPattern(pattern: string, pinned: boolean): void {
    const plans: Plan[] = this.collection?.plans.map(({ plan }) => plan) ?? [];
    const range = plans.flatMap((plan) => plan.backtracking).find((b) => b.source === pattern)?.range;
    this.post({ kind: 'beacon', what: pattern, range: range ?? { start: 0, end: 0 }, pinned });
  }
}
