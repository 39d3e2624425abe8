import type { ReactNode } from 'react';
import type { Range } from '../../src/text';

/** A part of a value to colour. */
export interface Highlight {
  readonly range: Range;
  readonly className: string;
}

interface FieldValueProps {
  readonly value: string;
  /** Where `value` begins in the whole value, of which the highlights speak. */
  readonly from?: number | undefined;
  readonly highlights: readonly Highlight[];
}

/** How many characters of a long value are kept around the first and last coloured part. */
const AROUND = 60;
const LONG = 240;

/** An event's value as text, with the parts that matter coloured. A part that overlaps an earlier one is left out. */
export function FieldValue({ value, from: begin = 0, highlights }: FieldValueProps) {
  const sorted = highlights
    .map(({ range: { start, end }, className }) => ({
      range: { start: Math.max(0, start - begin), end: end - begin },
      className,
    }))
    .sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  const [from, to] = windowOf(value, sorted);
  const parts: ReactNode[] = [];
  let at = from;
  for (const { range, className } of sorted) {
    const end = Math.min(range.end, to);
    if (range.start < at || range.start >= end) continue;
    parts.push(value.slice(at, range.start));
    parts.push(
      <mark key={range.start} className={className}>
        {value.slice(range.start, end)}
      </mark>,
    );
    at = end;
  }
  parts.push(value.slice(at, to));
  return (
    <span className="value">
      {from > 0 || begin > 0 ? '…' : ''}
      {value === '' ? <i>empty</i> : parts}
      {to < value.length ? '…' : ''}
    </span>
  );
}

function windowOf(value: string, sorted: readonly Highlight[]): [number, number] {
  if (value.length <= LONG) return [0, value.length];
  const start = sorted[0]?.range.start ?? 0;
  const end = Math.max(start, ...sorted.map((h) => h.range.end));
  return [Math.max(0, start - AROUND), Math.min(value.length, Math.max(end + AROUND, start + LONG))];
}
