import type { EventSlice } from '../../event/event';
import { EventReader } from '../../event/read';
import { BytePlaces } from './byte-places';

/** A file of any size, read slice by slice; a `Blob` is one. */
export interface SlicedFile {
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** An event and where it stands in the file, in bytes. */
export interface PlacedEvent {
  readonly slice: EventSlice;
  readonly offset: number;
  readonly length: number;
  /** What must stand before its text, so that it is read alone as it was read here. */
  readonly prelude: string;
}

/** Some events of a file, and how many bytes of it have been read with them. */
export interface Piece {
  readonly events: readonly PlacedEvent[];
  readonly read: number;
}

const USUAL = 4_000_000;
/** An event that does not fit into so many bytes is read as far as they go. */
const MOST = 64_000_000;

/**
 * Reads the events of a text file piece by piece; nothing of a piece is kept here. The last event of a piece may go on in
 * the next one, and is read again with it; so is what is malformed near the end, which may only have been cut.
 */
export async function* piecesOf(file: SlicedFile, usual = USUAL, most = MOST): AsyncGenerator<Piece> {
  let start = 0;
  let size = usual;
  let prelude = '';
  while (start < file.size) {
    const end = Math.min(start + size, file.size);
    const bytes = new Uint8Array(await file.slice(start, end).arrayBuffer());
    const events = eventsOf(bytes, start, prelude);
    const isLast = end === file.size;
    const kept = isLast || size >= most ? events.length : sure(events, end - size / 4);
    if (kept === 0 && !isLast && size < most) {
      size = Math.min(size * 2, most);
      continue;
    }
    const next = events[kept];
    yield { events: events.slice(0, kept), read: next?.offset ?? end };
    start = next?.offset ?? end;
    prelude = next?.prelude ?? '';
    size = usual;
  }
}

/** The text of one event, as it is read alone: with the header of its table, without the bracket of its array. */
export async function textOf(
  file: SlicedFile,
  { offset, length, prelude }: Omit<PlacedEvent, 'slice'>,
): Promise<string> {
  const bytes = await file.slice(offset, offset + length).arrayBuffer();
  const own = decoded(new Uint8Array(bytes));
  return prelude.endsWith('\n') ? prelude + own : own;
}

function eventsOf(bytes: Uint8Array, start: number, prelude: string): PlacedEvent[] {
  const own = decoded(bytes);
  const places = new BytePlaces(own, bytes);
  const reader = new EventReader(prelude + own);
  const events: PlacedEvent[] = [];
  for (let slice = reader.next(); slice; slice = reader.next()) {
    const from = Math.max(0, slice.range.start - prelude.length);
    const offset = places.byteOf(from);
    const length = places.byteOf(Math.max(from, slice.range.end - prelude.length)) - offset;
    events.push({ slice, offset: start + offset, length, prelude: reader.prelude });
  }
  return events;
}

/** How many events are sure not to change with what follows: not the last, and none from a malformed one behind `doubt` on. */
function sure(events: readonly PlacedEvent[], doubt: number): number {
  const malformed = events.findIndex(({ slice, offset, length }) => !slice.event && offset + length > doubt);
  return malformed < 0 ? Math.max(0, events.length - 1) : malformed;
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
