import type { Indicator } from '../../../src/describe';

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

/**
 * The rows that contain every word of the filter, each in any cell, in the given order. Equal rows keep the rule's
 * order.
 */
export function shownRows(rows: readonly Row[], filter: string, order: Order | null): readonly Row[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && !order) return rows;
  const kept = rows.filter((row) => {
    if (words.length === 0) return true;
    const text = [fieldOf(row), kindOf(row), effectOf(row), row.value].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  if (!order) return kept;
  const { column, down } = order;
  const sign = down ? -1 : 1;
  if (column === 'corpus') return kept.sort((a, b) => sign * ((a.others ?? 0) - (b.others ?? 0)));
  const text = TEXTS[column];
  return kept.sort((a, b) => sign * compareText(text(a), text(b)));
}
