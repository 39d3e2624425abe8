import { say } from '../../text';
import type { EvtxProblems } from './problem';
import { EvtxReader } from './read';
import { recordJson } from './record-json';

/** A JavaScript string can have some 536 million characters; what the page does with the text needs room too. */
const LONGEST = 400_000_000;

/** An event log as one text. */
export interface EvtxText {
  /** The records' XML, each beginning on a line of its own. */
  readonly text: string;
  readonly records: number;
  readonly problems: EvtxProblems;
}

/** Reads a whole event log to text. `longest`: where to stop, in characters; a problem then says so. */
export function evtxText(bytes: Uint8Array, longest = LONGEST): EvtxText {
  const reader = new EvtxReader(bytes);
  const parts: string[] = [];
  let length = 0;
  for (let record = reader.next(); record; record = reader.next()) {
    length += record.xml.length + 1;
    if (length > longest) {
      const message = say`The log is too long to read at once: only the first ${parts.length} records are read. Save the rest with a filter in Event Viewer.`;
      const { offset, chunk, number } = record;
      reader.problems.add('error', 'evtx-too-long', { offset, chunk, record: number }, message);
      break;
    }
    parts.push(record.xml);
  }
  return { text: parts.join('\n'), records: parts.length, problems: reader.problems };
}

/** A whole event log as evtx_dump writes it with `-o json`: one record after another, without their numbers. */
export function evtxJson(bytes: Uint8Array): string {
  const reader = new EvtxReader(bytes, undefined, recordJson);
  const parts: string[] = [];
  for (let record = reader.next(); record; record = reader.next()) parts.push(`${record.xml}\n`);
  return parts.join('');
}
