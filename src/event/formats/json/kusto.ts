import { namesOf } from './rows';

/*
 * Kusto answers with several tables: the rows that were asked for, and what it says of the query. In version 2 each is a frame
 * of its own, and rows may come in fragments.
 */

/** What an object among Kusto's tables is. */
export type Frame =
  /** Rows that were asked for. */
  | { readonly kind: 'rows' }
  /** The columns of rows that follow in fragments. */
  | { readonly kind: 'columns'; readonly columns: string }
  /** A fragment of rows whose columns stood before. */
  | { readonly kind: 'fragment' }
  /** What is said of the query. */
  | { readonly kind: 'account' };

const HEAD = 400;
/** The columns stand at the beginning of their table. */
const SIGHT = 20_000;

/** What the object at `at` is among Kusto's tables; null where it is none of them. */
export function kustoFrame(text: string, at: number): Frame | null {
  // What an object says of itself stands before its columns.
  const head = /^[^[}]*/.exec(text.slice(at, at + HEAD))![0];
  const type = /^\{\s*"FrameType"\s*:\s*"(\w{1,40})"/.exec(head)?.[1];
  if (type === 'TableFragment') return { kind: 'fragment' };
  if (type !== undefined) {
    const isAsked = /"TableKind"\s*:\s*"PrimaryResult"/.test(head);
    if (type === 'DataTable' && isAsked) return { kind: 'rows' };
    const columns = type === 'TableHeader' && isAsked ? columnsAt(text, at) : null;
    return columns === null ? { kind: 'account' } : { kind: 'columns', columns };
  }
  // Version 1 numbers its tables; those behind the first may be of the query itself.
  if (!/^\{\s*"TableName"\s*:\s*"Table_[1-9]/.test(head)) return null;
  const names = namesOf(columnsAt(text, at) ?? '')?.join();
  return names !== undefined && OF_QUERY.test(names) ? { kind: 'account' } : null;
}

/** The names of the columns of tables that say something of the query: its properties, its state, and all tables. */
const OF_QUERY = /^(?:Value$|Timestamp,Severity,SeverityName,StatusCode,|Ordinal,Kind,Name,Id(?:,|$))/;

function columnsAt(text: string, at: number): string | null {
  return /"Columns"\s*:\s*(\[[^\]]*\])/.exec(text.slice(at, at + SIGHT))?.[1] ?? null;
}
