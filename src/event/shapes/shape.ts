import type { BuiltField } from '../data-list';
import type { JsonPath } from '../event';
import type { JsonObject } from '../json';

/**
 * How one kind of JSON lays out an event. A shape is a singleton without state; an event keeps the objects that it
 * points out. Values and places are asked for separately, so that matching never builds a path.
 */
export interface Shape {
  readonly name: string;
  /** True where names of the Elastic Common Schema may stand beside Windows' own. */
  readonly ecs: boolean;
  /** The event proper inside its envelope (`_source`, `Event`), where dotted names and aliases are looked up. */
  base(root: JsonObject): JsonObject;
  basePath(root: JsonObject): JsonPath;
  /** The object that holds the event's own fields: `EventData`. Put together where they are a list. */
  data(base: JsonObject): JsonObject;
  /** The object that holds the System part under its own element names, or null. */
  system(base: JsonObject): JsonObject | null;
  /** Other places for a name, as dotted names inside `base`: `Provider_Name`. Cheap: it is asked on every miss. */
  aliases(field: string): readonly string[];
  /** Path of `data` from the base; null where it was put together and `built` tells the places. */
  dataPath(base: JsonObject): JsonPath | null;
  systemPath: JsonPath;
  /** The fields that were put together, with paths from the base. */
  built(base: JsonObject): ReadonlyMap<string, BuiltField>;
  /** Names that `aliases` answers to in this event, for lists. */
  systemNames(base: JsonObject): readonly string[];
}

export const NO_NAMES: readonly string[] = [];
export const NO_PATH: JsonPath = [];
export const NO_FIELDS: ReadonlyMap<string, BuiltField> = new Map();
export const EMPTY: JsonObject = Object.freeze(Object.create(null));
