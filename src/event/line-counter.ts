/** Lines of ascending places in a text, counted on from one to the next, so that many faults cost one pass together. */
export class LineCounter {
  private readonly text: string;
  private line = 1;
  /** Where the current line ends. */
  private lineBreak: number;

  constructor(text: string) {
    this.text = text;
    this.lineBreak = this.next(0);
  }

  /** The line of `offset`, from 1. Offsets must not go back beyond the last one's line. */
  lineOf(offset: number): number {
    while (this.lineBreak < offset) {
      this.line++;
      this.lineBreak = this.next(this.lineBreak + 1);
    }
    return this.line;
  }

  /** Where the line of `offset` ends. */
  endOf(offset: number): number {
    this.lineOf(offset);
    return this.lineBreak;
  }

  private next(from: number): number {
    const found = this.text.indexOf('\n', from);
    return found < 0 ? this.text.length : found;
  }
}
