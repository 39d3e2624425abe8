import type { JsonPath, Leaf, SigmaEvent, Tree, ValueLocation } from '../../event';
import { pathValue } from '../../event';
import { isNumber, type Range } from '../../text';

/** Where a text of an event is: the event's own name of its field, or the way to it. */
export type Place = { readonly field: string } | { readonly path: JsonPath };

/** An event with another value in the place of one text, under all names that lead to it and for keywords. */
export class ChangedEvent implements SigmaEvent {
  readonly index: number;
  readonly range: Range;
  readonly ecs: boolean;
  private readonly before: unknown;
  private readonly place: number | undefined;

  private readonly field: string | null;

  constructor(
    private readonly event: SigmaEvent,
    place: Place,
    private readonly value: string,
  ) {
    this.index = event.index;
    this.range = event.range;
    this.ecs = event.ecs === true;
    this.field = 'field' in place ? place.field : null;
    this.before = 'field' in place ? event.get(place.field) : event.at(place.path);
    const found = 'field' in place ? event.locate(place.field) : event.locatePath(place.path);
    this.place = found?.value.start;
  }

  get(field: string): unknown {
    const value = this.event.get(field);
    // The values of several members, or one that holds the text.
    if (typeof value === 'object' && value !== null && this.field === null) {
      const trees = this.trees(field);
      return trees.length > 0 ? pathValue(trees) : value;
    }
    if (value !== this.before) return value;
    return field === this.field || this.isPlace(this.event.locate(field)) ? this.value : value;
  }

  trees(field: string): readonly Tree[] {
    return this.event.trees(field).map(({ path, value }) => ({ path, value: this.inside(value, path) }));
  }

  at(path: JsonPath): unknown {
    return this.inside(this.event.at(path), path);
  }

  /** A value of the event with what is changed in it. */
  private inside(value: unknown, path: JsonPath | null): unknown {
    if (path === null) return value;
    if (Array.isArray(value)) return value.map((member, i) => this.inside(member, [...path, i]));
    if (typeof value === 'object' && value !== null && !isNumber(value))
      return Object.fromEntries(
        Object.entries(value).map(([name, one]) => [name, this.inside(one, [...path, name])]),
      );
    return value === this.before && this.isPlace(this.event.locatePath(path)) ? this.value : value;
  }

  exact(): void {
    this.event.exact?.();
  }

  fields(): string[] {
    return this.event.fields();
  }

  leaves(): Leaf[] {
    return this.event
      .leaves()
      .map((leaf) =>
        leaf.value === this.before && this.isPlace(this.event.locatePath(leaf.path))
          ? { path: leaf.path, value: this.value }
          : leaf,
      );
  }

  locate(field: string, member?: number | readonly number[]): ValueLocation | undefined {
    return this.event.locate(field, member);
  }

  locatePath(path: JsonPath): ValueLocation | undefined {
    return this.event.locatePath(path);
  }

  /** Another field can have the same text; only the one with the same range is meant. */
  private isPlace(found: ValueLocation | undefined): boolean {
    return found !== undefined && found.value.start === this.place;
  }
}
