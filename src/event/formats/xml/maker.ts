/** Characters of a value: a stretch of the text, where references count, or that of a CDATA section, where they do not. */
export interface Characters {
  readonly start: number;
  readonly end: number;
  readonly isCdata: boolean;
}

/**
 * What the parser makes of an event. There are two: one makes values, the other makes places, and since one parser drives
 * both, each value has its place under the same path.
 */
export interface Maker<N> {
  /** A value; `key` is what names it: an element's name, an attribute's, or that of a `Data` element. */
  leaf(parts: readonly Characters[], keyStart: number, keyEnd: number): N;
  /** An element that holds nothing where nothing is no value. */
  none(at: number, keyStart: number, keyEnd: number): N;
  branch(): N;
  /** Puts `node` under `name`; the second of a name makes it a list. */
  add(branch: N, name: string, node: N): void;
  /** Told once all of the branch is known. */
  close(branch: N, start: number, end: number, keyStart: number, keyEnd: number): void;
}
