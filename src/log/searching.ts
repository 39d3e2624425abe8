import type { EventSlice } from '../event';
import type { LogColumns } from './columns';
import { findTexts, isTextOnly } from './find-text';
import type { LogSearch } from './messages';
import { firstEventOf, type KnownPiece } from './pieces';
import { eventTest, parseLogQuery } from './query';
import type { PieceText } from './source';

/** The search in a log. Each search has a number; a piece that has only been through an older one is stale. */
export class Searching {
  asked: LogSearch = { text: '', matchCase: false };
  number = 0;
  private query = parseLogQuery('');
  private test = eventTest(this.query);

  constructor(private readonly columns: LogColumns) {}

  /** Starts another search and discards what was found before. */
  ask(search: LogSearch): void {
    this.asked = search;
    this.query = parseLogQuery(search.text, search.matchCase);
    this.test = eventTest(this.query);
    this.number++;
    const { found } = this.columns;
    found.data.fill(0, 0, found.length);
  }

  /** False if every event is listed. */
  get isOn(): boolean {
    return this.query.clauses.length > 0;
  }

  /** True if no event has to be read. */
  get isTextOnly(): boolean {
    return isTextOnly(this.query);
  }

  /** True for a piece that the newest search has yet to process. */
  isStale(piece: KnownPiece): boolean {
    return this.isOn && piece.searched !== this.number;
  }

  /** Searches the events of a piece. */
  goThrough(piece: KnownPiece, slices: readonly EventSlice[], text: string): void {
    piece.searched = this.number;
    if (!this.isOn) return;
    const found = this.columns.found.data;
    const first = firstEventOf(piece);
    for (const [i, { event, range }] of slices.entries())
      found[first + i] = this.test(event, text.slice(range.start, range.end)) ? 1 : 0;
  }

  /** Searches the text of a piece, if that shows which of its events are found; otherwise false. */
  goThroughText(piece: KnownPiece, text: PieceText): boolean {
    const [first, end] = [firstEventOf(piece), firstEventOf(piece) + piece.place.count];
    const { offsets, lengths, found } = this.columns;
    const hits = findTexts(
      text,
      this.query,
      offsets.data.subarray(first, end),
      lengths.data.subarray(first, end),
    );
    if (!hits) return false;
    found.data.set(hits, first);
    piece.searched = this.number;
    return true;
  }
}
