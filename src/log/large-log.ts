import type { EventFormat, EventSlice } from '../event';
import { recognise } from '../event';
import { VERDICTS } from '../match';
import { Beacon } from '../rule';
import { type Clock, Every, type Turn, Turns } from '../turns';
import { LogColumns, PENDING } from './columns';
import { LogEvaluation } from './evaluation';
import { findTexts, isTextOnly } from './find-text';
import { LogFindings } from './findings';
import { LogTimes } from './log-times';
import type { LogPhase, LogQuestion, LogRow, LogSearch, LogState } from './messages';
import { type KnownPiece, KnownPieces } from './pieces';
import { eventTest, type LogQuery, parseLogQuery } from './query';
import { aloneText, type FirstPiece, type LogSource, type PieceText, readAlone } from './source';
import { summaryOf } from './summary';
import { byTime, eventsInView, type LogView, WHOLE } from './view';

/** Milliseconds between two reports. */
const REPORT_EVERY = 100;
/** Stands for the source of a malformed event. */
const UNREADABLE = 'unreadable';
const MATCH = VERDICTS.indexOf('match');

/** What a log needs of the world around it. */
export interface LogHost {
  /** Told how the log stands, some times a second while it works. */
  report(state: LogState): void;
  /** False where the log is no longer wanted. */
  readonly turn: Turn;
  readonly clock: Clock;
  /** Told before a backtracking expression runs, each time that it is another one. */
  beacon(pattern: string): void;
}

/**
 * A log of any size under one rule. Of each event some numbers are kept and no text; pieces of the file are read, one after
 * another, until all have been through the newest question and the newest search. What changes meanwhile only makes
 * pieces stale again, so that no run need ever be waited for.
 */
export class LargeLog {
  private readonly columns = new LogColumns();
  private readonly times = new LogTimes();
  private readonly pieces = new KnownPieces();
  private readonly findings = new LogFindings();
  private opening: AsyncGenerator<FirstPiece, void, undefined> | null;
  private readBytes = 0;

  private readonly beacon: Beacon;
  private readonly evaluation: LogEvaluation;
  private generation = 0;

  private searchFor: LogSearch = { text: '', matchCase: false };
  private query = parseLogQuery('');
  private test = eventTest(this.query);
  private searchGeneration = 0;

  private view: LogView = WHOLE;
  private sorted: Uint32Array | null = null;
  private listedEvents: Uint32Array = new Uint32Array(0);
  private isStale = true;
  private version = 0;
  private working = false;
  private stopped = false;
  private failure: string | null = null;
  private readonly reports: Every;
  private readonly turns: Turns;
  /** Pieces whose events are on screen: they come first. */
  private onScreen: readonly number[] = [];

  /** `format`: the one that all events are read as, by choice. */
  constructor(
    private readonly source: LogSource,
    private readonly host: LogHost,
    private readonly format?: EventFormat,
  ) {
    this.opening = source.pieces();
    this.beacon = new Beacon((pattern) => host.beacon(pattern));
    this.evaluation = new LogEvaluation(this.beacon.hear);
    this.reports = new Every(REPORT_EVERY, host.clock);
    this.turns = new Turns(host.turn, host.clock);
  }

  /** Evaluates the events by another rule or other settings. A rule that does not compile leaves the last good one in force. */
  ask(question: LogQuestion): void {
    this.beacon.forget();
    const asked = this.evaluation.ask(question);
    if (asked === 'renamed') this.report();
    if (asked !== 'changed') return;
    this.generation++;
    const { codes } = this.columns;
    codes.data.fill(PENDING, 0, codes.length);
    this.begin();
  }

  /** Looks for other events. */
  search(search: LogSearch): void {
    this.searchFor = search;
    this.query = parseLogQuery(search.text, search.matchCase);
    this.test = eventTest(this.query);
    this.searchGeneration++;
    const { found } = this.columns;
    found.data.fill(0, 0, found.length);
    this.begin();
  }

  /** Lists other events, or in another order. */
  show(view: LogView): void {
    this.view = view;
    this.isStale = true;
    this.report();
  }

  /** Leaves what is under way as far as it has come. */
  stop(): void {
    this.stopped = true;
    this.times.placeYears();
    this.report();
  }

  /** Goes on with what was stopped. */
  begin(): void {
    this.stopped = false;
    this.isStale = true;
    this.report();
    void this.work();
  }

  /** The lines of the list from place `from` to before `to`. */
  async rows(from: number, to: number): Promise<LogRow[]> {
    const events = [...this.listed().subarray(from, to)];
    this.onScreen = [...new Set(events.map((event) => this.pieces.pieceOf(event)))];
    return Promise.all(events.map((event) => this.row(event)));
  }

  /** The text of an event as an editor holds it; of what is told of a row of a table, that row. */
  async eventText(event: number): Promise<string> {
    const own = await this.ownText(event);
    const isBefore = own.trim() === '' && event + 1 < this.columns.length;
    return aloneText(isBefore ? await this.ownText(event + 1) : own, this.pieces.readAsOf(event));
  }

  /** Where an event stands in the list; -1 where it is not listed. */
  placeOf(event: number): number {
    return this.listed().indexOf(event);
  }

  /** The event at a place of the list. */
  eventAt(place: number): number | null {
    return this.listed()[place] ?? null;
  }

  /** The place of the next event behind `place` that matches, or, with `step` -1, of the one before it; -1 where none does. */
  nextMatch(place: number, step: 1 | -1): number {
    const events = this.listed();
    const codes = this.columns.codes.data;
    for (let at = place + step; at >= 0 && at < events.length; at += step)
      if (codes[events[at]!] === MATCH) return at;
    return -1;
  }

  private async row(event: number): Promise<LogRow> {
    const { columns } = this;
    const slice = readAlone(await this.ownText(event), this.pieces.readAsOf(event), this.format);
    return {
      event,
      code: columns.codes.data[event]!,
      time: this.times.millisOf(event),
      source: columns.labels[columns.sources.data[event]!] ?? '',
      summary: slice?.event ? summaryOf(slice.event, this.evaluation.fields) : [],
      fault: columns.labels[columns.sources.data[event]!] === UNREADABLE ? this.fault(event, slice) : null,
    };
  }

  /** What is wrong with a malformed event; beyond those that are kept, what its text alone says. */
  private fault(event: number, slice: EventSlice | null): string {
    const alone = slice && !slice.event ? slice.message : 'it cannot be read.';
    return (this.findings.messageOf(event) ?? alone).replace(/^Line \d+: /, '');
  }

  private ownText(event: number): Promise<string> {
    const { offsets, lengths } = this.columns;
    return this.source.eventText({ offset: offsets.data[event]!, length: lengths.data[event]! });
  }

  /** Reads pieces until none is stale; one such loop runs at a time. */
  private async work(): Promise<void> {
    if (this.working) return;
    this.working = true;
    try {
      while (!this.stopped && this.failure === null) {
        if (!(await this.step())) break;
        this.isStale = true;
        if (this.reports.isDue()) this.report();
        if (!(await this.turns.goOn())) break;
      }
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
    this.working = false;
    this.report();
  }

  private async step(): Promise<boolean> {
    if (this.opening) {
      const { value, done } = await this.opening.next();
      if (done) {
        this.opening = null;
        this.times.placeYears();
        this.readBytes = this.source.size;
      } else this.take(value);
      return true;
    }
    const stale = this.nextStale();
    if (!stale) return false;
    // Asked before anything is waited for: what comes meanwhile makes the piece stale again.
    const [generation, searchGeneration] = [this.generation, this.searchGeneration];
    if (stale.evaluated === generation && isTextOnly(this.query) && this.source.textOf) {
      const found = this.findIn(stale, await this.source.textOf(stale.place), this.query);
      if (searchGeneration !== this.searchGeneration) return true;
      if (found) {
        this.columns.found.data.set(found, place(stale));
        stale.searched = searchGeneration;
        return true;
      }
    }
    const { slices, text } = await this.source.read(stale.place);
    if (generation === this.generation && stale.evaluated !== generation) this.evaluate(stale, slices);
    if (searchGeneration === this.searchGeneration && stale.searched !== searchGeneration)
      this.searchIn(stale, slices, text);
    return true;
  }

  private nextStale(): KnownPiece | null {
    const { all } = this.pieces;
    const isStale = (piece: KnownPiece | undefined) =>
      piece !== undefined &&
      (piece.evaluated !== this.generation || (this.searching && piece.searched !== this.searchGeneration));
    const first = this.onScreen.find((number) => isStale(all[number]));
    return first === undefined ? (all.find(isStale) ?? null) : all[first]!;
  }

  private get searching(): boolean {
    return this.query.clauses.length > 0;
  }

  private take(first: FirstPiece): void {
    const { columns } = this;
    const { slices, offsets, lengths, text } = first;
    const piece = this.pieces.add(first, this.readBytes);
    for (const [i, slice] of slices.entries()) {
      const { event } = slice;
      this.times.add(event ?? null);
      columns.add(offsets[i]!, lengths[i]!, event ? recognise(event).label : UNREADABLE);
    }
    this.findings.add(first);
    this.readBytes = first.read;
    this.sorted = null;
    this.evaluate(piece, slices);
    this.searchIn(piece, slices, text);
  }

  private evaluate(piece: KnownPiece, slices: readonly EventSlice[]): void {
    piece.evaluated = this.generation;
    this.evaluation.evaluate(this.columns, place(piece), slices);
  }

  private searchIn(piece: KnownPiece, slices: readonly EventSlice[], text: string): void {
    piece.searched = this.searchGeneration;
    if (!this.searching) return;
    const found = this.columns.found.data;
    const first = place(piece);
    for (const [i, { event, range }] of slices.entries())
      found[first + i] = this.test(event, text.slice(range.start, range.end)) ? 1 : 0;
  }

  private findIn(piece: KnownPiece, text: PieceText, query: LogQuery): Uint8Array | null {
    const [first, end] = [place(piece), place(piece) + piece.place.count];
    const { offsets, lengths } = this.columns;
    return findTexts(text, query, offsets.data.subarray(first, end), lengths.data.subarray(first, end));
  }

  private listed(): Uint32Array {
    if (!this.isStale) return this.listedEvents;
    this.isStale = false;
    const isWhole = !this.opening || this.stopped;
    if (this.view.order !== 'file' && isWhole)
      this.sorted ??= byTime(this.times.micros.data, this.columns.length);
    this.listedEvents = eventsInView(
      this.columns,
      this.times.micros.data,
      this.view,
      this.searching,
      this.sorted,
    );
    return this.listedEvents;
  }

  private get phase(): LogPhase {
    if (this.opening) return 'opening';
    const { all } = this.pieces;
    if (all.some((piece) => piece.evaluated !== this.generation)) return 'evaluating';
    const isSearched = !this.searching || all.every((piece) => piece.searched === this.searchGeneration);
    return isSearched ? 'ready' : 'searching';
  }

  private report(): void {
    this.reports.restart();
    const { phase, evaluation, pieces, generation, searchGeneration } = this;
    const isThrough =
      phase === 'evaluating'
        ? (piece: KnownPiece) => piece.evaluated === generation
        : (piece: KnownPiece) => piece.searched === searchGeneration;
    const listed = this.listed().length;
    this.host.report({
      version: ++this.version,
      phase,
      stopped: this.stopped && phase !== 'ready',
      done:
        phase === 'opening'
          ? this.readBytes
          : phase === 'ready'
            ? pieces.bytes
            : pieces.bytesWhere(isThrough),
      size: phase === 'opening' ? this.source.size : pieces.bytes,
      events: this.columns.length,
      tally: [...evaluation.tally],
      selections: evaluation.selections,
      values: [...evaluation.values],
      rule: evaluation.rule,
      document: evaluation.document,
      view: this.view,
      search: this.searchFor,
      listed,
      sorted: this.view.order !== 'file' && this.sorted !== null,
      timed: this.times.count,
      formats: this.findings.formats,
      problems: this.findings.problems,
      problemCount: this.findings.count,
      failure: this.failure,
    });
  }
}

/** The number of a piece's first event. */
function place(piece: KnownPiece): number {
  return piece.place.resumed.index;
}
