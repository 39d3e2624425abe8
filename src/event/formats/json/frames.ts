import { stringEnd } from './scan';
import { afterList, nestedAt, wrapperAt } from './wrapper';

/** What a reader is told that goes on inside a list; before it stands a brace for each object around the list. */
const ARRAY = '[';
const OBJECT = '{';

/** The lists in which a reader of JSON stands, each with the objects around it. */
export class Frames {
  /** By list how many objects are open around it that are around no list outside. */
  private depths: number[] = [];
  /** How the last objects began that are none around events: most of a file begin alike. */
  private plain = '';
  private plainMember = '';

  constructor(private readonly text: string) {}

  get inArray(): boolean {
    return this.depths.length > 0;
  }

  /** All lists and objects that are open, for a reader that goes on in another text. */
  get prelude(): string {
    return this.depths.map((depth) => OBJECT.repeat(depth) + ARRAY).join('');
  }

  restore(prelude: string): void {
    this.depths = [...prelude.matchAll(/(\{*)\[/g)].map(([, objects]) => objects!.length);
  }

  /** Goes into a list that stands in no object. */
  open(): void {
    this.depths.push(0);
  }

  /** Goes into the list of an object around events that begins at `at`; gives where its first member begins, -1 where it is none. */
  enter(at: number, isSure: boolean): number {
    const { text, inArray } = this;
    const known = inArray ? this.plainMember : this.plain;
    if (!isSure && known !== '' && text.startsWith(known, at)) return -1;
    const list = inArray ? nestedAt(text, at) : wrapperAt(text, at);
    if (list) {
      this.depths.push(list.depth);
      return list.start;
    }
    if (inArray) this.plainMember = beginning(text, at);
    else this.plain = beginning(text, at);
    return -1;
  }

  /** Leaves the list whose bracket stands at `at`; gives where reading goes on, maybe in another list of the same object. */
  leave(at: number): number {
    const depth = this.depths.pop() ?? 0;
    if (depth === 0) return at + 1;
    const after = afterList(this.text, at + 1, depth);
    if ('end' in after) return after.end;
    this.depths.push(after.depth);
    return after.start;
  }
}

/** The first name of the object at `at`, with what stands before it. */
function beginning(text: string, at: number): string {
  const quote = text.indexOf('"', at);
  return quote < 0 || quote > at + 100 ? '' : text.slice(at, stringEnd(text, quote) + 1);
}
