import type { EventReader, Recognised } from '../event';
import { LineCounter } from '../event';

/** A format of the events' text, with what it was recognised by and the line of its first event. */
export interface FormatFound extends Recognised {
  readonly line: number;
}

/** What a reader at the end of its text has recognised. */
export function formatsFound({ text, recognised }: EventReader): FormatFound[] {
  const lines = new LineCounter(text);
  return [...recognised]
    .sort((a, b) => a.at - b.at)
    .map((found) => ({ ...found, line: lines.lineOf(found.at) }));
}
