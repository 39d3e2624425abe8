import { matchAt, Pattern, type Shape } from './pattern';

/**
 * A pattern whose written stars end at a line break: one of the other readings. The leftmost place of a segment need not be
 * good enough here, so all places are tried, each segment at each place once.
 */
export class LinePattern extends Pattern {
  protected override shapeOf(): Shape {
    return 'general';
  }

  protected override place(text: string, from: number): { starts: number[]; ends: number[] } | null {
    const gaps = this.gaps();
    const starts: number[] = [];
    const ends: number[] = [];
    const dead = new Set<number>();
    /** Places the segments from `i` on, the text before `at` being taken. */
    const rest = (i: number, at: number): boolean => {
      const gap = gaps[i]!;
      if (i === this.segments.length) {
        if (gap === 'none') return at === text.length;
        return gap === 'far' || !text.includes('\n', at);
      }
      const key = i * (text.length + 1) + at;
      if (dead.has(key)) return false;
      const line = text.indexOf('\n', at);
      const furthest = gap === 'none' ? at : gap === 'far' || line < 0 ? text.length : line;
      for (let start = at; start <= furthest; start++) {
        const end = matchAt(this.segments[i]!, text, start);
        if (end < 0) continue;
        starts[i] = start;
        ends[i] = end;
        if (rest(i + 1, end)) return true;
      }
      dead.add(key);
      return false;
    };
    return rest(0, from) ? { starts, ends } : null;
  }

  /** What lies before each segment and behind the last: nothing, a star within its line, or one that crosses lines. */
  private gaps(): ('none' | 'line' | 'far')[] {
    const gaps: ('none' | 'line' | 'far')[] = ['none'];
    for (const [i, part] of this.parts.entries()) {
      if (part.kind !== 'star') {
        if (i === 0 || this.parts[i - 1]!.kind === 'star') gaps.push('none');
        continue;
      }
      if (part.at === null) gaps[gaps.length - 1] = 'far';
      else if (gaps[gaps.length - 1] === 'none') gaps[gaps.length - 1] = 'line';
    }
    return gaps;
  }
}
