import { type Lane, LaneEnded, type ShareAnswer } from './lane';
import type { RulesRead, Share } from './share';

interface Asked {
  readonly share: Share;
  readonly resolve: (answer: ShareAnswer) => void;
  readonly reject: (error: unknown) => void;
  /** How often a lane ended over it. */
  ends: number;
}

/** Lanes that end over one share before it is given up. */
const MOST_ENDS = 2;
/** Shares that are asked for or not fetched yet, for each lane: as many answers are in memory at most. */
const AHEAD = 3;

/**
 * Gives shares to lanes. A lane that ends is started anew, and its share done again as a whole; one over which two lanes
 * ended is given up.
 */
export class Pool {
  private readonly free: Lane[] = [];
  private readonly busy = new Set<Lane>();
  private readonly queue: Asked[] = [];
  private closed = false;
  /** What came of the rules. */
  readonly ready: Promise<RulesRead>;

  constructor(
    readonly size: number,
    private readonly start: () => Lane,
  ) {
    for (let i = 0; i < size; i++) this.free.push(start());
    this.ready = this.firstReady();
  }

  /** How many shares it is worth to ask for at once. */
  get ahead(): number {
    return this.size === 1 ? 1 : this.size * AHEAD;
  }

  /** Does a share; `isFirst`: before all that wait, because others need its answer. Rejects with `LaneEnded` if it is given up. */
  ask(share: Share, isFirst = false): Promise<ShareAnswer> {
    return new Promise((resolve, reject) => {
      const asked = { share, resolve, reject, ends: 0 };
      if (isFirst) this.queue.unshift(asked);
      else this.queue.push(asked);
      this.next();
    });
  }

  close(): void {
    this.closed = true;
    for (const lane of [...this.free, ...this.busy]) lane.close();
  }

  private async firstReady(): Promise<RulesRead> {
    const [lane] = this.free;
    try {
      return await lane!.ready;
    } catch {
      // Once more, in case it was ended from outside.
      lane!.close();
      this.free[this.free.indexOf(lane!)] = this.start();
      return await this.free[0]!.ready;
    }
  }

  private next(): void {
    const asked = this.free.length > 0 ? this.queue.shift() : undefined;
    if (!asked) return;
    const lane = this.free.shift()!;
    this.busy.add(lane);
    void this.run(lane, asked);
  }

  private async run(lane: Lane, asked: Asked): Promise<void> {
    let kept = lane;
    try {
      const answer = await lane.ready.then(() => lane.ask(asked.share));
      asked.resolve(answer);
    } catch (error) {
      if (error instanceof LaneEnded && !this.closed) {
        lane.close();
        kept = this.start();
        asked.ends++;
        if (asked.ends < MOST_ENDS) this.queue.unshift(asked);
        else asked.reject(error);
      } else asked.reject(error);
    }
    this.busy.delete(lane);
    this.free.push(kept);
    this.next();
  }
}
