import { type AuthorAsk, authorSteps, synthesize, type Target, variantSteps } from '../authoring';
import { type Paper, type PaperAsk, paperSteps } from '../export';
import type { SeenValue } from '../language';
import { type Redaction, redactTogetherSteps } from '../redact';
import { Beacon } from '../rule';
import { type Tried, type TryAsk, trySteps } from '../teach';
import { type Clock, type Turn, Turns } from '../turns';
import { PinnedRule } from './compare';
import { EventsRead } from './events-read';
import type { LiveMessage } from './messages';
import type { OnScreen } from './on-screen';
import { RuleInForce } from './rule-in-force';
import { Run } from './run';
import { type SeenQuestion, seenIn } from './seen';
import { compileOptions, type LiveSettings } from './settings';
import { Work } from './work';

/** Texts to redact, with the settings under which they are run. */
export interface LiveRedactAsk {
  readonly rule: string;
  readonly events: string;
  readonly settings: LiveSettings;
  /** Keys of values that the user keeps. */
  readonly off: readonly string[];
  /** The rule is not run, and what it finds not compared. */
  readonly isUnchecked?: boolean;
}

/** What is to be exported, with the settings under which it is run. */
export interface LivePaperAsk extends Omit<PaperAsk, 'compile' | 'format' | 'ignoreLogsource'> {
  readonly settings: LiveSettings;
}

const always: Turn = async () => true;

/**
 * One user's rule and events, evaluated again at each edit. Keeps what did not change: the compiled rule while only
 * events change, the events while only the rule does, and the last good rule while the new text has errors.
 */
export class LiveEngine {
  private readonly beacon = new Beacon((pattern, isSure) => this.tellPattern(pattern, false, isSure));
  private readonly pinnedBeacon = new Beacon((pattern, isSure) => this.tellPattern(pattern, true, isSure));
  private readonly rule = new RuleInForce((pattern) => this.hear(this.beacon, pattern));
  private readonly events = new EventsRead();
  private readonly pinned = new PinnedRule((pattern) => this.hear(this.pinnedBeacon, pattern));
  private readonly work: Work;
  private settings: LiveSettings = { ignoreLogsource: false, placeholders: {} };
  /** Each run of a pattern after another one is told. */
  private isCareful = false;
  private newest: Run | null = null;
  /** Whether the events of the newest run have been read; false if that was no longer wanted. */
  private reading: Promise<boolean> = Promise.resolve(false);

  /** `clock` gives milliseconds; it decides between pieces of work whether other work should run. */
  constructor(
    private readonly post: (message: LiveMessage) => void,
    private readonly clock?: Clock,
  ) {
    this.work = new Work(this.rule, this.events, post);
  }

  /**
   * Evaluates `rule` over `events` and posts the results in stages, those on screen first. `turn` is called between
   * pieces of work: it lets other work run and returns false if a newer run has come.
   */
  async run(
    rule: string,
    events: string,
    settings: LiveSettings,
    screen: OnScreen,
    turn: Turn,
  ): Promise<void> {
    const turns = this.turns(turn);
    this.settings = settings;
    this.beginTelling(screen.isCareful ?? false);
    this.work.stopped = screen.stopped ?? [];
    this.rule.compile(rule, screen.document ?? 0, settings);
    const { post, pinned, work } = this;
    const run = new Run({ rule: this.rule, events: this.events, settings, pinned, work, post }, screen);
    this.newest = run;
    this.reading = run.tellRule(turns).then(() => this.events.read(events, settings.format, turns));
    if (await this.reading) await run.evaluate(turns);
  }

  /**
   * Posts what another screen shows of the same results: marks, explanations, and the content of panels that were
   * opened.
   */
  async look(screen: OnScreen, turn: Turn = always): Promise<void> {
    await this.newest?.look(screen, this.turns(turn));
  }

  /** Values in the events that were read last. */
  seen(question: SeenQuestion): readonly SeenValue[] {
    return seenIn(this.events.slices, question, this.settings.mapping);
  }

  /** Posts an event that matches the chosen rule through `target`, or why there is none. */
  make(target: Target): void {
    const { chosen } = this.rule;
    this.work.begin('make');
    if (chosen) this.post({ kind: 'made', target, synthesis: synthesize(chosen.plan, target) });
  }

  /**
   * Posts what is written from the newest run's events: an addition to the rule, or a new rule; or that `turn` says that it
   * is no longer wanted.
   */
  async author(ask: AuthorAsk, turn: Turn = always): Promise<void> {
    const { rule, events, settings } = this;
    const changed = () =>
      this.post({ kind: 'authored', ask, answer: { kind: 'refused', reason: [CHANGED] } });
    if (this.newest && !(await this.reading)) return changed();
    this.work.begin('author');
    const steps = authorSteps(ask, {
      plan: rule.newestPlan,
      slices: events.slices,
      recompile: (text) => rule.planOf(text),
      collection: rule.newestPlan && rule.collection,
      compile: (text) => rule.compiled(text),
      ignoreLogsource: settings.ignoreLogsource,
      ...(settings.mapping ? { mapping: settings.mapping } : {}),
    });
    const answer = await this.turns(turn).through(steps);
    if (!answer) return changed();
    this.post({ kind: 'authored', ask, answer: answer.value });
  }

  /** Posts which evasions of an event's command line still match, as long as `turn` says that this is wanted. */
  async vary(event: number, turn: Turn): Promise<void> {
    const { rule, events, settings } = this;
    const plan = rule.newestPlan;
    if (!plan || !this.work.beginFor('vary', event)) return;
    const { ignoreLogsource } = settings;
    const recompile = (text: string) => rule.planOf(text);
    const steps = variantSteps(plan, events.slices, event, { ignoreLogsource, recompile });
    const found = await this.turns(turn).through(steps);
    if (found) this.post({ kind: 'variants', event, variants: found.value });
  }

  /**
   * The events' texts with made-up names, the same in all of them, whatever was run last; null if `turn` says that they are
   * no longer wanted.
   */
  async redact(asks: readonly LiveRedactAsk[], turn: Turn): Promise<readonly Redaction[] | null> {
    this.work.begin('redact');
    const steps = redactTogetherSteps(
      asks.map(({ rule, events, settings, off, isUnchecked = false }) => ({
        rule,
        events,
        format: settings.format,
        ignoreLogsource: settings.ignoreLogsource,
        compile: compileOptions(settings, (pattern) => this.hear(this.beacon, pattern)),
        off,
        isUnchecked,
        settings: Object.values(settings).flatMap(textsIn),
      })),
    );
    return (await this.turns(turn).through(steps))?.value ?? null;
  }

  /** A result or the page of a rule, to be exported, whatever was run last; null if `turn` says that it is no longer wanted. */
  async paper({ settings, ...ask }: LivePaperAsk, turn: Turn): Promise<Paper | null> {
    this.work.begin('export');
    const steps = paperSteps({
      ...ask,
      format: settings.format,
      ignoreLogsource: settings.ignoreLogsource,
      compile: compileOptions(settings, (pattern) => this.hear(this.beacon, pattern)),
    });
    return (await this.turns(turn).through(steps))?.value ?? null;
  }

  /**
   * Grades a try of a lesson, whatever was run last, and helps if that is asked; null if `turn` says that it is no longer
   * wanted.
   */
  async try(ask: TryAsk, turn: Turn): Promise<Tried | null> {
    this.work.begin('teach');
    this.beacon.forget();
    const steps = trySteps(ask, { onPattern: (pattern) => this.hear(this.beacon, pattern) });
    return (await this.turns(turn).through(steps))?.value ?? null;
  }

  private turns(turn: Turn): Turns {
    return new Turns(() => this.work.goOnAfter(turn), this.clock);
  }

  private beginTelling(isCareful: boolean): void {
    this.isCareful = isCareful;
    this.beacon.forget();
    this.pinnedBeacon.forget();
  }

  private hear(beacon: Beacon, pattern: string): void {
    beacon.isExact = this.isCareful || this.work.isOfOne;
    beacon.hear(pattern);
    this.work.patternRuns();
  }

  private tellPattern(pattern: string, pinned: boolean, isSure: boolean): void {
    const range = (pinned ? undefined : this.rule.placeOf(pattern)) ?? { start: 0, end: 0 };
    this.post({ kind: 'beacon', what: pattern, range, pinned, isSure });
  }
}

/** All texts of the settings, the names that a person wrote too. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
}

const CHANGED = 'The events have changed since. Ask again.';
