import { byName, prose, type Words } from '../../text';

/** What is wrong with an expression that neither engine accepts, and what to write instead. */
const TEXTS = {
  openClass: 'This bracket is never closed. Add `]`, or write `\\[` for the character.',
  openGroup: 'This parenthesis is never closed. Add `)`, or write `\\(` for the character.',
  closesNothing: 'This parenthesis closes nothing. Write `\\)` for the character.',
  nothingToRepeat:
    'There is nothing before this to repeat. Write `\\*`, `\\+`, `\\?` or `\\{` for the character.',
  repeatsAssertion:
    'What comes before this takes no characters and cannot be repeated. Remove the repetition.',
  repeatsRepetition: 'This repeats a repetition. Put `(?:…)` around the first one.',
  possessive: 'Possessive repetition is not supported. Remove the second sign.',
  classBackwards: 'This range is backwards. Put the lower character first.',
  className: 'There is no class with this name. Write the characters: `[A-Za-z]`.',
  namedClass:
    'A named class cannot be used with a lookahead or back reference. Write the characters: `[A-Za-z]`.',
  flags:
    'Flags inside an expression cannot be used with a lookahead or back reference. Put them first, or use `re|i`.',
  property: 'This property is unknown. Write one such as `\\p{L}`, `\\p{Lu}` or `\\p{Script=Greek}`.',
  codePoint: 'There is no character with this number. The last is `10FFFF`.',
  trailingBackslash:
    'The expression ends with a backslash that escapes nothing. Write `\\\\` for the character.',
  referenceInClass: 'A class cannot hold a back reference. Put it outside the brackets.',
  escapeInClass: 'This escape has no meaning in a class. Put it outside the brackets.',
  escape: 'This escape is unknown. Write the character itself.',
  group: 'This kind of group is not supported. Write `(?:…)`, or `(?<name>…)` to name it.',
} as const;

/** The same, in parts. */
export const REFUSALS = Object.fromEntries(
  Object.entries(TEXTS).map(([name, text]) => [name, prose(text)]),
) as Readonly<Record<keyof typeof TEXTS, Words>>;

/** Escapes of other engines, by letter, that the browser does not have, or not in this form. */
export const FOREIGN_ESCAPES = byName<string>({
  K: '`\\K` is not supported. Use a lookbehind: `(?<=…)`.',
  Z: '`\\Z` is not supported. Write `$`.',
  z: '`\\z` cannot be used with a lookahead or back reference. Write `$`.',
  A: '`\\A` cannot be used with a lookahead or back reference. Write `^`.',
  G: '`\\G` is not supported. Remove it.',
  Q: '`\\Q` cannot be used with a lookahead or back reference. Escape each character.',
  R: '`\\R` is not supported. Write `\\r?\\n`.',
  X: '`\\X` is not supported. Write `.`.',
  N: '`\\N` is not supported. Write `[^\\n]`.',
  h: '`\\h` is not supported. Write `[ \\t]`.',
  H: '`\\H` is not supported. Write `[^ \\t]`.',
  k: 'Write a reference to a named group as `\\k<name>`.',
  g: '`\\g` is not supported. Write `\\1`, or `\\k<name>` for a named group.',
  x: 'Two hexadecimal digits must follow: `\\x41`.',
  u: 'Four hexadecimal digits must follow: `\\u0041`.',
});

/** Groups that the browser does not have, by how they begin. */
export const FOREIGN_GROUPS: readonly (readonly [RegExp, string])[] = [
  [/^\(\?>/, 'Atomic groups are not supported. Use `(?:…)`.'],
  [/^\(\?#/, 'Comments inside an expression are not supported. Remove this one.'],
  [/^\(\?\(/, 'Conditional groups are not supported. Spell the alternatives out with `|`.'],
  [/^\(\?\|/, 'Branch resets are not supported. Use `(?:…)`.'],
  [/^\(\?(?:R|&|P>|[+-]?\d)/, 'Recursion is not supported. Spell out the repeated part.'],
  [/^\(\*[A-Za-z_]+/, 'Verbs are not supported. Remove this one.'],
  [/^\(\?'/, 'Write a named group as `(?<name>…)`.'],
  [/^\(\?[a-zA-Z^-]+[:)]/, 'Only the flags `i`, `m` and `s` are supported. Remove the others.'],
];
