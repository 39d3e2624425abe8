import { WatchedWorker } from '../watched-worker';
import type { Loss, Patience, WorkerThread } from '../watching';
import type { Beacon } from '../wire';
import type { LogQuestions, LogRequests, LogWork, ToldState } from './protocol';

/** Why a log's worker is gone: it went silent at the pattern `what`, or at one of several; or something else happened. */
export type LogLoss = { readonly what: string; readonly isSure: boolean } | { readonly message: string };

export interface ClientOptions {
  readonly start: () => WorkerThread;
  readonly patience: Patience;
  readonly onState: (state: ToldState) => void;
  /** The worker is gone, and another client is needed. */
  readonly onLoss: (loss: LogLoss) => void;
}

/** The client of the worker of one large log. */
export class LogClient {
  private readonly worker: WatchedWorker<LogRequests>;
  private isOver = false;

  constructor(private readonly options: ClientOptions) {
    const { start, patience } = options;
    this.worker = new WatchedWorker({ start, patience, onLoss: (loss) => this.lose(wordsOf(loss)) });
  }

  /** Starts work in the worker; its progress comes as states. */
  async work<K extends keyof LogWork>(what: K, asks: LogWork[K]['asks']): Promise<void> {
    if (this.isOver) return;
    const onTold = (state: ToldState) => this.options.onState(state);
    const end = await this.worker.ask(what, asks as LogRequests[K]['asks'], { onTold });
    if (what === 'open' && end.how === 'failed' && end.failure.why === 'threw')
      this.lose(notOpened(end.failure.message));
  }

  /** Asks the worker something; undefined if the file could not be read or the log was closed. */
  async ask<K extends keyof LogQuestions>(
    what: K,
    asks: LogQuestions[K]['asks'],
  ): Promise<LogQuestions[K]['gives'] | undefined> {
    if (this.isOver) return undefined;
    const end = await this.worker.ask(what, asks as LogRequests[K]['asks']);
    return end.how === 'answered' ? (end.answer as LogQuestions[K]['gives']) : undefined;
  }

  /** Ends the worker. */
  close(): void {
    this.isOver = true;
    this.worker.close();
  }

  private lose(loss: LogLoss): void {
    if (this.isOver) return;
    this.close();
    this.options.onLoss(loss);
  }
}

function wordsOf({ failure }: Loss<Beacon>): LogLoss {
  if (failure.why === 'no answer') {
    const { at } = failure;
    if (at?.pattern) return { what: at.pattern, isSure: at.isSure !== false };
    return { message: 'The log’s thread did not answer any more and was stopped.' };
  }
  if (failure.why === 'gone')
    return { message: 'The browser ended the log’s thread, perhaps because memory ran out.' };
  return notOpened(failure.why === 'died' ? failure.message : '');
}

function notOpened(why: string): LogLoss {
  return { message: `The log could not be opened${why ? `: ${why}` : ''}.` };
}
