import { eventsOfSentence } from '../../../knowledge';
import { prose, say, type Words } from '../../../text';
import { type BlockFormat, BlockReader } from '../by-block';
import type { TextFormat } from '../format';
import { beginsHeader, descriptionAt, hasHeader, isLabelled, renderedSpans } from './spans';

const RENDERED_TEXT = 'Event Viewer text';

/** Longer lines are neither a sentence that begins an event nor a label of the header. */
const LONGEST_SENTENCE = 120;
/** The maximum length of the header. */
const HEADER_SIGHT = 1500;

/** Windows events as text, as Event Viewer shows and copies it, and Sysmon's. The messages are in English. */
export const renderedFormat: TextFormat = {
  name: RENDERED_TEXT,
  recognise,
  reader: (scan) => new BlockReader(scan, block),
};

const block: BlockFormat = {
  name: RENDERED_TEXT,
  recognise,
  headEnd,
  spansOf: renderedSpans,
  otherForm(text, end) {
    // The event's XML has everything that its text has, exactly.
    const xml = /^Event Xml:\s*(?=<Event[\s>])/.exec(text.slice(end, end + 100));
    return xml ? end + xml[0].length : -1;
  },
};

/** `wevtutil` numbers events before the header, which it indents. */
const NUMBERED = /^Event\[\d{1,9}\]:?[ \t]*\r?\n[ \t]*(?=Log Name:)/;

function recognise(text: string, at: number): Words | null {
  const isNumbered = text.startsWith('Event[', at) && NUMBERED.test(text.slice(at, at + 60));
  if (isNumbered) return prose('it begins with `Event[…]` and a header, as `wevtutil` writes events as text');
  if (beginsHeader(text, at))
    return hasHeader(text.slice(at, at + HEADER_SIGHT))
      ? prose('it begins with the header that Event Viewer copies: `Log Name`, `Source`, `Event ID`')
      : null;
  const window = text.slice(at, at + 2 * LONGEST_SENTENCE);
  const feed = window.indexOf('\n');
  if (feed < 0) return null;
  const sentence = window.slice(0, feed).trim();
  if (eventsOfSentence(sentence).length === 0) return null;
  const next = window.slice(feed).trimStart().split('\n', 1)[0]!.trim();
  return isLabelled(next) ? say`it begins with \`${sentence}\`, and labelled values follow` : null;
}

/** The line feed after the event's sentence if it does not begin another event; -1 if there is none. */
function headEnd(text: string, start: number): number {
  if (!text.startsWith('Event[', start) && !beginsHeader(text, start)) return text.indexOf('\n', start);
  const found = descriptionAt(text.slice(start, start + HEADER_SIGHT));
  return text.indexOf('\n', start + Math.max(found, 0));
}
