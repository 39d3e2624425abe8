/** Characters of a value: a part of the text, in which references count, or a CDATA section, in which they do not. */
export interface Characters {
  readonly start: number;
  readonly end: number;
  readonly isCdata: boolean;
}

/**
 * What the parser builds for an event. There are two makers, one for values and one for positions; one parser drives
 * both, so each value has its position under the same path.
 */
export interface Maker<N> {
  /** A value; `key` names it: the name of an element or attribute, or that of a `Data` element. */
  leaf(parts: readonly Characters[], keyStart: number, keyEnd: number): N;
  /** An empty element that counts as no value. */
  none(at: number, keyStart: number, keyEnd: number): N;
  branch(): N;
  /** Adds `node` as `name`; a second one of the same name makes a list. */
  add(branch: N, name: string, node: N): void;
  /** Called when the branch is complete. */
  close(branch: N, start: number, end: number, keyStart: number, keyEnd: number): void;
}
