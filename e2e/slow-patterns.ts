/*
 * What takes the engine for linear expressions long: it is in one of 900 places at once after each character.
 */

export const SLOW_PATTERN = 'a[ab]{900}[cd]';

/** A text without order, the same each time. */
export function slowText(length: number): string {
  let seed = 7;
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    return seed & 0x10000 ? 'a' : 'b';
  };
  return Array.from({ length }, next).join('');
}
