import { prose, type Range, say, type Words } from '../../text';

/** The rest of the line from `at`, without trailing spaces; at least one character if there is one. */
function restOfLine(text: string, at: number): Range {
  const lineEnd = text.indexOf('\n', at);
  let end = lineEnd < 0 ? text.length : lineEnd;
  while (end > at && /\s/.test(text[end - 1]!)) end--;
  // Nothing left on this line (an unexpected end): point at the last character before it.
  if (end <= at) {
    let start = Math.min(at, text.length);
    while (start > 0 && /\s/.test(text[start - 1]!)) start--;
    return { start: Math.max(0, start - 1), end: Math.max(start, Math.min(1, text.length)) };
  }
  return { start: at, end };
}

/**
 * Turns the parser's terse reason into a range and a sentence that says what to write instead. The most common slips
 * in Sigma rules are recognised by their line.
 */
export function explainSyntaxError(
  text: string,
  at: number,
  reason: string,
): { range: Range; message: Words } {
  const range = restOfLine(text, at);
  const lineStart = text.lastIndexOf('\n', Math.max(0, range.start - 1)) + 1;
  const lineEnd = text.indexOf('\n', lineStart);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);

  const tab = /^[ ]*\t/.exec(line);
  if (tab) {
    const start = lineStart + tab[0].length - 1;
    return {
      range: { start, end: start + 1 },
      message: prose('A tab indents this line, but YAML allows only spaces there. Replace it with spaces.'),
    };
  }
  const special = /^\s*(?:-\s+|[^\s:#'"]+\s*:\s+)([@`%])/.exec(line);
  if (special) {
    return {
      range,
      message: say`A value without quotes cannot begin with \`${special[1]}\`. Put it in single quotes.`,
    };
  }
  if (
    /double quoted|single quoted/.test(reason) ||
    (/deficient indentation/.test(reason) && /['"]/.test(text))
  ) {
    return {
      range,
      message: say`A quoted value before here is not closed. Add the missing quote (${reason}).`,
    };
  }
  if (/unknown escape|escape sequence/.test(reason)) {
    return {
      range,
      message: say`This escape does not exist in a double-quoted value (${reason}). Use single quotes, in which a backslash is just a backslash.`,
    };
  }
  if (/flow collection/.test(reason)) {
    return {
      range,
      message: say`A \`[\` or \`{\` before here is not closed, or a comma is missing (${reason}).`,
    };
  }
  const lone = loneWord(text, at, reason);
  if (lone)
    return {
      range: lone,
      message: say`\`${text.slice(lone.start, lone.end)}\` has no value yet. Write \`: \` and a value after it.`,
    };
  if (/bad indentation/.test(reason) && /:\s.*:\s/.test(`${line} `)) {
    return { range, message: prose('There is a second `: ` on this line. Put the value in single quotes.') };
  }
  if (/bad indentation|end of the stream or a document separator/.test(reason)) {
    return { range, message: say`This line does not fit the indentation of the lines above it (${reason}).` };
  }
  if (/maxDepth|nesting|depth/i.test(reason))
    return { range, message: prose('The text is nested too deeply for a rule.') };
  return { range, message: say`The YAML cannot be read from here on: ${reason}.` };
}

/** The line without a colon, at or above the error, that the parser took for the start of a key. */
function loneWord(text: string, at: number, reason: string): Range | null {
  if (!/mapping key|implicit key|mapping entry|implicit mapping/.test(reason)) return null;
  for (const before of [at, text.lastIndexOf('\n', Math.max(0, at - 1))]) {
    const start = text.lastIndexOf('\n', Math.max(0, before - 1)) + 1;
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end);
    const word = /^(\s*)([A-Za-z_][\w.|-]*)\s*(?:#.*)?$/.exec(line);
    if (word) return { start: start + word[1]!.length, end: start + word[1]!.length + word[2]!.length };
  }
  return null;
}
