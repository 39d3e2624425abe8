import { type Range, range, say } from '../../../text';
import { flat } from '../../shapes/flat';
import { show } from '../fault';
import type { TextFormat } from '../format';
import { JoinedLineReader, type LineEvents, type LineFacts, ownLines } from '../joined-lines';
import { type FieldSpan, objectOf, spanSyntax } from '../span-syntax';
import { withWholeWords } from './arguments';
import { interpretedNames } from './interpreted';
import { isLikeRecord, recordHeader, recordSpans } from './record';

export const AUDITD = 'auditd';

/** What `ausearch` prints above the records of an event, which say the same. */
const LAYOUT = /^(?:----[ \t]*\r?\n)?(?:time->[^\n]{0,60}\n)?/;
const IS_LAYOUT = /^(?:----|time->\w.*)$/;

/** Records of Linux' audit daemon as it writes them (`audit.log`), and as `ausearch` prints them, in words with `-i`. Those of one stamp are one event. */
export const auditdFormat: TextFormat = {
  name: AUDITD,
  recognise: (text, at) => {
    const code = text.charCodeAt(at);
    if (code !== 0x74 && code !== 0x6e && code !== 0x2d) return null;
    const sight = text.slice(at, at + 400);
    const layout = LAYOUT.exec(sight)?.[0] ?? '';
    const header = recordHeader(sight.slice(layout.length));
    if (layout !== '' && header)
      return say`lines \`----\` and \`type=${header.type} msg=audit(…)\` follow one another, as \`ausearch\` prints records`;
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
  const spans = lines.flatMap((line, i) =>
    recordSpans(line, { at: records[i]!.start, isFirst: i === 0, hasExecve }),
  );
  return withWholeWords(spans, slice);
}

const spansOf = (slice: string) => auditSpans(slice, ownLines(slice, look));
const syntax = spanSyntax(AUDITD, spansOf);
const interpreted = spanSyntax(AUDITD, spansOf, { ...flat, name: AUDITD, aliases: interpretedNames });

interface AuditLine extends LineFacts {
  readonly isInterpreted: boolean;
}
const BROKEN: AuditLine = { key: null, isInterpreted: false };

function look(line: string): AuditLine | null {
  const header = recordHeader(line);
  if (header) return { key: header.id, isInterpreted: header.isInterpreted };
  return isLikeRecord(line) ? BROKEN : null;
}

const EVENTS: LineEvents<AuditLine> = {
  name: AUDITD,
  look,
  isLayout: (line) => IS_LAYOUT.test(line),
  read: (slice, lines) => {
    const first = lines[0]!.look;
    if (first?.key)
      return {
        syntax: first.isInterpreted ? interpreted : syntax,
        root: objectOf(auditSpans(slice, lines)),
      };
    const message = say`this is not an audit record, which begins with \`type=NAME msg=audit(seconds:number):\`: \`${show(slice.slice(0, 50))}\`.`;
    return { code: 'auditd-not-a-record', at: range(0, slice.length), message };
  },
};
