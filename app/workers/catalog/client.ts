import type { Answer, Asked, Question, QuestionKind, RunEnd } from '../../../src/catalog';
import { GONE } from '../failure-words';
import { WatchedWorker } from '../watched-worker';
import type { Loss, Patience, WorkerThread } from '../watching';
import type { CatalogBeacon, CatalogRequests, Job, JobMessage, PackedCatalog } from './protocol';

/** How a job ended; `run` if it was a run that was completed. */
export type JobEnd =
  | { readonly how: 'done'; readonly run: RunEnd | null }
  | { readonly how: 'cancelled' }
  | { readonly how: 'failed'; readonly message: string };

export interface ClientOptions {
  readonly start: () => WorkerThread;
  readonly patience: Patience;
  readonly onStart: (job: Job) => void;
  /** Progress of the current job. */
  readonly onTold: (message: JobMessage) => void;
  readonly onEnd: (end: JobEnd) => void;
  /** The worker is gone, and its catalog with it: during `job` or, if that is null, during a question. */
  readonly onLoss: (loss: CatalogLoss, job: Job | null) => void;
}

/** Why the worker is gone: it went silent at this, as far as it said; or it fell over. */
export type CatalogLoss = { readonly at: CatalogBeacon | null } | { readonly crash: string };

const LANE = 'job';

/**
 * The client of the catalog's worker. At most one job runs at a time; a newer one asks it to stop and waits until it
 * has. There is no worker before the first job.
 */
export class CatalogClient {
  private readonly worker: WatchedWorker<CatalogRequests, CatalogBeacon>;
  private under: Job | null = null;
  private heldEvents: string | null = null;
  /** Ends the questions about the current catalog. */
  private questions = new AbortController();

  constructor(private readonly options: ClientOptions) {
    const { start, patience } = options;
    this.worker = new WatchedWorker({
      start,
      patience,
      onStart: () => {
        this.heldEvents = null;
      },
      onLoss: (loss) => this.lose(loss),
    });
  }

  /** Starts `what` once the current job has stopped. */
  start(what: Job): void {
    const options = {
      lane: LANE,
      onSent: () => {
        this.under = what;
        this.options.onStart(what);
      },
      onTold: (message: JobMessage) => {
        // Questions about the old catalog mean nothing in the new one: its indices are other rules.
        if (message.kind === 'catalog') this.dropQuestions();
        this.options.onTold(message);
      },
    };
    void this.worker
      .ask('job', () => this.withoutHeld(what), options)
      .then((end) => {
        if (end.how === 'failed') {
          if (end.failure.why !== 'threw') return;
          this.under = null;
          this.options.onEnd({ how: 'failed', message: end.failure.message });
          return;
        }
        // A job that only waited has not begun, and another has replaced it.
        if (this.under !== what) return;
        this.under = null;
        this.options.onEnd(end.how === 'answered' ? { how: 'done', run: end.answer } : { how: 'cancelled' });
      });
  }

  /** Asks the current job to stop. */
  cancel(): void {
    this.worker.cancel(LANE);
  }

  /** Asks something about the catalog. Null if there is none, or if it goes before the answer comes. */
  async ask<K extends QuestionKind>(kind: K, asked: Asked<K>): Promise<Answer<K> | null> {
    if (!this.worker.isStarted) return null;
    const { signal } = this.questions;
    const end = await this.worker.ask('question', { kind, asked } as Question, { signal });
    return end.how === 'answered' ? (end.answer as Answer<K> | null) : null;
  }

  /** The catalog for other workers; null if there is none. */
  async pack(): Promise<PackedCatalog | null> {
    if (!this.worker.isStarted) return null;
    const end = await this.worker.ask('pack', null);
    return end.how === 'answered' ? end.answer : null;
  }

  /** Events that the worker already has are not posted again. */
  private withoutHeld(what: Job): Job {
    if (what.kind !== 'run') return what;
    const same = what.events !== null && what.events === this.heldEvents;
    this.heldEvents = what.events ?? this.heldEvents;
    return same ? { ...what, events: null } : what;
  }

  private dropQuestions(): void {
    this.questions.abort();
    this.questions = new AbortController();
  }

  private lose({ failure, what }: Loss<CatalogBeacon>): void {
    const job = what === 'job' ? this.under : null;
    this.under = null;
    const crash =
      failure.why === 'gone'
        ? GONE
        : (failure.why === 'died' && failure.message) || 'The catalog could not be loaded.';
    this.options.onLoss(failure.why === 'no answer' ? { at: failure.at } : { crash }, job);
  }
}
