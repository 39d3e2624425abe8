import { type EventSlice, Recogniser } from '../event';
import { prose, type Words } from '../text';
import { LogColumns } from './columns';
import { LogFindings } from './findings';
import { LogTimes } from './log-times';
import { type KnownPiece, KnownPieces } from './pieces';
import type { FirstPiece } from './source';

/** The source of a malformed event. */
const UNREADABLE = 'unreadable';

/** What is kept about the events of a log: some numbers each, and no text. */
export class LogData {
  readonly columns = new LogColumns();
  readonly times = new LogTimes();
  readonly pieces = new KnownPieces();
  readonly findings = new LogFindings();
  private readonly recogniser = new Recogniser();
  /** Bytes of the file that have been read. */
  readBytes = 0;

  /** Adds a piece that is read for the first time. */
  take(first: FirstPiece): KnownPiece {
    const { slices, offsets, lengths } = first;
    const piece = this.pieces.add(first, this.readBytes);
    for (const [i, { event }] of slices.entries()) {
      this.times.add(event ?? null);
      this.columns.add(offsets[i]!, lengths[i]!, event ? this.recogniser.recognise(event).label : UNREADABLE);
    }
    this.findings.add(first);
    this.readBytes = first.read;
    return piece;
  }

  /** The label of an event's source. */
  sourceOf(event: number): string {
    const { labels, sources } = this.columns;
    return labels[sources.data[event]!] ?? '';
  }

  /**
   * What is wrong with a malformed event; null for all others. Beyond those that are kept, what its text alone shows.
   */
  faultOf(event: number, alone: EventSlice | null): Words | null {
    if (this.sourceOf(event) !== UNREADABLE) return null;
    const own = alone && !alone.event ? alone.message : prose('it cannot be read.');
    return this.findings.messageOf(event) ?? own;
  }
}
