import { put, say } from '../../../text';
import type { JsonObject } from '../../json';
import { isObject, own } from '../../json';
import { locateNode, parseRanges } from '../../locate';
import type { EventSyntax } from '../../parsed-event';
import { shapeOf } from '../../shapes/recognise';
import type { Fault } from '../fault';
import { locateOpened, opened } from '../opened/opened';
import { parseJson } from './exact';
import { stringEnd } from './scan';

/*
 * Tables as JSON: a list of columns, and rows that are lists of values in their order. Databases and search engines answer
 * so: Elasticsearch's ES|QL and SQL, Log Analytics, Kusto, Splunk, BigQuery, pandas.
 */

/** How the rows of a list are events. */
export interface Rows {
  /** The names of a row's values in their order; null where each value stands beside its name, as CloudWatch answers. */
  readonly names: readonly string[] | null;
  readonly syntax: EventSyntax;
}

/** Members that hold the columns, and those that hold the rows. */
const COLUMNS = /^(?:columns|Columns|fields|schema|columnNames|headers?)$/;
const ROWS = /^(?:values|rows|Rows|datarows|data|results?)$/;
/** What a column calls its name. */
const NAMES = ['name', 'Name', 'ColumnName', 'columnName', 'field', 'label'];
const MOST_COLUMNS = 2000;

/** The rows in the list of `name` whose first member begins at `start`; null where they are none. `columns`: the text of the columns, if they stand before. */
export function rowsIn(text: string, start: number, name: string, columns: string | null): Rows | null {
  const first = text.charCodeAt(start);
  if (!ROWS.test(name)) return null;
  if (columns === null) {
    const isNamed = first === 0x5b && /^\[\s*\{\s*"field"\s*:\s*"/.test(text.slice(start, start + 60));
    return isNamed ? ofNames(null) : null;
  }
  const isRow = first === 0x5b || /^\{\s*"f"\s*:\s*\[/.test(text.slice(start, start + 40));
  const names = isRow ? namesOf(columns) : null;
  return names && ofNames(names);
}

/** True for a member of an object that may hold the columns of a table. */
export function mayBeColumns(name: string): boolean {
  return COLUMNS.test(name);
}

/** The rows of these columns, as a reader that goes on in another text is told. */
export function ofNames(names: readonly string[] | null): Rows {
  return { names, syntax: rowSyntax(names) };
}

/** The names in a list of columns; null where it is none. */
function namesOf(columns: string): string[] | null {
  let list: unknown;
  try {
    list = JSON.parse(columns);
  } catch {
    return null;
  }
  // BigQuery has them one level deeper.
  if (isObject(list)) list = own(list, 'fields');
  if (!Array.isArray(list) || list.length === 0 || list.length > MOST_COLUMNS) return null;
  const names = list.map((column: unknown) => {
    if (typeof column === 'string') return column;
    return isObject(column)
      ? NAMES.map((key) => own(column, key)).find((value) => typeof value === 'string')
      : undefined;
  });
  return names.every((name) => typeof name === 'string') ? (names as string[]) : null;
}

/** The names in the first row of a list of lists, where it is a header: texts, all different, over as many values. */
export function headerRow(text: string, at: number): { readonly rows: Rows; readonly next: number } | null {
  const end = rowEnd(text, at);
  if (end < 0) return null;
  const names = namesOf(text.slice(at, end));
  if (!names || names.length < 2 || new Set(names).size < names.length) return null;
  if (!names.every((name) => /^[\p{L}_@$][\p{L}\p{N}_@$.:[\]/ -]{0,99}$/u.test(name))) return null;
  const next = /^\s*,\s*(?=\[)/.exec(text.slice(end, end + 200));
  if (!next) return null;
  const from = end + next[0].length;
  const below = rowEnd(text, from);
  const values = below < 0 ? null : valuesOf(text.slice(from, below));
  return values?.length === names.length ? { rows: ofNames(names), next: from } : null;
}

/** Where the list at `at` ends that holds no other; -1 if it does not within what is looked at. */
function rowEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + 20_000);
  for (let i = at + 1; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) i = stringEnd(text, i);
    else if (code === 0x5d) return i + 1;
    else if (code === 0x5b || code === 0x7b) return -1;
  }
  return -1;
}

/** The values of a row; undefined where the text is none. */
function valuesOf(text: string): readonly unknown[] | undefined {
  let row: unknown;
  try {
    row = parseJson(text);
  } catch {
    return undefined;
  }
  if (isObject(row)) {
    const cells = own(row, 'f');
    return Array.isArray(cells) ? cells.map((cell) => (isObject(cell) ? own(cell, 'v') : cell)) : undefined;
  }
  return Array.isArray(row) ? row : undefined;
}

/** The event of a row, what is wrong with it, or undefined where the text is no row. */
export function readRow(
  text: string,
  { names, syntax }: Rows,
): { readonly root: JsonObject } | Omit<Fault, 'at'> | undefined {
  const values = valuesOf(text);
  if (!values || (names === null && !values.every(isPair))) return undefined;
  if (names && values.length !== names.length) {
    const message = say`this row has ${values.length} values, but the table has ${names.length} columns.`;
    return { code: values.length > names.length ? 'table-more-cells' : 'table-fewer-cells', message };
  }
  return { root: syntax.parse(text) };
}

function isPair(value: unknown): boolean {
  return isObject(value) && typeof own(value, 'field') === 'string';
}

function nameOf(names: readonly string[] | null, value: unknown, i: number): string {
  return names ? names[i]! : String(own(value as JsonObject, 'field'));
}

function insideOf(names: readonly string[] | null, value: unknown): unknown {
  return names ? value : own(value as JsonObject, 'value');
}

/** A cell with nothing in it is what a table has where the event has no such field. */
function isFilled(inside: unknown): boolean {
  return inside !== null && inside !== undefined;
}

function objectOf(text: string, names: readonly string[] | null): JsonObject {
  const object: Record<string, unknown> = {};
  for (const [i, value] of (valuesOf(text) ?? []).entries()) {
    const inside = insideOf(names, value);
    if (isFilled(inside)) put(object, nameOf(names, value, i), inside);
  }
  return opened(object);
}

function rowSyntax(names: readonly string[] | null): EventSyntax {
  return {
    isJson: () => false,
    parse: (text) => objectOf(text, names),
    shape: shapeOf,
    places: (slice, root) => {
      const tree = parseRanges(slice);
      const values = valuesOf(slice) ?? [];
      const within = names ? (slice.startsWith('{') ? ['v'] : []) : ['value'];
      const rows = slice.startsWith('{') ? ['f'] : [];
      const locate = (text: string, base: number, path: readonly (string | number)[], shown: string) => {
        // As `objectOf` does: of several columns of one name the last that has a value counts.
        const i = values.findLastIndex(
          (value, at) => nameOf(names, value, at) === path[0] && isFilled(insideOf(names, value)),
        );
        return i < 0
          ? undefined
          : locateNode(tree, text, base, [...rows, i, ...within, ...path.slice(1)], shown);
      };
      return {
        locate: (text, base, path, name) =>
          locateOpened(root, (own, shown) => locate(text, base, own, shown), path, name),
      };
    },
  };
}
