import { type Indicator, indicatorsCsv } from '../../../src/describe';
import { sortedInSteps } from '../../ui/sorted';

/** Rows that are looked at in one step. */
const STEP = 500;

/** A row of the table: an indicator, and how many other rules of the corpus have it. */
export interface Row extends Indicator {
  /** Null if no other rule has it, and until the index is loaded. */
  readonly others: number | null;
}

export const COLUMNS = ['field', 'kind', 'effect', 'value', 'corpus'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Order {
  readonly column: Column;
  readonly down: boolean;
}

/** The comparison with its further modifiers. */
export const kindOf = ({ kind, how }: Indicator): string => [kind, ...how].join(' ');

export const effectOf = ({ negated }: Indicator): string => (negated ? 'excludes' : 'selects');

/** A field's name; keywords have none. */
export const fieldOf = ({ field }: Indicator): string => field ?? 'any value';

const TEXTS: Readonly<Record<Exclude<Column, 'corpus'>, (row: Row) => string>> = {
  field: fieldOf,
  kind: kindOf,
  effect: effectOf,
  value: ({ value }) => value,
};

/**
 * The next order after a click on a column heading: one way, the other way, the rule's own order. Counts start with the
 * highest.
 */
export function nextOrder(order: Order | null, column: Column): Order | null {
  const first = column === 'corpus';
  if (order?.column !== column) return { column, down: first };
  return order.down === first ? { column, down: !first } : null;
}

const compareText = new Intl.Collator('en', { numeric: true }).compare;

/** The rows of the table, with how many other rules have each, made in steps. */
export function* rowsOf(
  found: readonly Indicator[],
  othersOf: (indicator: Indicator, at: number) => number | null,
): Generator<void, readonly Row[]> {
  const rows: Row[] = [];
  for (const [i, indicator] of found.entries()) {
    rows.push({ ...indicator, others: othersOf(indicator, i) });
    if (i % STEP === STEP - 1) yield;
  }
  return rows;
}

/**
 * The rows that contain every word of the filter, each in any cell, in the given order, found in steps. Equal rows keep
 * the rule's order. Null where there are no rows yet.
 */
export function* shownRows(
  rows: readonly Row[] | null,
  filter: string,
  order: Order | null,
): Generator<void, readonly Row[] | null> {
  if (!rows) return null;
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const kept = words.length === 0 ? rows : yield* filteredRows(rows, words);
  if (!order) return kept;
  const { column, down } = order;
  const sign = down ? -1 : 1;
  if (column === 'corpus')
    return yield* sortedInSteps(kept, (a, b) => sign * ((a.others ?? 0) - (b.others ?? 0)));
  const text = TEXTS[column];
  return yield* sortedInSteps(kept, (a, b) => sign * compareText(text(a), text(b)));
}

function* filteredRows(rows: readonly Row[], words: readonly string[]): Generator<void, Row[]> {
  const kept: Row[] = [];
  for (const [i, row] of rows.entries()) {
    const text = [fieldOf(row), kindOf(row), effectOf(row), row.value].join('\n').toLowerCase();
    if (words.every((word) => text.includes(word))) kept.push(row);
    if (i % STEP === STEP - 1) yield;
  }
  return kept;
}

/** The rows as CSV, a piece at a time; with the counts of other rules if these are known. */
export function* csvOf(rows: readonly Row[], isCounted: boolean): Generator<void, string> {
  const csv = (from: number) => {
    const some = rows.slice(from, from + STEP);
    return indicatorsCsv(some, isCounted ? some.map(({ others }) => others) : undefined);
  };
  const parts = [csv(0)];
  for (let at = STEP; at < rows.length; at += STEP) {
    yield;
    // Each piece has the names of the columns in a line of their own.
    parts.push(csv(at).replace(/^.*\r\n/, ''));
  }
  return parts.join('');
}
