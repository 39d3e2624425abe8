/** A browser's storage with room for so many characters, or one that refuses everything. */
export class Room implements Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'length' | 'key'> {
  readonly items = new Map<string, string>();
  constructor(
    public room = Infinity,
    public refuses = false,
  ) {}
  get length() {
    return this.items.size;
  }
  key(index: number) {
    return [...this.items.keys()][index] ?? null;
  }
  getItem(key: string) {
    if (this.refuses) throw new DOMException('', 'SecurityError');
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    if (this.refuses) throw new DOMException('', 'SecurityError');
    let used = key.length + value.length;
    for (const [k, v] of this.items) if (k !== key) used += k.length + v.length;
    if (used > this.room) throw new DOMException('', 'QuotaExceededError');
    this.items.set(key, value);
  }
  removeItem(key: string) {
    if (this.refuses) throw new DOMException('', 'SecurityError');
    this.items.delete(key);
  }
}
