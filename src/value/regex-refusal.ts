import type { Range } from '../text/range';

/** Why an expression is refused, in words; the fragment that RE2 names gives the place. */
const REFUSALS: readonly (readonly [RegExp, string])[] = [
  [/missing closing \]/, 'This bracket is never closed. Add `]`, or write `\\[` for the character.'],
  [/missing closing \)/, 'A parenthesis is never closed. Add `)`, or write `\\(` for the character.'],
  [/unexpected \)/, 'This parenthesis closes nothing. Write `\\)` for the character.'],
  [
    /missing argument to repetition/,
    'There is nothing before this to repeat. Write `\\*`, `\\+` or `\\?` for the character.',
  ],
  [
    /invalid nested repetition/,
    'Possessive repetition does not exist here. Repeat once, without the second sign.',
  ],
  [/invalid repeat count/, 'This count is too large; RE2 and the browser take at most 1000 repetitions.'],
  [
    /invalid escape sequence/,
    'This escape is not known. Write the character itself, or escape the backslash: `\\\\`.',
  ],
  [/invalid character class range/, 'This range runs backwards. Put the lower character first.'],
  [
    /invalid named capture|invalid or unsupported Perl syntax/,
    'This group form does not exist here (atomic groups, conditions and comments are not supported). Use `(?:…)`.',
  ],
  [
    /trailing backslash/,
    'The expression ends in a backslash that escapes nothing. Write `\\\\` for the character.',
  ],
  [/expression too large|nests too deeply/, 'The expression is too large. Shorten its repetitions.'],
];

/** The place in `source` and the words for RE2's terse `reason`, once the browser has refused the expression too. */
export function explainRefusal(source: string, reason: string): { at: Range; message: string } {
  const fragment = /`([\s\S]*)`$/.exec(reason)?.[1] ?? '';
  const open = /missing closing \)/.test(reason) ? unclosed(source) : -1;
  if (open >= 0)
    return {
      at: { start: open, end: open + 1 },
      message: 'This parenthesis is never closed. Add `)`, or write `\\(` for the character.',
    };
  const at = fragment ? source.lastIndexOf(fragment) : -1;
  const known = REFUSALS.find(([pattern]) => pattern.test(reason));
  const message = known
    ? known[1]
    : `The expression cannot be read: ${reason.replace(/^error parsing regexp: /, '')}.`;
  return {
    at: at >= 0 ? { start: at, end: at + fragment.length } : { start: 0, end: source.length },
    message,
  };
}

/** Where the last parenthesis stands that nothing closes, or -1. */
function unclosed(source: string): number {
  const open: number[] = [];
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const character = source[i];
    if (character === '\\') i++;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '(') open.push(i);
    else if (character === ')') open.pop();
  }
  return open.pop() ?? -1;
}
