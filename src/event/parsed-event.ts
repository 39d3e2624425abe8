import { type Range, range, type Scalar } from '../text';
import type { JsonPath, Leaf, SigmaEvent, Tree, ValueLocation } from './event';
import type { Places, SourceText } from './event-syntax';
import { elementText, isObject, type JsonObject, own, sameStructure, textName } from './json';
import { anyLeaf, leavesOf } from './leaves';
import { listLocation } from './locate';
import { mayBeLost } from './lost-number';
import { flatOrder } from './name-set';
import { fieldNames, hasSpacedNames, nameOfPath, spacedName } from './names';
import { follow, type NestedPlace, nested, nestedPlace } from './nested';
import { flat } from './shapes/flat';
import type { Shape } from './shapes/shape';

/**
 * An event read from a text. Deliberately small: a document has 100,000 of them. Only the parsed object is kept until
 * something is requested, and even that can be released and is parsed again when needed.
 */
export class ParsedEvent implements SigmaEvent {
  readonly index: number;
  private readonly start: number;
  private readonly end: number;
  private readonly source: SourceText;
  private root: JsonObject | undefined;
  private layout: Shape | undefined = undefined;
  private base: JsonObject | undefined = undefined;
  private data: JsonObject | undefined = undefined;
  private system: JsonObject | null = null;
  private places: Places | undefined = undefined;
  private isExact = false;

  constructor(index: number, start: number, end: number, source: SourceText, root: JsonObject) {
    this.index = index;
    this.start = start;
    this.end = end;
    this.source = source;
    this.root = root;
  }

  get range(): Range {
    return range(this.start, this.end);
  }

  /** The event is its own slice of the document (`EventSlice`): that saves one object for each of many events. */
  get event(): this {
    return this;
  }

  /** The event as an object: parsed JSON, or XML in the same form. Not to be changed. */
  get json(): JsonObject {
    this.root ??= this.source.syntax.parse(this.source.text.slice(this.start, this.end));
    return this.root;
  }

  /** The layout of the event: `flat JSON`, `Windows event (evtx_dump)`, … */
  get shape(): string {
    this.open();
    return this.layout!.name;
  }

  get ecs(): boolean {
    if (this.layout === undefined) this.open();
    return this.layout!.ecs;
  }

  get(field: string): unknown {
    if (this.layout === undefined) this.open();
    const value = this.look(field);
    if (typeof value === 'string' || value === undefined || this.isExact || !mayBeLost(value)) return value;
    this.exact();
    return this.look(field);
  }

  private look(field: string): unknown {
    let value = own(this.data!, field);
    if (value === undefined && this.system !== null) value = own(this.system, field);
    if (value === undefined) value = this.outside(field);
    return typeof value === 'object' && value !== null ? elementText(value) : value;
  }

  trees(field: string): readonly Tree[] {
    // Most events lack the field, which is quickly known.
    if (this.get(field) === undefined) return NO_TREES;
    const place = this.place(field, true);
    if (!place) return NO_TREES;
    const paths = 'path' in place ? [place.path] : place.members;
    return paths.map((path) => ({ path, value: follow(this.json, path) }));
  }

  at(path: JsonPath): unknown {
    return follow(this.json, path);
  }

  exact(): void {
    if (this.isExact) return;
    this.isExact = true;
    const { syntax, text } = this.source;
    const root = syntax.exactly?.(text.slice(this.start, this.end));
    if (!root) return;
    this.root = root;
    this.layout = undefined;
    this.open();
  }

  fields(): string[] {
    this.open();
    return fieldNames(this.layout!, this.json, this.base!, this.data!, this.system);
  }

  leaves(): Leaf[] {
    this.open();
    this.exact();
    return leavesOf(this.base!, this.layout!.basePath(this.json));
  }

  anyLeaf(test: (value: Scalar) => boolean, exactly = true): boolean {
    this.open();
    if (exactly) this.exact();
    return anyLeaf(this.base!, test);
  }

  jsonText(): string | undefined {
    return this.source.syntax.isJson(this.json) ? this.source.text.slice(this.start, this.end) : undefined;
  }

  rawLine(): string | undefined {
    if (this.source.syntax.isScattered) return undefined;
    const text = this.source.text.slice(this.start, this.end);
    return this.source.syntax.isJson(this.json) || /^\s*(?:[[{]|<[A-Za-z?!])/.test(text) ? undefined : text;
  }

  order(): object | undefined {
    this.open();
    const { json } = this;
    // In other shapes, names come from elsewhere; in events of other channels, also those with spaces are looked for.
    if (this.layout !== flat || hasSpacedNames(json, null)) return undefined;
    return flatOrder(json);
  }

  sameFields(other: SigmaEvent): boolean {
    if (!(other instanceof ParsedEvent)) return false;
    this.open();
    other.open();
    if (this.layout !== other.layout || !sameStructure(this.json, other.json)) return false;
    // A shape that collects `Data` elements takes names from values, and spaces in names are looked for by channel.
    if (this.data !== this.base && !sameStructure(this.data, other.data)) return false;
    return hasSpacedNames(this.data!, this.system) === hasSpacedNames(other.data!, other.system);
  }

  locate(field: string, member?: number | readonly number[]): ValueLocation | undefined {
    const place = this.place(field);
    if (!place) return undefined;
    const path = typeof member === 'number' ? [member] : (member ?? []);
    if ('path' in place) {
      if (member === undefined) return this.locatePath(place.path);
      const value = follow(this.json, place.path);
      return this.locatePath(Array.isArray(value) ? [...place.path, ...path] : place.path);
    }
    if (member === undefined) {
      const all = place.members.map((path) => this.locatePath(path)).filter((found) => found !== undefined);
      return listLocation(all);
    }
    const first = place.members[path[0] ?? 0];
    return first && this.locatePath([...first, ...path.slice(1)]);
  }

  locatePath(path: JsonPath): ValueLocation | undefined {
    this.places ??= this.source.syntax.places(this.source.text.slice(this.start, this.end), this.json);
    const name = nameOfPath(this.shapeForNames(), this.json, this.base!, path);
    return this.places.locate(this.source.text, this.start, path, name);
  }

  /**
   * Releases the parsed object and everything derived from it; the next use parses the text again. For a worker that
   * has processed many events and keeps only their verdicts.
   */
  release(): void {
    this.root = undefined;
    this.layout = undefined;
    this.base = undefined;
    this.data = undefined;
    this.system = null;
    this.places = undefined;
    this.isExact = false;
  }

  private open(): void {
    if (this.layout !== undefined) return;
    const root = this.json;
    const shape = this.source.syntax.shape(root);
    this.layout = shape;
    this.base = shape.base(root);
    this.data = shape.data(this.base);
    this.system = shape.system(this.base);
  }

  /** The look-up beyond the two innermost layers: other names, the envelope, nested paths, names with spaces. */
  private outside(field: string): unknown {
    const base = this.base!;
    for (const alias of this.layout!.aliases(field)) {
      const value = nested(base, alias);
      if (value !== undefined) return value;
    }
    const root = this.root!;
    const data = this.data!;
    if (data !== base) {
      const value = own(base, field);
      if (value !== undefined) return value;
    }
    if (root !== base) {
      const value = own(root, field);
      if (value !== undefined) return value;
    }
    if (field.includes('.')) {
      let value = nested(data, field);
      if (value === undefined && data !== base) value = nested(base, field);
      if (value === undefined && root !== base) value = nested(root, field);
      if (value !== undefined) return value;
    }
    if (!hasSpacedNames(data, this.system)) return undefined;
    const spaced = spacedName(data, field);
    return spaced === undefined ? undefined : own(data, spaced);
  }

  /**
   * The same look-up as `get`, step by step, which returns where the value is instead of the value: that of an element's
   * text, or with `whole` that of the element, and of an array at the end of a way through others instead of its members.
   */
  private place(field: string, whole = false): NestedPlace | undefined {
    this.open();
    const shape = this.layout!;
    const root = this.json;
    const base = this.base!;
    const data = this.data!;
    const basePath = shape.basePath(root);
    if (own(data, field) !== undefined) return this.dataPlace(field, whole);
    if (this.system !== null && own(this.system, field) !== undefined) {
      return this.text([...basePath, ...shape.systemPath, field], whole);
    }
    for (const alias of shape.aliases(field)) {
      const place = nestedPlace(base, alias, basePath, 0, whole);
      if (place) return 'path' in place ? this.text(place.path, whole) : place;
    }
    if (own(base, field) !== undefined) return this.text([...basePath, field], whole);
    if (own(root, field) !== undefined) return this.text([field], whole);
    if (field.includes('.')) {
      const dataPath = shape.dataPath(base);
      const place =
        (dataPath && nestedPlace(data, field, [...basePath, ...dataPath], 0, whole)) ??
        nestedPlace(base, field, basePath, 0, whole) ??
        nestedPlace(root, field, [], 0, whole);
      if (place) return 'path' in place ? this.text(place.path, whole) : place;
    }
    if (!hasSpacedNames(data, this.system)) return undefined;
    const spaced = spacedName(data, field);
    return spaced === undefined ? undefined : this.dataPlace(spaced, whole);
  }

  private dataPlace(field: string, whole: boolean): NestedPlace | undefined {
    const basePath = this.layout!.basePath(this.json);
    const dataPath = this.layout!.dataPath(this.base!);
    if (dataPath) return this.text([...basePath, ...dataPath, field], whole);
    const paths = this.layout!.built(this.base!).get(field)?.paths;
    if (!paths) return undefined;
    const full = paths.map((path) => [...basePath, ...path]);
    return full.length === 1 ? this.text(full[0]!, whole) : { members: full };
  }

  /** Continues to an element's text if the value is an XML element, unless the whole element is wanted. */
  private text(path: JsonPath, whole: boolean): NestedPlace {
    if (whole) return { path };
    const value = follow(this.json, path);
    const name = isObject(value) ? textName(value) : undefined;
    return { path: name === undefined ? path : [...path, name] };
  }

  private shapeForNames(): Shape {
    this.open();
    return this.layout!;
  }
}

const NO_TREES: readonly Tree[] = [];
