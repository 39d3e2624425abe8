import { type Range, range, say } from '../../../text';
import { show } from '../fault';
import type { TextFormat } from '../format';
import { JoinedLineReader, type LineEvents, type LineFacts, ownLines } from '../joined-lines';
import { type FieldSpan, objectOf, spanSyntax } from '../span-syntax';
import { isLikeRecord, recordHeader, recordSpans } from './record';

export const AUDITD = 'auditd';

/**
 * Records of Linux' audit daemon as written (`audit.log`, `ausearch --raw`). Records with the same stamp are one event.
 */
export const auditdFormat: TextFormat = {
  name: AUDITD,
  recognise: (text, at) => {
    const code = text.charCodeAt(at);
    if (code !== 0x74 && code !== 0x6e) return null;
    const header = recordHeader(text.slice(at, at + 400));
    return header && say`the line begins with \`type=${header.type} msg=audit(…)\`, as audit records do`;
  },
  reader: (scan) => new JoinedLineReader(scan, EVENTS),
};

/**
 * The values of an event; `records` are the ranges of its records in `slice`. A value that occurs in several records is
 * a list.
 */
export function auditSpans(slice: string, records: readonly Range[]): FieldSpan[] {
  const lines = records.map(({ start, end }) => slice.slice(start, end));
  const hasExecve = lines.some((line) => recordHeader(line)?.type === 'EXECVE');
  return lines.flatMap((line, i) =>
    recordSpans(line, { at: records[i]!.start, isFirst: i === 0, hasExecve }),
  );
}

const syntax = spanSyntax(AUDITD, (slice) => auditSpans(slice, ownLines(slice, look)));

const BROKEN: LineFacts = { key: null };

function look(line: string): LineFacts | null {
  const header = recordHeader(line);
  if (header) return { key: header.id };
  return isLikeRecord(line) ? BROKEN : null;
}

const EVENTS: LineEvents<LineFacts> = {
  name: AUDITD,
  look,
  read: (slice, lines) => {
    if (lines[0]!.look?.key) return { syntax, root: objectOf(auditSpans(slice, lines)) };
    const message = say`this is not an audit record, which begins with \`type=NAME msg=audit(seconds:number):\`: \`${show(slice.slice(0, 50))}\`.`;
    return { code: 'auditd-not-a-record', at: range(0, slice.length), message };
  },
};
