import { prose, range, say } from '../../../text';
import type { EventSlice } from '../../event';
import type { SourceText } from '../../event-syntax';
import type { JsonObject } from '../../json';
import type { LineCounter } from '../../line-counter';
import { ParsedEvent } from '../../parsed-event';
import { type Fault, placedIn } from '../fault';
import type { EventFormat, StretchReader, TextFormat, TextScan } from '../format';
import { opened } from '../opened/opened';
import { isBulkAction } from './bulk';
import { findFault } from './find-fault';
import { Frames } from './frames';
import { jsonSyntax } from './json-syntax';
import { type Rows, readRow } from './rows';
import { balance, indentAt, isSeparator, ObjectLines, stringEnd } from './scan';
import { endsMember, isCloser, isOpener, parse, unknownFault, whyNoEvent } from './why-no-event';
import { holdsList } from './wrapper';

const BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

const JSON_EVENTS = 'JSON';

/** Events as JSON: objects in any arrangement. */
export const jsonFormat: TextFormat = {
  name: JSON_EVENTS,
  recognise: (text, at) =>
    /^(?:\{|\[\s*(?:\{|\]|$|\[\s*"))/.test(text.slice(at, at + 100)) ? prose('it begins with a brace') : null,
  reader: (scan) => new JsonEventReader(scan),
};

/** Reads JSON event by event, in time linear in the text, whatever the text. */
export class JsonEventReader implements StretchReader {
  private readonly scan: TextScan;
  private readonly source: SourceText;
  private rowSource: SourceText | null = null;
  private readonly text: string;
  private readonly lines: LineCounter;
  private at = 0;
  /** Events and malformed events that were JSON. */
  private count = 0;
  private readonly frames: Frames;
  /** End of the line that `at` is in, and whether that line is known to hold more, or less, than one event. */
  private lineEnd = -1;
  private lineFailed = false;
  /** Characters scanned in vain for an event's end; past a limit, an event ends where the next line begins one. */
  private wasted = 0;
  private afterFault = false;
  private sawArray = false;
  private sawObject = false;
  private saidAction = false;
  private linewise = true;
  private readonly objectLines: ObjectLines;

  constructor(scan: TextScan) {
    this.scan = scan;
    this.text = scan.text;
    this.source = { text: scan.text, syntax: jsonSyntax };
    this.lines = scan.lines;
    this.frames = new Frames(scan.text);
    this.objectLines = new ObjectLines(scan.text);
  }

  private get inArray(): boolean {
    return this.frames.inArray;
  }

  get position(): number {
    return this.at;
  }

  get prelude(): string | null {
    return this.frames.prelude;
  }

  moveTo(at: number, prelude?: string): void {
    this.at = at;
    this.frames.restore(prelude ?? '');
    this.sawArray ||= this.inArray;
    this.afterFault = false;
  }

  get format(): EventFormat {
    if (this.count === 0) return this.sawArray ? 'JSON array' : 'empty';
    if (this.sawArray) return 'JSON array';
    if (!this.sawObject) return 'malformed JSON';
    if (this.count === 1) return 'JSON object';
    return this.linewise ? 'NDJSON' : 'JSON objects';
  }

  next(): EventSlice | null {
    const text = this.text;
    for (;;) {
      const code = text.charCodeAt(this.at);
      const rows = isOpener(code) ? this.frames.rows : null;
      if (rows) return this.row(rows);
      const column = this.frames.nextOfColumns(this.scan);
      if (column) {
        this.count++;
        return column;
      }
      if (code === BRACE) {
        const slice = this.entersWrapper() ? null : this.object();
        if (slice) return slice;
        continue;
      }
      if (this.at >= text.length) return null;
      if (isSeparator(code)) this.at++;
      else if (code === 0x5d && this.inArray) {
        this.at = this.frames.leave(this.at);
      } else if (!this.inArray && this.endsHere()) return null;
      else if (code === 0x5b && !this.inArray && this.beginsArray()) {
        this.at = this.frames.open(this.at);
        this.sawArray = true;
      } else {
        const slice = this.inArray ? this.member() : this.otherText();
        if (slice) return slice;
      }
    }
  }

  /** True if a line of another format, or of none, begins; left-over lines of a malformed event are still JSON. */
  private endsHere(): boolean {
    const { at, scan } = this;
    return scan.beginsOther(at, JSON_EVENTS) || (!this.afterFault && scan.isUnknown(at));
  }

  /** Goes into the list of an object around events, where one begins here. `isSure`: it was read whole and holds one. */
  private entersWrapper(isSure = false): boolean {
    const start = this.frames.enter(this.at, isSure);
    if (start < 0) return false;
    this.at = start;
    this.sawArray = true;
    return true;
  }

  /** The event that begins here; null where the object is none, and has been told. */
  private object(): EventSlice | null {
    const text = this.text;
    const start = this.at;
    if (start > this.lineEnd) {
      const end = text.indexOf('\n', start);
      this.lineEnd = end < 0 ? text.length : end;
      this.lineFailed = false;
    } else this.linewise = false;
    this.sawObject = true;
    if (!this.lineFailed) {
      let end = this.lineEnd;
      while (end > start && isSeparator(text.charCodeAt(end - 1))) end--;
      // Most events are one line each, and JSON.parse is faster than any scan, so try that first.
      if (text.charCodeAt(end - 1) === CLOSING_BRACE) {
        const root = parse(text, start, end);
        if (root !== undefined) {
          if (this.isNoEvent(start, end, root as JsonObject)) return null;
          return this.event(start, end, root as JsonObject);
        }
      }
      this.lineFailed = true;
    }
    return this.scanned(start);
  }

  /** True for an object around a list that it holds, and for a line that only says what a request does. */
  private isNoEvent(start: number, end: number, root: JsonObject): boolean {
    if (this.inArray) return false;
    if (holdsList(root) && this.entersWrapper(true)) return true;
    if (!isBulkAction(root)) return false;
    this.at = end;
    if (!this.saidAction) {
      const line = this.lines.lineOf(start);
      const message = say`Line ${line}: this says what a bulk request does with the line below it. Such lines are no events, and are skipped.`;
      this.scan.tell({ code: 'json-bulk-action', severity: 'info', range: range(start, end), message });
    }
    this.saidAction = true;
    return true;
  }

  /** A row of a table, which is a list of values or holds one. */
  private row(rows: Rows): EventSlice {
    const { text, at: start } = this;
    const { end } = balance(text, start, indentAt(text, start), false);
    const found = end > 0 ? readRow(text.slice(start, end), rows) : undefined;
    if (!found) return text.charCodeAt(start) === BRACE ? this.scanned(start) : this.member()!;
    if (!('root' in found)) return this.malformed(start, end, { ...found, at: range(start, end) });
    this.at = end;
    this.count++;
    if (this.rowSource?.syntax !== rows.syntax) this.rowSource = { text, syntax: rows.syntax };
    return new ParsedEvent(this.scan.count++, start, end, this.rowSource, found.root);
  }

  private scanned(start: number): EventSlice {
    const text = this.text;
    const found = balance(text, start, indentAt(text, start), !this.hasPatience());
    if (found.end > 0) {
      const root = parse(text, start, found.end);
      if (root !== undefined) {
        if (found.end > this.lineEnd) this.linewise = false;
        return this.event(start, found.end, root as JsonObject);
      }
    }
    const whole = found.end > 0 ? found.end : text.length;
    let limit = found.resync > 0 ? Math.min(found.resync, whole) : whole;
    // An event that never ends does not swallow later lines in other formats.
    if (found.end <= 0 && !this.inArray) limit = Math.min(limit, this.scan.nextOther(start, JSON_EVENTS));
    const fault = findFault(text, start, limit) ?? unknownFault(start);
    const next = this.hasPatience() ? (fault.next ?? limit) : limit;
    this.wasted += found.scanned - next;
    return this.malformed(start, next, fault);
  }

  private event(start: number, end: number, root: JsonObject): EventSlice {
    this.at = end;
    this.afterFault = false;
    this.count++;
    return new ParsedEvent(this.scan.count++, start, end, this.source, opened(root));
  }

  private malformed(start: number, limit: number, fault: Fault): EventSlice {
    const { text } = this;
    // The closing brackets right behind it, in its line, belong to it.
    while (isCloser(text.charCodeAt(limit)) && !(this.inArray && text.charCodeAt(limit) === 0x5d)) limit++;
    let end = limit;
    while (end > start + 1 && isSeparator(text.charCodeAt(end - 1))) end--;
    if (start <= this.lineEnd && end > this.lineEnd) this.linewise = false;
    this.at = limit;
    this.afterFault = true;
    this.count++;
    this.scan.count++;
    const own = range(start, end);
    const at = placedIn(fault.at, own);
    return { range: own, code: fault.code, at, line: this.lines.lineOf(at.start), message: fault.message };
  }

  /** A member of the array that is not an object; null if only brackets are left over from a malformed event. */
  private member(): EventSlice | null {
    const text = this.text;
    const start = this.at;
    const code = text.charCodeAt(start);
    let end = start + 1;
    if (code === 0x5b) {
      const found = balance(text, start, indentAt(text, start), !this.hasPatience());
      const whole = found.end > 0 ? found.end : text.length;
      end = found.resync > 0 ? Math.min(found.resync, whole) : whole;
      this.wasted += found.scanned - end;
    } else if (code === CLOSING_BRACE) {
      if (this.afterFault) {
        this.at++;
        return null;
      }
    } else {
      end = code === 0x22 ? stringEnd(text, start) + 1 : start + 1;
      while (end < text.length && !endsMember(text.charCodeAt(end))) end++;
    }
    return this.malformed(start, end, this.notAnObject(start, end));
  }

  /**
   * Text outside any array that does not begin an object: up to the next line that does. Null for left-over brackets.
   */
  private otherText(): EventSlice | null {
    const text = this.text;
    const start = this.at;
    let end = Math.min(this.objectLines.after(start), this.scan.nextOther(start, JSON_EVENTS));
    const code = text.charCodeAt(start);
    if (code === CLOSING_BRACE || code === 0x5d) {
      // The closing brackets left over from a malformed event are not another fault.
      let next = start;
      while (next < end && (isSeparator(text.charCodeAt(next)) || isCloser(text.charCodeAt(next)))) next++;
      if (this.afterFault) {
        this.at = next;
        return null;
      }
      if (text.charCodeAt(next) === BRACE) end = next;
    }
    return this.malformed(start, end, this.notAnObject(start, end));
  }

  private notAnObject(start: number, limit: number): Fault {
    return whyNoEvent(this.text, start, limit, this.lines.endOf(start), this.inArray);
  }

  /** True if the `[` at the current place begins an array of events and not a log line such as `[12:00] …`. */
  private beginsArray(): boolean {
    const text = this.text;
    let next = this.at + 1;
    while (next < text.length && isSeparator(text.charCodeAt(next))) next++;
    const code = text.charCodeAt(next);
    if (next >= text.length || code === BRACE || code === 0x5d) return true;
    const found = balance(text, this.at, Number.POSITIVE_INFINITY, true);
    if (found.end < 0) this.wasted += found.scanned - this.at;
    return found.end > 0 && parse(text, this.at, found.end) !== undefined;
  }

  /** False once so much has been scanned in vain that an event must end where the next line begins one. */
  private hasPatience(): boolean {
    return this.wasted <= 4 * this.text.length;
  }
}
