import type { EventSyntax } from '../../event-syntax';
import type { JsonObject } from '../../json';
import { flat } from '../../shapes/flat';
import type { Shape } from '../../shapes/shape';
import { opened } from '../opened/opened';
import { openedSpanSyntax } from '../opened/opened-spans';
import { CARRIERS } from '../opened/openings';
import { type FieldSpan, objectOf } from '../span-syntax';
import { addSpans } from './cell-spans';
import { aliasesOf, type Column, isWinlog } from './columns';
import { type Cell, readRow } from './row';

/** The syntax of the rows under one header. */
export function tableSyntax(name: string, columns: readonly Column[], delimiter: number): EventSyntax {
  const aliases = aliasesOf(columns);
  const shape: Shape = aliases ? { ...flat, name, aliases, ecs: isWinlog(columns) } : { ...flat, name };
  const cellsOf = (slice: string) => readRow(slice, 0, delimiter).cells;
  const syntax = openedSpanSyntax(name, (slice) => rowSpans(slice, cellsOf(slice), columns, true), shape);
  return { ...syntax, parse: (slice) => rowObject(slice, cellsOf(slice), columns) };
}

/** The event that a row is. */
export function rowObject(text: string, cells: readonly Cell[], columns: readonly Column[]): JsonObject {
  const root = objectOf(rowSpans(text, cells, columns, false));
  return columns.some(({ name }) => CARRIERS.has(name)) ? opened(root) : root;
}

/** The values of a row. */
export function rowSpans(
  text: string,
  cells: readonly Cell[],
  columns: readonly Column[],
  places: boolean,
): FieldSpan[] {
  const spans: FieldSpan[] = [];
  const count = Math.min(cells.length, columns.length);
  // The content of an object is the field; the tool took the column of the same name from it.
  for (let i = 0; i < count; i++)
    if (columns[i]!.kind === 'json') addSpans(spans, text, cells[i]!, columns[i]!, places);
  const inside = spans.length > 0 ? new Set(spans.map((span) => span.name)) : null;
  for (let i = 0; i < count; i++) {
    const column = columns[i]!;
    if (column.kind !== 'json' && !inside?.has(column.name)) addSpans(spans, text, cells[i]!, column, places);
  }
  return spans;
}
