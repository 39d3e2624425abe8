import { EVENTS } from '../../../limits';
import { count, say } from '../../../text';
import type { JsonPath } from '../../event';
import type { EventSyntax } from '../../event-syntax';
import { isObject, type JsonObject, own } from '../../json';
import { locateNode, parseRanges } from '../../locate';
import { shapeOf } from '../../shapes/recognise';
import type { Fault } from '../fault';
import { locateOpened } from '../opened/opened';
import { columnOf, formOf, objectOfCells, valuesOf } from './cells';
import { balance, stringEnd } from './scan';

/*
 * Tables as JSON: a list of columns, and rows that are lists of values in their order. Databases and search engines answer
 * so: Elasticsearch's ES|QL and SQL, Log Analytics, Kusto, Splunk, BigQuery, Athena, pandas.
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

/** The rows in the list of `name` whose first member begins at `start`; null where they are none. `columns`: the text of the columns, if they stand before. */
export function rowsIn(text: string, start: number, name: string, columns: string | null): Rows | null {
  const first = text.charCodeAt(start);
  if (!ROWS.test(name)) return null;
  if (columns === null) {
    const isNamed = first === 0x5b && /^\[\s*\{\s*"field"\s*:\s*"/.test(text.slice(start, start + 60));
    return isNamed ? ofNames(null) : null;
  }
  const isRow = first === 0x5b || formOf(text.slice(start, start + 60)) !== null;
  const names = isRow ? namesOf(columns) : null;
  return names && ofNames(names);
}

/** True where the first row of Athena begins, whose columns are told behind the rows. */
export function isAthena(text: string, start: number): boolean {
  return formOf(text.slice(start, start + 60))?.[0] === 'Data';
}

/** The rows of Athena that begin at `start`, and where the first is that is no header. `info`: where the text that tells the columns begins, or -1. */
export function athenaRows(
  text: string,
  start: number,
  info: number,
): { readonly rows: Rows; readonly start: number } | null {
  const { end } = balance(text, start, 0, false);
  const first = end < 0 ? undefined : valuesOf(text.slice(start, end));
  if (!first) return null;
  const list = info < 0 ? -1 : text.indexOf('[', info);
  const names =
    list < 0 ? null : namesOf(text.slice(list, Math.max(list, balance(text, list, 0, false).end)));
  const isHeader = names ? names.every((name, i) => name === first[i]) : areNames(first);
  if (names && names.length !== first.length) return null;
  if (!names && !isHeader) return null;
  const next = isHeader ? /^\s*,?\s*/.exec(text.slice(end, end + 200))![0].length + end : start;
  return { rows: ofNames(names ?? (first as string[])), start: next };
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
export function namesOf(columns: string): string[] | null {
  let list: unknown;
  try {
    list = JSON.parse(columns);
  } catch {
    return null;
  }
  // BigQuery has them one level deeper.
  if (isObject(list)) list = own(list, 'fields');
  if (!Array.isArray(list) || list.length === 0 || list.length > EVENTS.rowColumns.value) return null;
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
  if (!names || names.length < 2 || !areNames(names)) return null;
  const next = /^\s*,\s*(?=\[)/.exec(text.slice(end, end + 200));
  if (!next) return null;
  const from = end + next[0].length;
  const below = rowEnd(text, from);
  const values = below < 0 ? null : valuesOf(text.slice(from, below));
  return values?.length === names.length ? { rows: ofNames(names), next: from } : null;
}

/** True for the texts of a header: all different, and like names. */
function areNames(texts: readonly unknown[]): boolean {
  const isName = (text: unknown) =>
    typeof text === 'string' && /^[\p{L}_@$][\p{L}\p{N}_@$.:[\]/ -]{0,99}$/u.test(text);
  return new Set(texts).size === texts.length && texts.every(isName);
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

/** The event of a row, what is wrong with it, or undefined where the text is no row. */
export function readRow(
  text: string,
  { names, syntax }: Rows,
): { readonly root: JsonObject } | Omit<Fault, 'at'> | undefined {
  const values = valuesOf(text);
  if (!values || (names === null && !values.every(isPair))) return undefined;
  if (names && values.length !== names.length) {
    const message = say`this row has ${count(values.length, 'value')}, but the table has ${count(names.length, 'column')}.`;
    return { code: values.length > names.length ? 'table-more-cells' : 'table-fewer-cells', message };
  }
  return { root: syntax.parse(text) };
}

function isPair(value: unknown): boolean {
  return isObject(value) && typeof own(value, 'field') === 'string';
}

/** The names and values of a row, whichever way it has them. */
function cellsIn(text: string, names: readonly string[] | null): readonly [string[], unknown[]] {
  const values = valuesOf(text) ?? [];
  if (names) return [[...names], [...values]];
  const pairs = values as readonly JsonObject[];
  return [pairs.map((pair) => String(own(pair, 'field'))), pairs.map((pair) => own(pair, 'value'))];
}

function rowSyntax(names: readonly string[] | null): EventSyntax {
  return {
    isJson: () => false,
    parse: (text) => objectOfCells(...cellsIn(text, names)),
    shape: shapeOf,
    places: (slice, root) => {
      const tree = parseRanges(slice);
      const [own, values] = cellsIn(slice, names);
      const form = formOf(slice);
      const list = form ? [form[0]] : [];
      const value = names ? (form ? [form[1]] : []) : ['value'];
      return {
        locate: (text, base, path, name) => {
          const written = ([first, ...inside]: JsonPath, shown: string) => {
            const column = columnOf(own, values, first);
            if (column < 0) return undefined;
            return locateNode(tree, text, base, [...list, column, ...value, ...inside], shown);
          };
          return locateOpened(root, written, path, name);
        },
      };
    },
  };
}
