import { BeyondHand } from '../../log';
import { BEYOND, type RulesAsked, type RulesRead, type Share, type ShareResult } from './share';
import { ShareRunner } from './share-runner';

/** What a lane answers to a share. */
export type ShareAnswer = ShareResult | typeof BEYOND;

/** Does one share at a time. */
export interface Lane {
  /** What came of the rules. Rejects where the lane ends before. */
  readonly ready: Promise<RulesRead>;
  /** Does a share. Rejects with `LaneEnded` if the lane ends meanwhile, and with any other error where the share cannot be read. */
  ask(share: Share): Promise<ShareAnswer>;
  close(): void;
}

/** A lane ended in the middle of its work, or gave no sign of life. */
export class LaneEnded extends Error {}

/** A share could not be read. */
export class ShareUnread extends Error {
  constructor(
    message: string,
    readonly code: string | undefined,
  ) {
    super(message);
  }
}

/** Asks a runner; where the bytes are not at hand, says so. */
export async function answerOf(runner: ShareRunner, share: Share): Promise<ShareAnswer> {
  try {
    return await runner.run(share);
  } catch (error) {
    if (error instanceof BeyondHand) return BEYOND;
    throw error;
  }
}

/** A lane in this thread: while it works, nothing else does. */
export class OwnLane implements Lane {
  readonly ready: Promise<RulesRead>;
  private readonly runner: ShareRunner;

  constructor(asked: RulesAsked, beat: (events: number) => void) {
    this.runner = new ShareRunner(asked, beat);
    this.ready = Promise.resolve(this.runner.read);
  }

  async ask(share: Share): Promise<ShareAnswer> {
    try {
      return await answerOf(this.runner, share);
    } catch (error) {
      throw new ShareUnread((error as Error).message, (error as { code?: string }).code);
    }
  }

  close(): void {}
}
