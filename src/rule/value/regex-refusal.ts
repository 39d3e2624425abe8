import { byName } from '../../text';
/** What is wrong with an expression that neither engine takes, and what to write instead. */
export const REFUSALS = {
  openClass: 'This bracket is never closed. Add `]`, or write `\\[` for the character.',
  openGroup: 'This parenthesis is never closed. Add `)`, or write `\\(` for the character.',
  closesNothing: 'This parenthesis closes nothing. Write `\\)` for the character.',
  nothingToRepeat:
    'There is nothing before this to repeat. Write `\\*`, `\\+`, `\\?` or `\\{` for the character.',
  repeatsAssertion:
    'What stands before this takes no characters and cannot be repeated. Remove the repetition.',
  repeatsRepetition: 'This repeats what is repeated already. Put `(?:…)` around the first repetition.',
  possessive: 'Possessive repetition does not exist here. Repeat once, without the second sign.',
  classBackwards: 'This range runs backwards. Put the lower character first.',
  className: 'No class has this name. Write the characters: `[A-Za-z]`.',
  namedClass: 'Named classes do not go with a lookahead or back reference. Write the characters: `[A-Za-z]`.',
  flags:
    'Flags inside an expression do not go with a lookahead or back reference. Put them first, or use `re|i`.',
  property: 'This property is not known here. Write one such as `\\p{L}`, `\\p{Lu}` or `\\p{Script=Greek}`.',
  codePoint: 'No character has this number. The last is `10FFFF`.',
  trailingBackslash:
    'The expression ends in a backslash that escapes nothing. Write `\\\\` for the character.',
  referenceInClass: 'A class cannot hold a back reference. Put it outside the brackets.',
  escapeInClass: 'This escape means nothing in a class. Put it outside the brackets.',
  escape: 'This escape is not known here. Write the character itself.',
  group: 'This group form does not exist here. Write `(?:…)`, or `(?<name>…)` to name it.',
} as const;

/** Escapes by letter that other engines know and the browser does not, or not in this form. */
export const FOREIGN_ESCAPES = byName<string>({
  K: 'There is no way to drop what came before. Use a lookbehind: `(?<=…)`.',
  Z: '`\\Z` does not exist here. Write `$`.',
  z: '`\\z` does not go with a lookahead or back reference. Write `$`.',
  A: '`\\A` does not go with a lookahead or back reference. Write `^`.',
  G: '`\\G` does not exist here. Remove it.',
  Q: '`\\Q` does not go with a lookahead or back reference. Escape each character.',
  R: '`\\R` does not exist here. Write `\\r?\\n`.',
  X: '`\\X` does not exist here. Write `.`.',
  N: '`\\N` does not exist here. Write `[^\\n]`.',
  h: '`\\h` does not exist here. Write `[ \\t]`.',
  H: '`\\H` does not exist here. Write `[^ \\t]`.',
  k: 'Write a reference to a named group as `\\k<name>`.',
  g: '`\\g` does not exist here. Write `\\1`, or `\\k<name>` for a named group.',
  x: 'Two hexadecimal digits must follow: `\\x41`.',
  u: 'Four hexadecimal digits must follow: `\\u0041`.',
});

/** Groups that the browser lacks, by how they begin. */
export const FOREIGN_GROUPS: readonly (readonly [RegExp, string])[] = [
  [/^\(\?>/, 'Atomic groups do not exist here. Use `(?:…)`.'],
  [/^\(\?#/, 'Comments inside an expression do not exist here. Remove it.'],
  [/^\(\?\(/, 'Conditions do not exist here. Spell the alternatives out with `|`.'],
  [/^\(\?\|/, 'Branch resets do not exist here. Use `(?:…)`.'],
  [/^\(\?(?:R|&|P>|[+-]?\d)/, 'Recursion does not exist here. Spell the repeated part out.'],
  [/^\(\*[A-Za-z_]+/, 'Verbs do not exist here. Remove it.'],
  [/^\(\?'/, 'Write a named group as `(?<name>…)`.'],
  [/^\(\?[a-zA-Z^-]+[:)]/, 'Only the flags `i`, `m` and `s` exist here. Remove the others.'],
];
