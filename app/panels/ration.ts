/** Rows that all lists together draw in one frame. */
const ROWS = 40;
/** Rows that a list draws in any case. */
const LEAST = 5;

/** How many rows all lists of the page may draw before the next frame: many lists at once take no longer than one. */
export class Ration {
  private left = ROWS;
  private isCounting = false;

  /** `onFrame` calls back when the next frame begins. */
  constructor(private readonly onFrame: (call: () => void) => void) {}

  /** As many of the wanted rows as a list may draw now. */
  take(wanted: number): number {
    if (!this.isCounting) {
      this.isCounting = true;
      this.onFrame(() => {
        this.isCounting = false;
        this.left = ROWS;
      });
    }
    const taken = Math.min(wanted, Math.max(LEAST, this.left));
    this.left -= taken;
    return taken;
  }
}
