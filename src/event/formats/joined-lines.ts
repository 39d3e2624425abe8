import { range, shift } from '../../text';
import type { EventSlice } from '../event';
import type { EventSyntax, SourceText } from '../event-syntax';
import type { JsonObject } from '../json';
import { ParsedEvent } from '../parsed-event';
import type { Fault } from './fault';
import type { EventFormat, StretchReader, TextScan } from './format';
import { REACH } from './reach';

/** What a format knows about one line. */
export interface LineFacts {
  /** Lines with the same key are one event, whatever is between them; null for a line that is an event of its own. */
  readonly key: string | null;
}

/** A line of an event: its position relative to the event, and what the format knows about it. */
export interface SeenLine<L> {
  readonly start: number;
  readonly end: number;
  readonly look: L | null;
}

/** A format whose events are lines that belong together although others may be between them. */
export interface LineEvents<L extends LineFacts> {
  readonly name: EventFormat;
  /** Null for a line that is not certainly in this format. */
  look(line: string): L | null;
  /** True for a line that belongs to no event and says nothing of its own, as a rule between events. */
  isLayout?(line: string): boolean;
  /** The event that lines are, or what is wrong with them. All ranges count from where `slice` begins. */
  read(
    slice: string,
    lines: readonly SeenLine<L>[],
  ): { readonly syntax: EventSyntax; readonly root: JsonObject } | Fault;
}

/** The lines of an event within its part of the text: those with the key of the first. */
export function ownLines<L extends LineFacts>(
  slice: string,
  look: (line: string) => L | null,
): SeenLine<L>[] {
  const lines: SeenLine<L>[] = [];
  let key: string | null = null;
  for (let at = 0; at < slice.length; ) {
    const line = lineAt(slice, at);
    at = line.next;
    if (line.start >= line.end) continue;
    const seen = look(slice.slice(line.start, line.end));
    if (lines.length === 0) key = seen?.key ?? null;
    else if (seen?.key !== key) continue;
    lines.push({ start: line.start, end: line.end, look: seen });
    if (key === null) break;
  }
  return lines;
}

interface Group<L> {
  readonly lines: SeenLine<L>[];
  readonly key: string | null;
  /** The number of its first line in this part. */
  readonly number: number;
}

/**
 * Reads lines into events, in the order of their first lines. It reads ahead as far as lines of one event may be apart,
 * and never back: each line is read once.
 */
export class JoinedLineReader<L extends LineFacts> implements StretchReader {
  private readonly sources = new Map<EventSyntax, SourceText>();
  private queue: Group<L>[] = [];
  private readonly open = new Map<string, Group<L>>();
  private head = 0;
  private number = 0;
  private ended = false;
  private at = 0;
  /** The end of the last line of all events returned before the last one, and whether more lines may follow. */
  private taken = 0;
  private isOpen = false;
  /** Whether the text can be cut before the last event returned. */
  private canCut = true;

  constructor(
    private readonly scan: TextScan,
    private readonly events: LineEvents<L>,
    private readonly formatSoFar: () => EventFormat = () => events.name,
  ) {}

  get format(): EventFormat {
    return this.formatSoFar();
  }

  get position(): number {
    return this.at;
  }

  /** The text is not cut where a line of an earlier event follows, or might follow if the text continued. */
  get prelude(): string | null {
    return this.canCut ? '' : null;
  }

  moveTo(at: number): void {
    this.at = at;
    this.ended = false;
  }

  next(): EventSlice | null {
    for (;;) {
      const first = this.queue[this.head];
      if (first && (first.key === null || this.ended || this.number - first.number >= REACH)) {
        this.leave(first);
        this.canCut = !this.isOpen && this.taken <= first.lines[0]!.start;
        this.taken = Math.max(this.taken, first.lines[first.lines.length - 1]!.end);
        this.isOpen ||= first.key !== null && this.number - first.number < REACH && this.isLastLine();
        return this.slice(first);
      }
      if (this.ended) return null;
      this.readLine();
    }
  }

  /** True in the last line, which may be incomplete. */
  private isLastLine(): boolean {
    return this.scan.text.indexOf('\n', this.at) < 0;
  }

  private leave(group: Group<L>): void {
    this.head++;
    if (group.key !== null && this.open.get(group.key) === group) this.open.delete(group.key);
    if (this.head < this.queue.length) return;
    this.queue = [];
    this.head = 0;
  }

  private readLine(): void {
    const { text } = this.scan;
    const { start, end, next } = lineAt(text, this.at);
    if (start >= end) {
      this.at = next;
      this.ended = next >= text.length;
      return;
    }
    const own = text.slice(start, end);
    if (this.events.isLayout?.(own)) {
      this.at = next;
      this.ended = next >= text.length;
      return;
    }
    const look = this.events.look(own);
    if (!look && this.scan.beginsOther(start, this.events.name)) {
      this.at = start;
      this.ended = true;
      return;
    }
    this.at = next;
    const number = this.number++;
    const key = look?.key ?? null;
    const line = { start, end, look };
    const known = key === null ? undefined : this.open.get(key);
    if (known && number - known.number < REACH && !this.repeats(known, own)) {
      known.lines.push(line);
      return;
    }
    const group = { lines: [line], key, number };
    this.queue.push(group);
    if (key !== null) this.open.set(key, group);
  }

  /** True for the first line of an event that stands there again: two copies of a log were put one behind the other. */
  private repeats({ lines }: Group<L>, line: string): boolean {
    const { start, end } = lines[0]!;
    return end - start === line.length && this.scan.text.startsWith(line, start);
  }

  private slice({ lines }: Group<L>): EventSlice {
    const { scan } = this;
    const { start } = lines[0]!;
    const { end } = lines[lines.length - 1]!;
    const own = lines.map((line) => ({ ...line, start: line.start - start, end: line.end - start }));
    const index = scan.count++;
    const found = this.events.read(scan.text.slice(start, end), own);
    if ('code' in found) {
      const at = shift(found.at, start);
      const line = scan.lines.lineOf(at.start);
      return { range: range(start, end), code: found.code, at, line, message: found.message };
    }
    let source = this.sources.get(found.syntax);
    if (!source) {
      source = { text: scan.text, syntax: found.syntax };
      this.sources.set(found.syntax, source);
    }
    return new ParsedEvent(index, start, end, source, found.root);
  }
}

/** The trimmed line at `at`, and where the next one begins. */
function lineAt(text: string, at: number): { start: number; end: number; next: number } {
  const feed = text.indexOf('\n', at);
  const next = feed < 0 ? text.length : feed + 1;
  let end = feed < 0 ? text.length : feed;
  let start = at;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end, next };
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d || code === 0xfeff || code === 0xa0;
}
