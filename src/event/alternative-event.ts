import type { Readings } from '../knowledge';
import { isNumber, MAX_DEPTH, type Range, range } from '../text';
import type { JsonPath, Leaf, SigmaEvent, Tree, ValueLocation } from './event';
import { isObject, type JsonObject, own } from './json';

/** The path of the line as it is written, which is no value of the event. */
const LINE = ['line as written'];

/** How an event answers when fields and keywords are read the other way. */
export class AlternativeEvent implements SigmaEvent {
  /** Leaves that are the name of a field, by path. */
  private readonly names = new Map<JsonPath, string>();

  constructor(
    private readonly event: SigmaEvent,
    private readonly readings: Readings,
  ) {}

  get index(): number {
    return this.event.index;
  }

  get range(): Range {
    return this.event.range;
  }

  get(field: string): unknown {
    const own = this.ownName(field);
    const path = this.byPath(own);
    return path === undefined ? this.event.get(own) : path;
  }

  trees(field: string): readonly Tree[] {
    const own = this.ownName(field);
    const dot = this.readings['dotted-literal'] ? own.indexOf('.') : -1;
    for (let at = dot; at >= 0; at = own.indexOf('.', at + 1)) {
      const rest = own.slice(at + 1);
      const found = this.event.trees(own.slice(0, at)).flatMap((tree) => treesInside(tree, rest, 0));
      if (found.length > 0) return found;
    }
    return this.event.trees(own);
  }

  at(path: JsonPath): unknown {
    return this.event.at(path);
  }

  exact(): void {
    this.event.exact?.();
  }

  fields(): string[] {
    return this.event.fields();
  }

  leaves(): Leaf[] {
    let leaves = this.event.leaves();
    if (this.readings['keyword-number']) leaves = leaves.filter(({ value }) => !isNumber(value));
    const line = this.readings['keyword-raw-line'] ? this.event.rawLine?.() : undefined;
    if (line !== undefined) leaves = [...leaves, { path: LINE, value: line }];
    if (!this.readings['keyword-field-name']) return leaves;
    const names = this.event.fields().map((name): Leaf => {
      const path = [name];
      this.names.set(path, name);
      return { path, value: name };
    });
    return [...leaves, ...names];
  }

  locate(field: string, member?: number | readonly number[]): ValueLocation | undefined {
    const own = this.ownName(field);
    if (this.byPath(own) === undefined) return this.event.locate(own, member);
    // The leaf that other keys than the dotted name itself lead to.
    const leaf = this.event
      .leaves()
      .find(({ path }) => path[path.length - 1] !== own && `.${path.join('.')}`.endsWith(`.${own}`));
    return leaf && this.event.locatePath(leaf.path);
  }

  locatePath(path: JsonPath): ValueLocation | undefined {
    if (path === LINE) return this.lineLocation();
    const name = this.names.get(path);
    if (name === undefined) return this.event.locatePath(path);
    const key = this.event.locate(name)?.key;
    // A name written with escapes has no straight ranges.
    if (!key || key.end - key.start !== name.length) return undefined;
    const toText = ({ start, end }: Range) => [range(key.start + start, key.start + end)];
    return { name, key: null, value: key, toText };
  }

  private lineLocation(): ValueLocation {
    const { start, end } = this.event.range;
    const toText = (decoded: Range) => [range(start + decoded.start, start + decoded.end)];
    return { name: LINE[0]!, key: null, value: range(start, end), toText };
  }

  /** The event's own spelling of a field, if case in names does not matter. */
  private ownName(field: string): string {
    if (!this.readings['field-case'] || this.event.get(field) !== undefined) return field;
    const lower = field.toLowerCase();
    const names = this.event.fields();
    // A name may also be that of an object or an array, which is only the beginning of those of its fields.
    return (
      names.find((name) => name.toLowerCase() === lower) ??
      names
        .find((name) => name.toLowerCase().startsWith(`${lower}.`))
        ?.split('.')
        .slice(0, field.split('.').length)
        .join('.') ??
      field
    );
  }

  /** What the path finds, if it wins over the literal key. */
  private byPath(field: string): unknown {
    const dot = this.readings['dotted-literal'] ? field.indexOf('.') : -1;
    for (let at = dot; at >= 0; at = field.indexOf('.', at + 1)) {
      const found = inside(this.event.get(field.slice(0, at)), field.slice(at + 1), 0);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** The same as `inside`, with the way to each value. */
function treesInside({ path, value }: Tree, field: string, depth: number): readonly Tree[] {
  if (depth > MAX_DEPTH) return [];
  const below = (key: string | number, member: unknown): Tree => ({
    path: path && [...path, key],
    value: member,
  });
  if (Array.isArray(value))
    return value.flatMap((member, i) => treesInside(below(i, member), field, depth + 1));
  if (!isObject(value)) return [];
  for (let at = field.indexOf('.'); at >= 0; at = field.indexOf('.', at + 1)) {
    const name = field.slice(0, at);
    const found = treesInside(below(name, own(value as JsonObject, name)), field.slice(at + 1), depth + 1);
    if (found.length > 0) return found;
  }
  const last = own(value as JsonObject, field);
  return last === undefined ? [] : [below(field, last)];
}

/** The value of a dotted name inside `value`: the path first, then the literal key; arrays on the way are searched. */
function inside(value: unknown, field: string, depth: number): unknown {
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) {
    const found = value.flatMap((member) => inside(member, field, depth + 1) ?? []);
    return found.length === 0 ? undefined : found;
  }
  if (!isObject(value)) return undefined;
  for (let at = field.indexOf('.'); at >= 0; at = field.indexOf('.', at + 1)) {
    const found = inside(own(value as JsonObject, field.slice(0, at)), field.slice(at + 1), depth + 1);
    if (found !== undefined) return found;
  }
  return own(value as JsonObject, field);
}
