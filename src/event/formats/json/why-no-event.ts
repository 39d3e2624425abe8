import { prose, type Range, range, say } from '../../../text';
import { type Fault, show } from '../fault';
import { findFault } from './find-fault';
import { isSeparator } from './scan';

/**
 * Why the text from `start` to `limit`, where an event should begin, is not one: JSON but not an object, faulty JSON,
 * or not JSON at all. `lineEnd` is the end of the line of `start`.
 */
export function whyNoEvent(
  text: string,
  start: number,
  limit: number,
  lineEnd: number,
  inArray: boolean,
): Fault {
  let end = limit;
  while (end > start + 1 && isSeparator(text.charCodeAt(end - 1))) end--;
  const at = range(start, Math.max(start + 1, Math.min(end, lineEnd)));
  const value = isCloser(text.charCodeAt(start)) ? undefined : parse(text, start, end);
  if (value !== undefined) {
    const what = Array.isArray(value) ? 'an array' : value === null ? 'null' : `a ${typeof value}`;
    const message = say`an event must be a JSON object in braces, but this is ${what}: \`${show(text.slice(start, Math.min(end, start + 50)))}\`.`;
    return { code: 'json-not-an-object', at, message };
  }
  const first = text[start]!;
  const looksLikeJson =
    first === '"' ||
    first === '}' ||
    first === ']' ||
    (first === '[' && /^\[\s*[[{"\]]/.test(text.slice(start, start + 100)));
  const fault = looksLikeJson || inArray ? findFault(text, start, end) : undefined;
  return fault ?? notJson(text, at);
}

function notJson(text: string, at: Range): Fault {
  const line = text.slice(at.start, Math.min(at.end, at.start + 2000));
  const advice =
    line.indexOf('{"') > 0
      ? prose('remove what is before `{` on each line')
      : line.startsWith('<')
        ? 'this looks like XML; one text cannot have events both as JSON and as XML'
        : prose('paste the events as JSON, each in braces: `{"Image": "C:\\\\Windows\\\\cmd.exe"}`');
  return { code: 'json-not-json', at, message: say`this is not JSON: \`${show(line.trim())}\`; ${advice}.` };
}

/** The JSON value of a part of the text; undefined if it is not one, and the caller finds out why. */
export function parse(text: string, start: number, end: number): unknown {
  try {
    return JSON.parse(text.slice(start, end));
  } catch {
    return undefined;
  }
}

/** True for a closing brace or bracket. */
export function isCloser(code: number): boolean {
  return code === 0x7d || code === 0x5d;
}

const BRACE = 0x7b;

/** True for what opens an object or a list. */
export function isOpener(code: number): boolean {
  return code === BRACE || code === 0x5b;
}

/** True for what ends a member of a list that is no object. */
export function endsMember(code: number): boolean {
  return code === 0x2c || code === 0x5d || code === 0x0a || code === BRACE;
}

/** The fault of an event whose fault is not found. */
export function unknownFault(start: number): Fault {
  return {
    code: 'json-syntax',
    at: range(start, start + 1),
    message: prose('this event is not valid JSON.'),
  };
}
