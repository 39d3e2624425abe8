import type { ShareBytes } from './share';

/** Enough to recognise an event log, as `EvtxSource` looks at it. */
const HEAD = (1 << 20) + 4096;

/** Bytes that come one after another, of which only those that are still needed are in memory. */
export class EventStream {
  /** The first bytes. */
  head: Uint8Array = new Uint8Array(0);
  /** Where the kept bytes begin, and the end of all so far. */
  private start = 0;
  private end = 0;
  private readonly parts: Uint8Array[] = [];
  private isDone = false;
  private readonly source: AsyncIterator<Uint8Array>;
  private reading: Promise<void> = Promise.resolve();

  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** True once the end is known to be at most `place`. */
  endsBefore(place: number): boolean {
    return this.isDone && this.end <= place;
  }

  /** Reads on until there is something behind `place`, or the stream ends. Rejects if it cannot be read. */
  upTo(place: number): Promise<void> {
    const next = this.reading.then(async () => {
      while (!this.isDone && this.end <= place) {
        const { done, value } = await this.source.next();
        if (done) this.isDone = true;
        else this.take(value);
      }
    });
    this.reading = next.catch(() => {});
    return next;
  }

  /** A copy of what is between two places, as far as it was read. */
  part(from: number, to: number): ShareBytes {
    const start = Math.max(from, this.start);
    const end = Math.min(to, this.end);
    const bytes = new Uint8Array(Math.max(0, end - start));
    let at = this.start;
    for (const part of this.parts) {
      const [first, last] = [Math.max(start, at), Math.min(end, at + part.length)];
      if (first < last) bytes.set(part.subarray(first - at, last - at), first - start);
      at += part.length;
    }
    return { bytes, start, head: this.head, goesOn: !(this.isDone && end === this.end) };
  }

  /** Forgets what is before a place. */
  drop(before: number): void {
    while (this.parts.length > 0 && this.start + this.parts[0]!.length <= before)
      this.start += this.parts.shift()!.length;
  }

  private take(part: Uint8Array): void {
    this.parts.push(part);
    this.end += part.length;
    if (this.head.length >= HEAD) return;
    const head = new Uint8Array(Math.min(HEAD, this.head.length + part.length));
    head.set(this.head);
    head.set(part.subarray(0, head.length - this.head.length), this.head.length);
    this.head = head;
  }
}

/** Bytes that are in memory, as a stream. */
export async function* inMemory(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}
