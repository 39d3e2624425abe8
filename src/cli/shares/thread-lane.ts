import { isMainThread, type MessagePort, parentPort, Worker, workerData } from 'node:worker_threads';
import { answerOf, type Lane, LaneEnded, type ShareAnswer, ShareUnread } from './lane';
import type { RulesAsked, RulesRead, Share } from './share';
import { ShareRunner } from './share-runner';

/** What a thread says. */
type Said =
  | { readonly kind: 'ready'; readonly read: RulesRead }
  | { readonly kind: 'beat'; readonly events: number }
  | { readonly kind: 'answer'; readonly answer: ShareAnswer }
  | { readonly kind: 'unread'; readonly message: string; readonly code: string | undefined };

/** Milliseconds between two signs of life, at least. */
const BEAT = 200;
/** Milliseconds without a sign of life after which a thread is ended. One rule on one event has three seconds. */
const SILENT = 60_000;

/** Names the work in the data of a thread. */
const WORK = 'sigma match';

/** True in a thread that `ThreadLane` started. */
export function isLane(): boolean {
  return !isMainThread && (workerData as { work?: unknown } | null)?.work === WORK;
}

/** Answers shares in a thread, until it is ended. */
export function serveLane(port: MessagePort | null = parentPort): void {
  if (!port) return;
  const say = (said: Said) => port.postMessage(said);
  let events = 0;
  let last = 0;
  const beat = (more: number) => {
    events += more;
    const now = performance.now();
    if (now - last < BEAT) return;
    last = now;
    say({ kind: 'beat', events });
    events = 0;
  };
  const runner = new ShareRunner((workerData as { asked: RulesAsked }).asked, beat);
  say({ kind: 'ready', read: runner.read });
  port.on('message', async (share: Share) => {
    try {
      const answer = await answerOf(runner, share);
      say({ kind: 'beat', events });
      events = 0;
      say({ kind: 'answer', answer });
    } catch (error) {
      say({
        kind: 'unread',
        message: (error as Error).message,
        code: (error as { code?: string }).code,
      });
    }
  });
}

interface Waiting<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}

/** A lane in a thread of its own. One that gives no sign of life while it has work is ended. */
export class ThreadLane implements Lane {
  readonly ready: Promise<RulesRead>;
  private readonly worker: Worker;
  private waiting: Waiting<ShareAnswer> | null = null;
  private starting: Waiting<RulesRead> | null = null;
  private ended: LaneEnded | null = null;
  private heard = performance.now();
  private readonly watch: NodeJS.Timeout;

  /** `entry`: the script to start; it calls `serveLane`. `silent`: milliseconds without a sign of life after which it is ended. */
  constructor(
    entry: string | URL,
    asked: RulesAsked,
    private readonly beat: (events: number) => void,
    silent = SILENT,
  ) {
    this.worker = new Worker(entry, { workerData: { work: WORK, asked } });
    this.ready = new Promise((resolve, reject) => {
      this.starting = { resolve, reject };
    });
    this.ready.catch(() => {});
    this.worker.on('message', (said: Said) => this.hear(said));
    this.worker.on('error', (error: Error) => this.end(error.message));
    this.worker.on('exit', () => this.end('it ended'));
    this.watch = setInterval(
      () => {
        if (!this.waiting && !this.starting) return;
        if (performance.now() - this.heard <= silent) return;
        this.end(`it gave no sign of life for ${Math.round(silent / 1000)} seconds`);
        void this.worker.terminate();
      },
      Math.min(1000, silent / 4),
    );
  }

  ask(share: Share): Promise<ShareAnswer> {
    if (this.ended) return Promise.reject(this.ended);
    this.heard = performance.now();
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.worker.postMessage(share);
    });
  }

  close(): void {
    this.end('it was closed');
    void this.worker.terminate();
  }

  private hear(said: Said): void {
    this.heard = performance.now();
    const { waiting } = this;
    if (said.kind === 'beat') this.beat(said.events);
    else if (said.kind === 'ready') {
      this.starting?.resolve(said.read);
      this.starting = null;
    } else {
      this.waiting = null;
      if (said.kind === 'answer') waiting?.resolve(said.answer);
      else waiting?.reject(new ShareUnread(said.message, said.code));
    }
  }

  private end(why: string): void {
    clearInterval(this.watch);
    if (this.ended) return;
    this.ended = new LaneEnded(why);
    this.starting?.reject(this.ended);
    this.waiting?.reject(this.ended);
    this.starting = null;
    this.waiting = null;
  }
}
