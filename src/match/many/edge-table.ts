import { Candidates } from './candidates';
import { CASE, type Literal, type Searched, SPREAD } from './searched';

/** Where in a text a literal has to stand: at its beginning, at its end, or it is the whole text. */
export type Edge = 'start' | 'end' | 'whole';

const FIRST = 0x811c9dc5;
const PRIME = 0x01000193;

/** The hash of so many characters is enough to tell nearly all literals apart. */
const FAR = 16;

/**
 * Literals that have to stand at one edge of a text. One short walk from that edge finds all that do, by the hash of the
 * characters walked so far.
 */
export class EdgeTable {
  /** How far to walk, and for whole texts how long they are at most. */
  private readonly far: number;
  private readonly longest: number;
  private readonly candidates: Candidates;

  /** No literal is empty. */
  constructor(
    literals: readonly Literal[],
    private readonly edge: Edge,
  ) {
    this.longest = literals.reduce((most, { text }) => Math.max(most, text.length), 0);
    this.far = Math.min(FAR, this.longest);
    const entries = literals.map(({ text, literal }) => {
      const offset = edge === 'end' ? text.length : 0;
      return { text, literal, offset, key: this.hashOf(text) };
    });
    this.candidates = new Candidates(entries, edge === 'whole');
  }

  private hashOf(text: string): number {
    let hash = FIRST;
    for (let n = 0; n < Math.min(FAR, text.length); n++) {
      const at = this.edge === 'start' ? n : text.length - 1 - n;
      hash = Math.imul(hash ^ ((text.charCodeAt(at) & 0xff) | CASE), PRIME);
    }
    return hash;
  }

  /** Adds each literal that stands at the edge of the text to `found`, ignoring case. */
  scan(searched: Searched, found: number[]): void {
    const { bytes, length } = searched;
    const { edge, candidates, far } = this;
    const whole = edge === 'whole';
    if (whole && length > this.longest) return;
    const { filter, shift } = candidates;
    const start = edge === 'start';
    const at = edge === 'end' ? length : 0;
    const most = Math.min(far, length);
    let hash = FIRST;
    for (let n = 1; n <= most; n++) {
      hash = Math.imul(hash ^ (bytes[start ? n - 1 : length - n]! | CASE), PRIME);
      const bit = Math.imul(hash, SPREAD) >>> shift;
      if ((filter[bit >>> 5]! & (1 << bit)) === 0 || (whole && n < most)) continue;
      candidates.compare(bit, hash, at, searched, found);
    }
  }
}
