import { CASE, type Literal, type Searched } from './searched';

/** Literals of up to three characters, by their first two, or by their only one. */
export class ShortTable {
  private readonly places = new Uint16Array(0x10000);
  private readonly buckets: Literal[][] = [[]];
  private readonly single: boolean;

  constructor(taken: readonly Literal[]) {
    this.single = taken.some(({ text }) => text.length === 1);
    for (const one of taken) {
      const first = (one.text.charCodeAt(0) & 0xff) | CASE;
      // A single character is met whatever follows it.
      const places =
        one.text.length > 1
          ? [(first << 8) | (one.text.charCodeAt(1) & 0xff) | CASE]
          : Array.from({ length: 256 }, (_, next) => (first << 8) | next | CASE);
      for (const place of new Set(places)) this.add(place, one);
    }
  }

  private add(place: number, one: Literal): void {
    if (this.places[place] === 0) this.places[place] = this.buckets.push([]) - 1;
    this.buckets[this.places[place]!]!.push(one);
  }

  /** Adds each literal that occurs in the text to `found`, ignoring case, as often as it occurs. */
  scan(searched: Searched, found: number[]): void {
    const { places } = this;
    const { bytes, length } = searched;
    let pair = 0;
    for (let i = 0; i < length; i++) {
      pair = ((pair << 8) | bytes[i]! | CASE) & 0xffff;
      const bucket = places[pair]!;
      if (bucket !== 0) this.compare(bucket, i - 1, searched, found);
    }
    if (!this.single || length === 0) return;
    // The last character, with nothing behind it.
    const bucket = places[((pair << 8) | CASE) & 0xffff]!;
    if (bucket !== 0) this.compare(bucket, length - 1, searched, found);
  }

  private compare(bucket: number, at: number, searched: Searched, found: number[]): void {
    const entries = this.buckets[bucket]!;
    for (let k = 0; k < entries.length; k++)
      if (searched.holds(entries[k]!.text, at)) found.push(entries[k]!.literal);
  }
}
