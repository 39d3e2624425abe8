/**
 * The keys of a map that is still open. Adding one returns new keys and leaves these unchanged, without a copy unless
 * both continue.
 */
export class Keys implements Iterable<string> {
  static readonly NONE = new Keys(new Map(), 0);

  private constructor(
    /** Each key with its index; those from `size` on belong to whoever continued from here. */
    private readonly places: Map<string, number>,
    private readonly size: number,
  ) {}

  has(key: string): boolean {
    return (this.places.get(key) ?? this.size) < this.size;
  }

  with(key: string): Keys {
    const alone = this.size > 0 && this.places.size === this.size;
    const places = alone ? this.places : new Map([...this].map((one, i) => [one, i]));
    places.set(key, this.size);
    return new Keys(places, this.size + 1);
  }

  *[Symbol.iterator](): Iterator<string> {
    for (const [key, place] of this.places) if (place < this.size) yield key;
  }
}
