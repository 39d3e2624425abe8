/*
 * Patterns that are slow without any backtracking, and a text on which they are.
 */

/** The linear engine has more states of it than it keeps. */
export const SLOW_LINEAR = '(?:a[ab]{300}|b[ab]{301}){1,3}[^ab]';
/** Tried from each `c` of a long row, with nothing behind it that ends the search early. */
export const SLOW_WILDCARD = `*c${'?'.repeat(9000)}d*`;

/** Values of a rule, by what makes them slow, and how a message names them: from the first characters on. */
export const SLOW_VALUES = [
  ['an expression in the linear engine', 're', SLOW_LINEAR, SLOW_LINEAR],
  ['a wildcard', '', SLOW_WILDCARD, '*c????'],
] as const;

/** On this text both are slow; on a short one they end at once. */
export function slowText(): string {
  // No pattern of its own: the linear engine keeps no states of it.
  let seed = 1;
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed & 1024 ? 'a' : 'b';
  };
  return `d${'c'.repeat(400_000)}${Array.from({ length: 200_000 }, next).join('')}`;
}
