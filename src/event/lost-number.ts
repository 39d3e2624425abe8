import { MAX_DEPTH } from '../text';

/**
 * True for a value with numbers that a double may not preserve as written. An object is not a value, and code that
 * shows one calls `exact` first. Below the depth to which fields are found, nothing is checked.
 */
export function mayBeLost(value: unknown, depth = 0): boolean {
  if (typeof value === 'number') return !Number.isSafeInteger(value);
  return Array.isArray(value) && depth < MAX_DEPTH && value.some((member) => mayBeLost(member, depth + 1));
}
