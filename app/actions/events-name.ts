import { eventsNameOf } from '../results/file-names';

/** So many characters tell the formats of a text. */
const HEAD = 20_000;

/** The name of a text of events that has none of its own, by its format; `events.txt` if the reader does not load. */
export async function nameByReading(text: string): Promise<string> {
  try {
    const { formatsOf } = await import('./formats-of');
    const head = text.length > HEAD ? text.slice(0, text.lastIndexOf('\n', HEAD) + 1 || HEAD) : text;
    return eventsNameOf(head, formatsOf(head));
  } catch {
    return 'events.txt';
  }
}
