import { put } from '../../../text';
import { isObject, type JsonObject, own } from '../../json';
import { opened } from '../opened/opened';
import { parseJson } from './exact';

/** How a row that is an object holds its cells: the member that lists them, and the member of a cell that is its value. */
const FORMS = [
  // BigQuery.
  ['f', 'v'],
  // Athena.
  ['Data', 'VarCharValue'],
] as const;

/** The form of a row by how its text begins; null for a list of values. */
export function formOf(row: string): readonly [list: string, value: string] | null {
  const name = /^\{\s*"(\w{1,9})"\s*:\s*\[/.exec(row.slice(0, 60))?.[1];
  return FORMS.find(([list]) => list === name) ?? null;
}

/** The values of a row; undefined where the text is none. */
export function valuesOf(text: string): readonly unknown[] | undefined {
  let row: unknown;
  try {
    row = parseJson(text);
  } catch {
    return undefined;
  }
  if (!isObject(row)) return Array.isArray(row) ? row : undefined;
  const form = formOf(text);
  const cells = form && own(row, form[0]);
  return Array.isArray(cells)
    ? cells.map((cell) => (isObject(cell) ? own(cell, form![1]) : cell))
    : undefined;
}

/** False for a cell with nothing in it, which is what a table has where the event has no such field. */
export function isFilled(value: unknown): boolean {
  return value !== null && value !== undefined;
}

/** The event of a row by the names of its columns; of several columns of one name the last that has a value counts. */
export function objectOfCells(names: readonly string[], values: readonly unknown[]): JsonObject {
  const object: Record<string, unknown> = {};
  for (const [i, value] of values.entries()) if (isFilled(value)) put(object, names[i]!, value);
  return opened(object);
}

/** The column that has the value of a name, as `objectOfCells` chooses it; -1 where none has. */
export function columnOf(names: readonly string[], values: readonly unknown[], name: unknown): number {
  return values.findLastIndex((value, i) => names[i] === name && isFilled(value));
}
