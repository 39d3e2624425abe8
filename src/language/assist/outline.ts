import { type SpecVersion, specWritten } from '../../knowledge';
import type { Range } from '../../text';
import { type Line, restOf } from './line';

/** A name in a rule with its range. */
export interface Named {
  readonly name: string;
  /** Its characters, without quotes. */
  readonly range: Range;
  /** From its first character to the end of everything under it. */
  readonly body: Range;
}

/** What can be told about a rule while it is edited: its keys, log source and selections. */
export interface Outline {
  readonly kind: 'detection' | 'correlation' | 'filter';
  readonly lines: readonly Line[];
  readonly keys: readonly Named[];
  readonly logsource: Readonly<Partial<Record<'product' | 'category' | 'service', string>>>;
  readonly selections: readonly Named[];
  /** The keys of `detection`, or of `filter`: selections, `condition` and others. */
  readonly detection: readonly Named[];
}

/** Reads the outline from the lines of one document. Linear. */
export function outlineOf(lines: readonly Line[]): Outline {
  const keys = childrenOf(lines, 0, lines.length, 0);
  const names = new Set(keys.map((k) => k.name));
  const kind = names.has('correlation') ? 'correlation' : names.has('filter') ? 'filter' : 'detection';
  const under = (key: string) => keys.filter((k) => k.name === key).flatMap((k) => insideOf(lines, k));
  const detection = under(kind === 'filter' ? 'filter' : 'detection');
  const logsource: { product?: string; category?: string; service?: string } = {};
  for (const { name, line } of under('logsource')) {
    const text = restOf(line).replace(/^(['"])(.*)\1$/, '$2');
    if ((name === 'product' || name === 'category' || name === 'service') && text !== '')
      logsource[name] = text;
  }
  const others = new Set(kind === 'filter' ? ['condition', 'rules'] : ['condition', 'timeframe']);
  return {
    kind,
    lines,
    keys,
    logsource,
    detection,
    selections: detection.filter(({ name }) => !others.has(name)),
  };
}

/** The version that a document is read as: its own `sigma-version`, or else the user's choice. */
export function specOf({ keys, lines }: Outline, picked: SpecVersion): SpecVersion {
  const own = keys.find(({ name }) => name === 'sigma-version');
  const line = own && lines.find(({ range }) => range.start <= own.range.start && own.range.end <= range.end);
  const written = line ? restOf(line).replace(/^(['"])(.*)\1$/, '$2') : '';
  return specWritten(written, picked) ?? picked;
}

interface Child extends Named {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
}

function insideOf(lines: readonly Line[], { from, to }: Child): Child[] {
  let least = Number.POSITIVE_INFINITY;
  for (let i = from + 1; i < to; i++) {
    const { blank, dash, key, column } = lines[i]!;
    if (!blank && dash < 0 && key !== null) least = Math.min(least, column);
  }
  return childrenOf(lines, from + 1, to, least);
}

/** The keys at one column, with the lines under each. */
function childrenOf(lines: readonly Line[], from: number, to: number, column: number): Child[] {
  const starts: number[] = [];
  for (let i = from; i < to; i++) {
    const line = lines[i]!;
    if (line.key !== null && line.dash < 0 && line.column === column) starts.push(i);
  }
  return starts.map((start, n) => {
    const line = lines[start]!;
    let last = (starts[n + 1] ?? to) - 1;
    while (last > start && lines[last]!.blank) last--;
    const quoted = /['"]/.test(line.text[line.keyAt.start] ?? '') ? 1 : 0;
    const begin = line.range.start;
    const range = { start: begin + line.keyAt.start + quoted, end: begin + line.keyAt.end - quoted };
    const body = { start: range.start, end: lines[last]!.range.end };
    return { name: line.key!, range, body, line, from: start, to: last + 1 };
  });
}
