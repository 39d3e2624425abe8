import type { AuthorAnswer, AuthorAsk, Synthesis, Target } from '../../../src/authoring';
import type { SeenValue } from '../../../src/language';
import type { Doing, OnScreen, SeenQuestion, Stopped } from '../../../src/live';
import { GONE } from '../failure-words';
import { WatchedWorker } from '../watched-worker';
import type { Loss } from '../watching';
import type { End, Failure } from '../wire';
import { Unpacker } from './parcels';
import type { EngineBeacon, EngineRequests, RunNews } from './protocol';
import { type ClientOptions, type Hang, isSame, type RunQuestion } from './questions';

export type { ClientOptions, EngineLoss, Hang, RunQuestion } from './questions';

export type EngineEnd<T> = End<T, EngineBeacon>;

/** After this many events were stopped by a pattern, no further event is tried. */
const MOST_STOPPED = 3;

/** Something about an event that will not come. */
interface Missing {
  readonly doing: Doing;
  readonly event: number;
}

/** Requests that bring their own texts. */
export type Apart = 'redact' | 'paper' | 'try';

const NOT_NOW = { how: 'superseded' } as const;

/**
 * The client of the engine's worker. A rule that hangs its worker is not run again until it is edited; an event that
 * cannot be explained is left out from then on. Each new worker gets what the old one had.
 */
export class EngineClient {
  private readonly worker: WatchedWorker<EngineRequests, EngineBeacon>;
  /** What the page asks now, and what the worker was asked last. */
  private newest: RunQuestion | null = null;
  private ran: RunQuestion | null = null;
  /** The number of the run's request. */
  private run = 0;
  private readonly unpacker = new Unpacker();
  /** The events' text that the worker has. */
  private held: string | null = null;
  private guilty: string | null = null;
  private stopped: readonly Stopped[] = [];
  /** The event whose variants were asked for last. */
  private varied = 0;
  /** A pattern of several hung: which one is found out by telling each run. */
  private isCareful = false;
  /** The worker ended by itself, and no run has come to its end since. */
  private wasGone = false;
  /** A new worker is getting what the old one had. */
  private restoring = false;

  constructor(private readonly options: ClientOptions) {
    const { start, patience, whenOver } = options;
    this.worker = new WatchedWorker({
      start,
      patience,
      ...(whenOver ? { whenOver } : {}),
      onStart: () => {
        this.held = null;
        this.options.onStart?.();
      },
      onNews: ({ run, message }: RunNews) => {
        const whole = run === this.run ? this.unpacker.take(run, message) : null;
        if (whole) this.options.onTold(run, whole);
      },
      onLoss: (loss) => this.lose(loss),
    });
  }

  /** True while everything that was asked has ended. */
  get isIdle(): boolean {
    return this.worker.isIdle;
  }

  /** Runs `question` and supersedes any older one. */
  ask(question: RunQuestion): void {
    // A rule that was left and comes back runs again, though it hung before.
    if (question.rule === this.guilty && question.rule === this.newest?.rule) return;
    this.guilty = null;
    if (question.rule !== this.newest?.rule) this.isCareful = false;
    this.newest = question;
    this.options.onAsked?.();
    this.begin(false);
  }

  /** Asks for what is on screen now: marks, explanations, the content of open panels. */
  look(screen: OnScreen): void {
    if (!this.newest) return;
    this.newest = { ...this.newest, screen };
    // A waiting run takes the newest screen along.
    if (this.worker.isBusy('run')?.waits || this.guilty === this.newest.rule) return;
    const { run } = this;
    void this.worker
      .ask('look', this.withStopped(screen))
      .then((end) => this.tellThrown(run, end, 'explain', screen.event));
  }

  /** Asks which evasions of an event's command line still match; only after a run is done. */
  vary(event: number): void {
    if (this.worker.isBusy('run') || !this.ran) return;
    const { run } = this;
    this.varied = event;
    void this.worker
      .ask('variants', { event }, { lane: 'variants' })
      .then((end) => this.tellThrown(run, end, 'vary', event));
  }

  /** Asks for values in the events of the last run. */
  seen(question: SeenQuestion): Promise<EngineEnd<readonly SeenValue[]>> {
    return this.worker.ask('seen', question);
  }

  /** Asks for an event that matches through `target`; superseded if the rule is about to change. */
  make(target: Target): Promise<EngineEnd<Synthesis | null>> {
    return this.worker.isBusy('run') || !this.ran
      ? Promise.resolve(NOT_NOW)
      : this.worker.ask('make', target);
  }

  /** Asks for something written from the events; superseded if these are about to be read again, or by a newer `broken`. */
  author(ask: AuthorAsk): Promise<EngineEnd<AuthorAnswer | null>> {
    return this.worker.isBusy('run')?.waits || !this.ran
      ? Promise.resolve(NOT_NOW)
      : this.worker.ask('author', ask, ask.kind === 'broken' ? { lane: 'broken' } : {});
  }

  /** Asks for something that is made of other texts than those of the run; a newer request of its kind supersedes it. */
  apart<K extends Apart>(
    kind: K,
    ask: EngineRequests[K]['asks'],
  ): Promise<EngineEnd<EngineRequests[K]['gives']>> {
    return this.worker.ask(kind, ask, { lane: kind });
  }

  /** Lets what was stopped run again as it is. */
  forgive(): void {
    this.guilty = null;
    this.stopped = [];
    this.isCareful = false;
  }

  /** Another sheet is chosen: what is asked next runs, though the same rule hung in the one before. */
  turn(): void {
    this.guilty = null;
  }

  /** Ends the worker. */
  close(): void {
    this.worker.close();
  }

  private begin(again: boolean): void {
    this.worker.cancel('variants');
    let run = 0;
    const onSent = (number: number) => {
      run = number;
      this.run = number;
      this.ran = this.newest;
      this.options.onRun(run, this.newest!, again);
    };
    void this.worker
      .ask('run', () => this.withoutHeld(this.newest!), { lane: 'run', onSent })
      .then((end) => {
        if (end.how === 'answered') {
          this.wasGone = false;
          this.options.onEnd(run, null);
        }
        if (end.how === 'failed' && end.failure.why === 'threw') this.options.onEnd(run, end.failure.message);
      });
  }

  /** Events that the worker already has are not posted again. */
  private withoutHeld({ rule, events, settings, screen }: RunQuestion): EngineRequests['run']['asks'] {
    const held = events === this.held ? null : events;
    this.held = events;
    return { rule, events: held, settings, screen: this.withStopped(screen) };
  }

  private withStopped(screen: OnScreen): OnScreen {
    const { stopped, isCareful } = this;
    if (stopped.length === 0 && !isCareful) return screen;
    return {
      ...screen,
      ...(stopped.length > 0 ? { stopped } : {}),
      ...(isCareful ? { isCareful } : {}),
    };
  }

  /** Tells those who wait for something about an event that it will not come. */
  private tellThrown(run: number, end: EngineEnd<null>, doing: Doing, event: number | null): void {
    if (end.how !== 'failed' || end.failure.why !== 'threw' || event === null) return;
    this.options.onTold(run, { kind: 'stopped', event, doing, pattern: null });
  }

  private lose({ failure, what }: Loss<EngineBeacon>): void {
    const isRestoring = this.restoring;
    this.restoring = false;
    if (!this.newest || !this.ran) return;
    if (failure.why === 'no answer') {
      if (this.looksCloser(failure.at, what)) {
        this.goOn();
        return;
      }
      const missing = this.takeHang(failure.at, what);
      // Another worker would do no better with what this one could not even be given.
      if (!isRestoring) this.goOn();
      if (missing) this.tellMissing(missing);
      return;
    }
    if (failure.why === 'gone' && !this.wasGone) {
      this.wasGone = true;
      this.goOn();
      if (what === 'variants') this.tellMissing({ doing: 'vary', event: this.varied });
      return;
    }
    // A worker that never started would only fail again: it is left alone until the next edit.
    const isOfRun = what === 'run';
    if (isOfRun) this.guilty = this.ran.rule;
    const message = crashWords(failure);
    this.options.onLoss({ crash: message });
    if (!isOfRun || this.newest.rule !== this.guilty) this.goOn();
  }

  private tellMissing(missing: Missing): void {
    this.options.onTold(this.run, { kind: 'stopped', ...missing, pattern: null });
  }

  /** True where it takes another run to find out which of several patterns hung; that run is a careful one. */
  private looksCloser(at: EngineBeacon | null, what: string | null): boolean {
    if (!at?.pattern || at.isSure !== false || this.isCareful) return false;
    this.isCareful = true;
    return what === 'run' || what === 'look';
  }

  /** Makes sure that what hung is not done again. Returns what will be missing if no pattern explains the hang. */
  private takeHang(at: EngineBeacon | null, what: string | null): Missing | null {
    const { rule, events } = this.ran!;
    const { screen } = this.newest!;
    const { doing = null, event = null, isSure = true } = at?.pattern ? at : {};
    // A pattern that only may be the guilty one is not blamed.
    const { pattern = null, range = null } = (isSure && at) || {};
    if (doing && event) this.stop({ doing, pattern, text: events.slice(event.range.start, event.range.end) });
    else if (doing === 'evaluate' || (doing === null && what === 'run')) this.guilty = rule;
    // A look without a pattern is a look at the chosen event, whatever else is known.
    const isUnknown = doing === null && what === 'look' && screen.event !== null;
    const hang: Hang = {
      rule,
      what: pattern,
      range,
      doing: isUnknown ? 'explain' : doing,
      event: event?.index ?? (isUnknown ? screen.event : null),
    };
    const isOfAll = what === 'run' || what === 'look' || doing === 'evaluate';
    this.options.onLoss(isOfAll ? { hang } : null);
    if (doing === null && what === 'variants') return { doing: 'vary', event: this.varied };
    if (!isUnknown) return null;
    this.newest = { ...this.newest!, screen: { ...screen, event: null } };
    return { doing: 'explain', event: screen.event! };
  }

  private stop(work: Stopped): void {
    const alike = this.stopped.filter((s) => s.doing === work.doing && s.pattern === work.pattern);
    const isTooMany = alike.length + 1 >= MOST_STOPPED;
    this.stopped = isTooMany
      ? [...this.stopped.filter((s) => !alike.includes(s)), { ...work, text: null }]
      : [...this.stopped, work];
  }

  /**
   * Gives a new worker what the old one had. If the rule must not run again, only the events, for questions about them.
   */
  private goOn(): void {
    const { newest, ran } = this;
    // A listener of the loss may already have asked again.
    if (!newest || !ran || this.worker.isStarted) return;
    if (newest.rule !== this.guilty) {
      this.begin(isSame(newest, ran));
      return;
    }
    this.restoring = true;
    const nothing: RunQuestion = { ...newest, rule: '', screen: { event: null, visible: null } };
    void this.worker
      .ask('run', () => this.withoutHeld(nothing), { lane: 'run' })
      .then(() => {
        this.restoring = false;
      });
  }
}

function crashWords(failure: Failure<EngineBeacon>): string {
  if (failure.why === 'gone') return GONE;
  return failure.why === 'died' ? failure.message || NOT_LOADED : NOT_UNDERSTOOD;
}

const NOT_LOADED = 'The engine could not be loaded.';
const NOT_UNDERSTOOD = 'The engine sent an answer that the page does not understand.';
