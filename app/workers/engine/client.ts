import type { AuthorAsk, Target } from '../../../src/authoring';
import type { Range } from '../../../src/text';
import type { Thread } from '../thread';
import type { Look, Request, Response, SeenQuestion, SeenValue, Settings } from './protocol';

/** What one run is asked about. */
export interface Question {
  readonly rule: string;
  readonly events: string;
  readonly settings: Settings;
  readonly look: Look;
}

/** A run that had to be stopped: what it was at, as far as the worker said. */
export interface Hang {
  readonly rule: string;
  readonly what: string | null;
  /** In the rule's text. */
  readonly range: Range | null;
  /** It was at the pinned version, not at `rule`. */
  readonly pinned: boolean;
}

export type WorkerLike = Thread<Request, Response>;

export interface ClientOptions {
  readonly start: () => WorkerLike;
  readonly onRun: (run: number, question: Question) => void;
  readonly onResponse: (response: Response) => void;
  readonly onHang: (hang: Hang) => void;
  readonly onCrash: (message: string) => void;
  /** Milliseconds without a message, during a run, after which the worker is given up. */
  readonly patience: number;
}

/**
 * Speaks with the worker. At most one run is under way; while it is, the newest question waits, and the run is asked to
 * stop at its next yield. A worker that goes silent is replaced, and the rule that silenced it is not run again until edited.
 */
export class EngineClient {
  private worker: WorkerLike;
  private ready = false;
  private lastRun = 0;
  private asked: { readonly run: number; readonly question: Question } | null = null;
  private waiting: Question | null = null;
  /** The events' text that this worker holds. */
  private held: string | null = null;
  private beacon: { readonly what: string; readonly range: Range; readonly pinned: boolean } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private guilty: string | null = null;
  private lastAsk = 0;
  /** Who waits for what stands in the events. */
  private readonly answers = new Map<number, (values: readonly SeenValue[]) => void>();

  constructor(private readonly options: ClientOptions) {
    this.worker = this.launch();
  }

  /** Runs `question`, in place of any older one. */
  run(question: Question): void {
    if (question.rule === this.guilty) return;
    this.guilty = null;
    if (this.asked) {
      if (!this.waiting) this.worker.postMessage({ kind: 'supersede', run: this.asked.run });
      this.waiting = question;
    } else this.ask(question);
  }

  /** Asks for the marks and traces of what is on screen now. */
  look(look: Look): void {
    if (this.waiting) this.waiting = { ...this.waiting, look };
    else if (this.lastRun > 0) this.worker.postMessage({ kind: 'look', run: this.lastRun, look });
  }

  /** Asks how evasions of an event's command line fare; only once a run is done. */
  vary(event: number): void {
    if (!this.asked && this.lastRun > 0)
      this.worker.postMessage({ kind: 'variants', run: this.lastRun, event });
  }

  /** What stands in the events of the last run; nothing where the worker has to be replaced meanwhile. */
  seen(question: SeenQuestion): Promise<readonly SeenValue[]> {
    const ask = ++this.lastAsk;
    return new Promise((resolve) => {
      this.answers.set(ask, resolve);
      this.worker.postMessage({ kind: 'seen', ask, question });
    });
  }

  /** Asks for an event that matches through `target`; false where the rule is about to change. */
  make(target: Target): boolean {
    if (this.waiting || this.asked || this.lastRun === 0) return false;
    this.worker.postMessage({ kind: 'make', run: this.lastRun, target });
    return true;
  }

  /** Asks for something to be written from the events; false where they are still being read anew. */
  author(ask: AuthorAsk): boolean {
    if (this.waiting || this.lastRun === 0) return false;
    this.worker.postMessage({ kind: 'author', run: this.lastRun, ask });
    return true;
  }

  /** Forgives the rule that was stopped, so that it may run again as it is. */
  forgive(): void {
    this.guilty = null;
  }

  /** Ends the worker. */
  close(): void {
    clearTimeout(this.timer);
    this.worker.terminate();
  }

  private launch(): WorkerLike {
    this.ready = false;
    this.held = null;
    const worker = this.options.start();
    worker.onmessage = ({ data }) => this.hear(data);
    worker.onerror = (event) => this.crash(event.message || 'The engine could not be loaded.');
    return worker;
  }

  private ask(question: Question): void {
    const run = ++this.lastRun;
    const { rule, events, settings, look } = question;
    this.asked = { run, question };
    this.beacon = null;
    this.options.onRun(run, question);
    this.worker.postMessage({
      kind: 'run',
      run,
      rule,
      events: events === this.held ? null : events,
      settings,
      look,
    });
    this.held = events;
    this.watch();
  }

  private hear(response: Response): void {
    if (response.kind === 'ready') {
      this.ready = true;
      this.watch();
      return;
    }
    if (this.asked) this.watch();
    if (response.kind === 'seen') this.answer(response.ask, response.values);
    else if (response.kind === 'beacon') this.beacon = response;
    else if (response.kind === 'idle') this.settle();
    else if (response.kind !== 'alive' && response.run === this.lastRun) this.options.onResponse(response);
  }

  private answer(ask: number, values: readonly SeenValue[]): void {
    this.answers.get(ask)?.(values);
    this.answers.delete(ask);
  }

  private settle(): void {
    clearTimeout(this.timer);
    this.asked = null;
    const next = this.waiting;
    this.waiting = null;
    if (next) this.ask(next);
  }

  /** Counts from now; before the worker's script has loaded there is nothing to count. */
  private watch(): void {
    clearTimeout(this.timer);
    if (this.ready && this.asked) this.timer = setTimeout(() => this.hang(), this.options.patience);
  }

  private hang(): void {
    const { asked, waiting, beacon } = this;
    if (!asked) return;
    this.restart();
    const pinned = beacon?.pinned ?? false;
    if (!pinned) this.guilty = asked.question.rule;
    this.options.onHang({
      rule: asked.question.rule,
      what: beacon?.what ?? null,
      range: beacon?.range ?? null,
      pinned,
    });
    // Whoever unpins the version asks anew; what waits would run it once more.
    if (waiting && !pinned) this.run(waiting);
  }

  private crash(message: string): void {
    clearTimeout(this.timer);
    // A worker that never came up would only fail again; it is left alone until the next edit asks anew.
    const { asked } = this;
    this.restart();
    if (asked) this.guilty = asked.question.rule;
    this.options.onCrash(message);
  }

  private restart(): void {
    clearTimeout(this.timer);
    this.worker.onmessage = null;
    this.worker.onerror = null;
    this.worker.terminate();
    for (const ask of [...this.answers.keys()]) this.answer(ask, []);
    this.asked = null;
    this.waiting = null;
    this.worker = this.launch();
  }
}
