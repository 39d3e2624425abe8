/** Looks for strings further on in a text, each place once: what has been found, or is known to be absent, is remembered. */
export class Finder {
  private readonly text: string;
  private readonly found = new Map<string, number>();

  constructor(text: string) {
    this.text = text;
  }

  /** Where `what` stands next from `from` on; -1 where it does not. `from` must not go back before an earlier one. */
  next(what: string, from: number): number {
    const known = this.found.get(what);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const at = this.text.indexOf(what, from);
    this.found.set(what, at);
    return at;
  }
}
