import type { Range, Words } from '../../../text';
import { type Around, aroundOf } from '../around';

/** What is told of a slip: where it is, what is wrong, and what to write instead. */
export interface Told {
  readonly range: Range;
  readonly message: Words;
}

/** A kind of slip: what it tells of the place where the parser gave up; null if it is not of this kind. */
export type Slip = (place: Place) => Told | null;

/** A line of the text. */
export interface Line extends Range {
  readonly text: string;
  /** The number of blanks before its first character. */
  readonly indent: number;
}

/** The place in a text at which the parser gave up, and its reason. */
export class Place {
  /** The rest of the line from there; at least one character if there is one. */
  readonly rest: Range;
  /** The line of `rest`. */
  readonly line: Line;
  readonly around: Around;

  constructor(
    readonly text: string,
    readonly at: number,
    readonly reason: string,
  ) {
    this.rest = restOfLine(text, at);
    this.line = this.lineAt(this.rest.start);
    this.around = aroundOf(text, at);
  }

  lineAt(at: number): Line {
    const start = at <= 0 ? 0 : this.text.lastIndexOf('\n', at - 1) + 1;
    const next = this.text.indexOf('\n', start);
    const text = this.text.slice(start, next < 0 ? undefined : next).trimEnd();
    return { text, start, end: start + text.length, indent: /^ */.exec(text)![0].length };
  }

  /** The nearest line above one that is more than blanks and a comment. */
  above({ start }: Line): Line | null {
    for (let at = start - 1; at >= 0; ) {
      const line = this.lineAt(at);
      if (!/^\s*(?:#|$)/.test(line.text)) return line;
      at = line.start - 1;
    }
    return null;
  }

  /** The lines above one that it can belong to, the nearest first: each is indented by less than those before it. */
  stairs(line: Line): Line[] {
    const found: Line[] = [];
    for (let up = this.above(line); up; up = this.above(up))
      if (found.length === 0 || up.indent < found[found.length - 1]!.indent) found.push(up);
    return found;
  }

  /** From `at` to the end of its line, without a comment. */
  from(at: number): Range {
    const line = this.lineAt(at);
    const whole = this.text.slice(at, line.end);
    return { start: at, end: at + withoutComment(whole).length };
  }

  /** The number of the line that `at` is on, from 1. */
  lineNumber(at: number): number {
    return this.text.slice(0, at).split('\n').length;
  }
}

/** A line, or the rest of one, without the comment at its end. */
export function withoutComment(line: string): string {
  const comment = line.search(/\s#/);
  return comment < 0 ? line : line.slice(0, comment).trimEnd();
}

/** The rest of the line from `at`, without trailing spaces; at least one character if there is one. */
function restOfLine(text: string, at: number): Range {
  const lineEnd = text.indexOf('\n', at);
  let end = lineEnd < 0 ? text.length : lineEnd;
  while (end > at && /\s/.test(text[end - 1]!)) end--;
  // Nothing left on this line (an unexpected end): point at the last character before it.
  if (end <= at) {
    let start = Math.min(at, text.length);
    while (start > 0 && /\s/.test(text[start - 1]!)) start--;
    return { start: Math.max(0, start - 1), end: Math.max(start, Math.min(1, text.length)) };
  }
  return { start: at, end };
}
