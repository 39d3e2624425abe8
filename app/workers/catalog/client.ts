import type { Answer, Asked, Question, QuestionKind } from '../../../src/catalog';
import type { Thread } from '../thread';
import type { Job, Request, Response } from './protocol';

export type WorkerLike = Thread<Request, Response>;

export interface ClientOptions {
  readonly start: () => WorkerLike;
  readonly onStart: (job: Job) => void;
  /** Messages of the job under way. */
  readonly onResponse: (response: Response) => void;
  /** The worker went silent in `job` and was ended, and its catalog with it; `what` is the pattern it was at. */
  readonly onHang: (job: Job, what: string | null) => void;
  readonly onCrash: (message: string) => void;
  /** Milliseconds without a message, during a job, after which the worker is given up. */
  readonly patience: number;
}

/**
 * Speaks with the catalog's worker. At most one job is under way; a newer one asks it to stop and waits until it has. A
 * worker that goes silent is ended, and a new one begins with the next job.
 */
export class CatalogClient {
  private worker: WorkerLike | null = null;
  private ready = false;
  private last = 0;
  private under: { readonly job: number; readonly what: Job } | null = null;
  private waiting: Job | null = null;
  private heldEvents: string | null = null;
  private beacon: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  private readonly open = new Map<number, (answer: never) => void>();

  constructor(private readonly options: ClientOptions) {}

  /** Does `what`, once the job under way has stopped. */
  start(what: Job): void {
    if (!this.under) this.begin(what);
    else {
      this.waiting = what;
      this.cancel();
    }
  }

  /** Asks the job under way to stop. */
  cancel(): void {
    if (this.under) this.worker?.postMessage({ kind: 'cancel', job: this.under.job });
  }

  /** Asks something about the catalog. Null where there is none, and where it goes before the answer comes. */
  ask<K extends QuestionKind>(kind: K, asked: Asked<K>): Promise<Answer<K> | null> {
    const { worker } = this;
    if (!worker) return Promise.resolve(null);
    const number = ++this.asked;
    return new Promise((resolve) => {
      this.open.set(number, resolve as (answer: never) => void);
      worker.postMessage({ kind: 'ask', number, question: { kind, asked } as Question });
    });
  }

  private begin(what: Job): void {
    this.worker ??= this.launch();
    const job = ++this.last;
    this.under = { job, what };
    this.beacon = null;
    this.options.onStart(what);
    this.worker.postMessage({ kind: 'start', job, what: this.spared(what) });
    this.watch();
  }

  /** Events that the worker holds already are not posted again. */
  private spared(what: Job): Job {
    if (what.kind !== 'run') return what;
    const same = what.events !== null && what.events === this.heldEvents;
    this.heldEvents = what.events ?? this.heldEvents;
    return same ? { ...what, events: null } : what;
  }

  private launch(): WorkerLike {
    this.ready = false;
    this.heldEvents = null;
    const worker = this.options.start();
    worker.onmessage = ({ data }) => this.hear(data);
    worker.onerror = (event) => {
      this.end();
      this.options.onCrash(event.message || 'The catalog could not be loaded.');
    };
    return worker;
  }

  private hear(response: Response): void {
    if (response.kind === 'ready') this.ready = true;
    else if (response.kind === 'beacon') this.beacon = response.what;
    else if (response.kind === 'answer') this.settleQuestion(response.number, response.answer);
    else if (response.kind !== 'alive' && response.job === this.under?.job) {
      // What was asked of the catalog before means nothing in this one: positions are other rules now.
      if (response.kind === 'catalog') this.dropQuestions();
      const over = response.kind === 'ended' || response.kind === 'failed';
      if (over) this.under = null;
      this.options.onResponse(response);
      if (over) this.settle();
    }
    this.watch();
  }

  private settle(): void {
    const next = this.waiting;
    this.waiting = null;
    if (next) this.begin(next);
  }

  private settleQuestion(number: number, answer: unknown): void {
    this.open.get(number)?.(answer as never);
    this.open.delete(number);
  }

  private dropQuestions(): void {
    for (const number of [...this.open.keys()]) this.settleQuestion(number, null);
  }

  /** Counts from now; before the worker's script has loaded there is nothing to count. */
  private watch(): void {
    clearTimeout(this.timer);
    if (this.ready && this.under) this.timer = setTimeout(() => this.hang(), this.options.patience);
  }

  private hang(): void {
    const { under, beacon } = this;
    this.end();
    if (under) this.options.onHang(under.what, beacon);
  }

  private end(): void {
    clearTimeout(this.timer);
    if (this.worker) {
      this.worker.onmessage = null;
      this.worker.onerror = null;
      this.worker.terminate();
    }
    this.worker = null;
    this.under = null;
    this.waiting = null;
    this.dropQuestions();
  }
}
