import { prose, type Words } from '../../../text';
import { type BlockFormat, BlockReader } from '../by-block';
import type { TextFormat } from '../format';
import { isDate, splunkSpans } from './spans';

const SPLUNK = 'Splunk WinEventLog text';

/** The maximum length of the keys above the message. */
const HEADER_SIGHT = 1500;
/** Longer lines are not dates. */
const LONGEST_DATE = 40;

/** Windows events as Splunk's input `WinEventLog` writes them: a date, a line `Key=Value` for each key, the message last. */
export const splunkFormat: TextFormat = {
  name: SPLUNK,
  recognise,
  reader: (scan) => new BlockReader(scan, block),
};

const block: BlockFormat = {
  name: SPLUNK,
  recognise,
  headEnd: (text, start) => text.indexOf('\n', keysAt(text, start)),
  spansOf: splunkSpans,
};

function recognise(text: string, at: number): Words | null {
  const start = keysAt(text, at);
  if (start < 0) return null;
  const header = text.slice(start, start + HEADER_SIGHT);
  // The first line without a key ends the header.
  const keys = /^(?:[A-Za-z][A-Za-z0-9_]{0,40}=[^\n]*(?:\n|$))+/.exec(header)?.[0] ?? '';
  if (!/^LogName=/m.test(keys) || !/^EventCode=\d/m.test(keys)) return null;
  return start > at
    ? prose('lines `LogName=` and `EventCode=` follow a date, as in Splunk’s text of Windows events')
    : prose('it begins with lines `LogName=` and `EventCode=`, as in Splunk’s text of Windows events');
}

/** True where a whole text is such an event. */
export function isSplunk(text: string): boolean {
  return recognise(text, 0) !== null;
}

/** Where the keys of an event begin, below its date or directly; -1 if there are none. */
function keysAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 0x4c) return text.startsWith('LogName=', at) ? at : -1;
  if (code < 0x30 || code > 0x39) return -1;
  const window = text.slice(at, at + LONGEST_DATE);
  const feed = window.indexOf('\n');
  if (feed < 0 || !isDate(window.slice(0, feed).trimEnd())) return -1;
  return at + feed + 1;
}
