import { EventReader, type Recognised } from '../../src/event';

/*
 * Loaded when it is needed. It is a part of its own, because whoever loads the whole door of a wing late has all of the
 * wing loaded early: in one file with what the page needs at once.
 */

/** The formats of a text of events. */
export function formatsOf(text: string): readonly Recognised[] {
  const reader = new EventReader(text);
  while (reader.next()) {
    // Only the formats are of interest.
  }
  return reader.recognised;
}
