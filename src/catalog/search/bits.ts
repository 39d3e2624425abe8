/** A set of positions below a fixed size. */
export class Bits {
  private readonly words: Uint32Array;

  constructor(readonly size: number) {
    this.words = new Uint32Array((size + 31) >> 5);
  }

  /** All positions below `size`. */
  static full(size: number): Bits {
    const bits = new Bits(size);
    for (let i = 0; i < size; i++) bits.add(i);
    return bits;
  }

  add(position: number): void {
    const word = position >> 5;
    this.words[word] = (this.words[word] ?? 0) | (1 << (position & 31));
  }

  addAll(positions: Iterable<number>): void {
    for (const position of positions) this.add(position);
  }

  has(position: number): boolean {
    return ((this.words[position >> 5] ?? 0) & (1 << (position & 31))) !== 0;
  }

  /** Keeps what is also in `other` or, if that is negated, what is not in it. */
  keep(other: Bits, denied = false): void {
    for (let i = 0; i < this.words.length; i++) {
      const word = other.words[i] ?? 0;
      this.words[i] = (this.words[i] ?? 0) & (denied ? ~word : word);
    }
  }

  unite(other: Bits): void {
    for (let i = 0; i < this.words.length; i++) this.words[i] = (this.words[i] ?? 0) | (other.words[i] ?? 0);
  }

  /** How many positions both have. */
  shared(other: Bits): number {
    let count = 0;
    for (let i = 0; i < this.words.length; i++) count += ones((this.words[i] ?? 0) & (other.words[i] ?? 0));
    return count;
  }
}

function ones(word: number): number {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
