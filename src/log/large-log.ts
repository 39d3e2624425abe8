import type { Noise, Unwanted } from '../authoring';
import type { EventSlice } from '../event';
import { Beacon } from '../rule';
import { type Clock, Every, type Turn, Turns } from '../turns';
import { PENDING } from './columns';
import { LogEvaluation } from './evaluation';
import { Listing } from './listing';
import { LogData } from './log-data';
import type { LogPhase, LogQuestion, LogRow, LogSearch, LogState, LogStretch, TriedFilter } from './messages';
import { noiseOver, tryFilter } from './noise';
import { overMatches, type Visitor } from './over-matches';
import { firstEventOf, type KnownPiece } from './pieces';
import { progressOf } from './progress';
import { Searching } from './searching';
import { SingleEvents } from './single-events';
import { type FirstPiece, type LogSource, unlessLost } from './source';
import type { LogView } from './view';

/** Milliseconds between two reports. */
const REPORT_EVERY = 100;

/** What a log needs from its environment. */
export interface LogHost {
  /** Called with the log's state, a few times a second while it works. */
  report(state: LogState): void;
  /** False if the log is no longer wanted. */
  readonly turn: Turn;
  readonly clock: Clock;
  /** Told before a pattern runs that may take long; not `isSure`: another one that was told before may be the one that runs. */
  beacon(pattern: string, isSure: boolean): void;
  /** A pattern of several hung before: each run of another one is told. */
  readonly isCareful?: boolean;
}

/**
 * A log of any size under one rule. Pieces of the file are read one after another, until all have been through the
 * newest question and the newest search. A change in the meantime only makes pieces stale again, so nothing ever has to
 * wait for a run.
 */
export class LargeLog {
  private readonly data = new LogData();
  private opening: AsyncGenerator<FirstPiece, void, undefined> | null;
  private readonly beacon: Beacon;
  private readonly evaluation: LogEvaluation;
  /** The number of the newest question; a piece that has only been through an older one is stale. */
  private question = 0;
  private readonly searching = new Searching(this.data.columns);
  private readonly listing: Listing;
  private readonly events: SingleEvents;
  private readonly reports: Every;
  private readonly turns: Turns;
  private version = 0;
  private working = false;
  private stopped = false;
  private failure: string | null = null;
  /** Pieces whose events are on screen: they come first. */
  private onScreen: readonly number[] = [];

  constructor(
    private readonly source: LogSource,
    private readonly host: LogHost,
  ) {
    this.events = new SingleEvents(this.data, source);
    const { columns, times } = this.data;
    this.opening = source.pieces();
    this.listing = new Listing(
      columns,
      times,
      () => !this.opening || this.stopped,
      () => this.searching.isOn,
    );
    this.beacon = new Beacon((pattern, isSure) => host.beacon(pattern, isSure));
    this.beacon.isExact = host.isCareful ?? false;
    this.evaluation = new LogEvaluation(this.beacon.hear);
    this.reports = new Every(REPORT_EVERY, host.clock);
    this.turns = new Turns(host.turn, host.clock);
  }

  /**
   * Evaluates the events with another rule or other settings. If the rule does not compile, the last good one stays in
   * force.
   */
  ask(question: LogQuestion): void {
    this.beacon.forget();
    const asked = this.evaluation.ask(question);
    if (asked === 'renamed') this.report();
    if (asked !== 'changed') return;
    this.question++;
    const { codes } = this.data.columns;
    codes.data.fill(PENDING, 0, codes.length);
    this.begin();
  }

  /** Searches for something else. */
  search(search: LogSearch): void {
    this.searching.ask(search);
    this.begin();
  }

  /** Lists other events, or in another order. */
  show(view: LogView): void {
    this.listing.show(view);
    this.report();
  }

  /** Stops the current work at its present state. */
  stop(): void {
    this.stopped = true;
    this.data.times.placeYears();
    this.report();
  }

  /** Resumes work that was stopped. */
  begin(): void {
    this.stopped = false;
    this.listing.change();
    this.report();
    void this.work();
  }

  /** The lines of the list from place `from` up to but excluding `to`. */
  async rows(from: number, to: number): Promise<LogRow[]> {
    const events = [...this.listing.events.subarray(from, to)];
    this.onScreen = [...new Set(events.map((event) => this.data.pieces.pieceOf(event)))];
    return Promise.all(events.map((event) => this.events.row(event, this.evaluation.fields)));
  }

  /** The text of an event as an editor shows it; for a report about a row of a table, that row. Rejects if it is lost. */
  eventText(event: number): Promise<string> {
    return this.events.text(event);
  }

  /** The file that an event is of, among those of the log. */
  fileOf(event: number): number {
    return this.data.pieces.fileOf(event);
  }

  /** Where an event is in the list; -1 if it is not listed. */
  placeOf(event: number): number {
    return this.listing.placeOf(event);
  }

  /** The event at a place of the list. */
  eventAt(place: number): number | null {
    return this.listing.events[place] ?? null;
  }

  /** The event with a number; null if there is none so far. */
  knownEvent(number: number): number | null {
    return number < this.data.columns.length ? number : null;
  }

  /** The place of the next matching event after `place` or, with `step` -1, of the previous one; -1 if there is none. */
  nextMatch(place: number, step: 1 | -1): number {
    return this.listing.nextMatch(place, step);
  }

  /** The pieces that have been read, each of which can be read by itself; more come while the log is opened. */
  stretches = (): LogStretch[] => this.data.pieces.stretches;

  /** The times of `count` events from `first` on, in milliseconds since 1970; not a number where an event has none. */
  timesOf(first: number, count: number): Float64Array<ArrayBuffer> {
    return this.data.times.millisFrom(first, count);
  }

  /** What the events have in common that the rule matches, as far as they are known; null as for `noiseOver`. */
  noise(): Promise<Noise | null> {
    return noiseOver(this.evaluation, (to) => this.overMatches(to));
  }

  /** Writes a filter for values of the noise and tries it on all events that the rule matches; null as for `noise`. */
  leaveOut(unwanted: readonly Unwanted[]): Promise<TriedFilter | null> {
    return tryFilter(this.evaluation, unwanted, (to) => this.overMatches(to));
  }

  private overMatches(to: Visitor): Promise<boolean> {
    const { question, data, source } = this;
    return overMatches(data, source, to, async () => (await this.host.turn()) && question === this.question);
  }

  /** Reads pieces until none is stale; one such loop runs at a time. */
  private async work(): Promise<void> {
    if (this.working) return;
    this.working = true;
    try {
      while (!this.stopped && this.failure === null) {
        if (!(await this.step())) break;
        this.listing.change();
        if (this.reports.isDue()) this.report();
        if (!(await this.turns.goOn())) break;
      }
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
    this.working = false;
    this.report();
  }

  /** Brings one piece up to date; false if none is stale. */
  private async step(): Promise<boolean> {
    if (this.opening) {
      const { value, done } = await this.opening.next();
      if (done) {
        this.opening = null;
        this.data.times.placeYears();
        this.data.readBytes = this.source.size;
      } else this.take(value);
      return true;
    }
    const stale = this.nextStale();
    if (!stale) return false;
    if ((await this.refresh(stale).catch(unlessLost)) === null) stale.isLost = true;
    return true;
  }

  private take(first: FirstPiece): void {
    const piece = this.data.take(first);
    this.listing.change(true);
    this.evaluate(piece, first.slices);
    this.searching.goThrough(piece, first.slices, first.text);
  }

  private async refresh(piece: KnownPiece): Promise<true> {
    const { searching, source } = this;
    // Read before anything is awaited: what comes meanwhile makes the piece stale again.
    const [question, search] = [this.question, searching.number];
    if (piece.evaluated === question && searching.isTextOnly && source.textOf) {
      const text = await source.textOf(piece.place);
      if (search !== searching.number || (text && searching.goThroughText(piece, text))) return true;
    }
    const { slices, text } = await source.read(piece.place);
    if (question === this.question && piece.evaluated !== question) this.evaluate(piece, slices);
    if (search === searching.number && piece.searched !== search) searching.goThrough(piece, slices, text);
    return true;
  }

  private evaluate(piece: KnownPiece, slices: readonly EventSlice[]): void {
    piece.evaluated = this.question;
    this.evaluation.evaluate(this.data.columns, firstEventOf(piece), slices);
  }

  private nextStale(): KnownPiece | null {
    const { all } = this.data.pieces;
    const isStale = (piece: KnownPiece | undefined) =>
      piece !== undefined &&
      !piece.isLost &&
      (piece.evaluated !== this.question || this.searching.isStale(piece));
    const first = this.onScreen.find((number) => isStale(all[number]));
    return first === undefined ? (all.find(isStale) ?? null) : all[first]!;
  }

  private get phase(): LogPhase {
    if (this.opening) return 'opening';
    const { all } = this.data.pieces;
    const isDue = (piece: KnownPiece) => !piece.isLost && piece.evaluated !== this.question;
    if (all.some(isDue)) return 'evaluating';
    return all.some((piece) => !piece.isLost && this.searching.isStale(piece)) ? 'searching' : 'ready';
  }

  private report(): void {
    this.reports.restart();
    const { phase, evaluation, listing, data } = this;
    const listed = listing.events.length;
    this.host.report({
      version: ++this.version,
      phase,
      stopped: this.stopped && phase !== 'ready',
      ...progressOf(phase, this.data, this.source.size, (piece) =>
        phase === 'evaluating' ? piece.evaluated === this.question : piece.searched === this.searching.number,
      ),
      events: data.columns.length,
      tally: [...evaluation.tally],
      selections: evaluation.selections,
      values: [...evaluation.values],
      rule: evaluation.rule,
      document: evaluation.document,
      view: listing.view,
      search: this.searching.asked,
      listed,
      sorted: listing.isSorted,
      timed: data.times.count,
      formats: data.findings.formats,
      problems: data.findings.problems,
      problemCount: data.findings.count,
      problemsOfFiles: data.findings.ofFiles,
      losses: [...(this.source.losses ?? [])],
      failure: this.failure,
    });
  }
}
