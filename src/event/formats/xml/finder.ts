/** Finds strings further on in a text and caches the result, so that each part is searched once. */
export class Finder {
  private readonly text: string;
  private readonly found = new Map<string, number>();

  constructor(text: string) {
    this.text = text;
  }

  /** The next position of `what` from `from` on; -1 if there is none. `from` must not go back before an earlier one. */
  next(what: string, from: number): number {
    const known = this.found.get(what);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const at = this.text.indexOf(what, from);
    this.found.set(what, at);
    return at;
  }
}
