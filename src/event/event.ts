import { type Range, type Scalar, say, type Words } from '../text';
import type { EventCode } from './codes';

/**
 * An event as matching sees it. `get` is the hot path and never builds ranges; `locate` is called only for what is on
 * screen or requested.
 */
export interface SigmaEvent {
  /** Index in the document, counting malformed events. */
  readonly index: number;
  /** The event's part of the document's text. */
  readonly range: Range;
  /**
   * The value of a field by its own name: a JSON value, or `undefined` if the event has no such field. A literal key
   * wins over a nested path (semantics.md, "dotted field names"); attributes of the System part are named
   * element_attribute; a name with spaces is also found without them.
   */
  get(field: string): unknown;
  /** True if names of the Elastic Common Schema may occur beside Windows' own, as in Winlogbeat's events. */
  readonly ecs?: boolean;
  /**
   * The values that a field's name leads to, each with where it is: those of `get`, with the objects in them. Arrays on
   * the way are entered, the last one is not. Empty for an absent field.
   */
  trees(field: string): readonly Tree[];
  /** The value at a path of `trees`, as it is now: `exact` may have read it again. */
  at(path: JsonPath): unknown;
  /** Names of all fields that `get` finds, each once, innermost first; for near misses and for lists. */
  fields(): string[];
  /** Every scalar value of the event with its path; keywords are searched in these. */
  leaves(): Leaf[];
  /**
   * Where a field's value is in the text; `undefined` for an absent field. `member`: index in an array value, or a path
   * if arrays are nested.
   */
  locate(field: string, member?: number | readonly number[]): ValueLocation | undefined;
  /** Where the value at a path of `leaves()` is. */
  locatePath(path: JsonPath): ValueLocation | undefined;
  /**
   * True if `test` holds for some value of `leaves()`; builds no list and stops at the first. The fast way for
   * keywords. Without `exactly`, a number may have other characters than in the text.
   */
  anyLeaf?(test: (value: Scalar) => boolean, exactly?: boolean): boolean;
  /** The event's part of the text if that is JSON with all its values, escaped, and more; otherwise undefined. */
  jsonText?(): string | undefined;
  /** The event's part of the text if it is written as a line of a log, not as JSON or XML; otherwise undefined. */
  rawLine?(): string | undefined;
  /** The same object for events of which `sameFields` holds; undefined where only `sameFields` tells. */
  order?(): object | undefined;
  /** True if `get` certainly returns `undefined` for the same names in both events. */
  sameFields?(other: SigmaEvent): boolean;
  /**
   * From now on `get` returns a number as `WrittenNumber` wherever a double would not preserve its characters. Before,
   * it does so only if the number itself would change: looking for `1.0` in every event costs too much.
   */
  exact?(): void;
  /** Releases parsed data that can be read again from the text; for a worker that keeps many events. */
  release?(): void;
}

export type JsonPath = readonly (string | number)[];

/** A value of an event, which may be an object or an array. */
export interface Tree {
  /** Where it is, from the root; null for a value that is put together from others. */
  readonly path: JsonPath | null;
  readonly value: unknown;
}

export interface Leaf {
  readonly path: JsonPath;
  readonly value: Scalar;
}

/** The position of one value in the document's text. All ranges are absolute. */
export interface ValueLocation {
  /** The field's own name as a user would write it, e.g. `CommandLine` or `Event.System.EventID`. */
  readonly name: string;
  /** The key's characters without quotes; null if the value has no key of its own (a list member). */
  readonly key: Range | null;
  /** The value's characters; for a string, without its quotes. */
  readonly value: Range;
  /**
   * Text ranges for a range of the decoded value (for a number or boolean, of its text). Several only if one decoded
   * value was assembled from several fields.
   */
  toText(decoded: Range): Range[];
}

/** The result of reading one part of the document: an event, or what is wrong with it. */
export type EventSlice =
  | { readonly range: Range; readonly event: SigmaEvent }
  | {
      readonly range: Range;
      readonly event?: undefined;
      readonly code: EventCode;
      readonly at: Range;
      /** What is wrong, in lower case: a line number is put before it (`faultWords`). */
      readonly message: Words;
      /** The number of its line in the text, from 1. */
      readonly line: number;
    };

/** What is wrong with a malformed slice, as a sentence that names its line. */
export function faultWords({ line, message }: { readonly line: number; readonly message: Words }): Words {
  return say`Line ${line}: ${message}`;
}
