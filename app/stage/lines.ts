import type { Range } from '../../src/text';

/*
 * How a text is laid out on the stage: in lines, those of a long text that no step speaks of folded away. Every line is a
 * stretch of the text; nothing is rewritten.
 */

/** A line of the stage: visible stretches of the text, with `…` between two of them. */
export interface Line {
  readonly kind: 'line';
  /** Steps of two spaces before it. */
  readonly indent: number;
  readonly parts: readonly Range[];
  /** The line goes on after its last part. */
  readonly isCut: boolean;
}

/** Lines that are folded away. */
export interface Fold {
  readonly kind: 'fold';
  readonly lines: number;
}

interface Stretch extends Range {
  readonly indent: number;
}

/** The lines of a stretch of a text. JSON and XML with a long line are broken at their parts. */
function brokenLines(text: string, whole: Range): Stretch[] {
  const lines = writtenLines(text, whole);
  if (lines.every(({ start, end }) => end - start <= WHOLE)) return lines;
  const first = text.slice(whole.start, whole.end).trimStart()[0];
  const broken = first === '{' ? brokenJson(text, whole) : first === '<' ? brokenXml(text, whole) : lines;
  return broken.length > lines.length ? broken : lines;
}

/** The lines as they are written. */
function writtenLines(text: string, { start, end }: Range): Stretch[] {
  const lines: Stretch[] = [];
  for (let from = start; from <= end; ) {
    const found = text.indexOf('\n', from);
    const to = found < 0 || found > end ? end : found;
    const stop = to > from && text[to - 1] === '\r' ? to - 1 : to;
    lines.push({ start: from, end: stop, indent: 0 });
    from = to + 1;
  }
  while (lines.length > 1 && isBlank(text, lines.at(-1)!)) lines.pop();
  return dedented(text, lines);
}

/** Where the first line is indented, outside of the stretch, further lines lose as much of their own indentation. */
function dedented(text: string, lines: readonly Stretch[]): Stretch[] {
  const first = lines[0]?.start ?? 0;
  const before = text.slice(text.lastIndexOf('\n', first - 1) + 1, first);
  if (before === '' || before.trim() !== '') return [...lines];
  return lines.map((line, i) => {
    const blanks = /^[ \t]*/.exec(text.slice(line.start, line.end))![0].length;
    return i === 0 ? line : { ...line, start: line.start + Math.min(blanks, before.length) };
  });
}

function isBlank(text: string, { start, end }: Range): boolean {
  return text.slice(start, end).trim() === '';
}

/** A line that is no longer than this stays whole. */
const WHOLE = 90;

/** Breaks after the `{` and `,` of objects and before their `}`; lists stay on their line. */
function brokenJson(text: string, { start, end }: Range): Stretch[] {
  const lines: Stretch[] = [];
  const open: string[] = [];
  let from = start;
  const depth = () => open.filter((bracket) => bracket === '{').length;
  const cut = (at: number, indent: number) => {
    const stretch = trimmed(text, { start: from, end: at });
    if (stretch.end > stretch.start) lines.push({ ...stretch, indent });
    from = at;
  };
  for (let at = start; at < end; at++) {
    const character = text[at]!;
    if (character === '"') at = endOfString(text, at, end);
    else if (character === '{') {
      cut(at + 1, depth());
      open.push(character);
    } else if (character === '[') open.push(character);
    else if (character === ']') open.pop();
    else if (character === '}') {
      cut(at, depth());
      open.pop();
      const isComma = text[at + 1] === ',';
      cut(isComma ? ++at + 1 : at + 1, depth());
    } else if (character === ',' && open.at(-1) === '{') cut(at + 1, depth());
  }
  cut(end, depth());
  return lines;
}

/** The index of the quote that ends the string that begins at `at`. */
function endOfString(text: string, at: number, end: number): number {
  for (let i = at + 1; i < end; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i;
  }
  return end;
}

/** Breaks between the end of a tag and the beginning of the next. */
function brokenXml(text: string, { start, end }: Range): Stretch[] {
  const lines: Stretch[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (text[at] !== '>' || !/^\s*</.test(text.slice(at + 1, Math.min(end, at + 20)))) continue;
    const stretch = trimmed(text, { start: from, end: at + 1 });
    if (stretch.end > stretch.start) lines.push({ ...stretch, indent: from === start ? 0 : 1 });
    from = at + 1;
  }
  const last = trimmed(text, { start: from, end });
  if (last.end > last.start) lines.push({ ...last, indent: 0 });
  return lines;
}

function trimmed(text: string, { start, end }: Range): Range {
  const part = text.slice(start, end);
  const before = part.length - part.trimStart().length;
  if (before === part.length) return { start, end: start };
  return { start: start + before, end: end - (part.length - part.trimEnd().length) };
}

/** The top-level parts of a rule's text that hold any of these places, each to the line before the next. */
export function partsWith(text: string, places: readonly Range[]): Range[] {
  const parts: { start: number; end: number }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (/^[^\s#-]/.test(line) || line.startsWith('---')) parts.push({ start: at, end: at });
    at += line.length + 1;
    const last = parts.at(-1);
    if (last) last.end = at - 1;
  }
  const shown = parts.filter(({ start, end }) => places.some((p) => p.start >= start && p.start < end));
  // Text without a part of its own is shown whole: nothing that is marked may be missing.
  return shown.length > 0 ? shown : [{ start: 0, end: text.length }];
}

/** Blanks before a line that its continuation goes along with; deeper lines are continued no further in. */
const HANG = 16;

/** How far in a line of the stage goes on where it does not fit, in characters: two more than it begins. */
export function hangOf(text: string, { indent, parts: [first] }: Line): number {
  const blanks = first ? /^[ \t]*/.exec(text.slice(first.start, first.end))![0].length : 0;
  return Math.min(2 * indent + blanks, HANG) + 2;
}

/** Lines beyond which those that no step speaks of are folded away. */
const MOST = 22;
/** Characters of a line beyond which only the surroundings of its marks are shown. */
const LONG = 360;
const AROUND = 70;

/** The lines of these parts of a text, folded around `marked`, which holds what any step speaks of. */
export function stageLines(text: string, parts: readonly Range[], marked: readonly Range[]): (Line | Fold)[] {
  const lines = parts.flatMap((part) => brokenLines(text, part));
  const touches = ({ start, end }: Range) => marked.some((m) => m.start < end && m.end > start);
  const isMarked = lines.map(touches);
  const isShort = lines.length <= MOST || !isMarked.includes(true);
  const isKept = lines.map(
    (_, i) =>
      isShort || i === 0 || i === lines.length - 1 || isMarked[i - 1] || isMarked[i] || isMarked[i + 1],
  );
  const shown: (Line | Fold)[] = [];
  for (let i = 0; i < lines.length; i++) {
    let end = i;
    while (end < lines.length && !isKept[end]) end++;
    // A fold takes a line of its own: one line alone stays.
    if (end - i > 1) {
      shown.push({ kind: 'fold', lines: end - i });
      i = end - 1;
    } else shown.push(lineOf(lines[i]!, marked));
  }
  return shown;
}

function lineOf({ start, end, indent }: Stretch, marked: readonly Range[]): Line {
  const whole: Line = { kind: 'line', indent, parts: [{ start, end }], isCut: false };
  if (end - start <= LONG) return whole;
  const inside = marked.filter((m) => m.start < end && m.end > start && m.end - m.start <= LONG);
  const wanted = [
    { start, end: start + AROUND },
    ...inside.map((m) => ({ start: m.start - AROUND, end: m.end + AROUND })),
  ]
    .map((p) => ({ start: Math.max(start, p.start), end: Math.min(end, p.end) }))
    .sort((a, b) => a.start - b.start);
  const parts: { start: number; end: number }[] = [];
  for (const part of wanted) {
    const last = parts.at(-1);
    if (last && part.start <= last.end + 1) last.end = Math.max(last.end, part.end);
    else parts.push(part);
  }
  return { kind: 'line', indent, parts, isCut: parts.at(-1)!.end < end };
}
