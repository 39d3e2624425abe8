import { byName } from './names';
import type { Range } from './range';

/** A scalar of YAML as it is written: enough of it to find where its characters come from. */
export interface WrittenScalar {
  /** The range of the scalar with its quotes. */
  readonly range: Range;
  /** The decoded characters. */
  readonly text: string;
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
  /** For a block scalar: the indentation of its lines that is not part of the text. */
  readonly indent?: number;
}

/** For each decoded UTF-16 unit of a scalar, the range of source characters that it came from. */
interface Units {
  readonly starts: number[];
  readonly ends: number[];
}

function unitsOf(source: string, node: WrittenScalar): Units {
  const { start, end } = contentRange(node);
  const units: Units = { starts: [], ends: [] };
  if (node.style === 'literal' || node.style === 'folded') blockUnits(source, node, start, end, units);
  else flowUnits(source, node.style, start, end, units);
  return units;
}

/** True if decoded and written characters are the same, and therefore their offsets. */
function isVerbatim(source: string, node: WrittenScalar, { start, end }: Range): boolean {
  return end - start === node.text.length && source.startsWith(node.text, start);
}

function push(units: Units, start: number, end: number): void {
  units.starts.push(start);
  units.ends.push(end);
}

/** The range of the scalar without quotes. */
function contentRange(node: WrittenScalar): Range {
  const quoted = node.style === 'single' || node.style === 'double' ? 1 : 0;
  return { start: node.range.start + quoted, end: node.range.end - quoted };
}

const ESCAPE_DIGITS = byName<number>({ x: 2, u: 4, U: 8 });

/** Plain and quoted scalars: escapes, doubled quotes, and line breaks folded with the spaces around them. */
function flowUnits(
  source: string,
  style: WrittenScalar['style'],
  start: number,
  end: number,
  units: Units,
): void {
  let at = start;
  while (at < end) {
    const character = source[at]!;
    if (/[ \t\r\n]/.test(character)) {
      const run = /^[ \t\r\n]+/.exec(source.slice(at, end))![0];
      const breaks = run.split('\n').length - 1;
      if (breaks === 0) for (let i = 0; i < run.length; i++) push(units, at + i, at + i + 1);
      // One break folds to a space; each further one stands for itself.
      else for (let i = 0; i < Math.max(1, breaks - 1); i++) push(units, at, at + run.length);
      at += run.length;
    } else if (style === 'double' && character === '\\') {
      // An escaped break joins the lines, without the indentation of the next.
      const joined = /^\\\r?\n[ \t]*/.exec(source.slice(at, end));
      if (joined) {
        at += joined[0].length;
        continue;
      }
      const next = source[at + 1]!;
      const width = 2 + (ESCAPE_DIGITS.get(next) ?? 0);
      const astral = next === 'U' && Number.parseInt(source.slice(at + 2, at + 10), 16) > 0xffff;
      for (let i = 0; i < (astral ? 2 : 1); i++) push(units, at, at + width);
      at += width;
    } else {
      const width = style === 'single' && character === "'" ? 2 : 1;
      push(units, at, at + width);
      at += width;
    }
  }
}

/** Block scalars: each line without its indentation; in a folded one, breaks that become spaces or nothing. */
function blockUnits(source: string, node: WrittenScalar, start: number, end: number, units: Units): void {
  const indent = node.indent ?? 0;
  for (let line = start; line < end; ) {
    const lineBreak = source.indexOf('\n', line);
    const next = lineBreak < 0 || lineBreak >= end ? end : lineBreak;
    const lineEnd = source[next - 1] === '\r' && next < end ? next - 1 : next;
    const blanks = /^ */.exec(source.slice(line, lineEnd))![0].length;
    for (let at = line + Math.min(indent, blanks); at < lineEnd; at++) push(units, at, at + 1);
    if (next < end) {
      const decoded = node.text[units.starts.length];
      if (node.style === 'literal' || decoded === '\n' || decoded === ' ') push(units, lineEnd, next + 1);
    }
    line = next + 1;
  }
}

const cache = new WeakMap<WrittenScalar, Units | null>();

/** Comparing a text this short is cheaper than looking up whether it was compared before. */
const SHORT = 200;

/**
 * Maps a range of a scalar's decoded text to a range of the source. `decoded` is a range in `node.text`, the
 * result a range in `source`.
 */
export function scalarSource(source: string, node: WrittenScalar, decoded: Range): Range {
  const content = contentRange(node);
  const units =
    node.text.length <= SHORT && isVerbatim(source, node, content) ? null : knownUnits(source, node);
  if (!units) return { start: content.start + decoded.start, end: content.start + decoded.end };
  const start = units.starts[decoded.start] ?? content.end;
  if (decoded.end <= decoded.start) return { start, end: start };
  return { start, end: Math.max(start, units.ends[decoded.end - 1] ?? content.end) };
}

/** Like `unitsOf`, but computed once per scalar. Null if decoded and written characters are the same. */
function knownUnits(source: string, node: WrittenScalar): Units | null {
  let known = cache.get(node);
  if (known === undefined) {
    known = isVerbatim(source, node, contentRange(node)) ? null : unitsOf(source, node);
    cache.set(node, known);
  }
  return known;
}
