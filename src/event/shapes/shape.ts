import type { BuiltField } from '../data-list';
import type { JsonPath } from '../event';
import type { JsonObject } from '../json';

/**
 * How one kind of JSON lays out an event. A shape is a stateless singleton; an event keeps the objects that it returns.
 * Values and positions have separate methods, so that matching never builds a path.
 */
export interface Shape {
  readonly name: string;
  /** True if names of the Elastic Common Schema may occur beside Windows' own. */
  readonly ecs: boolean;
  /** The event proper inside its envelope (`_source`, `Event`), where dotted names and aliases are looked up. */
  base(root: JsonObject): JsonObject;
  basePath(root: JsonObject): JsonPath;
  /** The object with the event's own fields: `EventData`. Assembled if they are a list. */
  data(base: JsonObject): JsonObject;
  /** The object with the System part under its own element names, or null. */
  system(base: JsonObject): JsonObject | null;
  /**
   * Other places for a name, as dotted names inside `base`: `Provider_Name`. Cheap, because it is asked on every miss.
   */
  aliases(field: string): readonly string[];
  /** Path of `data` from the base; null if it was assembled and `built` has the positions. */
  dataPath(base: JsonObject): JsonPath | null;
  systemPath: JsonPath;
  /** The assembled fields, with paths from the base. */
  built(base: JsonObject): ReadonlyMap<string, BuiltField>;
  /** Names that `aliases` finds in this event, for lists. */
  systemNames(base: JsonObject): readonly string[];
}

export const NO_NAMES: readonly string[] = [];
export const NO_PATH: JsonPath = [];
export const NO_FIELDS: ReadonlyMap<string, BuiltField> = new Map();
export const EMPTY: JsonObject = Object.freeze(Object.create(null));
