/** Line numbers for ascending positions in a text, counted from one to the next, so that many faults share one pass. */
export class LineCounter {
  private readonly text: string;
  private line: number;
  /** Where the current line ends. */
  private lineBreak: number;

  /** `first`: the number of the text's first line. */
  constructor(text: string, first = 1) {
    this.text = text;
    this.line = first;
    this.lineBreak = this.next(0);
  }

  /**
   * The line of `offset`, counted from the first line's number. Offsets must not go back beyond the last one's line.
   */
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
