import type { JsonPath, ValueLocation } from './event';
import type { JsonObject } from './json';
import type { Shape } from './shapes/shape';

/** A way to write events in a text: how to read one of them, and how to find its values. */
export interface EventSyntax {
  /** True if the part of the text is JSON, with every value of the event as JSON writes it. */
  isJson(root: JsonObject): boolean;
  /** Set if the part of the text has values of other events too. */
  readonly isScattered?: true;
  /** The event as an object, from its own part of the text, which has been read before. */
  parse(text: string): JsonObject;
  /** The same with numbers that keep their characters; null if `parse` preserves them all. */
  exactly?(text: string): JsonObject | null;
  shape(root: JsonObject): Shape;
  /** `root` is the result of `parse`. */
  places(text: string, root: JsonObject): Places;
}

/** The positions of one event's values. */
export interface Places {
  /** `base` is where the event begins in `text`; `undefined` if the path leads nowhere. */
  locate(text: string, base: number, path: JsonPath, name: string): ValueLocation | undefined;
}

/** The text of the events; one object shared by all of them. */
export interface SourceText {
  readonly text: string;
  readonly syntax: EventSyntax;
}
