/** A timer that is later than this was held up with the rest of the page: messages may be waiting behind it. */
const HELD_UP = 100;

/** Calls `onDue` when a moment has come, in the time of `performance.now()`. The moment may be set again and again. */
export class Deadline {
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** When the timer is due. */
  private due = 0;
  private isHeldUp = false;

  constructor(private readonly onDue: (now: number) => void) {}

  /** Sets the moment. One that is later than the last does not move the timer: `onDue` checks whether it has come. */
  set(due: number): void {
    if (this.timer === undefined || this.due > due) this.wait(due);
  }

  clear(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private wait(due: number): void {
    this.clear();
    this.due = due;
    this.timer = setTimeout(() => this.fire(), Math.max(0, due - performance.now()));
  }

  private fire(): void {
    this.timer = undefined;
    const now = performance.now();
    if (now - this.due > HELD_UP && !this.isHeldUp) {
      this.isHeldUp = true;
      this.wait(now + HELD_UP);
      return;
    }
    this.isHeldUp = false;
    this.onDue(now);
  }
}
