import { AS_OURS, type Readings } from '../../knowledge';
import type { Range } from '../../text';
import { type Fold, fold, foldAscii } from './fold';
import { isDash, type SigmaString, type StringPart } from './sigma-string';
import { MAX_OCCURRENCES, MAX_PARTS } from './told';

/** What one part of a pattern covers in a value. `part` is an index into the pattern's `parts`. */
export interface PartSpan {
  readonly part: number;
  readonly range: Range;
}

/** One occurrence of a pattern in a value. */
export interface PatternMatch {
  readonly range: Range;
  readonly parts: readonly PartSpan[];
}

/** The parts between two stars, folded, with their indexes in the pattern. */
export interface Segment {
  readonly parts: readonly {
    /** `unit`: one UTF-16 unit, the alternative reading of `?`. */
    readonly kind: 'text' | 'any' | 'unit' | 'dash';
    readonly text: string;
    readonly index: number;
  }[];
  /** The whole segment, if it is literal text: the fast path. */
  readonly literal: string | null;
}

export type PatternShape = 'exact' | 'contains' | 'starts' | 'ends' | 'anything' | 'general';

/**
 * A compiled value with wildcards. `test` is the fast path, on text already folded (raw if `cased`). `find` gives the
 * same answer with ranges. Both take time linear in the text for each part: there is no backtracking, because between
 * two stars the leftmost place is always good enough.
 */
export class Pattern {
  readonly shape: PatternShape;
  /** The literal of a simple shape. */
  readonly needle: string;
  /** How to fold the text to test. */
  readonly fold: Fold;
  protected readonly segments: readonly Segment[];
  protected readonly openStart: boolean;
  protected readonly openEnd: boolean;

  constructor(
    readonly parts: SigmaString,
    readonly cased: boolean,
    private readonly readings: Readings = AS_OURS,
  ) {
    this.fold = readings['case-folding'] ? foldAscii : fold;
    const segments: Segment[] = [];
    let current: Segment['parts'][number][] = [];
    const close = () => {
      if (current.length === 0) return;
      const literal = current.every((p) => p.kind === 'text') ? current.map((p) => p.text).join('') : null;
      segments.push({ parts: current, literal });
      current = [];
    };
    parts.forEach((part, index) => {
      if (part.kind === 'star') close();
      else if (part.kind === 'any')
        current.push({ kind: readings['any-code-point'] ? 'unit' : 'any', text: '', index });
      else if (part.kind === 'dash') current.push({ kind: 'dash', text: part.text, index });
      else if (part.kind === 'text')
        current.push({ kind: 'text', text: cased ? part.text : this.fold(part.text), index });
    });
    close();
    this.segments = segments;
    this.openStart = parts[0]?.kind === 'star';
    this.openEnd = parts[parts.length - 1]?.kind === 'star';
    const only = segments.length === 1 ? segments[0]!.literal : null;
    this.needle = only ?? '';
    this.shape = this.shapeOf(only);
  }

  protected shapeOf(only: string | null): PatternShape {
    if (this.segments.length === 0) return this.openStart ? 'anything' : 'exact';
    if (only === null) return 'general';
    if (this.openStart) return this.openEnd ? 'contains' : 'ends';
    return this.openEnd ? 'starts' : 'exact';
  }

  /** True if the pattern covers all of `text`, which the caller has folded unless the pattern is cased. */
  test(text: string): boolean {
    switch (this.shape) {
      case 'exact':
        return text === this.needle;
      case 'contains':
        return text.includes(this.needle);
      case 'starts':
        return text.startsWith(this.needle);
      case 'ends':
        return text.endsWith(this.needle);
      case 'anything':
        return true;
      default:
        return this.place(text, 0) !== null;
    }
  }

  /** The longest literal, folded: every passing text contains it. Empty if there is none. */
  longestLiteral(): string {
    let longest = '';
    for (const part of this.parts)
      if (part.kind === 'text' && part.text.length > longest.length) longest = part.text;
    // Neighbouring texts form one literal only if the whole pattern is a literal.
    return this.fold(this.needle.length > longest.length ? this.needle : longest);
  }

  /**
   * All occurrences in `raw`, with the range of each part: for `contains` shapes, each that does not overlap an
   * earlier one; otherwise one. Empty if `test` is false.
   */
  find(raw: string): PatternMatch[] {
    const text = this.cased ? raw : this.fold(raw);
    const found: PatternMatch[] = [];
    const most = Math.min(MAX_OCCURRENCES, Math.ceil(MAX_PARTS / Math.max(1, this.parts.length)));
    if (this.shape === 'contains') {
      // The empty needle occurs everywhere. Report it once, with no characters.
      const step = Math.max(1, this.needle.length);
      for (let at = text.indexOf(this.needle); at >= 0 && found.length < most; ) {
        found.push(this.describe([at], [at + this.needle.length], text));
        if (!this.needle) break;
        at = text.indexOf(this.needle, at + step);
      }
      return found;
    }
    let from = 0;
    while (found.length < most) {
      const placed = this.place(text, from);
      if (!placed) break;
      const occurrence = this.describe(placed.starts, placed.ends, text);
      found.push(occurrence);
      // Only a pattern open at both ends can occur again later.
      if (!this.openStart || !this.openEnd || this.segments.length === 0) break;
      const end = placed.ends[placed.ends.length - 1]!;
      if (end <= from) break;
      from = end;
    }
    return found;
  }

  /** Places the segments from left to right. Without a star at an end, the segment there is held to it. */
  protected place(text: string, from: number): { starts: number[]; ends: number[] } | null {
    const starts: number[] = [];
    const ends: number[] = [];
    const last = this.segments.length - 1;
    let at = from;
    for (let i = 0; i <= last; i++) {
      const segment = this.segments[i]!;
      let start: number;
      if (i === 0 && !this.openStart) {
        start = 0;
        const end = matchAt(segment, text, 0);
        if (end < 0 || (i === last && !this.openEnd && end !== text.length)) return null;
        starts.push(0);
        ends.push(end);
        at = end;
        continue;
      }
      if (i === last && !this.openEnd) {
        start = matchEndingAt(segment, text, text.length);
        if (start < at) return null;
        starts.push(start);
        ends.push(text.length);
        return { starts, ends };
      }
      start = search(segment, text, at);
      if (start < 0) return null;
      at = matchAt(segment, text, start);
      starts.push(start);
      ends.push(at);
    }
    if (last < 0 && !this.openStart && text.length > 0) return null;
    return { starts, ends };
  }

  /**
   * The segments found in `text` one after the other, from the first on, each at its leftmost place; all of them if
   * the text passes. For explanations. The caller has folded `text` unless the pattern is cased.
   */
  placed(text: string): { readonly segments: readonly Segment[]; readonly places: readonly Range[] } {
    const { segments } = this;
    const places: Range[] = [];
    let at = 0;
    for (const [i, segment] of segments.entries()) {
      const [first, last] = [i === 0 && !this.openStart, i === segments.length - 1 && !this.openEnd];
      const start = first ? 0 : last ? matchEndingAt(segment, text, text.length) : search(segment, text, at);
      const end = start < at ? -1 : matchAt(segment, text, start);
      if (end < 0 || (last && end !== text.length)) break;
      places.push({ start, end });
      at = end;
    }
    return { segments, places };
  }

  private describe(starts: readonly number[], ends: readonly number[], text: string): PatternMatch {
    const length = text.length;
    const spans: PartSpan[] = [];
    let segment = -1;
    let at = 0;
    let inside = false;
    this.parts.forEach((part, index) => {
      if (part.kind === 'star') {
        inside = false;
        const next = segment + 1 < starts.length ? starts[segment + 1]! : length;
        // Of two adjacent stars, the first takes everything.
        const start = this.parts[index - 1]?.kind === 'star' ? at : segment < 0 ? 0 : ends[segment]!;
        // The outer stars of `contains` cover what is not part of the occurrence. They have no range in the rule, so
        // nothing shows them.
        spans.push({ part: index, range: { start: Math.min(start, next), end: next } });
        at = next;
        return;
      }
      if (!inside) {
        segment++;
        at = starts[segment] ?? at;
        inside = true;
      }
      const pair = part.kind === 'any' && !this.readings['any-code-point'] && isPair(text, at);
      const width = part.kind === 'text' ? part.text.length : pair ? 2 : 1;
      const end = at + width;
      spans.push({ part: index, range: { start: at, end } });
      at = end;
    });
    const first = starts[0] ?? 0;
    const end = ends[ends.length - 1] ?? length;
    const whole =
      this.shape === 'contains' || (this.openStart && this.openEnd && starts.length > 0)
        ? { start: first, end }
        : { start: this.openStart ? first : 0, end: this.openEnd ? end : length };
    return { range: whole, parts: spans };
  }
}

function isPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at);
  const low = text.charCodeAt(at + 1);
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
}

/** The end of `segment` placed at `at`, or -1. */
export function matchAt(segment: Segment, text: string, at: number): number {
  if (segment.literal !== null)
    return text.startsWith(segment.literal, at) ? at + segment.literal.length : -1;
  for (const part of segment.parts) {
    if (part.kind === 'text') {
      if (!text.startsWith(part.text, at)) return -1;
      at += part.text.length;
    } else if (at >= text.length) return -1;
    else if (part.kind === 'any') at += isPair(text, at) ? 2 : 1;
    else if (part.kind === 'unit' || isDash(text[at]!)) at += 1;
    else return -1;
  }
  return at;
}

/** The start of `segment` placed so that it ends at `end`, or -1. */
function matchEndingAt(segment: Segment, text: string, end: number): number {
  if (segment.literal !== null) {
    const start = end - segment.literal.length;
    return start >= 0 && text.startsWith(segment.literal, start) ? start : -1;
  }
  let at = end;
  for (let i = segment.parts.length - 1; i >= 0; i--) {
    const part = segment.parts[i]!;
    if (part.kind === 'text') {
      at -= part.text.length;
      if (at < 0 || !text.startsWith(part.text, at)) return -1;
    } else if (at <= 0) return -1;
    else if (part.kind === 'any') at -= at >= 2 && isPair(text, at - 2) ? 2 : 1;
    else {
      at -= 1;
      if (part.kind === 'dash' && !isDash(text[at]!)) return -1;
    }
  }
  return at;
}

/** The leftmost start of `segment` at or after `from`, or -1. */
function search(segment: Segment, text: string, from: number): number {
  if (segment.literal !== null) return text.indexOf(segment.literal, from);
  const first = segment.parts[0]!;
  for (let at = from; at <= text.length; at++) {
    if (first.kind === 'text') {
      at = text.indexOf(first.text, at);
      if (at < 0) return -1;
    }
    if (matchAt(segment, text, at) >= 0) return at;
    // `?` matches a code point: never begin in the middle of one.
    if (first.kind === 'any' && isPair(text, at)) at++;
  }
  return -1;
}

/** The star that `contains` adds at either end. */
export const STAR: StringPart = { kind: 'star', at: null };
