import type { EventSlice } from '../../event';
import type { TextScan } from '../format';
import { ColumnTable } from './columns';
import { kustoFrame } from './kusto';
import { athenaRows, headerRow, ofNames, type Rows } from './rows';
import { balance, stringEnd } from './scan';
import { afterList, type ListAt, nestedAt, wrapperAt } from './wrapper';

/** What a reader is told that goes on inside a list; before it stands a brace for each object around the list. */
const ARRAY = '[';
const OBJECT = '{';
/** Before the columns of the rows in the innermost list. */
const ROWS = '\t';

/** What stands before and behind a row of a table, so that it is read alone as it is among others; null for no row. */
export function tableAround(prelude: string): readonly [before: string, after: string] | null {
  const tab = prelude.indexOf(ROWS);
  if (tab < 0) return null;
  const names = prelude.slice(tab + 1);
  return names === 'null' ? ['{"results":[', ']}'] : [`{"fields":${names},"rows":[`, ']}'];
}

/** The lists in which a reader of JSON stands, each with the objects around it. */
export class Frames {
  /** By list how many objects are open around it that are around no list outside. */
  private depths: number[] = [];
  /** By list the rows that its members are; null where they are none. */
  private tables: (Rows | null)[] = [];
  /** How the last objects began that are none around events: most of a file begin alike. */
  private plain = '';
  private plainMember = '';
  /** The table whose columns are lists, as long as it has events. */
  private table: ColumnTable | null = null;
  /** The columns of rows that come in fragments. */
  private columns: string | null = null;
  /** Where Athena tells columns next, as far as that was looked for; -1 for nowhere. */
  private info = { from: 0, at: 0 };
  /** Characters that were looked at in vain. */
  private wasted = 0;

  constructor(private readonly text: string) {}

  get inArray(): boolean {
    return this.depths.length > 0;
  }

  /** All lists and objects that are open, for a reader that goes on in another text; null where none can. */
  get prelude(): string | null {
    const { rows } = this;
    if (this.table) return null;
    const lists = this.depths.map((depth) => OBJECT.repeat(depth) + ARRAY).join('');
    return rows ? lists + ROWS + JSON.stringify(rows.names) : lists;
  }

  /** How members of the innermost list are events where they are rows of a table. */
  get rows(): Rows | null {
    return this.tables[this.tables.length - 1] ?? null;
  }

  restore(prelude: string): void {
    const tab = prelude.indexOf(ROWS);
    const lists = tab < 0 ? prelude : prelude.slice(0, tab);
    this.depths = [...lists.matchAll(/(\{*)\[/g)].map(([, objects]) => objects!.length);
    this.tables = this.depths.map(() => null);
    if (tab >= 0) this.tables[this.tables.length - 1] = ofNames(JSON.parse(prelude.slice(tab + 1)));
  }

  /** Goes into a list that stands in no object, at its bracket; gives where its first member, or what is before it, begins. */
  open(at: number): number {
    const first = /^\s*/.exec(this.text.slice(at + 1, at + 200))![0].length + at + 1;
    const header = this.text.charCodeAt(first) === 0x5b ? headerRow(this.text, first) : null;
    this.push(0, header?.rows);
    return header?.next ?? at + 1;
  }

  private push(depth: number, rows?: Rows): void {
    this.depths.push(depth);
    this.tables.push(rows ?? null);
  }

  /**
   * Goes into the list of an object around events that begins at `at`, or over an object that says something of the events
   * around it; gives where reading goes on, -1 where it is neither.
   */
  enter(at: number, isSure: boolean): number {
    const { text, inArray } = this;
    const frame = inArray ? kustoFrame(text, at) : null;
    if (frame?.kind === 'columns') this.columns = frame.columns;
    if (frame?.kind === 'account' || frame?.kind === 'columns') return this.over(at);
    const known = inArray ? this.plainMember : this.plain;
    if (!frame && !isSure && known !== '' && text.startsWith(known, at)) return -1;
    // A list may hold whole answers: two exports that someone put into one list.
    const list = (inArray ? nestedAt(text, at) : null) ?? wrapperAt(text, at, frame ? this.columns : null);
    const start = list ? this.into(list) : -1;
    if (start >= 0) return start;
    if (frame) return this.over(at);
    if (inArray) this.plainMember = beginning(text, at);
    else this.plain = beginning(text, at);
    return -1;
  }

  /** Goes into a list that was found; gives where its first member begins, -1 where it cannot be read. */
  private into(list: ListAt): number {
    const { text } = this;
    if (list.columns) {
      const table = this.hasPatience() ? ColumnTable.read(text, list.start, list.columns) : null;
      if (!table) return this.failed(list.start);
      this.push(list.depth);
      this.table = table;
      return table.close;
    }
    if (list.isHeaded) {
      const found = this.hasPatience() ? athenaRows(text, list.start, this.infoAfter(list.start)) : null;
      if (!found) return this.failed(list.start);
      this.push(list.depth, found.rows);
      return found.start;
    }
    this.push(list.depth, list.rows);
    return list.start;
  }

  private hasPatience(): boolean {
    return this.wasted <= 4 * this.text.length;
  }

  private failed(at: number): number {
    this.wasted += this.text.length - at;
    return -1;
  }

  /** Where Athena tells the columns of rows that begin at `at`; -1 for nowhere. */
  private infoAfter(at: number): number {
    const { info } = this;
    const isKnown = at >= info.from && (info.at < 0 || (info.at >= at && info.at > 0));
    if (!isKnown) this.info = { from: at, at: this.text.indexOf('"ColumnInfo"', at) };
    return this.info.at;
  }

  /** Where the object at `at` ends; -1 where it does not. */
  private over(at: number): number {
    const { end } = this.hasPatience() ? balance(this.text, at, 0, false) : { end: -1 };
    return end < 0 ? this.failed(at) : end;
  }

  /** The next event of a table whose columns are lists; null where there is none, or no such table. */
  nextOfColumns(scan: TextScan): EventSlice | null {
    const slice = this.table?.next(scan) ?? null;
    if (!slice) this.table = null;
    return slice;
  }

  /** Leaves the list whose bracket stands at `at`; gives where reading goes on, maybe in another list of the same object. */
  leave(at: number): number {
    const depth = this.depths.pop() ?? 0;
    this.tables.pop();
    if (depth === 0) return at + 1;
    const after = afterList(this.text, at + 1, depth);
    if ('end' in after) return after.end;
    this.push(after.depth, after.rows);
    return after.start;
  }
}

/** The first name of the object at `at`, with what stands before it. */
function beginning(text: string, at: number): string {
  const quote = text.indexOf('"', at);
  return quote < 0 || quote > at + 100 ? '' : text.slice(at, stringEnd(text, quote) + 1);
}
