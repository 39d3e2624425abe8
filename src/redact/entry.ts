/** What a replaced value is. */
export type Kind = 'user' | 'host' | 'domain' | 'address' | 'mail' | 'sid' | 'guid';

/** One value that is replaced, the same everywhere. */
export interface Entry {
  /** Its number, from 0, in the order in which the values were found; the same for the same texts. */
  readonly id: number;
  readonly kind: Kind;
  /** As it is written where it was found first. */
  readonly original: string;
  readonly replacement: string;
  /** True if there is no other value of its form that the rule takes for the same. */
  readonly isFixed?: true;
}

/** Where a value stands in a text, and what is written there instead. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  /** All values that are in it: several in an encoded text. */
  readonly entries: readonly number[];
  /** The text instead, if those that `isOn` accepts are replaced; null if nothing changes. */
  write(isOn: (entry: number) => boolean): string | null;
}

/** A replacement of one value alone. */
export function hitOf(start: number, end: number, entry: number, text: string): Hit {
  return { start, end, entries: [entry], write: (isOn) => (isOn(entry) ? text : null) };
}

/** Hits from left to right without overlaps: of two that begin together the longer wins. */
export function inOrder(hits: readonly Hit[]): Hit[] {
  const sorted = [...hits].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Hit[] = [];
  let end = 0;
  for (const hit of sorted) {
    if (hit.start < end) continue;
    kept.push(hit);
    end = hit.end;
  }
  return kept;
}

/** The text with all hits written that change something. */
export function written(text: string, hits: readonly Hit[], isOn: (entry: number) => boolean): string {
  let out = '';
  let at = 0;
  for (const hit of hits) {
    const instead = hit.write(isOn);
    if (instead === null) continue;
    out += text.slice(at, hit.start) + instead;
    at = hit.end;
  }
  return out + text.slice(at);
}
