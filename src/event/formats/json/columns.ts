import type { EventSlice, JsonPath } from '../../event';
import type { EventSyntax } from '../../event-syntax';
import { locateNode, parseRanges, type RangeTree } from '../../locate';
import { ParsedEvent } from '../../parsed-event';
import { shapeOf } from '../../shapes/recognise';
import type { TextScan } from '../format';
import { locateOpened } from '../opened/opened';
import { columnOf, objectOfCells } from './cells';
import { parseJson } from './exact';
import { balance } from './scan';

/*
 * A table in JSON whose columns are lists of values, as Splunk answers with `output_mode=json_cols`. The values of an event
 * stand far from one another: its part of the text reaches from its first to its last, and has values of others too.
 */

export class ColumnTable {
  private at = 0;

  private constructor(
    private readonly start: number,
    /** Where the bracket stands that closes the list of columns. */
    readonly close: number,
    private readonly names: readonly string[],
    private readonly columns: readonly (readonly unknown[])[],
    private readonly tree: RangeTree,
  ) {}

  /** The table whose list of columns begins at `start`; null where it is none that can be read for sure. */
  static read(text: string, start: number, names: readonly string[]): ColumnTable | null {
    const { end } = balance(text, start, 0, false);
    if (end < 0) return null;
    const slice = text.slice(start, end);
    const tree = parseRanges(slice);
    const columns = tree.root && listsIn(slice);
    if (!columns || columns.length !== names.length) return null;
    const isEven = columns.every(({ length }) => length === columns[0]!.length);
    return isEven ? new ColumnTable(start, end - 1, names, columns, tree) : null;
  }

  /** The next event of the table; null behind the last. */
  next(scan: TextScan): EventSlice | null {
    const row = this.at;
    if (row >= this.columns[0]!.length) return null;
    this.at++;
    const cells = this.tree.root!.children!.map((column) => column.children![row]!);
    const [first, last] = [cells[0]!, cells[cells.length - 1]!];
    const [start, end] = [this.start + first.offset, this.start + last.offset + last.length];
    const syntax = this.syntaxOf(row, first.offset);
    return new ParsedEvent(scan.count++, start, end, { text: scan.text, syntax }, syntax.parse(''));
  }

  /** Each event has a syntax of its own, because its part of the text does not say which of the values are its. */
  private syntaxOf(row: number, offset: number): EventSyntax {
    const { names, tree } = this;
    const values = this.columns.map((column) => column[row]);
    const parse = () => objectOfCells(names, values);
    return {
      isJson: () => false,
      isScattered: true,
      parse,
      shape: shapeOf,
      places: (_, root) => ({
        locate: (text, base, path, name) => {
          const written = ([first, ...inside]: JsonPath, shown: string) => {
            const column = columnOf(names, values, first);
            if (column < 0) return undefined;
            return locateNode(tree, text, base - offset, [column, row, ...inside], shown);
          };
          return locateOpened(root, written, path, name);
        },
      }),
    };
  }
}

function listsIn(slice: string): readonly (readonly unknown[])[] | null {
  try {
    const lists = parseJson(slice);
    return Array.isArray(lists) && lists.length > 0 && lists.every((list) => Array.isArray(list))
      ? lists
      : null;
  } catch {
    return null;
  }
}
