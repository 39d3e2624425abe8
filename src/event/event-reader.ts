import { EVENTS } from '../limits';
import { prose, range, say, type Words } from '../text';
import type { EventDiagnostic } from './codes';
import type { EventSlice } from './event';
import { FORMATS } from './formats/all';
import { show } from './formats/fault';
import type { EventFormat, StretchReader, TextFormat, TextScan } from './formats/format';
import { isSeparator } from './formats/json/scan';
import { PLAIN_LINES } from './formats/lines/format';
import { fenceEnd, looksLikeJson, whatItCouldBe } from './formats/unknown';
import { LineCounter } from './line-counter';
import { UNCLAIMED } from './unclaimed';

/** A format that the text, or a part of it, was read as, and why. */
export interface Recognised {
  /** The format's name in the list of all. */
  readonly format: EventFormat;
  /** The arrangement that its parts have, such as `NDJSON` for JSON; final at the end of the text. */
  readonly written: EventFormat;
  readonly evidence: Words;
  /** Where its first event begins. */
  readonly at: number;
  /** How many events were read as it, counting malformed ones. */
  readonly count: number;
}

/** Where and how reading resumes, before an event, in a text that begins with that event. */
export interface Resumption {
  /** The index of that event, and its line number. */
  readonly index: number;
  readonly line: number;
  /** True if more than blanks precedes it in its line. */
  readonly midLine: boolean;
  /** The format of its part of the text; null if it must be recognised again. */
  readonly format: EventFormat | null;
  /** The reader's context besides the text: see `StretchReader.prelude`. */
  readonly prelude: string;
}

/** The evidence if nothing showed the format. */
const CHOSEN = prose('you chose it for the whole text');
/** The evidence of a part that was resumed; that of its beginning was reported before. */
export const GOES_ON = prose('the text before it is');

interface Stretch {
  readonly format: EventFormat;
  readonly evidence: Words;
  readonly at: number;
  count: number;
}

/**
 * Reads a text event by event, each part of it with the reader of its format, in time linear in the text, whatever the
 * text.
 */
export class EventReader implements TextScan {
  readonly lines: LineCounter;
  count = 0;
  private readonly readers = new Map<TextFormat, StretchReader>();
  private reader: StretchReader | null = null;
  /** What the current reader has read. */
  private stretch: Stretch | null = null;
  /** For each reader, the format's first part and how many events it has read. */
  private readonly stretches = new Map<StretchReader, Stretch>();
  /** For each line beginning, the format that was recognised there. */
  private readonly known = new Map<
    number,
    { readonly format: TextFormat; readonly evidence: Words } | null
  >();
  /** For each format: no line between the two positions is in another one. */
  private readonly ahead = new Map<EventFormat, { readonly from: number; readonly to: number }>();
  private at = 0;
  private readonly midLine: boolean;

  /** Where text in an unknown format begins, and what readers found surprising; the first such places. */
  readonly unknown: EventDiagnostic[] = [];
  private readonly formats: readonly TextFormat[];
  /** The format for text in an unknown format; absent if one was chosen. */
  private readonly plain: TextFormat | undefined;
  private readonly forced: boolean;

  /**
   * `format` names the format to read the whole text as; an unknown name is the same as none. `resumed`: the text is
   * the rest of a longer one.
   */
  constructor(
    readonly text: string,
    format?: EventFormat,
    formats: readonly TextFormat[] = FORMATS,
    resumed?: Resumption,
  ) {
    this.lines = new LineCounter(text, resumed?.line);
    this.count = resumed?.index ?? 0;
    this.midLine = resumed?.midLine ?? false;
    const chosen = formats.find(({ name }) => name === format);
    this.forced = chosen !== undefined;
    this.formats = chosen ? [chosen] : formats;
    this.plain = this.formats.length > 1 ? this.formats.find(({ name }) => name === PLAIN_LINES) : undefined;
    const goesOn = resumed && this.formats.find(({ name }) => name === resumed.format);
    if (!goesOn) return;
    this.begin(goesOn, 0, GOES_ON, resumed.prelude);
    // Nothing has been tried at the text's beginning yet.
    this.at = -1;
  }

  /** The formats of the text so far, in the order of their first events. */
  get recognised(): Recognised[] {
    return [...this.stretches].map(([reader, stretch]) => ({ ...stretch, written: reader.format }));
  }

  /** How far the text has been read, in characters: for progress. */
  get position(): number {
    return this.reader?.position ?? this.at;
  }

  /**
   * The format and prelude with which to resume if the text is cut before the last slice; null if it cannot be cut
   * there.
   */
  get resumption(): Pick<Resumption, 'format' | 'prelude'> | null {
    if (!this.reader) return { format: null, prelude: '' };
    const { prelude = '' } = this.reader;
    return prelude === null ? null : { format: this.stretch!.format, prelude };
  }

  /** The format of the text; final once `next` has returned null. */
  get format(): EventFormat {
    const names = [...new Set([...this.readers.values()].map(({ format }) => format))];
    return names.length === 0 ? 'empty' : names.join(' and ');
  }

  /** The next event, or what is wrong in its place; null at the end of the text. */
  next(): EventSlice | null {
    for (;;) {
      const slice = this.reader?.next();
      if (slice) {
        this.stretch!.count++;
        return slice;
      }
      if (this.reader && this.position <= this.at && this.at < this.text.length) return this.unread();
      this.at = this.position;
      this.skipSeparators();
      if (this.at >= this.text.length) return null;
      this.readerAt(this.at);
    }
  }

  /** Skips what may be between events: JSON's separators, and Markdown fences around copied events. */
  private skipSeparators(): void {
    for (;;) {
      while (this.at < this.text.length && isSeparator(this.text.charCodeAt(this.at))) this.at++;
      const end = this.fenceAt(this.at);
      if (end < 0) return;
      this.at = end;
    }
  }

  private fenceAt(at: number): number {
    return this.forced || !this.beginsLine(at) ? -1 : fenceEnd(this.text, at);
  }

  beginsOther(at: number, own: EventFormat): boolean {
    const format = this.formatAt(at)?.format;
    return (format !== undefined && format.name !== own) || this.fenceAt(at) >= 0;
  }

  nextOther(at: number, own: EventFormat): number {
    // Asked for each line: what was found ahead is also ahead of the following lines.
    const ahead = this.ahead.get(own);
    if (ahead && ahead.from <= at && at < ahead.to) return ahead.to;
    const to = this.findOther(at, own);
    this.ahead.set(own, { from: at, to });
    return to;
  }

  private findOther(at: number, own: EventFormat): number {
    const { text } = this;
    for (let feed = text.indexOf('\n', at); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
      let start = feed + 1;
      while (text.charCodeAt(start) === 0x20 || text.charCodeAt(start) === 0x09) start++;
      if (start < text.length && this.beginsOther(start, own)) return start;
    }
    return text.length;
  }

  /** Text that the chosen format's reader does not accept. It is reported, and the next line is tried. */
  private unread(): EventSlice {
    const start = this.at;
    const end = Math.max(start + 1, this.lines.endOf(start));
    const format = this.formats[0]!.name;
    this.stretch!.count++;
    this.reader = null;
    this.at = end;
    this.count++;
    const at = range(start, end);
    const line = this.lines.lineOf(start);
    const message = say`this is not read as ${format}: \`${show(this.text.slice(start, Math.min(end, start + 50)))}\`.`;
    return { range: at, code: 'format-not-this', at, line, message };
  }

  isUnknown(at: number): boolean {
    return (
      this.plain !== undefined && this.beginsLine(at) && !this.formatAt(at) && !looksLikeJson(this.text, at)
    );
  }

  private readerAt(at: number): void {
    if (this.plain && this.isUnknown(at)) {
      this.tellUnknown(at);
      this.begin(this.plain, at, UNCLAIMED);
      return;
    }
    const found = this.formatAt(at);
    const evidence = this.forced ? CHOSEN : (found?.evidence ?? UNCLAIMED);
    this.begin(found?.format ?? this.formats[0]!, at, evidence);
  }

  private tellUnknown(at: number): void {
    const end = Math.max(at + 1, Math.min(this.lines.endOf(at), at + 200));
    const message = say`Line ${this.lines.lineOf(at)}: the format of this text is unknown. It is read as plain lines: each line is an event, in which keywords can match. ${whatItCouldBe(this.text, at)}`;
    this.tell({ code: 'format-unknown', severity: 'warning', range: range(at, end), message });
  }

  tell(warning: EventDiagnostic): void {
    if (this.unknown.length < EVENTS.surprises.value) this.unknown.push(warning);
  }

  private begin(format: TextFormat, at: number, evidence: Words, prelude?: string): void {
    let reader = this.readers.get(format);
    if (!reader) {
      reader = format.reader(this);
      this.readers.set(format, reader);
    }
    let stretch = this.stretches.get(reader);
    const isWeak = stretch?.evidence === UNCLAIMED || stretch?.evidence === GOES_ON;
    if (!stretch || (isWeak && evidence !== UNCLAIMED)) {
      stretch = { format: format.name, evidence, at, count: stretch?.count ?? 0 };
      this.stretches.set(reader, stretch);
    }
    this.stretch = stretch;
    this.reader = reader;
    reader.moveTo(at, prelude);
  }

  private formatAt(at: number): { readonly format: TextFormat; readonly evidence: Words } | null {
    let found = this.known.get(at);
    if (found === undefined) {
      found = null;
      if (this.beginsLine(at)) {
        for (const format of this.formats) {
          const evidence = format.recognise(this.text, at);
          if (evidence !== null) {
            found = { format, evidence };
            break;
          }
        }
      }
      this.known.set(at, found);
    }
    return found;
  }

  private beginsLine(at: number): boolean {
    for (let i = at - 1; i >= 0; i--) {
      const code = this.text.charCodeAt(i);
      if (code === 0x0a) return true;
      if (code !== 0x20 && code !== 0x09 && code !== 0x0d && code !== 0xfeff) return false;
    }
    return !this.midLine;
  }
}
