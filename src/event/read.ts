import type { EventDiagnostic } from './codes';
import type { EventSlice } from './event';
import { EventReader } from './event-reader';
import type { EventFormat } from './formats/format';
import { surprises } from './formats/json/surprises';

export { EventReader } from './event-reader';
export type { EventFormat } from './formats/format';

/** A text of events, read. */
export interface EventDocument {
  readonly text: string;
  readonly format: EventFormat;
  readonly slices: readonly EventSlice[];
  /**
   * Surprises in events that could be read: where text in an unknown format begins, and paths that are read as
   * something else.
   */
  readonly warnings: readonly EventDiagnostic[];
}

/**
 * Reads all events of a text, whatever its formats. Never throws: what cannot be read becomes a slice that says what is
 * wrong and where, and the events after it are still read. `format` names the one format to read the whole text as,
 * whatever it looks like.
 */
export function readEvents(text: string, format?: EventFormat): EventDocument {
  const reader = new EventReader(text, format);
  const slices: EventSlice[] = [];
  for (let slice = reader.next(); slice; slice = reader.next()) slices.push(slice);
  const warnings = [...reader.unknown, ...surprises(text, slices)];
  return { text, format: reader.format, slices, warnings };
}

/** The same, one event at a time, for a reader that works in pieces or keeps only what it found. */
export function* sliceEvents(text: string): Generator<EventSlice, void, undefined> {
  const reader = new EventReader(text);
  for (let slice = reader.next(); slice; slice = reader.next()) yield slice;
}
