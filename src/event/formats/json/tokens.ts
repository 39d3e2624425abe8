import { type Code, code, prose, say } from '../../../text';
import { type Fault, fault, show } from '../fault';

/*
 * The tokens of JSON: where each ends, or what is wrong with it.
 */

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

/** A name that is not in double quotes. */
export function unquotedName(text: string, i: number, limit: number): Fault {
  const end = text[i] === "'" ? quoteEnd(text, i, limit) : wordEnd(text, i, limit);
  const name = text.slice(i, end).replaceAll("'", '');
  return fault('json-name', i, end, say`a name must be in double quotes. Write \`"${show(name)}"\`.`);
}

function quoteEnd(text: string, i: number, limit: number): number {
  const end = text.indexOf("'", i + 1);
  const line = text.indexOf('\n', i);
  return end < 0 || end >= limit || (line >= 0 && line < end) ? i + 1 : end + 1;
}

/** The end of a number or literal, or what is wrong with it. */
export function wordFault(text: string, i: number, limit: number): number | Fault {
  if (text[i] === "'") {
    const end = quoteEnd(text, i, limit);
    return fault(
      'json-quotes',
      i,
      end,
      say`a string must be in double quotes. Write \`"${show(text.slice(i + 1, end - 1))}"\`.`,
    );
  }
  const end = wordEnd(text, i, limit);
  const word = text.slice(i, end);
  if (word === 'true' || word === 'false' || word === 'null' || NUMBER.test(word)) return end;
  const literal = LITERALS.get(word);
  if (literal)
    return fault('json-literal', i, end, say`\`${word}\` is not a JSON value. Write \`${literal}\`.`);
  if (/^[-+.\d]/.test(word) && /^[-+.\dxXa-fA-FeE]+$/.test(word)) {
    return fault(
      'json-number',
      i,
      end,
      say`\`${show(word)}\` is not a JSON number. Write it in decimal without leading zeros, or in double quotes.`,
    );
  }
  return fault('json-quotes', i, end, say`the string \`${show(word)}\` must be in double quotes.`);
}

/** The index after a string, or what is wrong inside it. */
export function stringFault(text: string, start: number, limit: number): number | Fault {
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
            prose('`\\u` needs four hexadecimal digits. For a backslash, write `\\\\u`.'),
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
          say`\`${show(text.slice(i, end))}\` is not a JSON escape. For a backslash, write \`\\${show(text.slice(i, end))}\`.`,
        );
      }
    } else if (code < 0x20) {
      if (code !== 0x0a && code !== 0x0d)
        return fault(
          'json-control-character',
          i,
          i + 1,
          say`a string has a control character. Write \`${escapeOf(code)}\`.`,
        );
      return fault(
        'json-string-open',
        start,
        i,
        say`the string \`${show(text.slice(start, i))}\` has no closing quote on its line. Close it, or write \`\\n\` for a line break.`,
      );
    }
  }
  return fault(
    'json-string-open',
    start,
    limit,
    say`the string \`${show(text.slice(start, limit))}\` has no closing quote.`,
  );
}

function escapeOf(code: number): string {
  return code === 9 ? '\\t' : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** The next character that is not blank. */
export function skipSpace(text: string, i: number, limit: number): number {
  for (; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
  }
  return i;
}

/** The end of the token at `i`: a string with its quotes, a word, or one character. */
export function wordEnd(text: string, i: number, limit: number): number {
  if (text[i] === '"') {
    const end = stringFault(text, i, limit);
    return typeof end === 'number' ? end : Math.min(limit, i + 1);
  }
  WORD.lastIndex = i;
  WORD.test(text);
  return Math.min(limit, WORD.lastIndex > i ? WORD.lastIndex : i + 1);
}

/** The token at `i` as quoted in a message. */
export function found(text: string, i: number, limit: number): Code {
  return code(show(text.slice(i, wordEnd(text, i, limit))));
}
