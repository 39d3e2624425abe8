import type { Range, Scalar } from '../text';
import type { EventCode } from './codes';

/**
 * An event as matching sees it. `get` is the hot path and never builds ranges; `locate` is made only
 * for what is on screen or asked for.
 */
export interface SigmaEvent {
  /** Position in the document, from 0, malformed slices counted. */
  readonly index: number;
  /** The event's stretch of the document's text. */
  readonly range: Range;
  /**
   * The value of a field by its own name: a JSON value, or `undefined` where the event has no such field.
   * A literal key wins over a nested path (semantics.md, "dotted field names"); attributes of the System part
   * are named element_attribute; a name that holds spaces answers to the name without them.
   */
  get(field: string): unknown;
  /** True where names of the Elastic Common Schema may stand beside Windows' own, as in Winlogbeat's events. */
  readonly ecs?: boolean;
  /** Names of all fields that `get` answers to, each once, innermost first; for near misses and for lists. */
  fields(): string[];
  /** Every scalar value of the event with its path; keywords are searched in these. */
  leaves(): Leaf[];
  /** Where a field's value stands in the text; `undefined` for an absent field. `member`: index in an array value; a path where arrays are nested. */
  locate(field: string, member?: number | readonly number[]): ValueLocation | undefined;
  /** Where the value at a path of `leaves()` stands. */
  locatePath(path: JsonPath): ValueLocation | undefined;
  /** True where `test` holds for some value of `leaves()`; builds no list and stops at the first. The fast way for keywords. */
  anyLeaf?(test: (value: Scalar) => boolean): boolean;
  /** The event's text where that is JSON, as it stands in the document: all its values, escaped, and more; else undefined. */
  jsonText?(): string | undefined;
  /** True where it is certain that `get` answers `undefined` for the same names in both events. */
  sameFields?(other: SigmaEvent): boolean;
  /**
   * From now on `get` gives a number as `WrittenNumber` wherever a double would not give its characters back. Before,
   * it does so only where the number itself would be another one: looking for `1.0` in every event costs too much.
   */
  exact?(): void;
  /** Lets parsed data go that can be had again from the text; for a worker that keeps many events. */
  release?(): void;
}

export type JsonPath = readonly (string | number)[];

export interface Leaf {
  readonly path: JsonPath;
  readonly value: Scalar;
}

/** The place of one value in the document's text. All ranges are absolute. */
export interface ValueLocation {
  /** The field's own name as a person would write it, e.g. `CommandLine` or `Event.System.EventID`. */
  readonly name: string;
  /** The key's characters without quotes; null where the value has no key of its own (a list member). */
  readonly key: Range | null;
  /** The value's characters; of a string without its quotes. */
  readonly value: Range;
  /**
   * Text ranges for a range of the decoded value (for a number or boolean: of its text). Several only where one
   * decoded value was put together from several fields.
   */
  toText(decoded: Range): Range[];
}

/** What was read from one stretch of the document: an event, or what is wrong with it. */
export type EventSlice =
  | { readonly range: Range; readonly event: SigmaEvent }
  | {
      readonly range: Range;
      readonly event?: undefined;
      readonly code: EventCode;
      readonly at: Range;
      readonly message: string;
    };
