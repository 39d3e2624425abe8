/** A column of numbers that grows at its end. */
export class Column<T extends Uint8Array | Uint16Array | Uint32Array | Float64Array> {
  length = 0;
  data: T;

  constructor(private readonly make: (length: number) => T) {
    this.data = make(1024);
  }

  push(value: number): void {
    if (this.length === this.data.length) {
      // By half, because free capacity takes memory too.
      const grown = this.make(Math.ceil(this.length * 1.5));
      grown.set(this.data as never);
      this.data = grown;
    }
    this.data[this.length++] = value;
  }
}

/** A verdict that is still to come. */
export const PENDING = 255;

/** What is kept for each event of a log: some thirty bytes. */
export class LogColumns {
  /** First byte in the file, and how many. */
  readonly offsets = new Column((n) => new Float64Array(n));
  readonly lengths = new Column((n) => new Uint32Array(n));
  /** Index into `labels`. */
  readonly sources = new Column((n) => new Uint16Array(n));
  /** Its verdict, as an index in `VERDICTS`, or `PENDING`. */
  readonly codes = new Column((n) => new Uint8Array(n));
  /** The selections that match it: one bit each, the last bit for all beyond the thirty-first. */
  readonly selections = new Column((n) => new Uint32Array(n));
  /** 1 if the search finds it. */
  readonly found = new Column((n) => new Uint8Array(n));
  readonly labels: string[] = [];
  private readonly labelIds = new Map<string, number>();

  get length(): number {
    return this.offsets.length;
  }

  add(offset: number, length: number, label: string): void {
    this.offsets.push(offset);
    this.lengths.push(length);
    this.sources.push(this.label(label));
    this.codes.push(PENDING);
    this.selections.push(0);
    this.found.push(0);
  }

  private label(label: string): number {
    let id = this.labelIds.get(label);
    if (id === undefined) {
      if (this.labels.length > 0xffff) return 0xffff;
      id = this.labels.push(label) - 1;
      this.labelIds.set(label, id);
    }
    return id;
  }
}

/** The bit of selection number `index`. */
export function selectionBit(index: number): number {
  return (1 << Math.min(index, 31)) >>> 0;
}
