import { prose, range, say, type Words } from '../../../text';
import type { Fault } from '../fault';
import type { FieldSpan } from '../span-syntax';

const NAME = /[^\s="\]]{1,64}/y;

interface Structured {
  readonly spans: readonly FieldSpan[];
  readonly end: number;
  readonly fault?: Fault;
}

/** The structured data of a line, `-` or `[id name="value" …]…`: fields `id.name`, and where it ends. */
export function structuredData(line: string, from: number): Structured {
  const spans: FieldSpan[] = [];
  let at = from;
  const fault = (start: number, message: Words): Structured => ({
    spans,
    end: line.length,
    fault: {
      code: 'syslog-structured-data',
      at: range(Math.min(start, line.length - 1), Math.min(start + 1, line.length)),
      message,
    },
  });
  if (line[at] === '-') return { spans, end: at + 1 };
  while (line[at] === '[') {
    const open = at;
    const id = nameAt(line, at + 1);
    if (id === '')
      return fault(open, prose('a name must follow `[` in structured data. Write `-` if there is none.'));
    at += 1 + id.length;
    while (line[at] !== ']') {
      while (line[at] === ' ') at++;
      if (line[at] === ']') break;
      const name = nameAt(line, at);
      const quote = at + name.length + 1;
      if (at >= line.length || (name === '' && line[at] !== '='))
        return fault(open, say`this structured data is not closed: \`]\` is missing after \`[${id}\`.`);
      if (name === '' || line[quote - 1] !== '=' || line[quote] !== '"')
        return fault(at, say`structured data must be \`[${id} name="value"]\`, but this is not.`);
      const close = closing(line, quote);
      if (close < 0) return fault(quote, say`the value of \`${name}\` has no closing quote.`);
      spans.push({
        name: `${id}.${name}`,
        key: range(at, at + name.length),
        at: range(quote + 1, close),
        ...unescaped(line.slice(quote + 1, close)),
      });
      at = close + 1;
    }
    at++;
  }
  return { spans, end: at };
}

function nameAt(line: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(line)?.[0] ?? '';
}

function closing(line: string, open: number): number {
  for (let at = open + 1; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '"') return at;
  }
  return -1;
}

/** `\"`, `\\` and `\]` are one character each; other backslashes are literal. */
function unescaped(raw: string): { value: string; starts?: Uint32Array } {
  if (!raw.includes('\\')) return { value: raw };
  const starts: number[] = [];
  let value = '';
  for (let at = 0; at < raw.length; at++) {
    starts.push(at);
    if (raw[at] === '\\' && /["\\\]]/.test(raw[at + 1] ?? '')) at++;
    value += raw[at];
  }
  starts.push(raw.length);
  return { value, starts: Uint32Array.from(starts) };
}
