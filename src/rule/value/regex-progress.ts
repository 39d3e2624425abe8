import type { Range } from '../../text';
import { compileRegex } from './regex';
import { piecesOf } from './regex-pieces';
import type { RegexFlags, SigmaRegex } from './regex-types';

/** How far an expression gets in a text. */
export interface RegexProgress {
  /** The part of the expression that matches, and the next piece, which does not. */
  readonly source: Range;
  readonly next: Range;
  /** The longest stretch of the text that this part matches. */
  readonly text: Range;
  /** The fraction of pieces that match. */
  readonly share: number;
}

/** Limits: expressions with more alternatives, and the rest of longer texts, are not tried in parts. */
const MAX_ALTERNATIVES = 8;
const MAX_PIECES = 200;
const MAX_TEXT = 20_000;
const LEADING_FLAGS = /^(?:\(\?[ims]+\))+/;

/**
 * Finds how far an expression gets in texts that it does not match, by trying its parts from the start. Only on the
 * linear engine: an explanation is not worth a hang.
 */
export class ProgressOf {
  private readonly tried = new Map<string, SigmaRegex | null>();
  private readonly alternatives;

  constructor(
    private readonly source: string,
    private readonly flags: RegexFlags,
  ) {
    const pieces = piecesOf(source);
    const few = pieces !== null && pieces.length <= MAX_ALTERNATIVES;
    this.alternatives = few ? pieces.filter(({ ends }) => ends.length <= MAX_PIECES) : [];
  }

  /** The part that gets furthest; null if none matches anywhere. */
  in(text: string): RegexProgress | null {
    const looked = text.slice(0, MAX_TEXT);
    let best: RegexProgress | null = null;
    for (const { start, ends } of this.alternatives) {
      const count = this.longest(start, ends, looked);
      if (count === 0 || count === ends.length) continue;
      const source = { start, end: ends[count - 1]! };
      const range = this.match(source, looked);
      const share = count / ends.length;
      if (!range || (best && best.share >= share)) continue;
      best = { source, next: { start: source.end, end: ends[count]! }, text: range, share };
    }
    return best;
  }

  /** How many pieces the longest matching part has. Every shorter part matches too. */
  private longest(start: number, ends: readonly number[], text: string): number {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.regex({ start, end: ends[middle - 1]! })?.test(text)) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private match(source: Range, text: string): Range | null {
    const found =
      this.regex(source)
        ?.find(text)
        .map(({ range }) => range) ?? [];
    return found.reduce<Range | null>(
      (best, range) => (best && best.end - best.start >= range.end - range.start ? best : range),
      null,
    );
  }

  private regex({ start, end }: Range): SigmaRegex | null {
    const flags = start > 0 ? (LEADING_FLAGS.exec(this.source)?.[0] ?? '') : '';
    const part = flags + this.source.slice(start, end);
    let known = this.tried.get(part);
    if (known === undefined) {
      const made = compileRegex(part, this.flags);
      known = made.ok && made.regex.engine === 'linear' ? made.regex : null;
      this.tried.set(part, known);
    }
    return known;
  }
}
