import { headerRow, ofNames, type Rows } from './rows';
import { stringEnd } from './scan';
import { afterList, nestedAt, wrapperAt } from './wrapper';

/** What a reader is told that goes on inside a list; before it stands a brace for each object around the list. */
const ARRAY = '[';
const OBJECT = '{';
/** Before the columns of the rows in the innermost list. */
const ROWS = '\t';

/** The lists in which a reader of JSON stands, each with the objects around it. */
export class Frames {
  /** By list how many objects are open around it that are around no list outside. */
  private depths: number[] = [];
  /** By list the rows that its members are; null where they are none. */
  private tables: (Rows | null)[] = [];
  /** How the last objects began that are none around events: most of a file begin alike. */
  private plain = '';
  private plainMember = '';

  constructor(private readonly text: string) {}

  get inArray(): boolean {
    return this.depths.length > 0;
  }

  /** All lists and objects that are open, for a reader that goes on in another text. */
  get prelude(): string {
    const { rows } = this;
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

  /** Goes into the list of an object around events that begins at `at`; gives where its first member begins, -1 where it is none. */
  enter(at: number, isSure: boolean): number {
    const { text, inArray } = this;
    const known = inArray ? this.plainMember : this.plain;
    if (!isSure && known !== '' && text.startsWith(known, at)) return -1;
    // A list may hold whole answers: two exports that someone put into one list.
    const list = (inArray ? nestedAt(text, at) : null) ?? wrapperAt(text, at);
    if (list) {
      this.push(list.depth, list.rows);
      return list.start;
    }
    if (inArray) this.plainMember = beginning(text, at);
    else this.plain = beginning(text, at);
    return -1;
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
