import type { JsonPath, Leaf, SigmaEvent, ValueLocation } from '../../event';
import type { Range } from '../../text';

/** An event with another value in one text field, under all names that lead to it and for keywords. */
export class ChangedEvent implements SigmaEvent {
  readonly index: number;
  readonly range: Range;
  readonly ecs: boolean;
  private readonly before: unknown;
  private readonly place: number | undefined;

  /** `field` is the event's own name of the field. */
  constructor(
    private readonly event: SigmaEvent,
    private readonly field: string,
    private readonly value: string,
  ) {
    this.index = event.index;
    this.range = event.range;
    this.ecs = event.ecs === true;
    this.before = event.get(field);
    this.place = event.locate(field)?.value.start;
  }

  get(field: string): unknown {
    const value = this.event.get(field);
    if (value !== this.before) return value;
    return field === this.field || this.isPlace(this.event.locate(field)) ? this.value : value;
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
