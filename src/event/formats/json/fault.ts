import { type Range, range } from '../../../text';
import type { EventCode, JsonCode } from '../../codes';

/** What is wrong with a piece of JSON, and where. `message` begins in lower case: a line number is put before it. */
export interface Fault {
  readonly code: EventCode;
  readonly at: Range;
  readonly message: string;
  /** Where the next event seems to begin, when the fault is that this one was never closed. */
  readonly next?: number;
}

type Expected = 'value' | 'member' | 'name' | 'name or end' | 'colon' | 'comma or end' | 'nothing';

const LITERALS = new Map([
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'null'],
  ['TRUE', 'true'],
  ['FALSE', 'false'],
  ['NULL', 'null'],
  ['Null', 'null'],
  ['nil', 'null'],
  ['undefined', 'null'],
  ['NaN', 'null'],
  ['Infinity', 'null'],
]); // prettier-ignore
const WORD = /[^\s"'{}[\],:]+/y;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * The first fault of the JSON value that begins at `start` and must end by `limit`; `undefined` where it is well formed. One
 * pass without recursion, so that no text is too deep. `JSON.parse` decides whether a text is JSON; this says why not.
 */
export function findFault(text: string, start: number, limit: number): Fault | undefined {
  const open: number[] = [];
  let expected: Expected = 'value';
  let lastComma = -1;
  let lastName = '';
  let lastEnd = start;
  let i = start;
  for (;;) {
    i = skipSpace(text, i, limit);
    if (i >= limit) break;
    const char = text[i]!;
    const inObject = open.length > 0 && text[open[open.length - 1]!] === '{';
    if (char === '/' && (text[i + 1] === '/' || text[i + 1] === '*')) {
      return fault('json-comment', i, i + 2, 'JSON has no comments; remove this one.');
    }
    if (expected === 'nothing')
      return fault(
        'json-text-after',
        i,
        wordEnd(text, i, limit),
        `${found(text, i, limit)} follows the end of the event; put each event on a line of its own.`,
      );
    if (char === '}' || char === ']') {
      const top = open[open.length - 1];
      if (top === undefined)
        return fault('json-syntax', i, i + 1, `\`${char}\` closes nothing here; remove it.`);
      if ((char === '}') !== inObject) {
        const wanted = inObject ? '}' : ']';
        return fault(
          'json-bracket',
          i,
          i + 1,
          `\`${char}\` stands where \`${wanted}\` must close what \`${text[top]}\` opened.`,
        );
      }
      if ((expected === 'name' || expected === 'member') && lastComma >= 0)
        return fault(
          'json-trailing-comma',
          lastComma,
          lastComma + 1,
          `nothing follows this comma; remove it, or write what belongs before \`${char}\`.`,
        );
      if (expected === 'value')
        return fault(
          'json-value-missing',
          i,
          i + 1,
          `the value of \`${lastName}\` is missing before \`${char}\`.`,
        );
      if (expected === 'colon')
        return fault(
          'json-colon-missing',
          i,
          i + 1,
          `a colon and a value are missing after \`${lastName}\`.`,
        );
      open.pop();
      expected = open.length === 0 ? 'nothing' : 'comma or end';
      i++;
    } else if (char === ',') {
      if (expected !== 'comma or end') {
        const what =
          expected === 'colon'
            ? `a colon and a value are missing after \`${lastName}\``
            : expected === 'value'
              ? `the value of \`${lastName}\` is missing before this comma`
              : 'this comma has nothing before it; remove it';
        return fault('json-comma', i, i + 1, `${what}.`);
      }
      lastComma = i;
      expected = inObject ? 'name' : 'member';
      i++;
    } else if (char === ':') {
      if (expected !== 'colon')
        return fault('json-colon', i, i + 1, 'a colon may stand only between a name and its value.');
      expected = 'value';
      i++;
    } else if (expected === 'name' || expected === 'name or end') {
      if (char === '{')
        return {
          ...fault(
            'json-not-closed',
            i,
            i + 1,
            'a name must stand here; `}` seems to be missing before `{`.',
          ),
          ...(open.length === 1 ? { next: i } : {}),
        };
      if (char !== '"') return unquotedName(text, i, limit);
      const end = stringFault(text, i, limit);
      if (typeof end !== 'number') return end;
      lastName = show(text.slice(i, end));
      expected = 'colon';
      i = end;
    } else if (expected === 'colon') {
      return fault(
        'json-colon-missing',
        i,
        wordEnd(text, i, limit),
        `a colon is missing after \`${lastName}\`.`,
      );
    } else if (expected === 'comma or end') {
      return fault(
        'json-comma-missing',
        i,
        wordEnd(text, i, limit),
        i === lastEnd && text[i - 1] === '"'
          ? `a comma is missing before ${found(text, i, limit)}; if the quote before it belongs to the string, write \`\\"\`.`
          : `a comma is missing before ${found(text, i, limit)}.`,
      );
    } else if (char === '{' || char === '[') {
      open.push(i);
      lastComma = -1;
      expected = char === '{' ? 'name or end' : 'member';
      i++;
    } else {
      const end = char === '"' ? stringFault(text, i, limit) : wordFault(text, i, limit);
      if (typeof end !== 'number') return end;
      expected = open.length === 0 ? 'nothing' : 'comma or end';
      i = end;
    }
    lastEnd = i;
  }
  if (expected === 'nothing') return undefined;
  const at = Math.max(start, lastEnd - 1);
  if (open.length === 0) return fault('json-syntax', at, Math.max(lastEnd, at), 'a value is missing here.');
  const opener = text[open[open.length - 1]!]!;
  const closer = opener === '{' ? '}' : ']';
  return fault(
    'json-not-closed',
    at,
    lastEnd,
    `the event ends too early: \`${closer}\` is missing after ${found(text, at, lastEnd)}.`,
  );
}

function unquotedName(text: string, i: number, limit: number): Fault {
  const end = text[i] === "'" ? quoteEnd(text, i, limit) : wordEnd(text, i, limit);
  const name = text.slice(i, end).replaceAll("'", '');
  return fault('json-name', i, end, `a name must stand in double quotes; write \`"${show(name)}"\`.`);
}

function quoteEnd(text: string, i: number, limit: number): number {
  const end = text.indexOf("'", i + 1);
  const line = text.indexOf('\n', i);
  return end < 0 || end >= limit || (line >= 0 && line < end) ? i + 1 : end + 1;
}

/** The end of a number or literal, or what is wrong with it. */
function wordFault(text: string, i: number, limit: number): number | Fault {
  if (text[i] === "'") {
    const end = quoteEnd(text, i, limit);
    return fault(
      'json-quotes',
      i,
      end,
      `a string must stand in double quotes; write \`"${show(text.slice(i + 1, end - 1))}"\`.`,
    );
  }
  const end = wordEnd(text, i, limit);
  const word = text.slice(i, end);
  if (word === 'true' || word === 'false' || word === 'null' || NUMBER.test(word)) return end;
  const literal = LITERALS.get(word);
  if (literal) return fault('json-literal', i, end, `\`${word}\` is no JSON value; write \`${literal}\`.`);
  if (/^[-+.\d]/.test(word) && /^[-+.\dxXa-fA-FeE]+$/.test(word)) {
    return fault(
      'json-number',
      i,
      end,
      `\`${show(word)}\` is no JSON number; write it in decimal without leading zeros, or in double quotes.`,
    );
  }
  return fault('json-quotes', i, end, `\`${show(word)}\` must stand in double quotes to be a string.`);
}

/** The index after a string, or what is wrong inside it. */
function stringFault(text: string, start: number, limit: number): number | Fault {
  for (let i = start + 1; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) return i + 1;
    if (code === 0x5c) {
      const next = text[i + 1] ?? '';
      if (next === 'u') {
        if (!/^[\da-fA-F]{4}$/.test(text.slice(i + 2, Math.min(limit, i + 6)))) {
          return fault(
            'json-escape',
            i,
            Math.min(limit, i + 2),
            '`\\u` needs four hexadecimal digits; for a backslash write `\\\\u`.',
          );
        }
        i += 5;
      } else if (next !== '' && i + 1 < limit && '"\\/bfnrt'.includes(next)) i++;
      else {
        const end = Math.min(limit, i + (next === '\n' || next === '\r' ? 1 : 2));
        return fault(
          'json-escape',
          i,
          end,
          `\`${show(text.slice(i, end))}\` is no JSON escape; for a backslash write \`\\${show(text.slice(i, end))}\`.`,
        );
      }
    } else if (code < 0x20) {
      if (code !== 0x0a && code !== 0x0d)
        return fault(
          'json-control-character',
          i,
          i + 1,
          `a control character stands in a string; write \`${escapeOf(code)}\`.`,
        );
      return fault(
        'json-string-open',
        start,
        i,
        `the string \`${show(text.slice(start, i))}\` has no closing quote on its line; close it, or write \`\\n\` for a line break.`,
      );
    }
  }
  return fault(
    'json-string-open',
    start,
    limit,
    `the string \`${show(text.slice(start, limit))}\` has no closing quote.`,
  );
}

function escapeOf(code: number): string {
  return code === 9 ? '\\t' : `\\u${code.toString(16).padStart(4, '0')}`;
}

function skipSpace(text: string, i: number, limit: number): number {
  for (; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
  }
  return i;
}

/** The end of the token at `i`: a string with its quotes, a word, or one character. */
function wordEnd(text: string, i: number, limit: number): number {
  if (text[i] === '"') {
    const end = stringFault(text, i, limit);
    return typeof end === 'number' ? end : Math.min(limit, i + 1);
  }
  WORD.lastIndex = i;
  WORD.test(text);
  return Math.min(limit, WORD.lastIndex > i ? WORD.lastIndex : i + 1);
}

function found(text: string, i: number, limit: number): string {
  return `\`${show(text.slice(i, wordEnd(text, i, limit)))}\``;
}

/** At most 40 characters of what was found, on one line. */
export function show(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

function fault(code: JsonCode, start: number, end: number, message: string): Fault {
  return { code, at: range(start, Math.max(start, end)), message };
}
