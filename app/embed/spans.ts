import type { Range } from '../../src/text';

/** A part of a text to colour. */
export interface Coloured {
  readonly range: Range;
  readonly className: string;
}

/** A stretch of a text with the classes of all that covers it. */
export interface Span {
  readonly start: number;
  readonly text: string;
  readonly className: string;
}

/**
 * The stretch of `text` in `within`, cut where the colours change. Where colours overlap, a stretch has the classes of the
 * narrowest alone, so that a wildcard is seen inside its match.
 */
export function spansOf(text: string, within: Range, coloured: readonly Coloured[]): Span[] {
  const inside = coloured.filter(({ range }) => range.start < within.end && range.end > within.start);
  const cuts = new Set([within.start, within.end]);
  for (const { range } of inside) {
    cuts.add(Math.max(within.start, range.start));
    cuts.add(Math.min(within.end, range.end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  // The narrowest last, so that it wins.
  const layers = [...inside].sort((a, b) => length(b) - length(a));
  return places.slice(0, -1).map((start, i) => {
    const end = places[i + 1]!;
    const over = layers.findLast(({ range }) => range.start <= start && range.end >= end);
    return { start, text: text.slice(start, end), className: over?.className ?? '' };
  });
}

const length = ({ range }: Coloured) => range.end - range.start;

const LINE = /^([ \t]*(?:- +)*)([\w.$|*-]+)(?=:(?:[ \t]|$))|(?:^|[ \t])(#.*)$/gm;

/** The keys and comments of a rule, for a text without an editor. A `#` in quotes before a blank is taken for a comment. */
export function ruleColours(text: string): Coloured[] {
  return [...text.matchAll(LINE)].map(({ 0: whole, 1: indent = '', 2: key, 3: comment, index }) => {
    const end = index + whole.length;
    return key === undefined
      ? { range: { start: end - (comment ?? '').length, end }, className: 'embed-comment' }
      : { range: { start: index + indent.length, end }, className: 'embed-key' };
  });
}
