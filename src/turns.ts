/** After this time others get a turn, in milliseconds. */
const TURN = 12;

/** Work in pieces: between two of them it is asked whether others should get a turn, and whether the work is still wanted. */
export class Turns {
  private since: number;

  /** `alive` gives others a turn and answers false where the work is no longer wanted; `clock` gives milliseconds. */
  constructor(
    private readonly clock: () => number,
    private readonly alive: () => Promise<boolean>,
  ) {
    this.since = clock();
  }

  /** True where a turn is over. */
  get isOver(): boolean {
    return this.clock() - this.since > TURN;
  }

  /** Gives others a turn where this one is over; false where the work is no longer wanted. */
  async goOn(): Promise<boolean> {
    if (!this.isOver) return true;
    const wanted = await this.alive();
    this.since = this.clock();
    return wanted;
  }

  /** What the steps give in the end; null where they are no longer wanted before. */
  async through<T>(steps: Generator<unknown, T>): Promise<{ readonly value: T } | null> {
    let step = steps.next();
    for (; !step.done; step = steps.next()) if (this.isOver && !(await this.goOn())) return null;
    return { value: step.value };
  }
}

/** Gives others a turn in the middle of long work. */
export type Turn = () => Promise<void>;
