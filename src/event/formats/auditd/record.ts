import { range } from '../../../text';
import type { RecordSpan } from './arguments';
import { fromHex } from './hex';
import { interpretedEnd } from './interpreted';

const HEADER =
  /^(?:node=(\S{1,255}) +)?type=([A-Z][A-Z0-9_]{1,40}|UNKNOWN\[\d{1,6}\]) +msg=(audit\((\d{1,12}\.\d{1,9}:\d{1,20}|[^\s()]{6,16} \d\d:\d\d:\d\d\.\d{1,9}:\d{1,20})\)) ?:/;
/** The same as the kernel writes it where no daemon takes it: AppArmor's denials in the syslog. */
const KERNEL = /^(?:\[[ \d.]{1,20}\] )?audit: type=(\d{4}) (audit\((\d{1,12}\.\d{1,9}:\d{1,20})\)):/;
/** The kernel's own types, by their numbers. */
const TYPES = new Map([
  ['1300', 'SYSCALL'],
  ['1302', 'PATH'],
  ['1305', 'CONFIG_CHANGE'],
  ['1306', 'SOCKADDR'],
  ['1307', 'CWD'],
  ['1309', 'EXECVE'],
  ['1319', 'TTY'],
  ['1325', 'NETFILTER_CFG'],
  ['1326', 'SECCOMP'],
  ['1327', 'PROCTITLE'],
  ['1334', 'BPF'],
  ['1400', 'AVC'],
]);
/** The beginning of a record whose header is broken. */
const LIKE_RECORD = /^(?:node=\S{1,255} +)?type=\S{1,64} +msg=audit/;
const KEY = /[A-Za-z][\w.-]{0,60}(?:\[\d{1,6}\])?=/y;

/** The positions of the names in an audit record's header. */
export interface RecordHeader {
  readonly type: string;
  /** What identifies the records of one event: the node and the stamp. */
  readonly id: string;
  /** The length of the header. */
  readonly length: number;
  /** True where `ausearch -i` printed it, which says in words what else is numbers. */
  readonly isInterpreted: boolean;
}

/** The header of an audit record; null if a line does not begin with one. */
export function recordHeader(line: string): RecordHeader | null {
  const found = HEADER.exec(line);
  if (found)
    return {
      type: found[2]!,
      id: `${found[1] ?? ''} ${found[4]}`,
      length: found[0].length,
      isInterpreted: found[4]!.includes(' '),
    };
  const kernel = KERNEL.exec(line);
  if (!kernel) return null;
  return { type: typeOf(kernel[1]!), id: ` ${kernel[3]}`, length: kernel[0].length, isInterpreted: false };
}

function typeOf(number: string): string {
  return TYPES.get(number) ?? `UNKNOWN[${number}]`;
}

/** True if a line begins like an audit record, even if not up to the stamp. */
export function isLikeRecord(line: string): boolean {
  return LIKE_RECORD.test(line);
}

/** What a record needs to know about its event. */
export interface RecordInEvent {
  /** Where the record begins in the event. */
  readonly at: number;
  /** True for the event's first record, which gives what all records have in common. */
  readonly isFirst: boolean;
  /** True if the event has an EXECVE record, to which the names `a0`, `a1`, … belong. */
  readonly hasExecve: boolean;
}

/** The values of one record. */
export function recordSpans(line: string, place: RecordInEvent): RecordSpan[] {
  const spans: RecordSpan[] = [];
  const header = recordHeader(line);
  if (!header) return spans;
  const all = line.slice(0, header.length);
  const span = (name: string, at: number, end: number, value = line.slice(at, end)): RecordSpan => ({
    name,
    value,
    key: line[at - 1] === '=' ? range(place.at + at - name.length - 1, place.at + at - 1) : null,
    at: range(place.at + at, place.at + end),
    ...(end - at === value.length && line.startsWith(value, at) ? {} : { concluded: true }),
  });
  if (place.isFirst && all.startsWith('node=')) spans.push(span('node', 5, all.indexOf(' ')));
  const type = all.lastIndexOf('type=') + 5;
  spans.push(span('type', type, all.indexOf(' ', type), header.type));
  if (place.isFirst) spans.push(span('msg', all.lastIndexOf('audit('), all.lastIndexOf(')') + 1));
  const body = new Body(line, header, place);
  body.read(header.length, line.length, false);
  return [...spans, ...body.spans];
}

class Body {
  readonly spans: RecordSpan[] = [];

  constructor(
    private readonly line: string,
    private readonly header: RecordHeader,
    private readonly place: RecordInEvent,
  ) {}

  /** Reads from `at` to `end`; `isInner` inside the quotes of `msg='…'`. */
  read(at: number, end: number, isInner: boolean): void {
    const { line } = this;
    let words = -1;
    let wordsEnd = 0;
    const flush = () => {
      if (words >= 0) this.add('text', null, words, wordsEnd, false);
      words = -1;
    };
    while (at < end) {
      if (isGap(line.charCodeAt(at))) {
        at++;
        continue;
      }
      KEY.lastIndex = at;
      const value = KEY.test(line) ? KEY.lastIndex : -1;
      if (value < 0 || value > end) {
        if (words < 0) words = at;
        at = this.wordEnd(at, end);
        wordsEnd = at;
        continue;
      }
      flush();
      at = this.value(at, value, end, isInner);
    }
    flush();
  }

  /** The value after a key; returns where reading continues. */
  private value(key: number, at: number, end: number, isInner: boolean): number {
    const { line } = this;
    const quote = line[at];
    if (this.header.isInterpreted && !(quote === "'" && !isInner)) {
      const name = line.slice(key, at - 1);
      const to = interpretedEnd(line, name, at, end);
      this.add(name, key, at, to, true);
      return to;
    }
    if (quote === '"') {
      const close = line.indexOf('"', at + 1);
      if (close >= 0 && close < end) {
        this.add(line.slice(key, at - 1), key, at + 1, close, true);
        return close + 1;
      }
    }
    if (quote === "'" && !isInner) {
      // The fields of user space are in quotes that they may contain themselves: the last quote before what the daemon
      // adds.
      const added = line.indexOf('\x1d', at);
      const close = line.lastIndexOf("'", (added < 0 || added > end ? end : added) - 1);
      if (close > at) {
        this.read(at + 1, close, true);
        return close + 1;
      }
    }
    // `key=(null)` may be followed at once by what the daemon adds, where the character between them was lost.
    const word = line.startsWith('(null)', at) ? Math.min(at + 6, end) : this.wordEnd(at, end);
    const to = at + unglued(line.slice(at, word));
    this.add(line.slice(key, at - 1), key, at, to, false);
    return to;
  }

  private add(written: string, key: number | null, start: number, end: number, isQuoted: boolean): void {
    const { place } = this;
    const raw = this.line.slice(start, end);
    const { type } = this.header;
    const decoded = !isQuoted && key !== null && isEncoded(type, written) ? fromHex(raw) : null;
    const keeps = decoded !== null && (written !== 'acct' || /^[^\p{Cc}]+$/u.test(decoded.value));
    const isTitle = written === 'proctitle';
    const part = type === 'EXECVE' ? /^a\d+\[(\d+)\]$/.exec(written)?.[1] : undefined;
    this.spans.push({
      ...(part === undefined ? {} : { part: Number(part) }),
      name: nameOf(type, written, place.hasExecve),
      key: key === null ? null : range(place.at + key, place.at + key + written.length),
      at: range(place.at + start, place.at + end),
      // The arguments of a command line end in NUL.
      ...(keeps
        ? { ...decoded, value: isTitle ? decoded.value.replaceAll('\0', ' ') : decoded.value }
        : { value: raw }),
    });
  }

  private wordEnd(from: number, end: number): number {
    let at = from;
    while (at < end && !isGap(this.line.charCodeAt(at))) at++;
    return at;
  }
}

/** The names that the daemon adds to a record: they follow at once where the character between was lost. */
const ADDED = /[\w)](?=(?:[OFES]?[UG]ID|FS[UG]ID|O?AUID|ARCH|SYSCALL|SADDR|ID)=)/;

/** How much of a word is a value's own. */
function unglued(word: string): number {
  const found = word.includes('=') ? ADDED.exec(word) : null;
  return found ? found.index + 1 : word.length;
}

/** The daemon puts U+001D between a record and the names that it adds (`log_format = ENRICHED`). */
function isGap(code: number): boolean {
  return code === 0x20 || code === 0x1d || code === 0x09;
}

const ARGUMENT = /^a\d{1,6}(?:\[\d+\])?$/;
/** Written in hexadecimal digits, without quotes, if they contain spaces, quotes or the like. */
const ENCODED = new Set(['comm', 'ocomm', 'exe', 'name', 'cwd', 'cmd', 'acct', 'key', 'path', 'proctitle']);

function isEncoded(type: string, name: string): boolean {
  if (ENCODED.has(name)) return true;
  if (name === 'data') return type === 'TTY' || type === 'USER_TTY';
  // The arguments of a system call are hexadecimal numbers and stay so.
  return type === 'EXECVE' && ARGUMENT.test(name);
}

/**
 * The name that a value has in the joined event. `a0`, `a1`, … are the words of a command in EXECVE and the numbers of a
 * system call in SYSCALL. Rules are written for single records, and mean the words wherever there are any; so beside an
 * EXECVE record, where the numbers are mere addresses, those are called `SYSCALL.a0`, … Other events keep `a0`, … for
 * them. A word that is too long for one record stands in several, `a1[0]`, `a1[1]`, …, which are pieces of `a1`.
 */
function nameOf(type: string, name: string, hasExecve: boolean): string {
  if (!ARGUMENT.test(name)) return name;
  if (type === 'EXECVE') return name.replace(/\[.*/, '');
  return type === 'SYSCALL' && hasExecve ? `SYSCALL.${name}` : name;
}
