import { matchAt, Pattern, type PatternShape } from './pattern';

/** What comes before a segment or after the last: nothing, a star within its line, or a star that crosses lines. */
type Gap = 'none' | 'line' | 'far';

/**
 * A pattern whose written stars end at a line break: an alternative reading. Here the leftmost place of a segment may
 * not be good enough, so places are computed from the last segment to the first, in time linear in the text for each.
 */
export class LinePattern extends Pattern {
  protected override shapeOf(): PatternShape {
    return 'general';
  }

  protected override place(text: string, from: number): { starts: number[]; ends: number[] } | null {
    const { segments } = this;
    const gaps = this.gaps();
    // For each position: where segment `i` begins so that the segments from `i` on can follow, or -1.
    let follows = behind(gaps[segments.length]!, text);
    const places: Int32Array[] = [];
    for (let i = segments.length - 1; i >= 0; i--) {
      const next = new Int32Array(text.length + 1);
      for (let at = text.length, later = -1; at >= 0; at--) {
        const end = matchAt(segments[i]!, text, at);
        if (gaps[i] === 'none' || (gaps[i] === 'line' && text[at] === '\n')) later = -1;
        if (end >= 0 && follows(end)) later = at;
        next[at] = later;
      }
      places[i] = next;
      follows = (at) => next[at]! >= 0;
    }
    if (!follows(from)) return null;
    const starts: number[] = [];
    const ends: number[] = [];
    let at = from;
    for (const [i, segment] of segments.entries()) {
      const start = places[i]![at]!;
      at = matchAt(segment, text, start);
      starts.push(start);
      ends.push(at);
    }
    return { starts, ends };
  }

  private gaps(): Gap[] {
    const gaps: Gap[] = ['none'];
    for (const [i, part] of this.parts.entries()) {
      const last = gaps.length - 1;
      if (part.kind !== 'star') {
        if (i === 0 || this.parts[i - 1]!.kind === 'star') gaps.push('none');
      } else if (part.at === null) gaps[last] = 'far';
      else if (gaps[last] === 'none') gaps[last] = 'line';
    }
    return gaps;
  }
}

/** Tests whether the rest of the text after a position fits the last gap. */
function behind(gap: Gap, text: string): (at: number) => boolean {
  if (gap === 'none') return (at) => at === text.length;
  const line = text.lastIndexOf('\n');
  return (at) => gap === 'far' || line < at;
}
