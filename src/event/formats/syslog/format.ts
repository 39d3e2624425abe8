import { put, type Range, range, say } from '../../../text';
import type { EventSyntax } from '../../event-syntax';
import { type JsonObject, own } from '../../json';
import type { TextFormat } from '../format';
import { JoinedLineReader, type LineEvents, type LineFacts, ownLines, type SeenLine } from '../joined-lines';
import { type FieldSpan, objectOf, placesOf } from '../span-syntax';
import { HEADER_SIGHT, type SyslogHeader, syslogHeader } from './header';
import type { InnerFormat, Parsed } from './inner';

const SYSLOG = 'syslog';

/** A line that rsyslog and others mark as JSON. */
const COOKIE = /@cee: ?(?=\{)/y;

/** A line: its header, and the format of its message. */
interface SyslogLine extends LineFacts {
  readonly header: SyslogHeader;
  readonly message: number;
  readonly inner: InnerFormat;
}

/**
 * Lines of syslog, each with a message in one of the formats `inner`, whose last accepts any text. An event has the
 * fields of its message and those header fields that the message does not have itself: `timestamp`, `hostname`,
 * `program`, `pid`, `msgid`, `facility`, `severity`, and from structured data `id.name`.
 */
export function syslogFormat(inner: readonly InnerFormat[]): TextFormat {
  const plain = inner[inner.length - 1]!;
  return {
    name: SYSLOG,
    recognise: (text, at) => {
      const code = text.charCodeAt(at);
      if (code !== 0x3c && !(code >= 0x30 && code <= 0x39) && !(code >= 0x41 && code <= 0x53)) return null;
      const feed = text.indexOf('\n', at);
      const line = text.slice(at, Math.min(feed < 0 ? text.length : feed, at + HEADER_SIGHT)).trimEnd();
      const found = lineOf(line, inner);
      if (!found?.header.isSure) return null;
      const { header } = found;
      return found.inner === plain
        ? header.evidence
        : say`${header.evidence}, and the message after it is ${found.inner.name}`;
    },
    reader: (scan) => {
      const seen = new Set<string>();
      return new JoinedLineReader(scan, eventsOf(inner, seen), () =>
        seen.size === 0 ? SYSLOG : `${SYSLOG} with ${[...seen].join(', ')}`,
      );
    },
  };
}

function lineOf(line: string, inner: readonly InnerFormat[]): SyslogLine | null {
  const header = syslogHeader(line);
  if (!header) return null;
  COOKIE.lastIndex = header.message;
  const message = COOKIE.test(line) ? COOKIE.lastIndex : header.message;
  const text = line.slice(message);
  const found = inner.find((one) => one.recognise(text))!;
  const key = found.key?.(text) ?? null;
  return { header, message, inner: found, key: key === null ? null : `${hostOf(header)} ${key}` };
}

function hostOf({ spans }: SyslogHeader): string {
  return String(spans.find(({ name }) => name === 'hostname')?.value ?? '');
}

function eventsOf(inner: readonly InnerFormat[], seen: Set<string>): LineEvents<SyslogLine> {
  const look = (line: string) => lineOf(line, inner);
  const plain = inner[inner.length - 1]!;
  const syntaxes = new Map(inner.map((one) => [one, framed(one, look)]));
  return {
    name: SYSLOG,
    look,
    read: (slice, lines) => {
      const first = lines[0]!.look;
      if (first?.header.fault) return first.header.fault;
      const found = first?.inner ?? plain;
      const parsed = rootOf(slice, lines, found);
      if ('fault' in parsed) return parsed.fault;
      seen.add(found.name);
      return { syntax: syntaxes.get(found)!, root: parsed.root };
    },
  };
}

/** The syntax of events whose messages are in the format `inner`. */
function framed(inner: InnerFormat, look: (line: string) => SyslogLine | null): EventSyntax {
  return {
    isJson: () => false,
    parse: (slice) => {
      const parsed = rootOf(slice, ownLines(slice, look), inner);
      return 'fault' in parsed ? NOTHING : parsed.root;
    },
    shape: inner.shape,
    places: (slice) => {
      const lines = ownLines(slice, look);
      const within = inner.places(slice, lines.map(messageOf));
      const header = placesOf(lines[0]?.look?.header.spans ?? []);
      return {
        locate: (text, base, path, name) =>
          within.locate(text, base, path, name) ?? header.locate(text, base, path, name),
      };
    },
  };
}

/** The event of the message, with the header's fields that the message does not have. */
function rootOf(slice: string, lines: readonly SeenLine<SyslogLine>[], inner: InnerFormat): Parsed {
  const parsed = inner.parse(slice, lines.map(messageOf));
  if ('fault' in parsed) return parsed;
  const root = parsed.root as Record<string, unknown>;
  const header = objectOf(lines[0]?.look?.header.spans ?? NO_SPANS);
  for (const name of Object.keys(header))
    if (own(root, name) === undefined) put(root, name, own(header, name));
  return parsed;
}

/** What has been read before can be read again. */
const NOTHING: JsonObject = {};
const NO_SPANS: readonly FieldSpan[] = [];

function messageOf({ start, end, look }: SeenLine<SyslogLine>): Range {
  return range(start + (look?.message ?? 0), end);
}
