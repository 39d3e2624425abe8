import { range, say } from '../../../text';
import type { EventSlice } from '../../event';
import type { SourceText } from '../../event-syntax';
import { ParsedEvent } from '../../parsed-event';
import type { StretchReader, TextFormat, TextScan } from '../format';
import { evidenceAt } from './evidence';
import {
  indentOf,
  isBeside,
  isIdle,
  isMarker,
  isOfOtherKind,
  isPair,
  itemIn,
  lineAt,
  lineStart,
  opensList,
} from './lines';
import { rootOf, yamlSyntax } from './syntax';

/*
 * Events as YAML: a list of maps (`az -o yaml`), one under a key of a map around all (`kubectl -o yaml`, `aws --output yaml`),
 * or one document for each (`gcloud --format=yaml`). A comment belongs to the event above it, the first one to that below.
 */

export const YAML = 'YAML';

/** What a reader is told that goes on with a document, or a list; it also begins the text of an event alone. */
const BEGINS = '---\n';
/** The same behind the key of a map around all. */
const AROUND = '--- \n';
/** Less than the indentation of any line. */
const DOCUMENT = -1;

export const yamlFormat: TextFormat = {
  name: YAML,
  recognise: evidenceAt,
  reader: (scan) => new YamlReader(scan),
};

class YamlReader implements StretchReader {
  readonly format = YAML;
  private readonly source: SourceText;
  private at = 0;
  /** True in a map whose list holds the events. */
  private isAround = false;
  /** True where a map may be an event that is in no list. */
  private mayBeDocument = true;
  /** No list of events begins before this place in the map in which the reader is. */
  private noListBefore = 0;

  constructor(private readonly scan: TextScan) {
    this.source = { text: scan.text, syntax: yamlSyntax };
  }

  get position(): number {
    return this.at;
  }

  get prelude(): string {
    return this.isAround ? AROUND : BEGINS;
  }

  moveTo(at: number, prelude?: string): void {
    this.at = lineStart(this.scan.text, at);
    this.isAround = prelude === AROUND;
    this.mayBeDocument = true;
  }

  next(): EventSlice | null {
    const { text } = this.scan;
    /** Where comments begin that stand above the event; -1 where none do. */
    let comments = -1;
    while (this.at < text.length) {
      const line = lineAt(text, this.at);
      const start = comments < 0 ? this.at : comments;
      if (isIdle(line.text)) {
        if (comments < 0 && line.text.trim() !== '') comments = this.at;
        this.at = line.next;
        continue;
      }
      if (isMarker(line.text)) {
        comments = -1;
        this.isAround = false;
        this.mayBeDocument = true;
        this.at = line.next;
        continue;
      }
      const dash = indentOf(line.text);
      if (/^-(?: |$)/.test(line.text.slice(dash))) {
        this.mayBeDocument = false;
        return this.event(start, this.endOf(line.next, dash));
      }
      if (this.isAround && isOfOtherKind(line.text)) {
        this.at = start;
        return null;
      }
      const list = isPair(line.text) ? this.listIn(line) : -1;
      if (list >= 0) {
        // The keys behind a list belong to the map around it.
        this.isAround = true;
        this.at = list;
        comments = -1;
        continue;
      }
      if (isPair(line.text) && this.isAround) {
        if (!isBeside(line.text)) return this.event(start, this.endOf(line.next, 0));
        this.at = this.endOfBeside(line.next, this.endOf(line.next, 0));
        comments = -1;
        continue;
      }
      if (isPair(line.text) && this.mayBeDocument) return this.event(start, this.endOf(line.next, DOCUMENT));
      this.at = start;
      return null;
    }
    if (comments >= 0) this.at = comments;
    return null;
  }

  /** Where a list of maps begins in the map whose first line is `first`, behind nothing but what stands beside a list; -1 where it holds none. */
  private listIn(first: { readonly text: string; readonly next: number }): number {
    const { text } = this.scan;
    if (this.at < this.noListBefore) return -1;
    let above = first.text;
    let at = first.next;
    while (at < text.length) {
      const line = lineAt(text, at);
      if (!isIdle(line.text)) {
        if (opensList(above) && itemIn(line.text)) return at;
        if (!above.startsWith(' ') && !isBeside(above)) break;
        if (isMarker(line.text) || (indentOf(line.text) === 0 && !isPair(line.text))) break;
        above = line.text;
      }
      at = line.next;
    }
    // What holds of this key holds of those behind it that stand beside a list as well.
    if (isBeside(first.text)) this.noListBefore = Math.max(this.noListBefore, at);
    return -1;
  }

  /** Where the item ends whose first line ended before `from` and whose dash is indented by `indent`; `DOCUMENT` for a document. */
  private endOf(from: number, indent: number): number {
    const { scan } = this;
    const { text } = scan;
    for (let at = from; at < text.length; ) {
      const line = lineAt(text, at);
      const own = line.text;
      const blanks = indentOf(own);
      if (isIdle(own)) {
        if (own.startsWith('#') && scan.beginsOther(at, YAML)) return at;
      } else {
        if (isMarker(own) || blanks <= indent) return at;
        const isItem = /^-(?: |$)/.test(own);
        if (blanks === 0 && !isItem && (scan.beginsOther(at, YAML) || !isPair(own))) return at;
      }
      at = line.next;
    }
    return text.length;
  }

  /** Where what stands beside a list ends: an item behind keys is none of theirs, however far it is indented. */
  private endOfBeside(from: number, limit: number): number {
    const { text } = this.scan;
    let keys = -1;
    let end = from;
    for (let at = from; at < limit; ) {
      const line = lineAt(text, at);
      at = line.next;
      if (isIdle(line.text)) continue;
      const blanks = indentOf(line.text);
      const isItem = /^-(?: |$)/.test(line.text.slice(blanks));
      if (isItem && keys < 0) return limit;
      if (isItem && blanks <= keys) return end;
      if (keys < 0) keys = blanks;
      end = at;
    }
    return limit;
  }

  private event(start: number, limit: number): EventSlice {
    const { scan } = this;
    let end = limit;
    while (end > start + 1 && /\s/.test(scan.text[end - 1]!)) end--;
    this.at = limit;
    const index = scan.count++;
    const found = rootOf(scan.text.slice(start, end));
    if (typeof found !== 'string') return new ParsedEvent(index, start, end, this.source, found);
    const at = range(start, end);
    const message = say`this is not valid YAML: ${found}.`;
    return { range: at, code: 'yaml-event', at, line: scan.lines.lineOf(start), message };
  }
}
