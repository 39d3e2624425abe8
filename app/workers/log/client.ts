import type { Thread } from '../thread';
import type { AnswerKind, Answers, Request, Response, ToldState } from './protocol';

export type WorkerLike = Thread<Request, Response>;

export interface ClientOptions {
  readonly worker: WorkerLike;
  readonly onState: (state: ToldState) => void;
  /** The worker went silent at the pattern `what`, or fell over, and was ended. */
  readonly onLoss: (loss: { readonly what: string } | { readonly message: string }) => void;
  /** Milliseconds without a message after which a pattern that may hang is given up. */
  readonly patience: number;
}

/** Speaks with the thread of one large log. */
export class LogClient {
  private readonly asked = new Map<number, (answer: unknown) => void>();
  private last = 0;
  private pattern: string | null = null;
  private working = true;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: ClientOptions) {
    const { worker } = options;
    worker.onmessage = ({ data }) => this.hear(data);
    worker.onerror = (event) => this.lose({ message: event.message || 'The log could not be opened.' });
  }

  /** Tells the thread something; what it has to say to it comes as states. */
  tell(request: Exclude<Request, { readonly number: number }>): void {
    if (request.kind !== 'stop') this.working = true;
    if (request.kind === 'ask') this.pattern = null;
    this.options.worker.postMessage(request);
  }

  /** Asks the thread something; undefined where the file could not be read, or the log was closed. */
  ask<K extends AnswerKind>(kind: K, asks: Answers[K]['asks']): Promise<Answers[K]['gives'] | undefined> {
    const number = ++this.last;
    return new Promise((resolve) => {
      this.asked.set(number, (answer) => resolve(answer as Answers[K]['gives'] | undefined));
      this.options.worker.postMessage({ kind, number, ...asks } as unknown as Request);
    });
  }

  /** Ends the thread. */
  close(): void {
    clearTimeout(this.timer);
    const { worker } = this.options;
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
    for (const answer of this.asked.values()) answer(undefined);
    this.asked.clear();
  }

  private hear(response: Response): void {
    if (response.kind === 'failed') {
      this.lose({ message: response.message });
      return;
    }
    if (response.kind === 'answer') {
      this.asked.get(response.number)?.(response.answer);
      this.asked.delete(response.number);
    } else if (response.kind === 'beacon') this.pattern = response.what;
    else if (response.kind === 'state') {
      const { phase, stopped, failure } = response.state;
      this.working = phase !== 'ready' && !stopped && failure === null;
      this.options.onState(response.state);
    }
    this.watch();
  }

  /** Only a pattern that may hang is watched: a piece of a log may take its time on a slow machine. */
  private watch(): void {
    clearTimeout(this.timer);
    const { pattern } = this;
    if (pattern !== null && this.working)
      this.timer = setTimeout(() => this.lose({ what: pattern }), this.options.patience);
  }

  private lose(loss: { readonly what: string } | { readonly message: string }): void {
    this.close();
    this.options.onLoss(loss);
  }
}
