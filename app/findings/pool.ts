import { type LogShare, ShareBook, type ShareHits } from '../../src/findings';
import type { LogStretch } from '../../src/log';
import { prose, say, type Words } from '../../src/text';
import type { RunSettings } from '../workers/catalog/protocol';
import { failureWords } from '../workers/failure-words';
import type { ScanBeacon, ScanRequests } from '../workers/scan/protocol';
import { WatchedWorker } from '../workers/watched-worker';
import type { Patience, WorkerThread } from '../workers/watching';
import type { End } from '../workers/wire';

/** How often a share is tried again where nothing is known of what ended its worker. */
const MOST_TRIES = 3;

const LANE = 'scan';

/** What a pool scans, and whom it tells. */
export interface PoolOptions {
  readonly start: () => WorkerThread;
  readonly patience: Patience;
  readonly workers: number;
  readonly stretches: readonly LogStretch[];
  /** The times of events; undefined where the log is gone. */
  readonly timesOf: (first: number, count: number) => Promise<Float64Array | undefined>;
  readonly opening: ScanRequests['open']['asks'];
  /** How many rules there are: a worker that reads another number has other rules. */
  readonly rules: number;
  readonly settings: RunSettings;
  /** A share is done, which counts once. The next is scanned when this is through. */
  readonly onHits: (hits: ShareHits) => Promise<void>;
  /** A rule failed or took too long: `reason` is a sentence. */
  readonly onLeftOut: (rule: number, reason: Words) => void;
  /** So many events of a file of the log cannot be scanned, because it can no longer be read. */
  readonly onLost: (file: number, events: number) => void;
  /** So many events are done. */
  readonly onProgress: (events: number) => void;
  readonly onEnd: (how: 'done' | 'stopped' | { readonly failed: Words }) => void;
}

/** One of the pool's workers. */
interface Scanner {
  readonly worker: WatchedWorker<ScanRequests, ScanBeacon>;
  /** It has the rules and the file. */
  isOpen: boolean;
  /** Events of its present share that are done. */
  under: number;
}

/**
 * Workers that run a catalog over a log, each over one share at a time. The share of a worker that ends is scanned again, from its
 * beginning, by another.
 */
export class ScanPool {
  private readonly book: ShareBook;
  private readonly scanners: Scanner[];
  private readonly without = new Set<number>();
  /** For a share over which a worker went silent, the event from which rules are asked one by one. */
  private readonly careful = new Map<number, number>();
  private readonly tries = new Map<number, number>();
  private isStopped = true;
  private isClosed = false;
  private failure: Words | null = null;

  constructor(private readonly options: PoolOptions) {
    const { stretches, workers } = options;
    this.book = new ShareBook(stretches.map(({ place, bytes }) => ({ events: place.count, bytes })));
    const count = Math.max(1, Math.min(workers, stretches.length));
    this.scanners = Array.from({ length: count }, () => this.scanner());
  }

  get totalEvents(): number {
    return this.book.totalEvents;
  }

  /** Starts, or goes on after it was stopped. */
  async run(): Promise<void> {
    if (!this.isStopped || this.isClosed) return;
    this.isStopped = false;
    this.failure = null;
    await Promise.all(this.scanners.map((scanner) => this.work(scanner)));
    this.isStopped = true;
    if (this.isClosed) return;
    if (this.failure) this.options.onEnd({ failed: this.failure });
    else this.options.onEnd(this.book.isOver ? 'done' : 'stopped');
    // What is done needs no memory.
    if (this.book.isOver) this.close();
  }

  /** Stops. Shares that are done stay; the present ones are scanned again later. */
  stop(): void {
    this.isStopped = true;
    for (const { worker } of this.scanners) worker.cancel(LANE);
  }

  /** Ends all workers. */
  close(): void {
    this.isClosed = true;
    this.isStopped = true;
    for (const { worker } of this.scanners) worker.close();
  }

  private scanner(): Scanner {
    const { start, patience } = this.options;
    const scanner: Scanner = {
      worker: new WatchedWorker({
        start,
        patience,
        onLoss: () => {
          scanner.isOpen = false;
        },
      }),
      isOpen: false,
      under: 0,
    };
    return scanner;
  }

  private async work(scanner: Scanner): Promise<void> {
    while (!this.isStopped && !this.failure) {
      const share = this.book.take();
      if (share === null) return;
      const isDone = await this.scan(scanner, share);
      scanner.under = 0;
      if (!isDone) this.book.giveBack(share);
      this.tell();
    }
  }

  /** True once the share is done, or lost. */
  private async scan(scanner: Scanner, share: number): Promise<boolean> {
    const { options } = this;
    if (!scanner.isOpen && !(await this.open(scanner, share))) return false;
    const { place, file } = options.stretches[share]!;
    const times = await options.timesOf(place.resumed.index, place.count);
    if (!times) return this.fail(prose('The log cannot be read any more.'));
    if (this.isStopped) return false;
    const asked = {
      share: { share, file, place, times } satisfies LogShare,
      settings: options.settings,
      carefulFrom: this.careful.get(share),
      without: [...this.without],
    };
    const end = await scanner.worker.ask('scan', asked, {
      lane: LANE,
      onTold: (told) => {
        if (told.kind === 'left-out') this.leaveOut(told.rule, told.file.reason);
        else {
          scanner.under = told.events;
          this.tell();
        }
      },
    });
    if (end.how !== 'answered') return this.takeFailure(end, share);
    if ('lost' in end.answer) {
      options.onLost(file, this.book.lose(share));
      return true;
    }
    if (this.book.finish(share)) await options.onHits(end.answer);
    return true;
  }

  private async open(scanner: Scanner, share: number): Promise<boolean> {
    const end = await scanner.worker.ask('open', this.options.opening);
    if (end.how !== 'answered') return this.takeFailure(end, share);
    if (end.answer !== this.options.rules)
      return this.fail(prose('The rules could not be read as they were in the catalog.'));
    scanner.isOpen = true;
    return true;
  }

  /** Decides how a share is tried again; always false. */
  private takeFailure(end: Exclude<End<never, ScanBeacon>, { how: 'answered' }>, share: number): false {
    if (end.how === 'superseded') return false;
    const { failure } = end;
    const at = failure.why === 'no answer' ? failure.at : null;
    if (at?.rule !== undefined) {
      const event = ((at.event ?? 0) + 1).toLocaleString('en');
      this.leaveOut(at.rule, say`It took too long on event ${event} and was stopped.`);
      return false;
    }
    if (at?.event !== undefined && this.careful.get(share) !== at.event) {
      this.careful.set(share, at.event);
      return false;
    }
    const tries = (this.tries.get(share) ?? 0) + 1;
    this.tries.set(share, tries);
    return tries < MOST_TRIES ? false : this.fail([failureWords(failure)]);
  }

  private leaveOut(rule: number, reason: Words): void {
    if (this.without.has(rule)) return;
    this.without.add(rule);
    this.options.onLeftOut(rule, reason);
  }

  private fail(why: Words): false {
    this.failure ??= why;
    return false;
  }

  private tell(): void {
    this.options.onProgress(this.scanners.reduce((sum, { under }) => sum + under, this.book.events));
  }
}
