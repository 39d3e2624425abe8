import type { EventReader, Recognised } from '../event';
import { LineCounter } from '../event';

/** A format of the events' text, with how it was recognised and the line of its first event. */
export interface FormatFound extends Recognised {
  readonly line: number;
}

/** The formats that a reader has recognised by the end of its text. */
export function formatsFound({ text, recognised }: EventReader): FormatFound[] {
  const lines = new LineCounter(text);
  return [...recognised]
    .sort((a, b) => a.at - b.at)
    .map((found) => ({ ...found, line: lines.lineOf(found.at) }));
}
