import type { EventDiagnostic } from '../event';
import {
  type EventFormat,
  EventReader,
  type EventSlice,
  faultWords,
  surprises,
  withBackslashFixes,
} from '../event';
import { EVENTS } from '../limits';
import type { Turns } from '../turns';
import { type FormatFound, formatsFound } from './formats';
import { type SourceFound, SourcesFound } from './sources';

/** Events between two looks at the clock. */
const PIECE = 256;

/** The events of the newest text that was read completely. Kept until the text or its format changes. */
export class EventsRead {
  private text: string | null = null;
  private chosenFormat: EventFormat | undefined;
  private found: readonly SourceFound[] | null = null;
  slices: readonly EventSlice[] = [];
  format: EventFormat = 'empty';
  formats: readonly FormatFound[] = [];
  /** Warnings about the events, and why some could not be read, the first of them, with fixes. */
  problems: readonly EventDiagnostic[] = [];

  /** Reads a text, in the chosen format or as recognised; false if it is no longer wanted. */
  async read(text: string, chosen: EventFormat | undefined, turns: Turns): Promise<boolean> {
    if (text === this.text && chosen === this.chosenFormat) return true;
    const reader = new EventReader(text, chosen);
    const slices: EventSlice[] = [];
    for (let slice = reader.next(); slice; slice = reader.next()) {
      slices.push(slice);
      if (slices.length % PIECE === 0 && !(await turns.goOn())) return false;
    }
    this.text = text;
    this.chosenFormat = chosen;
    this.slices = slices;
    this.format = reader.format;
    this.formats = formatsFound(reader);
    const warnings = [...reader.unknown, ...surprises(text, slices)];
    this.problems = withBackslashFixes(text, slices, [...warnings, ...unreadable(slices)]);
    this.found = null;
    return true;
  }

  /** The text of an event. */
  textOf(index: number): string {
    const range = this.slices[index]?.range;
    return range && this.text !== null ? this.text.slice(range.start, range.end) : '';
  }

  /** The log sources of the events, most frequent first; null if that is no longer wanted. */
  async sources(turns: Turns): Promise<readonly SourceFound[] | null> {
    if (this.found) return this.found;
    const { slices } = this;
    const found = new SourcesFound();
    for (let at = 0; at < slices.length; at++) {
      found.add(slices[at]!, at);
      if (at % PIECE === 0 && !(await turns.goOn())) return null;
    }
    this.found = found.list(slices);
    return this.found;
  }
}

/** Why events could not be read; the first of them. */
function unreadable(slices: readonly EventSlice[]): EventDiagnostic[] {
  const problems: EventDiagnostic[] = [];
  for (const slice of slices) {
    if (slice.event) continue;
    if (problems.length === EVENTS.problems.value) break;
    problems.push({ code: slice.code, severity: 'error', range: slice.at, message: faultWords(slice) });
  }
  return problems;
}
